import { violationAtRandom } from './random';
import { tried, undisturbed } from './run';
import { SCENARIOS } from './scenarios';
import { line, parseLine } from './schedule';
import { everyNthFirst, PAIRS, parts } from './walks';

/** `npm run faults` runs all schedules. This test runs every nth schedule of each kind. */
const EVERY: Readonly<Record<string, number>> = { 'undisturbed': 1, [PAIRS]: 20, 'two waiters, every order of their passes': 40 };
const EVERY_SINGLE = 67;
const EVERY_FIRST = 20;

test('a sample of all schedules has no violation', async () => {
  const wrong: string[] = [];
  const counts = new Map<string, number>();
  for (const { kind, schedules } of (await parts()).filter(everyNthFirst(EVERY_FIRST))) {
    for await (const schedule of schedules()) {
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      if (count % (EVERY[kind] ?? EVERY_SINGLE) === 0) wrong.push(...(await tried(schedule)).wrong.map((what) => `${line(schedule)}: ${what}`));
    }
  }
  expect(wrong).toEqual([]);
});

test('random schedules have no violation', async () => {
  expect(await violationAtRandom(1, 300)).toBeUndefined();
});

test.each(Object.keys(SCENARIOS).filter((name) => name.includes('busy')))('%s: a deployment is in progress when it begins', async (name) => {
  const { before } = await undisturbed(name);
  expect(before.distributions.find((one) => one.name === 'my-cdn')?.status).toBe('InProgress');
});

// Each of these schedules once found a defect in the handler.
test.each([
  ['the failed deletion is that of the distribution, not that of the physical id that CloudFormation invented', 'create cancelled | failedOperation@9'],
  ['a Delete that failed to observe once finds what the cancelled create completed in the meantime', 'create cancelled while it disables | killedBefore@11'],
  ['a first call that is delivered again completes a rename that CloudFormation then cancels', 'rename cancelled at once | killedAfter@1'],
  ['an adoption without changes completes before CloudFormation cancels it', 'adopt as it is, cancelled at once'],
  ['a rollback receives a stale read from before the update', 'update cancelled at once | staleRead@3'],
  ['a rollback reads the operations long after it read the distribution', 'update cancelled at once, with late reads | throttledLong@3'],
  ['a Delete of settings stops the cancelled create', 'settings cancelled'],
  ['a Delete of settings with a stale read stops the cancelled create', 'settings cancelled | externalDeployment@0 | throttled@0 | staleRead@5'],
  ['a change is made outside the stack while a rollback deletes the distribution with the new name', 'rename cancelled | externalManaged@9'],
  ['the operation that writes a tag fails', 'update tags | failedOperation@1'],
  ['the event of a create is delivered again while the create is in progress', 'create | restarted@2'],
  ['the event of a create is delivered again after the create has completed', 'create | afterwards@0'],
  ['a Delete receives a stale read from before the adoption', 'adopt as it is, cancelled at once | staleRead@3'],
  ['a Delete receives a stale read from before a creation that failed', 'create | failedOperation@1 | staleRead@6'],
  ['the response of a write that was throttled for long is lost', 'update one setting | throttledLong@1 | cutAfter@1'],
  ['a distribution that another waiter has tagged is adopted', 'retained, and defined again | restarted@3 | throttledThroughout@1 | cutBeforeThroughout@0'],
])('%s: %s', async (_what, schedule) => {
  expect((await tried(parseLine(schedule))).wrong).toEqual([]);
});
