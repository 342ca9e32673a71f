import { after, foreign, type Scenario } from './scenario';
import { CACHE_RESET_SCENARIOS } from './scenarios-cache-reset';
import { CERTIFICATE_SCENARIOS } from './scenarios-certificate';
import type { World } from './world';
import type { ServiceBehaviour } from '../../simulator';
import { owned } from '../lambda/account';
import type { Circumstances, Stack } from '../lambda/cloudformation';

type Properties = Stack['create'] extends (properties: infer P, ...rest: never[]) => unknown ? P : never;

const SETTINGS = { resourceType: 'Custom::LightsailDistributionSettings', logicalId: 'Settings' };
const settings = (wanted: object, more: object = {}): Properties =>
  ({ distributionName: 'my-cdn', waitForDeployment: true, timeoutSeconds: 3_000, ...more, settings: wanted });

const TAGS = [{ key: 'team', value: 'web' }, { key: 'flag', value: '' }];
const tagged = (wanted: object = {}, tags: object[] = TAGS, more: object = {}) => owned(wanted, { ...more, tags });

/** The settings before the play. The constants below are the settings that scenarios change to. */
const BEFORE = { isEnabled: true, defaultRootObject: 'index.html', cacheBehaviorSettings: { defaultTTL: 60, minimumTTL: 1 }, ipAddressType: 'dualstack' };
const FIVE = { isEnabled: false, defaultRootObject: 'start.html', cacheBehaviorSettings: { defaultTTL: 120, minimumTTL: 2 }, customErrorResponses: [{ errorCode: 404 }] };
const THREE_CALLS = { ...FIVE, ipAddressType: 'ipv4', bundleId: 'medium_1_0' };
const REFUSED = { ...BEFORE, isEnabled: false, enableWaf: false, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] };
/** For a while after a write, reads show the distribution as deployed, with its former settings. */
const SEEN_LATE: Partial<ServiceBehaviour> = { statusLagSeconds: 12, newSettingsShown: 'whenDeployed' };

