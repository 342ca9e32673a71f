import { CfnResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addDistribution, addSettings, newStack } from './stack-under-test';
import type { Distribution, DistributionSettings } from '../../src';

describe.each<[string, (stack: Stack) => Distribution | DistributionSettings]>([
  ['a distribution', (stack) => addDistribution(stack)],
  ['settings', (stack) => addSettings(stack, 'Cdn', { enabled: true })],
])('%s', (_, defineIn) => {
  const stack = newStack();
  const managed = defineIn(stack);
  const resource = managed.node.defaultChild as CfnResource;

  test('has the attributes that the handler returns', () => {
    const attribute = (name: string) => ({ 'Fn::GetAtt': [stack.getLogicalId(resource), name] });
    expect(stack.resolve({
      name: managed.distributionName,
      arn: managed.distributionArn,
      domainName: managed.distributionDomainName,
      status: managed.distributionStatus,
      origin: managed.distributionOriginPublicDns,
      alternatives: managed.distributionAlternativeDomainNames,
      changes: managed.changes,
      ref: managed.distributionRef,
    })).toEqual({
      name: attribute('distributionName'),
      arn: attribute('distributionArn'),
      domainName: attribute('domainName'),
      status: attribute('status'),
      origin: attribute('originPublicDns'),
      alternatives: { 'Fn::Split': [',', attribute('alternativeDomainNames')] },
      changes: attribute('changes'),
      ref: { distributionName: attribute('distributionName'), distributionArn: attribute('distributionArn') },
    });
  });

  test('allows property overrides on its default child', () => {
    resource.addPropertyOverride('settings.defaultRootObject', 'index.html');
    Template.fromStack(stack).hasResourceProperties(resource.cfnResourceType, { settings: { defaultRootObject: 'index.html' } });
  });
});
