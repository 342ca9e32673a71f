import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import { repeating, simulatedLightsail } from './simulated-lightsail';
import { advance, RequestFailed, type Outcome } from '../../lambda/advance';
import { changes } from '../../lambda/changes';
import type { Progress } from '../../lambda/event';
import type { Lightsail } from '../../lambda/lightsail';
import type { Request } from '../../lambda/request';
import type { Settings } from '../../lambda/settings';
import { LightsailService, ManualClock, type DistributionPatch, type ServiceBehaviour } from '../../simulator';

const UNMANAGED = { cacheBehaviorSettings: { maximumTTL: 1_000_000 }, tags: [{ key: 'team', value: 'web' }] };

interface Scenario {
  readonly desired: Settings;
  readonly waitForDeployment?: boolean;
  /** Another hand's change that is under way when the request comes. */
  readonly underWay?: DistributionPatch;
  readonly behaviour?: Partial<ServiceBehaviour>;
}

/** For a while after a write, reads show a distribution that is deployed, with its former settings. */
const SEEN_LATE: Partial<ServiceBehaviour> = { statusLagSeconds: 12, newSettingsShown: 'whenDeployed' };

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'nothing differs': { desired: { isEnabled: true } },
  'several settings of one call': { desired: { 'isEnabled': false, 'cacheBehaviorSettings.defaultTTL': 0, 'defaultRootObject': 'index.html' } },
  'three calls': { desired: { isEnabled: false, ipAddressType: 'ipv4', bundleId: 'medium_1_0' } },
  'a certificate': { desired: { certificateName: 'cert-1' } },
  'a busy distribution': { desired: { isEnabled: false }, underWay: { viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019' } },
  'three calls on a busy distribution': {
    desired: { isEnabled: false, ipAddressType: 'ipv4', bundleId: 'medium_1_0' }, underWay: { viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019' },
  },
  'one call, seen late': { desired: { isEnabled: false }, behaviour: SEEN_LATE },
  'three calls, seen late': { desired: { isEnabled: false, ipAddressType: 'ipv4', bundleId: 'medium_1_0' }, behaviour: SEEN_LATE },
  'three calls without waiting': { desired: { isEnabled: false, ipAddressType: 'ipv4', bundleId: 'medium_1_0' }, waitForDeployment: false },
};

/** The end of the process in the middle of a call, which nobody then waits for any more; the event is delivered again. */
class Kill {
  signal!: Promise<'killed'>;
  private end!: (word: 'killed') => void;

  constructor() {
    this.rearm();
  }

  rearm(): void {
    this.signal = new Promise((resolve) => { this.end = resolve; });
  }

  now(): Promise<never> {
    this.end('killed');
    return new Promise(() => undefined);
  }
}

/** Runs the scenario to its end, with a port that may fail, as the framework would: the same first answer goes to every poll. */
async function run({ desired, waitForDeployment = true, underWay, behaviour }: Scenario, disturb: Disturb) {
  const clock = new ManualClock();
  const service = new LightsailService({ clock, operationSeconds: 15, deploymentSeconds: 25, behaviour });
  service.seeds.seedCertificate('cert-1', { domainName: 'example.com' });
  service.seeds.seedDistribution('my-cdn', UNMANAGED);
  if (underWay) service.seeds.deployByAnotherHand('my-cdn', underWay);
  live(service);
  const killed = new Kill();
  const port = disturb(service, repeating(simulatedLightsail(service)), killed);
  const request: Request = {
    id: 'request-1', resource: 'stack/Cdn', distributionName: 'my-cdn', desired, takenOut: {}, isChange: false, waitForDeployment, timeoutSeconds: 600, startedAt: clock.now(),
  };
  const turn = async (progress: Progress | undefined): Promise<Outcome> => {
    const outcome = await Promise.race([advance(port, request, progress, () => clock.now()), killed.signal]);
    if (outcome !== 'killed') return outcome;
    killed.rearm();
    clock.advance(1);
    return turn(progress);
  };
  let result = 'complete';
  try {
    const first = await turn(undefined);
    for (let outcome = first; outcome.kind === 'incomplete'; clock.advance(10)) outcome = await turn(first.kind === 'incomplete' ? first.progress : undefined);
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    result = error.message;
  }
  clock.advance(60);
  const calls = service.log.all.length;
  const attempts = service.log.all.filter(({ operation }) => /^(Update|Set)/.test(operation));
  const effects = attempts.filter(({ outcome }) => ['ok', 'cutAfter'].includes(outcome));
  const repeated = attempts.filter(({ operation }, index) =>
    effects.some((effect) => effect.operation === operation && attempts.indexOf(effect) < index));
  return { result, after: live(service), calls, repeated, effects: effects.map(({ operation }) => operation) };
}

const live = (service: LightsailService) => {
  // A read of the simulator ends what is over by now; this one is not one of the handler's.
  service.answer({ operation: 'GetDistributions', input: { distributionName: 'my-cdn' }, region: 'us-east-1' });
  service.log.clear();
  return service.seeds.distribution('my-cdn') as object as LightsailDistribution;
};

type Disturb = (service: LightsailService, port: Lightsail, killed: Kill) => Lightsail;

const undisturbed: Disturb = (_service, port) => port;

const faultAt = (kind: 'throttle' | 'serverError' | 'cutBefore' | 'cutAfter', call: number, times = 1): Disturb => (service, port) => {
  service.faults.add({ operation: '*', kind, after: call, times });
  return port;
};

const killAt = (when: 'before' | 'after', call: number): Disturb => (_service, port, killed) => {
  let made = 0;
  return Object.fromEntries(Object.entries(port).map(([name, method]) => [name, async (...args: unknown[]) => {
    const here = made++ === call;
    if (here && when === 'before') return killed.now();
    const answer = await (method as (...given: unknown[]) => Promise<unknown>)(...args);
    return here ? killed.now() : answer;
  }])) as object as Lightsail;
};

const DISTURBANCES = {
  'is throttled': (call: number) => faultAt('throttle', call),
  'meets a server error': (call: number) => faultAt('serverError', call),
  'is cut off before its effect': (call: number) => faultAt('cutBefore', call),
  'is cut off after its effect': (call: number) => faultAt('cutAfter', call),
  'finds the process killed before it': (call: number) => killAt('before', call),
  'finds the process killed after it': (call: number) => killAt('after', call),
};

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

describe.each(Object.entries(SCENARIOS))('%s', (_name, scenario) => {
  const { desired } = scenario;

  test.each(Object.entries(DISTURBANCES))('whichever call %s, it ends as without that, and no step is sent again that took effect', async (_what, disturbance) => {
    const smooth = await run(scenario, undisturbed);
    expect([smooth.result, changes({ desired, takenOut: {} }, smooth.after)]).toEqual(['complete', []]);
    expect(smooth.calls).toBeGreaterThan(0);
    for (let call = 0; call < smooth.calls; call += 1) {
      const { result, after, effects, repeated } = await run(scenario, disturbance(call));
      expect({ call, result, effects }).toEqual({ call, result: 'complete', effects: smooth.effects });
      // Killed before it could make a record, and shown a distribution that looks untouched, it may try again; the service refuses that as busy.
      if (scenario.behaviour === undefined) expect({ call, repeated }).toEqual({ call, repeated: [] });
      expect({ ...after, arn: '', domainName: '', createdAt: '', supportCode: '' })
        .toEqual({ ...smooth.after, arn: '', domainName: '', createdAt: '', supportCode: '' });
      expect(after.tags).toEqual(UNMANAGED.tags);
    }
  });

  test('whichever call fails however often it is tried, it ends as without that, or with no write at all when that was in the first call', async () => {
    const smooth = await run(scenario, undisturbed);
    for (let call = 0; call < smooth.calls; call += 1) {
      const { result, after, effects } = await run(scenario, faultAt('serverError', call, 2));
      if (result === 'complete') {
        expect({ call, effects, pending: changes({ desired, takenOut: {} }, after) }).toEqual({ call, effects: smooth.effects, pending: [] });
      } else {
        expect({ call, result, effects }).toEqual({
          call, result: expect.stringMatching(/^my-cdn: Lightsail could not be reached when the request began/), effects: [],
        });
      }
    }
  });
});
