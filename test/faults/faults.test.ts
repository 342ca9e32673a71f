import { violationAtRandom } from './random';
import { tried, undisturbed } from './run';
import { SCENARIOS } from './scenarios';
import { line, parseLine } from './schedule';
import { parts } from './walks';

/** `npm run faults` tries all of them; here it is every so many. */
const EVERY: Readonly<Record<string, number>> = { 'undisturbed': 1, 'pairs, every one': 200, 'two waiters, every order of their passes': 10 };
const EVERY_SINGLE = 23;

test('a sample of all schedules, without a violation', async () => {
  const wrong: string[] = [];
  const counts = new Map<string, number>();
  for (const { kind, schedules } of await parts()) {
    for await (const schedule of schedules()) {
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      if (count % (EVERY[kind] ?? EVERY_SINGLE) === 0) wrong.push(...(await tried(schedule)).wrong.map((what) => `${line(schedule)}: ${what}`));
    }
  }
  expect(wrong).toEqual([]);
});

test('random schedules, without a violation', async () => {
  expect(await violationAtRandom(1, 300)).toBeUndefined();
});

test.each(Object.keys(SCENARIOS).filter((name) => name.includes('busy')))('%s: a deployment is in progress when it begins', async (name) => {
  const { before } = await undisturbed(name);
  expect(before.distributions.find((one) => one.name === 'my-cdn')?.status).toBe('InProgress');
});

// Each has found a fault in the handler once.
test.each([
  ['the failed deletion is that of the distribution, not that of the id that CloudFormation has invented', 'create cancelled | failedOperation@9'],
  ['a Delete that could not observe once finds what the cancelled create has finished meanwhile', 'create cancelled while it disables | killedBefore@11'],
  ['a first call that is delivered again finishes a rename that CloudFormation then cancels', 'rename cancelled at once | killedAfter@1'],
  ['an adoption with nothing to change has ended before CloudFormation cancels it', 'adopt as it is, cancelled at once'],
  ['a rollback is shown what was before the update', 'update cancelled at once | staleRead@3'],
  ['a rollback observes operations long after it has observed the distribution', 'update cancelled at once, with late reads | throttledLong@3'],
  ['a Delete of settings stops the cancelled create', 'settings cancelled'],
  ['a change outside the stack changes the distribution while a rollback removes the one of the new name', 'rename cancelled | externalManaged@9'],
  ['the operation that writes a tag fails', 'update tags | failedOperation@1'],
  ['the event of a create comes again while it is followed', 'create | restarted@2'],
  ['the event of a create comes again when all is done', 'create | afterwards@0'],
  ['a Delete is shown what was before the adoption', 'adopt as it is, cancelled at once | staleRead@3'],
  ['a Delete is shown what was before a creation that has failed', 'create | failedOperation@1 | staleRead@6'],
  ['a write that was throttled for long is cut off after its effect', 'update one setting | throttledLong@1 | cutAfter@1'],
  ['what another waiter has marked is adopted in the end', 'retained, and defined again | restarted@3 | throttledThroughout@1 | cutBeforeThroughout@0'],
])('%s: %s', async (_what, schedule) => {
  expect((await tried(parseLine(schedule))).wrong).toEqual([]);
});
