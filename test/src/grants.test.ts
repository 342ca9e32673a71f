import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addDistribution, addSettings, newStack } from './stack-under-test';
import { Distribution, type IDistribution } from '../../src';

const ARN = 'arn:aws:lightsail:us-east-1:111111111111:Distribution/1';
const READ = ['lightsail:GetDistributions', 'lightsail:GetDistributionLatestCacheReset', 'lightsail:GetDistributionMetricData'];

/** The policy statements that a role gets from a grant on a distribution. */
function granted(distributionIn: (stack: Stack) => IDistribution, grant: (distribution: IDistribution, role: iam.Role) => iam.Grant) {
  const stack = newStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const distribution = distributionIn(stack);
  grant(distribution, role).assertSuccess();
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy', {
    Properties: { Roles: [stack.resolve(role.roleName)] },
  }));
  return policy.Properties.PolicyDocument.Statement;
}

const named = (stack: Stack) => Distribution.fromDistributionName(stack, 'Named', 'my-cdn');
const attribute = { 'Fn::GetAtt': [expect.stringMatching(/^Cdn/), 'distributionArn'] };

describe.each<[string, (stack: Stack) => IDistribution, unknown]>([
  ['an owned distribution', (stack) => addDistribution(stack, 'Cdn'), attribute],
  ['settings', (stack) => addSettings(stack, 'Cdn', { enabled: true }), attribute],
  ['an imported distribution', (stack) => Distribution.fromDistributionAttributes(stack, 'Cdn', { distributionName: 'my-cdn', distributionArn: ARN }), ARN],
])('of %s', (_, distributionIn, arn) => {
  test('any actions on it', () => {
    const actions = ['lightsail:UpdateDistribution', 'lightsail:TagResource'];
    expect(granted(distributionIn, (distribution, role) => distribution.grant(role, ...actions))).toEqual([
      { Effect: 'Allow', Action: actions, Resource: arn },
    ]);
  });

  test('to read, which Lightsail cannot restrict to one distribution', () => {
    expect(granted(distributionIn, (distribution, role) => distribution.grantRead(role))).toEqual([{ Effect: 'Allow', Action: READ, Resource: '*' }]);
  });

  test('to reset its cache', () => {
    expect(granted(distributionIn, (distribution, role) => distribution.grantResetCache(role))).toEqual([
      { Effect: 'Allow', Action: 'lightsail:ResetDistributionCache', Resource: arn },
      { Effect: 'Allow', Action: 'lightsail:GetDistributionLatestCacheReset', Resource: '*' },
    ]);
  });
});

describe('of a distribution that is imported by its name', () => {
  test('to read', () => {
    expect(granted(named, (distribution, role) => distribution.grantRead(role))).toEqual([{ Effect: 'Allow', Action: READ, Resource: '*' }]);
  });

  test('nothing on the distribution itself', () => {
    expect(() => granted(named, (distribution, role) => distribution.grantResetCache(role))).toThrow(
      'Site/Named: distributionArn: unknown, got only the name "my-cdn"');
  });
});
