import { App, aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { AwsSolutionsChecks } from 'cdk-nag';
import { addCertificate, zoneOf } from './certificate-under-test';
import { addDistribution, addSettings, newStack, template } from './stack-under-test';
import { CertificateValidation, OnExisting } from '../../src';

const OURS = 'Site/LightsailDistributionProvider/';
const FRAMEWORK = `${OURS}Provider/`;

const only = (found: Template, type: string, props = {}) => {
  const resources = Object.values(found.findResources(type, { Properties: props }));
  expect(resources).toHaveLength(1);
  return resources[0];
};

const handler = (found: Template) => only(found, 'AWS::Lambda::Function', { Handler: 'index.handler' });

describe('the handler\'s role', () => {
  const roleIn = (found: Template) => only(found, 'AWS::IAM::Role', { Policies: Match.anyValue() });
  const role = roleIn(template());
  const lightsailStatements = (found: Template) => roleIn(found).Properties.Policies[1].PolicyDocument.Statement;
  const any = (resourceType: string) => ({
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':lightsail:us-east-1:', { Ref: 'AWS::AccountId' }, `:${resourceType}/*`]],
  });

  test('has inline policies only', () => {
    expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(role.Properties.Policies).toHaveLength(2);
  });

  test('writes to its own log group', () => {
    expect(role.Properties.Policies[0].PolicyDocument.Statement).toEqual([{
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: { 'Fn::GetAtt': [expect.stringContaining('Logs'), 'Arn'] },
    }]);
  });

  const reads = {
    Effect: 'Allow',
    Action: ['lightsail:GetCertificates', 'lightsail:GetDistributions', 'lightsail:GetOperation', 'lightsail:GetOperationsForResource'],
    Resource: '*',
  };
  const updates = [
    'lightsail:AttachCertificateToDistribution', 'lightsail:SetIpAddressType', 'lightsail:UpdateDistribution', 'lightsail:UpdateDistributionBundle',
  ];
  const attaches = { Effect: 'Allow', Action: 'lightsail:AttachCertificateToDistribution', Resource: any('Certificate') };
  const ownedBy = (word: string) => ({ 'Fn::Join': ['', [`${word} `, { Ref: 'AWS::StackId' }, '/*']] });
  const isOwned = { 'aws:ResourceTag/cdk-lightsail-distribution:owner': ownedBy('*') };

  test('may update any distribution and mark its requests there, where the stack manages settings', () => {
    expect(lightsailStatements(template())).toEqual([
      reads,
      { Effect: 'Allow', Action: updates, Resource: any('Distribution') },
      attaches,
      {
        Effect: 'Allow',
        Action: ['lightsail:TagResource', 'lightsail:UntagResource'],
        Resource: any('Distribution'),
        Condition: { 'ForAllValues:StringLike': { 'aws:TagKeys': 'cdk-lightsail-distribution:request:*' }, 'Null': { 'aws:TagKeys': 'false' } },
      },
    ]);
  });

  /** The template of a stack that owns distributions, and the policy for them. */
  const owning = (define: (stack: Stack) => unknown) => {
    const stack = newStack();
    define(stack);
    const found = Template.fromStack(stack);
    const [[id, policy]] = Object.entries(found.findResources('AWS::IAM::Policy'))
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('lightsail:'));
    return { found, id, policy };
  };

  test('may create distributions, and change those that the stack owns, where the stack owns one', () => {
    const { found, id, policy } = owning((stack) => ['First', 'Second'].forEach((name) => addDistribution(stack, name)));
    // The distributions depend on a separate policy, so that it still exists when they are deleted.
    for (const { DependsOn } of Object.values(found.findResources('Custom::LightsailDistribution'))) expect(DependsOn).toEqual([id]);
    expect(policy.Properties.Roles).toEqual([{ Ref: expect.stringMatching(/^LightsailDistributionProviderRole/) }]);
    expect(lightsailStatements(found)).toEqual([reads]);
    expect(policy.Properties.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'lightsail:CreateDistribution',
        Resource: '*',
        Condition: { StringLike: { 'aws:RequestTag/cdk-lightsail-distribution:owner': ownedBy('created') } },
      },
      {
        Effect: 'Allow',
        Action: [...updates, 'lightsail:DeleteDistribution', 'lightsail:UntagResource'],
        Resource: any('Distribution'),
        Condition: { StringLike: isOwned },
      },
      attaches,
      {
        Effect: 'Allow',
        Action: 'lightsail:TagResource',
        Resource: any('Distribution'),
        Condition: { StringLike: isOwned, StringLikeIfExists: { 'aws:RequestTag/cdk-lightsail-distribution:owner': ownedBy('*') } },
      },
      {
        Effect: 'Allow',
        Action: 'lightsail:UntagResource',
        Resource: any('Distribution'),
        Condition: {
          'Null': { 'aws:ResourceTag/cdk-lightsail-distribution:owner': 'true' },
          'ForAnyValue:StringEquals': { 'aws:TagKeys': 'cdk-lightsail-distribution:owner' },
          'ForAllValues:StringLike': { 'aws:TagKeys': ['cdk-lightsail-distribution:owner', 'cdk-lightsail-distribution:request:*'] },
        },
      },
    ]);
  });

  test('may take a distribution without an owner only where the stack adopts one, by one statement however many it adopts', () => {
    const adopt = { onExisting: OnExisting.ADOPT };
    const statements = (define: (stack: Stack) => unknown) => owning(define).policy.Properties.PolicyDocument.Statement as object[];
    const owned = statements((stack) => addDistribution(stack));
    const adopting = {
      Effect: 'Allow',
      Action: 'lightsail:TagResource',
      Resource: any('Distribution'),
      Condition: {
        StringLike: { 'aws:RequestTag/cdk-lightsail-distribution:owner': [ownedBy('adopted'), ownedBy('adopting')] },
        Null: { 'aws:ResourceTag/cdk-lightsail-distribution:owner': 'true' },
      },
    };
    expect(statements((stack) => ['a', 'b'].forEach((name) => addDistribution(stack, name, { ...adopt, distributionName: `old-${name}` })))).toEqual([...owned, adopting]);
  });

  test('may request certificates, and change those that the stack owns, where the stack owns one', () => {
    const { found, id, policy } = owning((stack) => ['First', 'Second'].forEach((name) => addCertificate(stack, name)));
    for (const { DependsOn } of Object.values(found.findResources('Custom::LightsailCertificate'))) expect(DependsOn).toEqual([id]);
    expect(policy.Properties.Roles).toEqual([{ Ref: expect.stringMatching(/^LightsailDistributionProviderRole/) }]);
    expect(lightsailStatements(found)).toEqual([reads]);
    const resourceOwner = 'aws:ResourceTag/cdk-lightsail-distribution:owner';
    const requestOwner = 'aws:RequestTag/cdk-lightsail-distribution:owner';
    expect(policy.Properties.PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'lightsail:CreateCertificate', Resource: '*', Condition: { StringLike: { [requestOwner]: ownedBy('created') } } },
      {
        Effect: 'Allow',
        Action: ['lightsail:DeleteCertificate', 'lightsail:UntagResource'],
        Resource: any('Certificate'),
        Condition: { StringLike: { [resourceOwner]: ownedBy('created') } },
      },
      {
        Effect: 'Allow',
        Action: 'lightsail:TagResource',
        Resource: any('Certificate'),
        Condition: { StringLike: { [resourceOwner]: ownedBy('created') }, StringLikeIfExists: { [requestOwner]: ownedBy('created') } },
      },
      {
        Effect: 'Allow',
        Action: 'lightsail:TagResource',
        Resource: any('Certificate'),
        Condition: {
          StringLike: {
            'aws:ResourceTag/cdk-lightsail-distribution:construct': { 'Fn::Join': ['', [{ Ref: 'AWS::Region' }, '/', { Ref: 'AWS::StackName' }, '/*']] },
            [requestOwner]: ownedBy('created'),
          },
          Null: { [resourceOwner]: 'true' },
        },
      },
      {
        Effect: 'Allow',
        Action: 'lightsail:UntagResource',
        Resource: any('Certificate'),
        Condition: {
          'Null': { [resourceOwner]: 'true' },
          'ForAnyValue:StringEquals': { 'aws:TagKeys': 'cdk-lightsail-distribution:owner' },
          'ForAllValues:StringLike': { 'aws:TagKeys': ['cdk-lightsail-distribution:owner', 'cdk-lightsail-distribution:request:*'] },
        },
      },
    ]);
  });

  test('has the same permissions under the recommended feature flags', () => {
    const actions = (context?: Record<string, unknown>) => {
      const stack = new Stack(new App({ context }), 'Site');
      addDistribution(stack);
      addSettings(stack, 'Settings', { enabled: true });
      addCertificate(stack);
      return lightsailStatements(Template.fromStack(stack)).flatMap(({ Action }: { Action: string | string[] }) => Action).sort();
    };
    expect(actions(recommendedFlags)).toEqual(actions());
  });
});

