import { App, aws_iam as iam, CfnOutput, CfnResource, Duration, RemovalPolicies, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addCertificate, CERTIFICATE_TYPE, certificatePropertiesOf, certificatesOf, zoneOf } from './certificate-under-test';
import { addDistribution, newStack, ownedResource } from './stack-under-test';
import { CertificateValidation, DistributionCertificate, ViewerCertificate } from '../../src';

const POLICY = expect.stringMatching(/^LightsailDistributionProviderCertificates/);
const countTypes = (template: Template) => {
  const count = new Map<string, number>();
  for (const { Type } of Object.values<{ Type: string }>(template.toJSON().Resources)) count.set(Type, (count.get(Type) ?? 0) + 1);
  return Object.fromEntries(count);
};
const PROVIDER = { 'AWS::IAM::Role': 5, 'AWS::Lambda::Function': 4, 'AWS::Logs::LogGroup': 1, 'AWS::StepFunctions::StateMachine': 1 };

describe('the smallest example', () => {
  const stack = newStack();
  const certificate = addCertificate(stack);
  const template = Template.fromStack(stack);

  test('has this resource', () => {
    expect(template.findResources(CERTIFICATE_TYPE)).toEqual({
      [stack.getLogicalId(certificate.node.defaultChild as CfnResource)]: {
        Type: CERTIFICATE_TYPE,
        DependsOn: [POLICY],
        Properties: {
          ServiceToken: { 'Fn::GetAtt': [expect.stringMatching(/^LightsailDistributionProviderframeworkonEvent/), 'Arn'] },
          domainName: 'example.com',
        },
      },
    });
  });

  test('and the provider', () => {
    expect(countTypes(template)).toEqual({ ...PROVIDER, 'AWS::IAM::Policy': 5, [CERTIFICATE_TYPE]: 1 });
  });
});

test('each further certificate is one resource more; all of them share a policy, and the provider with distributions', () => {
  const stack = newStack();
  addDistribution(stack);
  const role = iam.Role.fromRoleArn(stack, 'Dns', 'arn:aws:iam::444455556666:role/dns');
  addCertificate(stack, 'First', { validation: CertificateValidation.fromDns(zoneOf(stack, 'example.com')) });
  addCertificate(stack, 'Second', { domainName: 'example.org', validation: CertificateValidation.fromDns(zoneOf(stack, 'example.org'), { role }) });
  addCertificate(stack, 'Third', { domainName: 'example.net' });
  expect(countTypes(Template.fromStack(stack))).toEqual({ ...PROVIDER, 'AWS::IAM::Policy': 6, 'Custom::LightsailDistribution': 1, [CERTIFICATE_TYPE]: 3 });
  for (const { DependsOn } of certificatesOf(stack)) expect(DependsOn).toEqual([POLICY]);
});

describe('properties', () => {
  test('all options', () => {
    const stack = newStack();
    expect(certificatePropertiesOf({
      certificateName: 'my-cert',
      domainName: 'example.com',
      subjectAlternativeNames: ['www.example.com', 'Shop.example.com'],
      validation: CertificateValidation.fromDns(zoneOf(stack, 'example.com')),
      tags: { team: 'web', public: '' },
      waitForIssuance: false,
      timeout: Duration.minutes(10),
    }, stack)).toEqual({
      ServiceToken: expect.anything(),
      certificateName: 'my-cert',
      domainName: 'example.com',
      subjectAlternativeNames: ['www.example.com', 'Shop.example.com'],
      hostedZones: [{ hostedZoneId: 'ZEXAMPLE' }],
      tags: [{ key: 'public', value: '' }, { key: 'team', value: 'web' }],
      waitForIssuance: false,
      timeoutSeconds: 600,
    });
  });

  test('props are not changed', () => {
    const props = { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], tags: { team: 'web' } };
    const before = structuredClone(props);
    const stack = newStack();
    Tags.of(stack).add('team', 'platform');
    const { domainNames } = addCertificate(stack, 'Cert', props);
    domainNames.push('another.example.com');
    Template.fromStack(stack);
    expect(props).toEqual(before);
  });
});

test('the construct has its domain names, the primary one first, and its validation', () => {
  const { domainNames, validation } = addCertificate(newStack(), 'Cert', { subjectAlternativeNames: ['www.example.com', 'a.example.com'] });
  expect(domainNames).toEqual(['example.com', 'www.example.com', 'a.example.com']);
  expect(validation).toEqual(CertificateValidation.manual());
  expect(addCertificate(newStack()).domainNames).toEqual(['example.com']);
});

test('the construct has the attributes that the handler returns', () => {
  const stack = newStack();
  const certificate = addCertificate(stack);
  const attribute = (name: string) => ({ 'Fn::GetAtt': [stack.getLogicalId(certificate.node.defaultChild as CfnResource), name] });
  expect(stack.resolve({
    name: certificate.certificateName,
    arn: certificate.certificateArn,
    status: certificate.certificateStatus,
    records: certificate.validationRecords,
    ref: certificate.certificateRef,
  })).toEqual({
    name: attribute('certificateName'),
    arn: attribute('certificateArn'),
    status: attribute('status'),
    records: attribute('validationRecords'),
    ref: { certificateName: attribute('certificateName'), certificateArn: attribute('certificateArn') },
  });
});

test('property overrides are possible on its default child', () => {
  const stack = newStack();
  (addCertificate(stack).node.defaultChild as CfnResource).addPropertyOverride('waitForIssuance', false);
  expect(certificatesOf(stack)[0].Properties).toMatchObject({ waitForIssuance: false });
});

