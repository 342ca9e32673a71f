import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { acceptableSettings, anyBehaviour, anySettings, reordered } from './arbitraries';
import { EXAMPLES } from './examples';
import { simulatedLightsail } from './simulated-lightsail';
import { advance, RequestFailed, type Outcome } from '../../lambda/advance';
import { changes } from '../../lambda/changes';
import type { Request } from '../../lambda/request';
import { same } from '../../lambda/same';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from '../../lambda/settings';
import { steps } from '../../lambda/steps';
import { LightsailService, ManualClock, type DistributionPatch, type ServiceBehaviour } from '../../simulator';

/** A distribution as the service reads it back when it has these settings. */
function readBack(settings: Settings): LightsailDistribution {
  return Object.entries(settings).reduce<Record<string, unknown>>((live, [name, value]) => {
    const part = (EXAMPLES[name as SettingName].readBack as (value: unknown) => object)(value);
    return Object.entries(part).reduce((whole, [member, one]) => ({
      ...whole,
      [member]: typeof one === 'object' && !Array.isArray(one) ? { ...whole[member] as object, ...one } : one,
    }), live);
  }, {});
}

const observed = (live: LightsailDistribution) => Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].observe(live)]));

describe('laws of the pure core', () => {
  test('no change when live satisfies desired, in any order of lists and members', () => {
    fc.assert(fc.property(anySettings, (desired) => {
      // WAF's members are read back in one object, and rules imply that WAF is on.
      const live = readBack(desired);
      const asRead = { ...live, ...(live.waf && { waf: { ...live.waf, isWafEnabled: desired.enableWaf ?? true } }) };
      expect(changes({ desired, takenOut: {} }, reordered(asRead) as LightsailDistribution)).toEqual([]);
    }));
  });

  test('a request holds what differs, what is replaced whole with it, and nothing else', () => {
    fc.assert(fc.property(anySettings, anySettings, (desired, present) => {
      const live = readBack(present);
      const list = changes({ desired, takenOut: {} }, live);
      const update = steps({ distributionName: 'my-cdn', desired }, list, live).find(({ call }) => call === 'UpdateDistribution');
      const { origin = {}, cacheBehaviorSettings = {}, ...rest } = JSON.parse(JSON.stringify(update?.input ?? {}));
      const changed = list.map(({ setting }) => setting as string);
      for (const [member, value] of Object.entries({ ...origin })) {
        if (!changed.includes(`origin.${member}`)) expect(value).toEqual(live.origin?.[member as 'name']);
      }
      for (const [member, value] of Object.entries({ ...cacheBehaviorSettings })) {
        if (!changed.includes(`cacheBehaviorSettings.${member}`)) expect(same(value, live.cacheBehaviorSettings?.[member as 'defaultTTL'])).toBe(true);
      }
      const coupled: Record<string, boolean> = {
        distributionName: update !== undefined,
        useDefaultCertificate: changed.includes('certificateName'),
        enablePrivateOriginAccess: Object.keys(origin).length > 0
          && (live.origin?.isPrivateOriginAccessEnabled === true || desired.enablePrivateOriginAccess !== undefined),
      };
      for (const member of Object.keys(rest)) expect([member, changed.includes(member) || coupled[member]]).toEqual([member, true]);
    }));
  });
});

/** A distribution with these settings, and all that any settings may name. */
function seeded(present: Settings, behaviour: Partial<ServiceBehaviour> = {}): { service: LightsailService; clock: ManualClock } {
  const clock = new ManualClock();
  const service = new LightsailService({ clock, operationSeconds: 20, deploymentSeconds: 30, behaviour });
  for (const regionName of ['us-east-1', 'eu-west-1'] as const) {
    for (const name of ['web-1', 'web-2', 'my-cdn-origin']) service.seeds.seedOrigin(name, { regionName, resourceType: 'Bucket' });
  }
  service.seeds.seedCertificate('cert-1', { domainName: 'cert-1.example.com' });
  service.seeds.seedCertificate('cert-2', { domainName: 'cert-2.example.com' });
  service.seeds.seedDistribution('my-cdn', { origin: { resourceType: 'Bucket' } });
  service.seeds.changeByAnotherHand('my-cdn', readBack(present) as DistributionPatch);
  return { service, clock };
}