describe('the handler', () => {
  const found = template({ env: { region: 'eu-west-1', account: '111111111111' } });

  test('is one function in both roles', () => {
    const environment = only(found, 'AWS::Lambda::Function', { Handler: 'framework.onEvent' }).Properties.Environment.Variables;
    expect(environment.USER_ON_EVENT_FUNCTION_ARN).toEqual(environment.USER_IS_COMPLETE_FUNCTION_ARN);
  });

  test('runs on the newest Node.js that the framework\'s functions run on', () => {
    const runtimes = Object.values(found.findResources('AWS::Lambda::Function')).map((resource) => resource.Properties.Runtime);
    expect(runtimes).toHaveLength(4);
    expect(new Set(runtimes).size).toBe(1);
    expect(runtimes[0]).toMatch(/^nodejs\d+\.x$/);
  });

  test('has a timeout for calls without a response of Lightsail', () => {
    expect(handler(found).Properties).toMatchObject({ MemorySize: 256, Timeout: 600 });
  });
});

test('all four functions log JSON to one group, which retains it for a month and is deleted with the stack', () => {
  const found = template();
  const group = only(found, 'AWS::Logs::LogGroup');
  expect(group).toMatchObject({ DeletionPolicy: 'Delete', Properties: { RetentionInDays: 30 } });

  const logging = { LogFormat: 'JSON', LogGroup: { Ref: Object.keys(found.findResources('AWS::Logs::LogGroup'))[0] } };
  found.resourcePropertiesCountIs('AWS::Lambda::Function', { LoggingConfig: logging }, 4);
});

