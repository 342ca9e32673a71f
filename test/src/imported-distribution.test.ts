import { CfnParameter } from 'aws-cdk-lib';
import { newStack } from './stack-under-test';
import { Distribution } from '../../src';

const ARN = 'arn:aws:lightsail:us-east-1:222222222222:Distribution/0dc1b5b2-7d3c-4b8a-9f1e-5a6b7c8d9e0f';

test('imported by its attributes, has each of them', () => {
  const stack = newStack();
  const imported = Distribution.fromDistributionAttributes(stack, 'Cdn', {
    distributionName: 'my-cdn', distributionArn: ARN, distributionDomainName: 'd1.cloudfront.net',
  });
  expect(imported).toMatchObject({
    distributionName: 'my-cdn',
    distributionArn: ARN,
    distributionDomainName: 'd1.cloudfront.net',
    distributionRef: { distributionName: 'my-cdn', distributionArn: ARN },
    env: { account: '222222222222', region: 'us-east-1' },
  });
});

test('imported by attributes that are unknown at synthesis', () => {
  const stack = newStack();
  const token = new CfnParameter(stack, 'Text').valueAsString;
  const imported = Distribution.fromDistributionAttributes(stack, 'Cdn', {
    distributionName: token, distributionArn: token, distributionDomainName: token,
  });
  const { distributionName, distributionArn, distributionDomainName, env } = imported;
  expect(stack.resolve({ distributionName, distributionArn, distributionDomainName, env })).toEqual({
    distributionName: { Ref: 'Text' },
    distributionArn: { Ref: 'Text' },
    distributionDomainName: { Ref: 'Text' },
    env: { account: { 'Fn::Select': [4, { 'Fn::Split': [':', { Ref: 'Text' }] }] }, region: 'us-east-1' },
  });
});

test('imported by its name, has no other attribute', () => {
  const stack = newStack();
  const imported = Distribution.fromDistributionName(stack, 'Cdn', 'my-cdn');
  expect(imported.distributionName).toBe('my-cdn');
  for (const attribute of ['distributionArn', 'distributionDomainName'] as const) {
    expect(() => stack.resolve(imported[attribute])).toThrow(
      `Site/Cdn: ${attribute}: unknown, got only the name "my-cdn"; Lightsail assigns it, and it cannot be derived from the name; `
      + `specify it with Distribution.fromDistributionAttributes, or use ${attribute} of a DistributionSettings of this distribution`);
  }
  expect(() => stack.resolve(imported.distributionRef.distributionArn)).toThrow('Site/Cdn: distributionArn: unknown');
});

test.each([
  '', 'my-cdn', 'arn:aws:lightsail:eu-west-1:222222222222:Distribution/1', 'arn:aws:lightsail:us-east-1:222222222222:Instance/1',
  'arn:aws:cloudfront::222222222222:distribution/E1',
])('a malformed ARN is refused: %j', (distributionArn) => {
  expect(() => Distribution.fromDistributionAttributes(newStack(), 'Cdn', { distributionName: 'my-cdn', distributionArn })).toThrow(new Error(
    `Site/Cdn: distributionArn: malformed ARN, got "${distributionArn}"; an ARN of the form "arn:aws:lightsail:us-east-1:<account>:Distribution/<id>" is allowed; `
    + 'use the ARN that `aws lightsail get-distributions --region us-east-1` returns'));
});

test('an ARN has at most 2048 characters', () => {
  const define = (distributionArn: string) =>
    Distribution.fromDistributionAttributes(newStack(), 'Cdn', { distributionName: 'my-cdn', distributionArn });
  const longest = 'arn:aws:lightsail:us-east-1:222222222222:Distribution/'.padEnd(2048, 'a');
  expect(define(longest).distributionArn).toBe(longest);
  expect(() => define(`${longest}a`)).toThrow('Site/Cdn: distributionArn: malformed ARN, got "arn:aws:lightsail');
});
