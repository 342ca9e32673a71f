import { App, CfnOutput, CfnResource, Duration, RemovalPolicies, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addDistribution, newStack, OWNED_TYPE, ownedPropertiesOf, ownedResource } from './stack-under-test';
import { CacheBehavior, Distribution, DistributionBundle, DistributionSettings, OnExisting, OriginRegion, Reconcile } from '../../src';

const tagsOf = (stack: Stack) => ownedResource(stack).Properties.tags;

describe('the smallest example', () => {
  const stack = newStack();
  addDistribution(stack);
  const template = Template.fromStack(stack);

  test('has this resource', () => {
    expect(template.findResources(OWNED_TYPE)).toEqual({
      [stack.getLogicalId(stack.node.findChild('Cdn').node.defaultChild as CfnResource)]: {
        Type: OWNED_TYPE,
        DependsOn: [expect.stringMatching(/^LightsailDistributionProviderOwnership/)],
        Properties: {
          ServiceToken: { 'Fn::GetAtt': [expect.stringMatching(/^LightsailDistributionProviderframeworkonEvent/), 'Arn'] },
          settings: { origin: { name: 'web' } },
        },
      },
    });
  });

  test('and the provider', () => {
    const count = new Map<string, number>();
    for (const { Type } of Object.values<{ Type: string }>(template.toJSON().Resources)) count.set(Type, (count.get(Type) ?? 0) + 1);
    expect(Object.fromEntries(count)).toEqual({
      'AWS::IAM::Policy': 5,
      'AWS::IAM::Role': 5,
      'AWS::Lambda::Function': 4,
      'AWS::Logs::LogGroup': 1,
      'AWS::StepFunctions::StateMachine': 1,
      [OWNED_TYPE]: 1,
    });
  });
});

describe('properties', () => {
  test('all options that are not settings', () => {
    expect(ownedPropertiesOf({
      distributionName: 'my-cdn',
      onExisting: OnExisting.ADOPT,
      removalPolicy: RemovalPolicy.DESTROY,
      tags: { team: 'web', key: '' },
      waitForDeployment: false,
      timeout: Duration.minutes(5),
    })).toEqual({
      ServiceToken: expect.anything(),
      distributionName: 'my-cdn',
      onExisting: 'adopt',
      deleteAdopted: true,
      tags: [{ key: 'key', value: '' }, { key: 'team', value: 'web' }],
      waitForDeployment: false,
      timeoutSeconds: 300,
      settings: { origin: { name: 'web' } },
    });
  });

  test('only the specified settings, since the handler has the defaults of a new distribution', () => {
    expect(ownedPropertiesOf({
      origin: { name: 'web', regionName: OriginRegion.EU_WEST_1 },
      defaultCacheBehavior: CacheBehavior.DONT_CACHE,
      enabled: false,
      bundle: DistributionBundle.LARGE_1_0,
    }).settings).toEqual({
      origin: { name: 'web', regionName: 'eu-west-1' },
      defaultCacheBehavior: 'dont-cache',
      isEnabled: false,
      bundleId: 'large_1_0',
    });
  });

  test('the time of the synthesis, if settings are compared at every deployment', () => {
    jest.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') });
    expect(ownedPropertiesOf({ reconcile: Reconcile.EVERY_DEPLOYMENT }).reconciledAt).toBe('2026-11-22T10:00:00.000Z');
    jest.useRealTimers();
  });

  test('props are not changed', () => {
    const props = { origin: { name: 'web' }, tags: { team: 'web' }, cacheBehaviors: { 'api/*': CacheBehavior.CACHE } };
    const before = structuredClone(props);
    const stack = newStack();
    Tags.of(stack).add('team', 'platform');
    addDistribution(stack, 'Cdn', props);
    Template.fromStack(stack);
    expect(props).toEqual(before);
  });
});