test('the framework never logs an event, because it contains a ResponseURL', () => {
  template().resourcePropertiesCountIs('AWS::Lambda::Function', { LoggingConfig: { ApplicationLogLevel: 'FATAL' } }, 3);
});

test('polls every 10 seconds, for longer than the longest timeout of a construct', () => {
  const machine = only(template(), 'AWS::StepFunctions::StateMachine');
  expect(JSON.stringify(machine.Properties.DefinitionString)).toContain('\\"IntervalSeconds\\":10,\\"MaxAttempts\\":330,\\"BackoffRate\\":1');
});

describe('cdk-nag\'s AwsSolutions', () => {
  const app = new App();
  const stack = new Stack(app, 'Site');
  addDistribution(stack);
  addSettings(stack, 'Settings', { enabled: true });
  const role = iam.Role.fromRoleArn(stack, 'Dns', 'arn:aws:iam::444455556666:role/dns');
  addCertificate(stack, 'Cert', { validation: CertificateValidation.fromDns(zoneOf(stack, 'example.com')) });
  addCertificate(stack, 'Other', { domainName: 'example.org', validation: CertificateValidation.fromDns(zoneOf(stack, 'example.org'), { role }) });
  /** Removes the hash at the end of a logical id. */
  const readable = (rule: string) => rule.replace(/<LightsailDistributionProvider(?:framework)?(\w+)[0-9A-F]{8}\.Arn>/, '<$1>');
  const findings = new AwsSolutionsChecks(app).validateScope(stack).violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => ({ rule: readable(ruleName), constructPath })));

  test('has no finding of our own resources without a reason', () => {
    expect(findings.filter(({ constructPath }) => !constructPath?.startsWith(FRAMEWORK))).toEqual([]);
  });

  test('has these findings of the framework, which the library cannot change', () => {
    const byFunction = ['framework-onEvent', 'framework-isComplete', 'framework-onTimeout'].flatMap((name) => [
      `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole] ${name}/ServiceRole/Resource`,
      `AwsSolutions-IAM5[Resource::<Handler>:*] ${name}/ServiceRole/DefaultPolicy/Resource`,
    ]);
    // Whether the runtime counts as outdated depends on the version of aws-cdk-lib.
    const found = findings.filter(({ rule }) => rule !== 'AwsSolutions-L1');
    expect(found.map(({ rule, constructPath }) => `${rule} ${constructPath?.slice(FRAMEWORK.length)}`).sort()).toEqual([
      ...byFunction,
      'AwsSolutions-IAM5[Resource::<isComplete>:*] waiter-state-machine/Role/DefaultPolicy/Resource',
      'AwsSolutions-IAM5[Resource::<onTimeout>:*] waiter-state-machine/Role/DefaultPolicy/Resource',
      'AwsSolutions-SF1 waiter-state-machine/Resource',
      'AwsSolutions-SF2 waiter-state-machine/Resource',
    ].sort());
  });
});
