import { App, aws_iam as iam, aws_lightsail as lightsail, aws_route53 as route53, Stack } from 'aws-cdk-lib';
import { addCertificate, certificatePropertiesOf, certificatesOf, validationStatementsOf, zoneOf } from './certificate-under-test';
import { newStack } from './stack-under-test';
import { CertificateValidation, type DistributionCertificateProps } from '../../src';

const ROLE = 'arn:aws:iam::444455556666:role/dns';
const writes = (hostedZoneId: unknown, ...names: string[]) => ({
  Effect: 'Allow',
  Action: 'route53:ChangeResourceRecordSets',
  Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ...(typeof hostedZoneId === 'string' ? [`:route53:::hostedzone/${hostedZoneId}`] : [':route53:::hostedzone/', hostedZoneId])]] },
  Condition: {
    'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME'], 'route53:ChangeResourceRecordSetsActions': ['UPSERT'] },
    ...(names.length > 0 && { 'ForAllValues:StringLike': { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': names } }),
  },
});
const assumes = (Resource: unknown) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource });

/** The hosted zones that a validation passes to the handler, and the statements that it adds to the policy of the handler. */
function validated(validationIn: (stack: Stack) => CertificateValidation, props: Partial<DistributionCertificateProps> = {}) {
  const stack = newStack();
  const { hostedZones } = certificatePropertiesOf({ ...props, validation: validationIn(stack) }, stack);
  return { hostedZones, statements: validationStatementsOf(stack) };
}

describe('by records in Route 53', () => {
  test('in one hosted zone: the handler may write the records of the domain names there, and nothing else', () => {
    expect(validated((stack) => CertificateValidation.fromDns(zoneOf(stack, 'example.com')), { subjectAlternativeNames: ['WWW.example.com'] })).toEqual({
      hostedZones: [{ hostedZoneId: 'ZEXAMPLE' }], statements: [writes('ZEXAMPLE', '_*.example.com', '_*.www.example.com')],
    });
  });

  test('in a hosted zone of the stack, which is created before the certificate and deleted after it', () => {
    const stack = newStack();
    const zone = new route53.PublicHostedZone(stack, 'Zone', { zoneName: 'example.com' });
    const reference = { Ref: expect.stringMatching(/^Zone/) };
    expect(certificatePropertiesOf({ validation: CertificateValidation.fromDns(zone) }, stack).hostedZones).toEqual([{ hostedZoneId: reference }]);
    expect(validationStatementsOf(stack)).toEqual([writes(reference, '_*.example.com')]);
  });

  test('in a hosted zone of which only the ID is known', () => {
    expect(validated((stack) => CertificateValidation.fromDns(route53.HostedZone.fromHostedZoneId(stack, 'Zone', 'Z1')))).toEqual({
      hostedZones: [{ hostedZoneId: 'Z1' }], statements: [writes('Z1', '_*.example.com')],
    });
  });

  test('in several hosted zones: one statement for each domain name', () => {
    expect(validated((stack) => CertificateValidation.fromDnsMultiZone({
      'example.com': zoneOf(stack, 'example.com', 'Z1'), 'example.org': zoneOf(stack, 'example.org', 'Z2'),
    }), { subjectAlternativeNames: ['example.org'] })).toEqual({
      hostedZones: [{ domainName: 'example.com', hostedZoneId: 'Z1' }, { domainName: 'example.org', hostedZoneId: 'Z2' }],
      statements: [writes('Z1', '_*.example.com'), writes('Z2', '_*.example.org')],
    });
  });

  test.each([
    ['one', (stack: Stack, role: iam.IRole) => CertificateValidation.fromDns(zoneOf(stack, 'example.com', 'Z1'), { role }), [{ hostedZoneId: 'Z1', roleArn: ROLE }]],
    ['several', (stack: Stack, role: iam.IRole) => CertificateValidation.fromDnsMultiZone({ 'example.com': zoneOf(stack, 'example.com', 'Z1') }, { role }),
      [{ domainName: 'example.com', hostedZoneId: 'Z1', roleArn: ROLE }]],
  ] as const)('in hosted zones of another account (%s): the handler may only assume the role', (_what, validation, hostedZones) => {
    expect(validated((stack) => validation(stack, iam.Role.fromRoleArn(stack, 'Dns', ROLE)))).toEqual({ hostedZones, statements: [assumes(ROLE)] });
  });

  test('without a hosted zone is done by hand', () => {
    expect(validated(() => CertificateValidation.fromDns())).toEqual({ hostedZones: undefined, statements: [] });
  });
});

