import * as fc from 'fast-check';
import { anyMutations, isReadable, mutated } from './mutations';
import { eventOf, OneCall, propertiesOf, RESET_EVENTS, SETTINGS_OF_ANOTHER, type CallOutcome } from './one-call';
import { isValidEvent } from './valid-input';
import { CACHE_RESET } from '../../lambda/cache-reset/controller';
import { DISTRIBUTION } from '../../lambda/distribution/name';
import type { ResourceEvent } from '../../lambda/protocol/event';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

const twoSteps = { isEnabled: 'false', ipAddressType: 'ipv4' };

/** One request of each kind. */
const EVENTS: readonly ResourceEvent[] = [
  ...[DISTRIBUTION, SETTINGS_OF_ANOTHER].flatMap((type) => [
    eventOf('Create', type, { ResourceProperties: propertiesOf(type, twoSteps) }),
    eventOf('Update', type, { ResourceProperties: propertiesOf(type, twoSteps), OldResourceProperties: propertiesOf(type, {}) }),
    eventOf('Update', type, { ResourceProperties: propertiesOf(type, { isEnabled: 'false' }), OldResourceProperties: propertiesOf(type, {}) }),
    eventOf('Delete', type, { ResourceProperties: propertiesOf(type, twoSteps) }),
  ]),
  // A new distribution, a new one with the name of another stack's distribution, and one that replaces another.
  eventOf('Create', DISTRIBUTION, { ResourceProperties: propertiesOf(DISTRIBUTION, { origin: { name: 'web-1' } }, { distributionName: 'new-cdn' }) }),
  eventOf('Create', DISTRIBUTION, { ResourceProperties: propertiesOf(DISTRIBUTION, twoSteps, { distributionName: 'other-cdn' }) }),
  eventOf('Update', DISTRIBUTION, {
    ResourceProperties: propertiesOf(DISTRIBUTION, { origin: { name: 'web-1' } }, { distributionName: 'new-cdn' }),
    OldResourceProperties: propertiesOf(DISTRIBUTION, {}),
  }),
  ...RESET_EVENTS,
];

const anyEvent = fc.constantFrom(...EVENTS);

/** The failure that the first call returned for the poll to report. */
const failureIn = (progress: unknown) => {
  const { failed, state } = (progress ?? {}) as { failed?: unknown; state?: { message?: unknown } };
  return failed ?? state?.message;
};

/** Expects only the writes that this type of request makes, and only to distributions that it owns or names. */
function expectSafe({ RequestType, ResourceType, Progress }: ResourceEvent, { error, writes, touched }: CallOutcome): void {
  const isOwned = ResourceType === DISTRIBUTION;
  // A poll reports the failure of the first call unchanged.
  const beginning = failureIn(Progress) === undefined ? /^(my-cdn: |new-cdn: |other-cdn: |web-Cdn-[0-9a-f]{12}: |distributionName: |event\b)/ : /^/;
  if (error) expect({ name: error.name, isReadable: isReadable(error.message, beginning) }).toEqual({ name: expect.stringMatching(/^(InputError|RequestFailed)$/), isReadable: true });
  if (!isOwned || RequestType === 'Delete') expect(writes).not.toContain('CreateDistribution');
  if (!isOwned || RequestType !== 'Delete') expect(writes).not.toContain('DeleteDistribution');
  if (RequestType === 'Delete') expect(writes.filter((write) => /^(Update|Set|Attach)/.test(write))).toEqual([]);
  const isReset = ResourceType === CACHE_RESET && RequestType !== 'Delete';
  expect(writes.filter((write) => (write === 'ResetDistributionCache') !== isReset)).toEqual([]);
  expect(touched.filter((name) => name !== 'my-cdn' && name !== 'new-cdn')).toEqual([]);
}

describe('fuzzed events', () => {
  test('law: an invalid first call is refused before any call to Lightsail, any other does only what it requests', async () => {
    await fc.assert(fc.asyncProperty(anyEvent, anyMutations, async (event, wrong) => {
      const given = mutated(event, wrong, /^\/[^/]+$/);
      const outcome = await new OneCall().outcome(given);
      if (!isValidEvent(given)) expect({ name: outcome.error?.name, calls: outcome.calls }).toEqual({ name: 'InputError', calls: [] });
      expectSafe(given, outcome);
      // An event of another resource owns no distribution here.
      if (given.ResourceType === DISTRIBUTION && given.LogicalResourceId !== 'Cdn') expect(outcome.touched).not.toContain('my-cdn');
    }), { seed: 1, numRuns: 1_500 });
  });

  test('law: a poll with invalid progress is refused before any call to Lightsail, any other creates nothing and writes only what it may', async () => {
    await fc.assert(fc.asyncProperty(anyEvent, anyMutations, fc.constantFrom(0, 10, 400, 4_000), async (event, wrong, seconds) => {
      const account = new OneCall();
      const { answer, error } = await account.outcome(event);
      expect(error).toBeUndefined();
      account.clock.advance(seconds);
      const given = { ...event, ...mutated(JSON.parse(JSON.stringify(answer)) as object, wrong, /^\/(PhysicalResourceId$|Progress)/) };
      const outcome = await account.outcome(given);
      if (!isValidEvent(given)) expect({ name: outcome.error?.name, calls: outcome.calls }).toEqual({ name: 'InputError', calls: [] });
      expectSafe(given, outcome);
      // Only the first call of a request can be sure that no later request exists.
      if (given.Progress !== undefined) expect(outcome.writes).not.toContain('CreateDistribution');
    }), { seed: 2, numRuns: 1_500 });
  });
});
