import * as fc from 'fast-check';
import { Account, owned } from './account';
import { acceptableSettings, anyBehaviour } from './arbitraries';
import type { Result, Stack } from './cloudformation';
import { nested } from './cloudformation-strings';
import { changes } from '../../lambda/distribution/changes';
import { SETTING_NAMES, type SettingName, SETTINGS, type Settings } from '../../lambda/distribution/settings';
import type { ServiceBehaviour } from '../../simulator';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

/** Settings with an origin, which a distribution of a stack always has. */
const anyDesired = acceptableSettings.map((settings): Settings => ({ 'origin.name': 'web-1', ...settings }));
const anyTags = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '1', '2'), { noNullPrototype: true });

function account(behaviour: Partial<ServiceBehaviour> = {}): Account {
  const one = new Account(behaviour);
  for (const regionName of ['us-east-1', 'eu-west-1'] as const) {
    for (const name of ['web-1', 'web-2']) one.service.seeds.seedOrigin(name, { regionName, resourceType: 'Bucket' });
  }
  return one;
}

const properties = (settings: Settings, tags: Readonly<Record<string, string>> = {}, more: object = {}) => ({
  ...owned({}, { tags: Object.entries(tags).map(([key, value]) => ({ key, value })), ...more }), settings: nested(settings),
});

test('after a create nothing differs, however Lightsail behaves where that is unknown, and the next update is 1 read and 0 writes', async () => {
  await fc.assert(fc.asyncProperty(anyDesired, anyTags, anyBehaviour, async (desired, tags, behaviour) => {
    const one = account(behaviour);
    const stack = one.stack();
    expect(await stack.create(properties(desired, tags))).toMatchObject({ status: 'CREATE_COMPLETE', data: { changes: 'created' } });
    expect(changes({ desired, removed: {} }, one.live()!)).toEqual([]);
    expect(one.tags()).toEqual({ ...tags, 'cdk-lightsail-distribution:owner': `created ${stack.id}/Cdn` });
    expect(one.deployments).toEqual(desired.isEnabled === false ? ['CreateDistribution', 'UpdateDistribution'] : ['CreateDistribution']);
    expect(one.writes.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    one.calls();
    expect(await stack.update(properties(desired, tags))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'nothing changed' } });
    expect(one.calls()).toEqual(['GetDistributions']);
  }), { numRuns: 200 });
});

test('an update never changes a setting that is in no template, nor a tag written outside the stack', async () => {
  const anySelection = fc.subarray([...SETTING_NAMES]);
  await fc.assert(fc.asyncProperty(anyDesired, anyDesired, anySelection, anyTags, anyTags, async (initial, wanted, managed, before, after) => {
    const one = account();
    const stack = one.stack();
    const first = only(initial, ['origin.name', 'bundleId', 'enableWaf']);
    await stack.create(properties(first, before));
    one.service.seeds.tagOutsideStack('my-cdn', { theirs: 'x' });
    one.service.seeds.changeOutsideStack('my-cdn', { defaultRootObject: 'theirs.html', cacheBehaviorSettings: { maximumTTL: 20_000_000 } });
    const live = one.live()!;
    const second = { ...first, ...only(wanted, managed.filter((name) => name !== 'bundleId' && name !== 'enableWaf' && name !== 'wafRules')) };
    const { status } = await stack.update(properties(second, after));
    // A managed setting, or one that the service couples to a replaced origin.
    const isManaged = (name: SettingName) => Object.hasOwn(second, name) || (name === 'enablePrivateOriginAccess' && (second['origin.name'] !== first['origin.name'] || 'origin.regionName' in second));
    for (const name of SETTING_NAMES.filter((one_) => !isManaged(one_))) {
      expect({ [name]: SETTINGS[name].observe(one.live()!) }).toEqual({ [name]: SETTINGS[name].observe(live) });
    }
    expect(one.tags()).toEqual({ ...(status === 'UPDATE_COMPLETE' ? after : before), 'theirs': 'x', 'cdk-lightsail-distribution:owner': `created ${stack.id}/Cdn` });
  }), { numRuns: 200 });
});

const only = (settings: Settings, names: readonly SettingName[]): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name as SettingName)));

