import fc from 'fast-check';
import { CALL_KINDS, DisturbedMonitor, RUN_KINDS, RUNS, violations, type Disturbance } from './disturbed-monitor';
import { START } from './monitored';

const line = (disturbances: readonly Disturbance[]) => disturbances.map(({ kind, run, call }) => `${kind}@${run}${call === undefined ? '' : `.${call}`}`).join(' | ');

async function tried(...disturbances: readonly Disturbance[]): Promise<readonly string[]> {
  const monitor = await new DisturbedMonitor(disturbances).live();
  return violations(monitor, disturbances).map((what) => `${line(disturbances)}: ${what}`);
}

/** Every kind at every run, and at every call of it. */
async function all(): Promise<readonly Disturbance[]> {
  const { calls } = await new DisturbedMonitor([]).live();
  return calls.slice(0, RUNS).flatMap((count, run): readonly Disturbance[] => [
    ...RUN_KINDS.map((kind) => ({ kind, run })),
    ...Array.from({ length: count }, (_, call) => CALL_KINDS.map((kind) => ({ kind, run, call }))).flat(),
  ]);
}

test('undisturbed, every period is published once, and a hole is none', async () => {
  const monitor = await new DisturbedMonitor([]).live();
  expect(violations(monitor, [])).toEqual([]);
  expect(monitor.cloudWatch.of('Requests').map(([start]) => (start - START) / 300)).toEqual([0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15]);
  expect(monitor.cloudWatch.of('BytesDownloaded').map(([start]) => (start - START) / 300)).toEqual([0, 1, 2, 4, 5, 7, 9, 10, 11, 12, 14, 15]);
});

test('each disturbance at each run and each call of it: no sum is wrong, no run ends in an exception, and what is missed is made up for', async () => {
  const wrong: string[] = [];
  const singles = await all();
  expect(singles.length).toBeGreaterThan(350);
  for (const one of singles) wrong.push(...await tried(one));
  expect(wrong).toEqual([]);
});

test('any few of them together', async () => {
  const singles = await all();
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...singles), { minLength: 2, maxLength: 5 }), async (disturbances) => {
    expect(await tried(...disturbances)).toEqual([]);
  }), { seed: 1, numRuns: 150 });
});

test('a killed process leaves a gap of one period at most', async () => {
  const singles = (await all()).filter(({ kind }) => kind === 'killedAfter');
  const gaps = await Promise.all(singles.map(async (one) => 13 - (await new DisturbedMonitor([one]).live()).cloudWatch.of('Requests').length));
  expect(Math.max(...gaps)).toBe(1);
});
