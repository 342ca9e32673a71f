import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './bundles';
import { calls } from './calls';
import { environment } from './environment';
import { load } from './load';
import { memory } from './memory';
import { synthesis } from './synthesis';
import { renderTable, withRatios, type Section } from './table';
import { throttling } from './throttling';
import { ROOT } from '../local-aws/environment';

const parts = [load, memory, synthesis, calls, throttling];
const names = parts.map(({ name }) => name).join(', ');

const usage = `The benchmark against what users would otherwise pick. Prints one table.

Usage: npm run bench -- [options]

  --quick        as few measurements as show that it runs, in about three minutes
  --only <part>  one part: ${names}
  --help

A run of all parts that is not quick also writes bench/results.json and the table of bench/README.md; any other build/bench/results.json.`;

async function main(): Promise<void> {
  const { values: { quick, only, help } } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (help) return console.log(usage);
  const chosen = parts.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) throw new Error(`--only: no such part, got ${only}; allowed is one of ${names}`);

  await prepare();
  const sections: Section[] = [];
  for (const part of chosen) {
    const startedAt = Date.now();
    sections.push(await part.run({ quick }));
    console.error(`${part.name}: measured in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  }
  const table = renderTable(sections);
  const isWhole = !quick && only === undefined;
  const results = JSON.stringify({ ...environment(), quick, sections: sections.map(withRatios) }, undefined, 2);
  writeFileSync(isWhole ? join(__dirname, 'results.json') : join(ROOT, 'build', 'bench', 'results.json'), `${results}\n`);
  if (isWhole) intoReadme(table);
  console.log(table);
}

/** Puts the table, and what was measured, between the two marks. */
function intoReadme(table: string): void {
  const readme = join(__dirname, 'README.md');
  const { date, versions, machine } = environment();
  const measured = `Measured on ${date} with ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')}, on ${machine}.`;
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(/(<!-- results -->\n)[^]*(<!-- end of results -->)/, (_, start: string, end: string) =>
    `${start}\n${measured}\n\n${table}\n\n${end}`));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