/** One request to its end. */
async function run(service: LightsailService, clock: ManualClock, desired: Settings, takenOut: Settings): Promise<string> {
  const request: Request = {
    id: 'request-1',
    resource: 'stack/Cdn',
    distributionName: 'my-cdn',
    desired,
    takenOut,
    isChange: false,
    waitForDeployment: true,
    timeoutSeconds: 600,
    startedAt: clock.now(),
  };
  const turn = (progress: Parameters<typeof advance>[2]) => advance(simulatedLightsail(service), request, progress, () => clock.now());
  try {
    let outcome: Outcome = await turn(undefined);
    const first = outcome.kind === 'incomplete' ? outcome.progress : undefined;
    while (outcome.kind === 'incomplete') {
      clock.advance(10);
      outcome = await turn(first);
    }
    return 'complete';
  } catch (error) {
    if (error instanceof RequestFailed) return error.message;
    throw error;
  }
}

const anySelection = fc.subarray([...SETTING_NAMES]);

describe('laws over the simulator', () => {
  beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

  test('after a request has been applied nothing differs, the next makes 1 read and 0 writes, and what is unmanaged is as it was', async () => {
    await fc.assert(fc.asyncProperty(acceptableSettings, acceptableSettings, anySelection, anySelection, async (present, wanted, managed, once) => {
      const desired = Object.fromEntries(Object.entries(wanted).filter(([name]) => managed.includes(name as SettingName))) as Settings;
      // Half of what is taken out is live as it was set, the rest has been changed by another hand since.
      const takenOut = Object.fromEntries(Object.entries({ ...wanted, ...present })
        .filter(([name]) => once.includes(name as SettingName) && !managed.includes(name as SettingName))) as Settings;
      const { service, clock } = seeded(present);
      const before = service.seeds.distribution('my-cdn') as object as LightsailDistribution;
      const result = await run(service, clock, desired, takenOut);
      const after = service.seeds.distribution('my-cdn') as object as LightsailDistribution;

      if (result === 'complete') {
        expect(changes({ desired, takenOut }, after)).toEqual([]);
        service.log.clear();
        expect(await run(service, clock, desired, takenOut)).toBe('complete');
        expect(service.log.all.map(({ operation }) => operation)).toEqual(['GetDistributions']);
      } else {
        // Not every mixture of two acceptable ones is acceptable; a refusal must be one that says so.
        expect(result).toMatch(/refused, got InvalidInputException|WAF is off/);
      }
      const managedNow = [
        ...Object.keys(desired),
        ...Object.keys(takenOut),
        // What the service couples: WAF goes with its rules, and private access with the resource that it was for.
        ...(desired.enableWaf === false || takenOut.enableWaf ? ['wafRules'] : []),
        ...(desired['origin.name'] || desired['origin.regionName'] ? ['enablePrivateOriginAccess'] : []),
      ];
      for (const name of SETTING_NAMES.filter((one) => !managedNow.includes(one))) {
        expect({ [name]: observed(after)[name] }).toEqual({ [name]: observed(before)[name] });
      }
      expect(after.tags).toEqual(before.tags);
    }), { numRuns: 300 });
  });

  test('settings that go together are always applied, whatever was there and however the service answers open questions', async () => {
    await fc.assert(fc.asyncProperty(acceptableSettings, acceptableSettings, anyBehaviour, async (present, desired, behaviour) => {
      const { service, clock } = seeded(present, behaviour);
      expect(await run(service, clock, desired, {})).toBe('complete');
      expect(service.log.all.filter(({ operation }) => operation === 'UpdateDistribution').length).toBeLessThanOrEqual(1);
      expect(service.log.all.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    }), { numRuns: 400 });
  });
});