test('certificates with the same zone share a statement for each set of domain names, and a role has one statement', () => {
  const stack = newStack();
  const zone = zoneOf(stack, 'example.com', 'Z1');
  const role = iam.Role.fromRoleArn(stack, 'Dns', ROLE);
  const ofOther = CertificateValidation.fromDns(zoneOf(stack, 'example.org', 'Z2'), { role });
  addCertificate(stack, 'First', { validation: CertificateValidation.fromDns(zone) });
  addCertificate(stack, 'Second', { domainName: 'www.example.com', validation: CertificateValidation.fromDns(zone) });
  addCertificate(stack, 'Again', { validation: CertificateValidation.fromDns(zone) });
  addCertificate(stack, 'Third', { domainName: 'example.org', validation: ofOther });
  addCertificate(stack, 'Fourth', { domainName: 'www.example.org', validation: ofOther });
  expect(validationStatementsOf(stack)).toEqual([writes('Z1', '_*.example.com'), writes('Z1', '_*.www.example.com'), assumes(ROLE)]);
});

describe('in a DNS zone of Lightsail', () => {
  test('nothing is written or allowed, since Lightsail creates the records itself', () => {
    expect(validated(() => CertificateValidation.fromLightsailDns())).toEqual({ hostedZones: undefined, statements: [] });
  });

  test('the zone of the stack is created before the certificate', () => {
    const stack = newStack({ env: { region: 'us-east-1' } });
    const domain = new lightsail.CfnDomain(stack, 'Domain', { domainName: 'example.com' });
    addCertificate(stack, 'Cert', { validation: CertificateValidation.fromLightsailDns(domain) });
    expect(certificatesOf(stack)[0].DependsOn).toEqual(['Domain', expect.stringMatching(/^LightsailDistributionProviderCertificates/)]);
  });

  test('the stack of the zone is deployed before that of the certificate', () => {
    const app = new App();
    const dns = new Stack(app, 'Dns', { env: { region: 'us-east-1' } });
    const site = new Stack(app, 'Site', { env: { region: 'eu-west-1' } });
    addCertificate(site, 'Cert', { validation: CertificateValidation.fromLightsailDns(new lightsail.CfnDomain(dns, 'Domain', { domainName: 'example.com' })) });
    app.synth();
    expect(site.dependencies).toEqual([dns]);
  });
});

test('by hand: nothing is written or allowed, as by default', () => {
  for (const props of [{}, { validation: CertificateValidation.manual() }]) {
    const stack = newStack();
    expect(certificatePropertiesOf(props, stack)).not.toHaveProperty('hostedZones');
    expect(validationStatementsOf(stack)).toEqual([]);
  }
});

test('has what it was given', () => {
  const stack = newStack();
  const zone = zoneOf(stack, 'example.com');
  const role = iam.Role.fromRoleArn(stack, 'Dns', ROLE);
  const domain = new lightsail.CfnDomain(stack, 'Domain', { domainName: 'example.com' });
  expect(CertificateValidation.fromDns(zone, { role })).toMatchObject({ hostedZone: zone, role });
  expect(CertificateValidation.fromDnsMultiZone({ 'example.com': zone })).toMatchObject({ hostedZones: { 'example.com': zone } });
  expect(CertificateValidation.fromLightsailDns(domain)).toMatchObject({ domain });
  expect(CertificateValidation.manual()).toEqual({ hostedZone: undefined, hostedZones: undefined, role: undefined, domain: undefined });
});