test('a distribution with the certificate is deployed after it', () => {
  const stack = newStack();
  const certificate = addCertificate(stack);
  addDistribution(stack, 'Cdn', { certificate: ViewerCertificate.fromCertificate(certificate) });
  expect(ownedResource(stack).Properties.settings).toMatchObject({
    certificateName: { 'Fn::GetAtt': [stack.getLogicalId(certificate.node.defaultChild as CfnResource), 'certificateName'] },
  });
});

test('a certificate can stand where the CDK expects one of Lightsail, such as that of an imported name', () => {
  const stack = newStack();
  const imported = DistributionCertificate.fromCertificateName(stack, 'Imported', 'my-cert');
  addDistribution(stack, 'Cdn', { certificate: ViewerCertificate.fromCertificate(imported) });
  expect(ownedResource(stack).Properties.settings).toMatchObject({ certificateName: 'my-cert' });
});

describe('tags', () => {
  const tagsOf = (stack: Stack) => certificatesOf(stack)[0].Properties.tags;

  test('of scopes apply to it, and take precedence over those of the props', () => {
    const app = new App();
    const stack = new Stack(app, 'Site');
    Tags.of(app).add('cost-center', '42');
    const certificate = addCertificate(stack, 'Cert', { tags: { team: 'web', stage: 'test' } });
    Tags.of(certificate).add('stage', 'live');
    expect(tagsOf(stack)).toEqual([{ key: 'cost-center', value: '42' }, { key: 'stage', value: 'live' }, { key: 'team', value: 'web' }]);
  });

  test('can be removed from it, and excluded by its resource type', () => {
    const stack = newStack();
    Tags.of(stack).add('team', 'platform');
    Tags.of(stack).add('stage', 'live', { excludeResourceTypes: [CERTIFICATE_TYPE] });
    Tags.of(addCertificate(stack)).remove('team');
    expect(certificatesOf(stack)[0].Properties).not.toHaveProperty('tags');
  });
});

describe('removal policy', () => {
  const policies = (stack: Stack) => certificatesOf(stack).map(({ DeletionPolicy, UpdateReplacePolicy }) => [DeletionPolicy, UpdateReplacePolicy])[0];
  const cases: [RemovalPolicy, string[]][] = [
    [RemovalPolicy.DESTROY, ['Delete', 'Delete']],
    [RemovalPolicy.RETAIN, ['Retain', 'Retain']],
    [RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, ['RetainExceptOnCreate', 'Retain']],
  ];

  test('is that of CloudFormation by default, which deletes', () => {
    const stack = newStack();
    addCertificate(stack);
    expect(policies(stack)).toEqual([undefined, undefined]);
  });

  test.each(cases)('%s as a property', (removalPolicy, expected) => {
    const stack = newStack();
    addCertificate(stack, 'Cert', { removalPolicy });
    expect(policies(stack)).toEqual(expected);
  });

  test.each(cases)('%s applied later, whatever the property was', (removalPolicy, expected) => {
    for (const before of [undefined, RemovalPolicy.RETAIN, RemovalPolicy.DESTROY]) {
      const stack = newStack();
      addCertificate(stack, 'Cert', { removalPolicy: before }).applyRemovalPolicy(removalPolicy);
      expect(policies(stack)).toEqual(expected);
    }
  });

  test('of a whole scope', () => {
    const stack = newStack();
    addCertificate(stack);
    RemovalPolicies.of(stack).retain();
    expect(policies(stack)).toEqual(['Retain', 'Retain']);
  });

  test('snapshot is refused', () => {
    const refusal = new Error('Site/Cert: removalPolicy: snapshots are not supported, got RemovalPolicy.SNAPSHOT; '
      + 'DESTROY, RETAIN and RETAIN_ON_UPDATE_OR_DELETE are allowed; use RemovalPolicy.RETAIN to retain the certificate');
    expect(() => addCertificate(newStack(), 'Cert', { removalPolicy: RemovalPolicy.SNAPSHOT })).toThrow(refusal);
    expect(() => addCertificate(newStack()).applyRemovalPolicy(RemovalPolicy.SNAPSHOT)).toThrow(refusal);
  });
});

describe('a certificate that is imported by its name', () => {
  test('is in us-east-1, and has no ARN', () => {
    const stack = newStack();
    const imported = DistributionCertificate.fromCertificateName(stack, 'Imported', 'my-cert');
    expect([imported.certificateName, imported.env.region]).toEqual(['my-cert', 'us-east-1']);
    const unknown = 'Site/Imported: certificateArn: unknown, got only the name "my-cert"; '
      + 'Lightsail assigns it, and it cannot be derived from the name; use the name of the certificate instead';
    expect(() => stack.resolve(imported.certificateArn)).toThrow(unknown);
    expect(() => stack.resolve(imported.certificateRef)).toThrow(unknown);
  });

  test.each(['', 'a', '-ab', 'ab-', 'a.b', 'a'.repeat(256)])('with a malformed name is refused: %j', (name) => {
    expect(() => DistributionCertificate.fromCertificateName(newStack(), 'Imported', name)).toThrow(new Error(
      `Site/Imported: certificateName: malformed name, got "${name}"; 2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; `
      + 'use the name of the certificate in Lightsail'));
  });

  test('adds nothing to the template', () => {
    const stack = newStack();
    DistributionCertificate.fromCertificateName(stack, 'Imported', 'my-cert');
    expect(Template.fromStack(stack).toJSON().Resources).toBeUndefined();
  });
});

test('an instance of a subclass is a certificate', () => {
  class Blueprint extends DistributionCertificate {}
  const stack = newStack();
  new CfnOutput(stack, 'Records', { value: new Blueprint(stack, 'Cert', { domainName: 'example.com' }).validationRecords });
  expect(Object.keys(Template.fromStack(stack).findOutputs('Records'))).toEqual(['Records']);
  expect(DistributionCertificate.name).toBe('DistributionCertificate');
});
