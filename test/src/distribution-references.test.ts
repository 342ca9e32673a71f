import { App, CfnOutput, NestedStack, PhysicalName, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addDistribution, addSettings, ownedResource } from './stack-under-test';
import type { Distribution, DistributionProps } from '../../src';

const ireland = { env: { account: '111111111111', region: 'eu-west-1' } };
const virginia = { env: { account: '111111111111', region: 'us-east-1' } };
const agnostic = {};

type Attribute = 'distributionName' | 'distributionArn' | 'distributionDomainName';

/** A stack with a distribution, and a second stack with an output that refers to an attribute of the distribution. */
function refer(
  attribute: Attribute, props: Partial<DistributionProps>, from: object, to: object, crossRegionReferences = false,
): { owner: Stack; value: () => unknown } {
  const app = new App();
  const owner = new Stack(app, 'Owner', { ...from, crossRegionReferences });
  const user = new Stack(app, 'User', { ...to, crossRegionReferences });
  new CfnOutput(user, 'Value', { value: addDistribution(owner, 'Cdn', props)[attribute] });
  return { owner, value: () => Template.fromStack(user).findOutputs('Value').Value.Value };
}

test.each([['Ireland', ireland], ['Virginia', virginia], ['a Region that is unknown at synthesis', agnostic]])(
  'is in us-east-1, from a stack in %s', (_, props) => {
    const stack = new Stack(new App(), 'Site', props);
    expect(addDistribution(stack).env).toEqual({ account: stack.account, region: 'us-east-1' });
  });

describe('between stacks in the same Region', () => {
  test.each<[string, object]>([['Ireland', ireland], ['Virginia', virginia], ['a Region that is unknown at synthesis', agnostic]])(
    'an attribute is exported and imported, in %s', (_, env) => {
      for (const props of [{}, { distributionName: 'my-cdn' }, { distributionName: PhysicalName.GENERATE_IF_NEEDED }]) {
        for (const attribute of ['distributionName', 'distributionArn', 'distributionDomainName'] as const) {
          expect(refer(attribute, props, env, env).value()).toEqual({ 'Fn::ImportValue': expect.stringMatching(/^Owner:ExportsOutputFnGetAttCdn/) });
        }
      }
    });

  test('the handler generates a name that is generated only if needed', () => {
    const { owner, value } = refer('distributionName', { distributionName: PhysicalName.GENERATE_IF_NEEDED }, ireland, ireland);
    value();
    expect(ownedResource(owner).Properties).not.toHaveProperty('distributionName');
  });

  test('a nested stack gets it as a parameter', () => {
    const stack = new Stack(new App(), 'Site', ireland);
    const distribution = addDistribution(stack);
    const nested = new NestedStack(stack, 'Nested');
    new CfnOutput(nested, 'Value', { value: distribution.distributionArn });
    expect(Template.fromStack(nested).findOutputs('Value').Value.Value).toEqual({ Ref: expect.stringMatching(/^reference/) });
  });
});

describe('between stacks in different Regions', () => {
  test('a specified name is used directly', () => {
    expect(refer('distributionName', { distributionName: 'my-cdn' }, ireland, virginia).value()).toBe('my-cdn');
  });

  test('a name is generated if it is needed', () => {
    const { owner, value } = refer('distributionName', { distributionName: PhysicalName.GENERATE_IF_NEEDED }, ireland, virginia);
    const name = value();
    expect(name).toMatch(/^ownerownercdn\w+$/);
    expect(ownedResource(owner).Properties.distributionName).toBe(name);
  });

  test('without a name it is refused, with the message of the CDK', () => {
    expect(refer('distributionName', {}, ireland, virginia).value).toThrow(
      "Cannot use resource 'Owner/Cdn' in a cross-environment fashion, the resource's physical name must be explicit set or use `PhysicalName.GENERATE_IF_NEEDED`");
  });

  /** The reference of the CDK to an attribute of a resource in another Region. */
  const crossRegionReference = { 'Fn::GetAtt': ['ExportsReader8B249524', expect.stringMatching(/^\/cdk\/exports\/User\/Ownereuwest1FnGetAttCdn/)] };

  test.each<Attribute>(['distributionArn', 'distributionDomainName'])('%s is passed at deployment, since it is unknown at synthesis', (attribute) => {
    for (const props of [{}, { distributionName: 'my-cdn' }]) {
      expect(refer(attribute, props, ireland, virginia).value()).toEqual(crossRegionReference);
    }
  });

  test('the name is passed at deployment if the stacks allow cross-Region references', () => {
    expect(refer('distributionName', {}, ireland, virginia, true).value()).toEqual(crossRegionReference);
  });
});

test('settings in another stack are deployed after the distribution', () => {
  const app = new App();
  const owner = new Stack(app, 'Owner', ireland);
  const user = new Stack(app, 'User', ireland);
  const distribution: Distribution = addDistribution(owner);
  addSettings(user, 'Settings', { distribution, enabled: true });
  const [settings] = Object.values(Template.fromStack(user).findResources('Custom::LightsailDistributionSettings'));
  expect(settings.Properties.distributionName).toEqual({ 'Fn::ImportValue': expect.stringMatching(/^Owner:ExportsOutputFnGetAttCdn.*distributionName/) });
  expect(user.dependencies).toEqual([owner]);
});
