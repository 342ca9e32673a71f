import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './bundles';
import { calls } from './calls';
import { environment } from './environment';
import { load, loadMonitor } from './load';
import { memory } from './memory';
import { fromJson, intoReadme, mergeResults, toJson, type MeasuredSection } from './results';
import { site } from './site/site';
import { start } from './start';
import { synthesis } from './synthesis';
import { renderTable } from './table';
import { throttling } from './throttling';
import { ROOT } from '../local-aws/environment';

const parts = [load, loadMonitor, memory, synthesis, calls, throttling, site, start];
const names = parts.map(({ name }) => name).join(', ');

const usage = `Compares the library with its alternatives. Prints one table.

Usage: npm run bench -- [options]

  --quick        as few measurements as show that it runs, in about three minutes
  --only <part>  one part: ${names}
  --help

A run that is not quick also writes what it measured into bench/results.json and the table of bench/README.md, in place of the former results
of the same parts. A quick run writes build/bench/results.json.`;

async function main(): Promise<void> {
  const { values: { quick, only, help } } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (help) return console.log(usage);
  const chosen = parts.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) throw new Error(`--only: no such part, got ${only}; allowed is one of ${names}`);

  await prepare();
  const measured: MeasuredSection[] = [];
  for (const part of chosen) {
    const startedAt = Date.now();
    measured.push({ part: part.name, ...environment(), ...await part.run({ quick }) });
    console.error(`${part.name}: measured in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  }
  if (quick) writeFileSync(join(ROOT, 'build', 'bench', 'results.json'), toJson(measured));
  else write(measured);
  console.log(renderTable(measured));
}

function write(measured: readonly MeasuredSection[]): void {
  const [results, readme] = ['results.json', 'README.md'].map((file) => join(__dirname, file));
  const merged = mergeResults(parts.map(({ name }) => name), fromJson(readFileSync(results, 'utf8')), measured);
  writeFileSync(results, toJson(merged));
  writeFileSync(readme, intoReadme(readFileSync(readme, 'utf8'), merged));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