describe('tags', () => {
  test('of the whole app apply to it', () => {
    const app = new App();
    const stack = new Stack(app, 'Site');
    Tags.of(app).add('cost-center', '42');
    addDistribution(stack, 'Cdn', { tags: { team: 'web' } });
    expect(tagsOf(stack)).toEqual([{ key: 'cost-center', value: '42' }, { key: 'team', value: 'web' }]);
  });

  test('of scopes take precedence over those of the props, as for all resources of the CDK', () => {
    const stack = newStack();
    Tags.of(stack).add('team', 'platform');
    const distribution = addDistribution(stack, 'Cdn', { tags: { team: 'web', stage: 'test' } });
    Tags.of(distribution).add('stage', 'prod');
    expect(tagsOf(stack)).toEqual([{ key: 'stage', value: 'prod' }, { key: 'team', value: 'platform' }]);
  });

  test('can be removed from it', () => {
    const stack = newStack();
    Tags.of(stack).add('team', 'platform');
    Tags.of(addDistribution(stack)).remove('team');
    expect(ownedResource(stack).Properties).not.toHaveProperty('tags');
  });

  test('can be excluded by its resource type', () => {
    const stack = newStack();
    Tags.of(stack).add('team', 'platform', { excludeResourceTypes: [OWNED_TYPE] });
    addDistribution(stack);
    expect(ownedResource(stack).Properties).not.toHaveProperty('tags');
  });
});

describe('removal policy', () => {
  const policies = (stack: Stack) => {
    const { DeletionPolicy, UpdateReplacePolicy, Properties: { deleteAdopted = false } } = ownedResource(stack);
    return { DeletionPolicy, UpdateReplacePolicy, deleteAdopted };
  };
  const cases: [RemovalPolicy, ReturnType<typeof policies>][] = [
    [RemovalPolicy.DESTROY, { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete', deleteAdopted: true }],
    [RemovalPolicy.RETAIN, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', deleteAdopted: false }],
    [RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain', deleteAdopted: false }],
  ];

  test.each(cases)('%s as a property', (removalPolicy, expected) => {
    const stack = newStack();
    addDistribution(stack, 'Cdn', { removalPolicy });
    expect(policies(stack)).toEqual(expected);
  });

  test.each(cases)('%s applied later, whatever the property was', (removalPolicy, expected) => {
    for (const before of [undefined, RemovalPolicy.RETAIN, RemovalPolicy.DESTROY]) {
      const stack = newStack();
      addDistribution(stack, 'Cdn', { removalPolicy: before }).applyRemovalPolicy(removalPolicy);
      expect(policies(stack)).toEqual(expected);
    }
  });

  test('of a whole scope never deletes an adopted distribution', () => {
    const stack = newStack();
    addDistribution(stack);
    RemovalPolicies.of(stack).destroy();
    expect(policies(stack)).toEqual({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete', deleteAdopted: false });
  });

  test('of a whole scope can retain it', () => {
    const stack = newStack();
    addDistribution(stack);
    RemovalPolicies.of(stack).retain();
    expect(policies(stack)).toEqual({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', deleteAdopted: false });
  });

  test('snapshot is refused', () => {
    const refusal = new Error('Site/Cdn: removalPolicy: snapshots are not supported, got RemovalPolicy.SNAPSHOT; '
      + 'DESTROY, RETAIN and RETAIN_ON_UPDATE_OR_DELETE are allowed; use RemovalPolicy.RETAIN to retain the distribution');
    expect(() => addDistribution(newStack(), 'Cdn', { removalPolicy: RemovalPolicy.SNAPSHOT })).toThrow(refusal);
    expect(() => addDistribution(newStack()).applyRemovalPolicy(RemovalPolicy.SNAPSHOT)).toThrow(refusal);
  });
});

test('isDistribution recognizes a distribution that a stack owns', () => {
  const stack = newStack();
  const owned = addDistribution(stack);
  const imported = Distribution.fromDistributionName(stack, 'Imported', 'my-cdn');
  const settings = new DistributionSettings(stack, 'Settings', { distribution: imported, enabled: true });
  expect([owned, imported, settings, stack, {}, 'Cdn', null, undefined].map(Distribution.isDistribution))
    .toEqual([true, false, false, false, false, false, false, false]);
});

test('an instance of a subclass is a distribution', () => {
  class Blueprint extends Distribution {}
  const stack = newStack();
  const blueprint = new Blueprint(stack, 'Cdn', { origin: { name: 'web' } });
  new CfnOutput(stack, 'Name', { value: blueprint.distributionName });
  expect(Distribution.isDistribution(blueprint)).toBe(true);
  expect(Object.keys(Template.fromStack(stack).findOutputs('Name'))).toEqual(['Name']);
});
