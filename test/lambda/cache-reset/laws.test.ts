import * as fc from 'fast-check';
import { deployedReset, RESET_RESOURCE, resetProperties } from './stack-of-reset';
import { type LightsailService, ServiceError } from '../../../simulator';
import { Account } from '../account';
import { anyBehaviour } from '../arbitraries';
import type { Ports } from '../simulated-lightsail';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

/** The disturbance at one call of the handler to Lightsail. */
const anyHappening = fc.oneof(
  { weight: 4, arbitrary: fc.constant('nothing' as const) },
  // The faults last for more calls than the SDK makes attempts.
  fc.constantFrom('throttle', 'serverError', 'cutBefore', 'cutAfter', 'another deployment', 'staleRead'),
);
type Happening = typeof anyHappening extends fc.Arbitrary<infer T> ? T : never;

const anySchedule = fc.record({
  happenings: fc.array(anyHappening, { maxLength: 40 }),
  /** Whether each call of the handler is made twice, because Lambda delivers an event at least once. */
  isDeliveredTwice: fc.array(fc.boolean(), { maxLength: 6 }),
  options: fc.record({ waitForCompletion: fc.boolean(), timeoutSeconds: fc.constantFrom(20, 60, 900) }),
  timing: fc.record({ operationSeconds: fc.constantFrom(1, 15, 2_000), deploymentSeconds: fc.constantFrom(25, 300) }),
  behaviour: anyBehaviour,
});
type Schedule = typeof anySchedule extends fc.Arbitrary<infer T> ? T : never;

/** Runs one update with another trigger under these disturbances. */
async function play({ happenings, isDeliveredTwice, options, timing, behaviour }: Schedule) {
  let isPlaying = false;
  let calls = 0;
  let deliveries = 0;
  const disturbed = (port: Ports, service: LightsailService): Ports => Object.fromEntries(Object.entries(port).map(([name, method]) =>
    [name, async (...args: unknown[]) => {
      const happening: Happening = isPlaying ? happenings[calls++] ?? 'nothing' : 'nothing';
      if (happening === 'another deployment') deployOutside(service);
      else if (happening !== 'nothing') service.faults.add({ operation: '*', kind: happening, times: 2 });
      return (method as (...given: unknown[]) => Promise<unknown>)(...args).finally(() => service.faults.clear());
    }])) as object as Ports;
  const account = new Account({ ...behaviour, statusLagSeconds: 0 }, disturbed, timing);
  const { resource } = await deployedReset(account);
  const stack = Object.assign(account.stack('content', RESET_RESOURCE, {
    invoke: async (event) => {
      if (isDeliveredTwice[deliveries++]) await account.host.invoke(event);
      return account.host.invoke(event);
    },
  }), { resource });
  const startedAt = account.clock.now();
  isPlaying = true;
  const result = await stack.update(resetProperties('v2', options));
  const resets = account.service.snapshot().operations.filter(({ operationType }) => operationType === 'ResetDistributionCache');
  return { result, resets, startedAt, endedAt: account.clock.now() };
}

function deployOutside(service: LightsailService): void {
  try {
    service.seeds.deployOutsideStack('my-cdn', { defaultRootObject: 'other.html' });
  } catch (error) {
    // Lightsail refuses the call because the distribution is busy.
    if (!(error instanceof ServiceError)) throw error;
  }
}

const count = (happenings: readonly Happening[], ...kinds: readonly Happening[]) => happenings.filter((one) => kinds.includes(one)).length;

test('a request resets the cache at most once, and once more for each read that does not show the reset yet', async () => {
  await fc.assert(fc.asyncProperty(anySchedule, async (schedule) => {
    const { resets } = await play(schedule);
    expect(resets.length).toBeLessThanOrEqual(1 + count(schedule.happenings, 'staleRead'));
  }), { seed: 1, numRuns: 400 });
});

test('nothing of this fails the deployment, and success says what is so', async () => {
  await fc.assert(fc.asyncProperty(anySchedule, async (schedule) => {
    const { result: { status, data, reasons }, resets, startedAt, endedAt } = await play(schedule);
    expect([status, reasons]).toEqual(['UPDATE_COMPLETE', []]);
    const told = data!.status;
    const ended = resets.filter(({ createdAt, statusChangedAt, isTerminal }) =>
      isTerminal && createdAt * 1_000 >= startedAt && statusChangedAt * 1_000 <= endedAt);
    if (told === 'reset') expect(ended).not.toEqual([]);
    else expect(told).toMatch(/^in progress: (ResetDistributionCache|status (".*"|nothing), then ResetDistributionCache|a response of Lightsail, got )/);
  }), { seed: 2, numRuns: 400 });
});

test('where nothing goes wrong for long, the cache is reset', async () => {
  await fc.assert(fc.asyncProperty(anySchedule, async (schedule) => {
    const { result, resets } = await play({
      ...schedule,
      happenings: schedule.happenings.slice(0, 8),
      options: { waitForCompletion: true, timeoutSeconds: 900 },
      timing: { operationSeconds: 15, deploymentSeconds: 25 },
    });
    expect([result.data, resets.length > 0]).toEqual([{ status: 'reset' }, true]);
  }), { seed: 3, numRuns: 200 });
});
