import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { violationAtRandom } from './random';
import { run, tried } from './run';
import { line, parseLine } from './schedule';
import { everyNthFirst, PAIRS, parts } from './walks';

/** The number of schedules of one kind that a process ran, and their violations. */
interface Tally {
  readonly kind: string;
  tried: number;
  readonly violations: string[];
}

/**
 * The number of chunks of random schedules. Each chunk has its own seed, so the schedules do not depend on the number of processors. A chunk ends at
 * its first violation.
 */
const RANDOM_CHUNKS = 4;
const CHUNK_SIZE = 5_000;

/**
 * Runs the share of one process: every part and random chunk whose number is `index` modulo `shares`. With `every`, it runs the pairs of every nth
 * first fault, every nth of the other schedules, and so much fewer random ones.
 */
async function share(index: number, shares: number, seed: number, every: number): Promise<void> {
  const tallies = new Map<string, Tally>();
  const mine = (await parts()).filter(everyNthFirst(every)).filter((_, at) => at % shares === index);
  for (const { kind, schedules } of mine) {
    const tally = tallies.get(kind) ?? { kind, tried: 0, violations: [] };
    tallies.set(kind, tally);
    let at = 0;
    for await (const schedule of schedules()) {
      if (kind !== PAIRS && at++ % every !== 0) continue;
      tally.tried += 1;
      const { wrong } = await tried(schedule);
      if (wrong.length > 0) tally.violations.push([line(schedule), ...wrong].join('\n    '));
    }
  }
  const random: Tally = { kind: 'up to five at random', tried: 0, violations: [] };
  for (let chunk = index; chunk < RANDOM_CHUNKS; chunk += shares) {
    const size = Math.ceil(CHUNK_SIZE / every);
    const violation = await violationAtRandom(seed + chunk, size);
    random.tried += size;
    if (violation !== undefined) random.violations.push(violation);
  }
  process.send!([...tallies.values(), random]);
}

async function replay(given: string): Promise<void> {
  const schedule = parseLine(given);
  const { log, world } = await run(schedule);
  const { wrong } = await tried(schedule);
  for (const entry of log) console.log(entry);
  for (const { at, operation, outcome, input } of world.account.service.log.all) console.log(at, operation, outcome, JSON.stringify(input));
  for (const { result } of world.played) console.log(result.status, ...result.reasons);
  console.log(wrong.length === 0 ? 'no violation' : wrong.join('\n'));
}

async function walk(seed: number, every: number): Promise<void> {
  const started = Date.now();
  const shares = availableParallelism();
  const answers = await Promise.all(Array.from({ length: shares }, (_, index) => new Promise<Tally[]>((resolve, reject) => {
    fork(__filename, ['--share', String(index), String(shares), String(seed), String(every)]).once('message', (tallies) => resolve(tallies as Tally[])).once('error', reject)
      .once('exit', (code) => reject(new Error(`a process of the walk has ended with ${code}`)));
  })));
  const rows = new Map<string, { tried: number; violations: number }>();
  const violations = answers.flat().flatMap((tally) => {
    const row = rows.get(tally.kind) ?? { tried: 0, violations: 0 };
    rows.set(tally.kind, { tried: row.tried + tally.tried, violations: row.violations + tally.violations.length });
    return tally.violations;
  });
  for (const violation of violations) console.log(`VIOLATION ${violation}`);
  console.table(Object.fromEntries([...rows].sort(([one], [other]) => one.localeCompare(other))));
  console.log(`seed ${seed} (--seed tries others), ${[...rows.values()].reduce((sum, row) => sum + row.tried, 0)} schedules, ${violations.length} violations, ${Math.round((Date.now() - started) / 1000)} s`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}

const [flag, ...given] = process.argv.slice(2);
if (flag === '--share') {
  void share(Number(given[0]), Number(given[1]), Number(given[2]), Number(given[3]));
} else if (flag === '--replay') {
  void replay(given.join(' '));
} else {
  // The default seed is constant, so each walk runs the same schedules.
  const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, every: { type: 'string', default: '1' } } });
  void walk(Number(values.seed), Number(values.every));
}
