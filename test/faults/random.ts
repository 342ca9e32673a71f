import fc from 'fast-check';
import { tried, undisturbed } from './run';
import { SCENARIOS } from './scenarios';
import { CALL_KINDS, isOfPass, line, PASS_KINDS, type Disturbance, type Schedule } from './schedule';

const KINDS: readonly Disturbance['kind'][] = [...CALL_KINDS, ...PASS_KINDS];
const MOST = 5;

/** Any scenario, with 2 to `MOST` disturbances of any kind at any position. */
export async function anySchedule(): Promise<fc.Arbitrary<Schedule>> {
  const scenarios: { readonly scenario: string; readonly calls: readonly unknown[]; readonly passes: readonly unknown[] }[] = [];
  for (const scenario of Object.keys(SCENARIOS)) scenarios.push({ scenario, ...(await undisturbed(scenario)).world });
  return fc.constantFrom(...scenarios).chain(({ scenario, calls, passes }) => {
    const disturbance = fc.constantFrom(...KINDS)
      // A disturbed run can have more calls and passes than the undisturbed run.
      .chain((kind) => fc.nat(isOfPass(kind) ? passes.length + 2 : calls.length + 4).map((at): Disturbance => ({ kind, at })));
    return fc.array(disturbance, { minLength: 2, maxLength: MOST }).map((disturbances) => ({ scenario, disturbances }));
  });
}

/** Runs random schedules. Returns the smallest schedule with a violation, or `undefined`. */
export async function violationAtRandom(seed: number, numRuns: number): Promise<string | undefined> {
  const checked = await fc.check(fc.asyncProperty(await anySchedule(), async (schedule) => {
    const { wrong } = await tried(schedule);
    if (wrong.length > 0) throw new Error(wrong.join('\n    '));
  }), { seed, numRuns });
  return checked.failed ? [line(checked.counterexample![0]), (checked.errorInstance as Error).message].join('\n    ') : undefined;
}