/** A distribution of the stack, and a distribution of another owner. */
const created = (properties: Properties = tagged(BEFORE)) => async (world: World) => {
  foreign('other-cdn')(world);
  await world.stack().create(properties);
};
const withSettings = (wanted: object = BEFORE) => async (world: World) => {
  foreign()(world);
  await world.stack('settings', SETTINGS).create(settings(wanted));
};
/** Starts a deployment outside the stack, of a setting that no template has. */
const deploy = (world: World) => world.account.service.seeds.deployOutsideStack('my-cdn', { viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019' });
/** The deployment that was started outside the stack is in progress when the play begins. */
const busy = (scenario: Scenario): Scenario => ({ ...scenario, beforePlay: deploy });

const create = (properties: Properties, circumstances?: Circumstances): Scenario => ({
  arrange: foreign('other-cdn'),
  play: async (world) => {
    const stack = world.stack();
    await world.play(stack, () => stack.create(properties, circumstances));
  },
});
const createOver = (properties: Properties, circumstances?: Circumstances): Scenario => ({ ...create(properties, circumstances), arrange: after(foreign(), foreign('other-cdn')) });
const update = (properties: Properties, circumstances?: Circumstances, before?: Properties): Scenario => ({
  arrange: created(before),
  play: async (world) => {
    const [stack] = world.stacks;
    await world.play(stack, () => stack.update(properties, circumstances));
  },
});
const remove = (...more: ((world: World) => unknown)[]): Scenario => ({
  arrange: after(created(), ...more),
  play: async (world) => {
    const [stack] = world.stacks;
    await world.play(stack, () => stack.delete());
  },
});
/** The construct of a distribution with `RemovalPolicy.RETAIN` is removed. Then the construct is added again. */
const retained = (circumstances?: Circumstances): Scenario => ({
  arrange: after(created(), (world) => world.stacks.shift()),
  play: async (world) => {
    const stack = world.stack();
    await world.play(stack, () => stack.create(tagged({ ...BEFORE, isEnabled: false }), circumstances));
  },
});
const adopted = (more: object = {}) => after(foreign(), (world) => world.stack().create(tagged(BEFORE, TAGS, { onExisting: 'adopt', ...more })));

const renamed = (wanted: object = BEFORE) => tagged(wanted, TAGS, { distributionName: 'new-cdn' });
const adopting = (wanted: object = {}, more: object = {}) => owned(wanted, { onExisting: 'adopt', ...more });

const ofSettings = (wanted: object, more: object = {}, circumstances?: Circumstances): Scenario => ({
  arrange: foreign(),
  play: async (world) => {
    const stack = world.stack('settings', SETTINGS);
    await world.play(stack, () => stack.create(settings(wanted, more), circumstances));
  },
});
const updateOfSettings = (wanted: object, more: object = {}, circumstances?: Circumstances): Scenario => ({
  arrange: after(foreign('other-cdn'), withSettings()),
  play: async (world) => {
    const [stack] = world.stacks;
    await world.play(stack, () => stack.update(settings(wanted, more), circumstances));
  },
});

const both = after(created(), (world) => world.stack('settings', SETTINGS).create(settings({ cacheBehaviorSettings: { maximumTTL: 1_000 } })));

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'create': create(owned()),
  'create with a certificate': create(owned({ certificateName: 'cert-1' })),
  'create with tags': create(tagged()),
  'create disabled': create(owned({ isEnabled: false })),
  'create with everything': create(tagged({ ...FIVE, certificateName: 'cert-1', ipAddressType: 'ipv4' })),
  'create without waiting': create(tagged({ isEnabled: false }, TAGS, { waitForDeployment: false })),
  'create over one that no stack owns': createOver(owned()),
  'create cancelled at once': create(tagged({ isEnabled: false }), { siblingFailsAfter: 0 }),
  'create cancelled': create(tagged({ isEnabled: false }), { siblingFailsAfter: 3 }),
  'create cancelled while it disables': create(tagged({ isEnabled: false }), { siblingFailsAfter: 5 }),
  'adopt as it is': createOver(adopting()),
  'adopt as it is, cancelled at once': createOver(adopting(), { siblingFailsAfter: 0 }),
  'adopt and change': createOver(adopting(FIVE, { tags: TAGS })),
  'adopt cancelled': createOver(adopting(FIVE, { tags: TAGS }), { siblingFailsAfter: 1 }),
  'adopt and fail': createOver(adopting({ wafRules: REFUSED.wafRules }, { tags: TAGS })),
  'retained, and defined again': retained(),
  'retained, and defined again soon': { ...retained(), age: 60 },
  'retained, defined again and cancelled': retained({ siblingFailsAfter: 1 }),
  'retained, soon defined again and cancelled': { ...retained({ siblingFailsAfter: 1 }), age: 60 },

  'update without a difference': update(tagged(BEFORE)),
  'update one setting': update(tagged({ ...BEFORE, isEnabled: false })),
  'update five settings': update(tagged({ ...BEFORE, ...FIVE })),
  'update three calls': update(tagged({ ...BEFORE, ...THREE_CALLS })),
  'update three calls, with late reads': { ...update(tagged({ ...BEFORE, ...THREE_CALLS })), behaviour: SEEN_LATE },
  'update without waiting': update(tagged({ ...BEFORE, ...THREE_CALLS }, TAGS, { waitForDeployment: false })),
  'update tags': update(tagged(BEFORE, [{ key: 'team', value: 'cdn' }, { key: 'stage', value: 'test' }])),
  'update settings and tags': update(tagged({ ...BEFORE, isEnabled: false }, [{ key: 'team', value: 'cdn' }])),
  'remove settings from the template': update(tagged({})),
  'swap the certificate': update(tagged({ ...BEFORE, certificateName: 'cert-2' }), {}, tagged({ ...BEFORE, certificateName: 'cert-1' })),
  'attach a certificate': update(tagged({ ...BEFORE, certificateName: 'cert-1' })),
  'update a busy one': busy(update(tagged({ ...BEFORE, isEnabled: false }))),
  'update after a deployment outside the stack': { ...update(tagged({ ...BEFORE, isEnabled: false })), arrange: after(created(), deploy) },
  'update one that was deleted outside the stack': {
    ...update(tagged({ ...BEFORE, isEnabled: false })), arrange: after(created(), (world) => world.account.service.seeds.removeDistribution('my-cdn')),
  },
  'update and fail': update(tagged(REFUSED)),
  'a sibling fails after the update': update(tagged({ ...BEFORE, ...FIVE, ipAddressType: 'ipv4' }, [{ key: 'team', value: 'cdn' }]), { siblingFailsAfter: Infinity }),
  'update cancelled at once': update(tagged({ ...BEFORE, ...FIVE, ipAddressType: 'ipv4' }), { siblingFailsAfter: 0 }),
  'update cancelled at once, with late reads': { ...update(tagged({ ...BEFORE, isEnabled: false }), { siblingFailsAfter: 0 }), behaviour: SEEN_LATE },
  'update cancelled': update(tagged({ ...BEFORE, ...FIVE, ipAddressType: 'ipv4' }), { siblingFailsAfter: 1 }),
  'update cancelled between its calls': update(tagged({ ...BEFORE, ...FIVE, ipAddressType: 'ipv4' }), { siblingFailsAfter: 4 }),
  'update of a busy one cancelled while it waits': busy(update(tagged({ ...BEFORE, isEnabled: false }), { siblingFailsAfter: 1 })),
  'update cancelled after a deployment outside the stack': { ...update(tagged({ ...BEFORE, isEnabled: false }), { siblingFailsAfter: 1 }), arrange: after(created(), deploy) },

  'rename': update(renamed()),
  'rename with everything': update(renamed({ ...FIVE, certificateName: 'cert-1' })),
  'rename to one that no stack owns': update(tagged(BEFORE, TAGS, { distributionName: 'other-cdn' })),
  'rename and adopt': update(tagged(BEFORE, TAGS, { distributionName: 'other-cdn', onExisting: 'adopt' })),
  'rename that fails': update(renamed(REFUSED)),
  'rename that fails, forgotten': update(renamed(REFUSED), { forgetsNewId: true }),
  'rename with everything, forgotten if it fails': update(renamed({ ...FIVE, certificateName: 'cert-1' }), { forgetsNewId: true }),
  'rename cancelled at once': update(renamed(), { siblingFailsAfter: 0 }),
  'rename cancelled': update(renamed({ ...BEFORE, isEnabled: false }), { siblingFailsAfter: 2 }),
  'rename, then a sibling fails': update(renamed(), { siblingFailsAfter: Infinity }),

  'delete': remove(),
  'delete a busy one': busy(remove()),
  'delete after a deployment outside the stack': remove(deploy),
  'delete one that was deleted outside the stack': remove((world) => world.account.service.seeds.removeDistribution('my-cdn')),
  'delete one with another owner': remove((world) => world.account.service.seeds.tagOutsideStack('my-cdn', { 'cdk-lightsail-distribution:owner': 'created somebody else' })),
  'delete an adopted one': { ...remove(), arrange: after(foreign('other-cdn'), adopted()) },
  'delete an adopted one with RemovalPolicy.DESTROY': { ...remove(), arrange: after(foreign('other-cdn'), adopted({ deleteAdopted: true })) },
  'a whole lifecycle': {
    arrange: foreign('other-cdn'),
    play: async (world) => {
      const stack = world.stack();
      await world.play(stack, () => stack.create(tagged(BEFORE)));
      await world.play(stack, () => stack.update(tagged({ ...BEFORE, isEnabled: false })));
      await world.play(stack, () => stack.update(renamed()));
      await world.play(stack, () => stack.delete());
    },
  },

  'settings without a difference': ofSettings({ defaultRootObject: 'theirs.html' }),
  'settings of one call': ofSettings(FIVE),
  'settings of three calls': ofSettings(THREE_CALLS),
  'settings of three calls, with late reads': { ...ofSettings(THREE_CALLS), behaviour: SEEN_LATE },
  'settings of one call, with late reads': { ...ofSettings({ isEnabled: false }), behaviour: SEEN_LATE },
  'settings of three calls without waiting': ofSettings(THREE_CALLS, { waitForDeployment: false }),
  'settings with a certificate': ofSettings({ certificateName: 'cert-1' }),
  'settings of a busy distribution': busy(ofSettings({ isEnabled: false })),
  'settings after a deployment outside the stack': { ...ofSettings({ isEnabled: false }), arrange: after(foreign(), deploy) },
  'settings of three calls of a busy distribution': busy(ofSettings(THREE_CALLS)),
  'settings of three calls after a deployment outside the stack': { ...ofSettings(THREE_CALLS), arrange: after(foreign(), deploy) },
  'settings cancelled': ofSettings(THREE_CALLS, {}, { siblingFailsAfter: 2 }),
  'update settings': updateOfSettings({ ...BEFORE, isEnabled: false, ipAddressType: 'ipv4' }),
  'update settings cancelled': updateOfSettings({ ...BEFORE, isEnabled: false, ipAddressType: 'ipv4' }, {}, { siblingFailsAfter: 1 }),
  'settings of another distribution': updateOfSettings({ ...BEFORE, isEnabled: false }, { distributionName: 'other-cdn' }),
  'settings of another distribution cancelled': updateOfSettings({ ...BEFORE, isEnabled: false }, { distributionName: 'other-cdn' }, { siblingFailsAfter: 1 }),
  'delete settings': {
    arrange: after(foreign('other-cdn'), withSettings()),
    play: async (world) => {
      const [stack] = world.stacks;
      await world.play(stack, () => stack.delete());
    },
  },

  'both on one distribution, one after the other': {
    arrange: both,
    play: async (world) => {
      const [distribution, own] = world.stacks;
      await world.play(distribution, () => distribution.update(tagged({ ...BEFORE, isEnabled: false })));
      await world.play(own, () => own.update(settings({ cacheBehaviorSettings: { maximumTTL: 2_000 } })));
      await world.play(own, () => own.delete());
      await world.play(distribution, () => distribution.delete());
    },
  },
  'both on one distribution at once': {
    arrange: both,
    play: async (world) => {
      const [distribution, own] = world.stacks;
      await Promise.all([
        world.play(distribution, () => distribution.update(tagged({ ...BEFORE, isEnabled: false, ipAddressType: 'ipv4' }))),
        world.play(own, () => own.update(settings({ customErrorResponses: [{ errorCode: 404 }] }))),
      ]);
    },
  },

  ...CACHE_RESET_SCENARIOS,
  ...CERTIFICATE_SCENARIOS,
};
