import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { acceptableSettings, anyBehaviour, anySettings, reordered } from './arbitraries';
import { readBack } from './read-back';
import { contextOf, simulatedLightsail } from './simulated-lightsail';
import type { Outcome } from '../../lambda/decision';
import { changes } from '../../lambda/distribution/changes';
import { isEquivalent } from '../../lambda/distribution/equivalence';
import type { SettingsPhase } from '../../lambda/distribution/phase';
import { PRESENT } from '../../lambda/distribution/present/goal';
import type { Request } from '../../lambda/distribution/request';
import { SETTING_NAMES, type SettingName, SETTINGS, type Settings } from '../../lambda/distribution/settings';
import { planSteps } from '../../lambda/distribution/steps';
import { UNOBSERVED } from '../../lambda/phase';
import { RequestFailed } from '../../lambda/protocol/request-failed';
import { FIRST_CALL, type FirstCall, reconcile } from '../../lambda/reconcile';
import { LightsailService, ManualClock, type DistributionPatch, type ServiceBehaviour } from '../../simulator';

const observed = (live: LightsailDistribution) => Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].observe(live)]));

describe('laws of the pure core', () => {
  test('no change when the live state satisfies the desired state, in any order of lists and members', () => {
    fc.assert(fc.property(anySettings, (desired) => {
      // The members of WAF are read back in one object, and rules imply that WAF is enabled.
      const live = readBack(desired);
      const asRead = { ...live, ...(live.waf && { waf: { ...live.waf, isWafEnabled: desired.enableWaf ?? true } }) };
      expect(changes({ desired, removed: {} }, reordered(asRead) as LightsailDistribution)).toEqual([]);
    }));
  });

  test('a write has what differs, what Lightsail replaces together with it, and nothing else', () => {
    fc.assert(fc.property(anySettings, anySettings, (desired, present) => {
      const live = readBack(present);
      const list = changes({ desired, removed: {} }, live);
      const update = planSteps({ resourceName: 'my-cdn', desired }, list, live).find(({ call }) => call === 'UpdateDistribution');
      const { origin = {}, cacheBehaviorSettings = {}, ...rest } = JSON.parse(JSON.stringify(update?.input ?? {}));
      const changed = list.map(({ setting }) => setting as string);
      for (const [member, value] of Object.entries({ ...origin })) {
        if (!changed.includes(`origin.${member}`)) expect(value).toEqual(live.origin?.[member as 'name']);
      }
      for (const [member, value] of Object.entries({ ...cacheBehaviorSettings })) {
        if (!changed.includes(`cacheBehaviorSettings.${member}`)) expect(isEquivalent(value, live.cacheBehaviorSettings?.[member as 'defaultTTL'])).toBe(true);
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

/** A distribution with these settings, and all resources that the settings can name. */
function seeded(present: Settings, behaviour: Partial<ServiceBehaviour> = {}): { service: LightsailService; clock: ManualClock } {
  const clock = new ManualClock();
  const service = new LightsailService({ clock, operationSeconds: 20, deploymentSeconds: 30, behaviour });
  for (const regionName of ['us-east-1', 'eu-west-1'] as const) {
    for (const name of ['web-1', 'web-2', 'my-cdn-origin']) service.seeds.seedOrigin(name, { regionName, resourceType: 'Bucket' });
  }
  service.seeds.seedCertificate('cert-1', { domainName: 'cert-1.example.com' });
  service.seeds.seedCertificate('cert-2', { domainName: 'cert-2.example.com' });
  service.seeds.seedDistribution('my-cdn', { origin: { resourceType: 'Bucket' } });
  service.seeds.changeOutsideStack('my-cdn', readBack(present) as DistributionPatch);
  return { service, clock };
}

/** Runs one request until it ends. */
async function run(service: LightsailService, clock: ManualClock, desired: Settings, removed: Settings): Promise<string> {
  const request: Request = {
    id: 'request-1',
    resource: 'stack/Cdn',
    resourceName: 'my-cdn',
    desired,
    removed,
    isChange: false,
    waitForDeployment: true,
    timeoutSeconds: 600,
    startedAt: clock.now(),
  };
  const context = contextOf(simulatedLightsail(service), () => clock.now());
  const pass = (phase: SettingsPhase | FirstCall) => reconcile(PRESENT, context, request, phase);
  try {
    let outcome: Outcome<SettingsPhase> = await pass(FIRST_CALL);
    const polled = outcome.kind === 'incomplete' ? outcome.phase : UNOBSERVED;
    while (outcome.kind === 'incomplete') {
      clock.advance(10);
      outcome = await pass(polled);
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

  test('after a request nothing differs, the next request makes 1 read and 0 writes, and unmanaged settings are unchanged', async () => {
    await fc.assert(fc.asyncProperty(acceptableSettings, acceptableSettings, anySelection, anySelection, async (present, wanted, managed, once) => {
      const desired = Object.fromEntries(Object.entries(wanted).filter(([name]) => managed.includes(name as SettingName))) as Settings;
      // Half of the removed settings have their deployed value live. The others were changed outside the stack.
      const removed = Object.fromEntries(Object.entries({ ...wanted, ...present })
        .filter(([name]) => once.includes(name as SettingName) && !managed.includes(name as SettingName))) as Settings;
      const { service, clock } = seeded(present);
      const before = service.seeds.distribution('my-cdn') as object as LightsailDistribution;
      const result = await run(service, clock, desired, removed);
      const after = service.seeds.distribution('my-cdn') as object as LightsailDistribution;

      if (result === 'complete') {
        expect(changes({ desired, removed }, after)).toEqual([]);
        service.log.clear();
        expect(await run(service, clock, desired, removed)).toBe('complete');
        expect(service.log.all.map(({ operation }) => operation)).toEqual(['GetDistributions']);
      } else {
        // A mixture of two acceptable selections is not always acceptable. If it is refused, the message must say so.
        expect(result).toMatch(/refused, got InvalidInputException|WAF is disabled/);
      }
      const managedNow = [
        ...Object.keys(desired),
        ...Object.keys(removed),
        // The settings that the service couples: WAF with its rules, and private access with the origin.
        ...(desired.enableWaf === false || removed.enableWaf ? ['wafRules'] : []),
        ...(desired['origin.name'] || desired['origin.regionName'] ? ['enablePrivateOriginAccess'] : []),
      ];
      for (const name of SETTING_NAMES.filter((one) => !managedNow.includes(one))) {
        expect({ [name]: observed(after)[name] }).toEqual({ [name]: observed(before)[name] });
      }
      expect(after.tags).toEqual(before.tags);
    }), { numRuns: 300 });
  });

  test('settings that depend on each other are always applied, whatever the live state is and however Lightsail behaves where that is unknown', async () => {
    await fc.assert(fc.asyncProperty(acceptableSettings, acceptableSettings, anyBehaviour, async (present, desired, behaviour) => {
      const { service, clock } = seeded(present, behaviour);
      expect(await run(service, clock, desired, {})).toBe('complete');
      expect(service.log.all.filter(({ operation }) => operation === 'UpdateDistribution').length).toBeLessThanOrEqual(1);
      expect(service.log.all.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    }), { numRuns: 400 });
  });
});