describe('whatever a stack goes through', () => {
  const NAMES = ['one-cdn', 'two-cdn', 'free-cdn', undefined];
  const anyProperties = fc.record({
    distributionName: fc.constantFrom(...NAMES),
    isEnabled: fc.boolean(),
    ipAddressType: fc.constantFrom('ipv4', 'dualstack'),
    tags: anyTags,
    waitForDeployment: fc.boolean(),
    origin: fc.constantFrom('web', 'web-2', 'no-such-origin'),
    timeoutSeconds: fc.constantFrom(3_000, 3_000, 40),
  });
  const anyCircumstances = fc.record({
    siblingFailsAfter: fc.constantFrom(undefined, undefined, 0, 1, 3, 6, Infinity), forgetsNewId: fc.boolean(),
  });
  const anyStep = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('deploy' as const), properties: anyProperties, circumstances: anyCircumstances }) },
    fc.record({ kind: fc.constant('delete' as const) }),
    fc.record({ kind: fc.constant('deleted outside the stack' as const), name: fc.constantFrom(...NAMES.slice(0, 3)) }),
    fc.record({ kind: fc.constant('deployed outside the stack' as const), name: fc.constantFrom(...NAMES.slice(0, 3)) }),
  );

  /** Runs the steps. The distributions that exist at the start belong to no stack or to another one. */
  async function run(one: Account, steps: readonly (typeof anyStep extends fc.Arbitrary<infer T> ? T : never)[], more: object) {
    const stack = one.stack();
    for (const step of steps) {
      if (step.kind === 'deploy') {
        const { distributionName, isEnabled, ipAddressType, tags, waitForDeployment, origin, timeoutSeconds } = step.properties;
        const given = owned({ isEnabled, ipAddressType, origin: { name: origin } }, {
          distributionName, waitForDeployment, timeoutSeconds, tags: Object.entries(tags).map(([key, value]) => ({ key, value })), ...more,
        });
        const { circumstances } = step;
        await settled(stack, stack.resource === undefined ? await stack.create(given, circumstances) : await stack.update(given, circumstances));
      } else if (step.kind === 'delete') {
        if (stack.resource) await settled(stack, await stack.delete());
      } else if (one.live(step.name) && one.live(step.name)?.tags?.some(({ value }) => value?.includes(stack.id))) {
        if (step.kind === 'deleted outside the stack') one.service.seeds.removeDistribution(step.name!);
        else if (one.live(step.name)?.status === 'Deployed') one.service.seeds.deployOutsideStack(step.name!, { defaultRootObject: 'theirs.html' });
      }
    }
    return stack;
  }

  /** A stack whose rollback or deletion failed accepts only that operation again. */
  async function settled(stack: Stack, { status, reasons }: Result, tries = 5): Promise<void> {
    if (tries === 0) throw new Error(`${status} again and again: ${reasons.join()}`);
    if (status === 'UPDATE_ROLLBACK_FAILED') await settled(stack, await stack.continueUpdateRollback(), tries - 1);
    if (status === 'ROLLBACK_FAILED' || status === 'DELETE_FAILED') await settled(stack, await stack.delete(), tries - 1);
  }

  function withOthers(): Account {
    const one = new Account();
    one.service.seeds.seedDistribution('one-cdn', { defaultRootObject: 'theirs.html', tags: [{ key: 'a', value: '1' }] });
    one.service.seeds.seedDistribution('two-cdn', { tags: [{ key: 'cdk-lightsail-distribution:owner', value: 'created stack/Theirs' }, { key: 'b', value: '1' }] });
    return one;
  }

  const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 6 });

  test('what it does not own is neither changed nor deleted', async () => {
    await fc.assert(fc.asyncProperty(anySteps, async (steps) => {
      const one = withOthers();
      const before = ['one-cdn', 'two-cdn'].map((name) => one.live(name));
      await run(one, steps, {});
      expect(['one-cdn', 'two-cdn'].map((name) => one.live(name))).toEqual(before);
      const others = one.writes.filter(({ input }) => /one-cdn|two-cdn/.test(JSON.stringify(input)));
      expect(others).toEqual([]);
    }), { numRuns: 200 });
  });

  test('what it adopted is never deleted, and another stack\'s is never adopted', async () => {
    await fc.assert(fc.asyncProperty(anySteps, async (steps) => {
      const one = withOthers();
      const theirs = one.live('two-cdn');
      const removed = steps.some(({ kind }) => kind === 'deleted outside the stack');
      await run(one, steps.filter(({ kind }) => kind !== 'deleted outside the stack'), { onExisting: 'adopt' });
      expect(removed || one.live('one-cdn') !== undefined).toBe(true);
      expect(one.live('two-cdn')).toEqual(theirs);
      expect(one.live('one-cdn')).toMatchObject({ arn: expect.stringContaining('Distribution/') });
    }), { numRuns: 200 });
  });

  test('when it is deleted nothing of it is left, neither a distribution nor a tag', async () => {
    await fc.assert(fc.asyncProperty(anySteps, fc.constantFrom('fail', 'adopt'), fc.boolean(), async (steps, onExisting, deleteAdopted) => {
      const one = withOthers();
      const stack = await run(one, steps, { onExisting, deleteAdopted });
      one.pass(600);
      if (stack.resource) expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
      expect(one.names.filter((name) => name !== 'one-cdn' && name !== 'two-cdn')).toEqual([]);
      const marks = one.names.flatMap((name) => Object.entries(one.tags(name))).filter(([key]) => key.startsWith('cdk-lightsail-distribution:'));
      expect(marks).toEqual([['cdk-lightsail-distribution:owner', 'created stack/Theirs']]);
    }), { numRuns: 300 });
  });
});
