import { App, aws_iam as iam, aws_lightsail as lightsail, aws_route53 as route53, CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { zoneOf } from './certificate-under-test';
import {
  CertificateValidation, Distribution, DistributionAliasRecords, DistributionCertificate, DistributionTarget, ViewerCertificate,
  type DistributionAliasRecordsProps, type DistributionCertificateProps, type IDistribution,
} from '../../src';

const stackOf = () => new Stack(new App(), 'Site', { env: { region: 'eu-west-1' } });
const distributionOf = (stack: Stack) => new Distribution(stack, 'Cdn', { origin: { name: 'web' } });

const CLOUDFRONT_ZONE = { 'Fn::FindInMap': ['AWSCloudFrontPartitionHostedZoneIdMap', { Ref: 'AWS::Partition' }, 'zoneId'] };
const resourcesOf = (stack: Stack) => Template.fromStack(stack).findResources('AWS::Route53::RecordSet');
const record = (Name: string, Type: 'A' | 'AAAA', HostedZoneId = 'ZEXAMPLE') => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: {
    Name: `${Name}.`, Type, HostedZoneId, AliasTarget: { DNSName: { 'Fn::GetAtt': [expect.stringMatching(/^Cdn/), 'domainName'] }, HostedZoneId: CLOUDFRONT_ZONE },
  },
});

/** The message of the error that the construct throws. */
function refusal(props: Partial<DistributionAliasRecordsProps>): string {
  const stack = stackOf();
  try {
    new DistributionAliasRecords(stack, 'Aliases', { distribution: distributionOf(stack), hostedZone: zoneOf(stack, 'example.com'), domainNames: ['example.com'], ...props });
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

test('each domain name has records for IPv4 and IPv6, which point to the distribution', () => {
  const stack = stackOf();
  new DistributionAliasRecords(stack, 'Aliases', {
    distribution: distributionOf(stack), domainNames: ['example.com', 'www.example.com'], hostedZone: zoneOf(stack, 'example.com'),
  });
  expect(Object.values(resourcesOf(stack))).toEqual([
    record('example.com', 'A'), record('example.com', 'AAAA'), record('www.example.com', 'A'), record('www.example.com', 'AAAA'),
  ]);
});

test('a distribution without IPv6 has no AAAA records', () => {
  const stack = stackOf();
  new DistributionAliasRecords(stack, 'Aliases', { distribution: distributionOf(stack), domainNames: ['example.com'], hostedZone: zoneOf(stack, 'example.com'), ipv6: false });
  expect(Object.values(resourcesOf(stack))).toEqual([record('example.com', 'A')]);
});

test('a domain name can have its own hosted zone', () => {
  const stack = stackOf();
  new DistributionAliasRecords(stack, 'Aliases', {
    distribution: distributionOf(stack),
    domainNames: ['example.com', 'example.org'],
    hostedZone: zoneOf(stack, 'example.com'),
    hostedZones: { 'example.org': zoneOf(stack, 'example.org', 'ZOTHER') },
    ipv6: false,
  });
  expect(Object.values(resourcesOf(stack))).toEqual([record('example.com', 'A'), record('example.org', 'A', 'ZOTHER')]);
});

test('logical IDs do not depend on the order of the domain names', () => {
  const idsOf = (domainNames: string[]) => {
    const stack = stackOf();
    new DistributionAliasRecords(stack, 'Aliases', { distribution: distributionOf(stack), domainNames, hostedZone: zoneOf(stack, 'example.com') });
    return Object.keys(resourcesOf(stack)).sort();
  };
  expect(idsOf(['www.example.com', 'example.com'])).toEqual(idsOf(['example.com', 'www.example.com']));
});

test.each<[string, Partial<DistributionAliasRecordsProps>, string]>([
  ['no domain names', { domainNames: [] }, 'Site/Aliases: domainNames: no domain names, got []; at least one is required; add the domain names of the certificate'],
  ['a name twice', { domainNames: ['example.com', 'example.com'] }, 'Site/Aliases: domainNames: domain name given twice, got "example.com"; each name is allowed once; remove one'],
  ['a wildcard', { domainNames: ['*.example.com'] }, 'Site/Aliases: domainNames: malformed domain name, got "*.example.com"; '
    + 'a full domain name without wildcard and without a final dot is allowed, such as "www.example.com"; correct it'],
  ['a name of another zone', { domainNames: ['example.org'] },
    'Site/Aliases: domainNames: not in the hosted zone example.com, got "example.org"; example.com and its subdomains are allowed; choose the zone of this name in hostedZones'],
  ['a name that only ends like the zone', { domainNames: ['my-example.com'] },
    'Site/Aliases: domainNames: not in the hosted zone example.com, got "my-example.com"; example.com and its subdomains are allowed; choose the zone of this name in hostedZones'],
  ['a name without a zone', { hostedZone: undefined },
    'Site/Aliases: hostedZones: no hosted zone, got "example.com"; each domain name needs one; set hostedZone, or add the name to hostedZones'],
  ['a zone of no name', { hostedZones: { 'example.net': zoneOf(stackOf(), 'example.net') } },
    'Site/Aliases: hostedZones: unknown domain name, got "example.net"; the names of domainNames are allowed; add it to domainNames, or remove its zone'],
])('%s: refused', (_what, props, message) => {
  expect(refusal(props)).toBe(message);
});

test('a domain name in another spelling is the same, and in the zone', () => {
  expect(refusal({ domainNames: ['example.com', 'Example.com'] }))
    .toBe('Site/Aliases: domainNames: domain name given twice, got "Example.com"; each name is allowed once; remove one');
  expect(refusal({ domainNames: ['WWW.Example.com'] })).toBe('nothing');
});

test('a hosted zone of which only the ID is known can have the records', () => {
  const stack = stackOf();
  new DistributionAliasRecords(stack, 'Aliases', {
    distribution: distributionOf(stack), domainNames: ['www.example.com'], hostedZone: route53.HostedZone.fromHostedZoneId(stack, 'Zone', 'Z1'), ipv6: false,
  });
  expect(Object.values(resourcesOf(stack))).toEqual([record('www.example.com', 'A', 'Z1')]);
});

describe('tokens', () => {
  test('can be single domain names', () => {
    const stack = stackOf();
    const domainName = new CfnParameter(stack, 'Text').valueAsString;
    new DistributionAliasRecords(stack, 'Aliases', { distribution: distributionOf(stack), domainNames: [domainName], hostedZone: zoneOf(stack, 'example.com'), ipv6: false });
    expect(Object.values(resourcesOf(stack))[0].Properties.Name).toEqual({ 'Fn::Join': ['', [{ Ref: 'Text' }, '.']] });
  });

  test('cannot be a whole list of domain names, since the number of records must be known', () => {
    const stack = stackOf();
    const domainNames = new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList;
    expect(() => new DistributionAliasRecords(stack, 'Aliases', { distribution: distributionOf(stack), domainNames, hostedZone: zoneOf(stack, 'example.com') })).toThrow(
      new Error('Site/Aliases: domainNames: unknown at synthesis, got a list that is a token; each domain name has records of its own; specify the domain names one by one'));
  });
});

describe('of a certificate', () => {
  const certificateOf = (stack: Stack, validation: CertificateValidation, props: Partial<DistributionCertificateProps> = {}) =>
    new DistributionCertificate(stack, 'Cert', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], validation, ...props });
  /** The records that these props render to, or the message of the error. */
  function recordsWith(define: (stack: Stack) => Partial<DistributionAliasRecordsProps>): readonly unknown[] | string {
    const stack = stackOf();
    try {
      new DistributionAliasRecords(stack, 'Aliases', { distribution: distributionOf(stack), ipv6: false, ...define(stack) });
    } catch (error) {
      return (error as Error).message;
    }
    return Object.values(resourcesOf(stack));
  }
  const withoutZone = (name: string) =>
    `Site/Aliases: hostedZones: no hosted zone, got "${name}"; each domain name needs one; set hostedZone, or add the name to hostedZones`;

  test('the domain names and the hosted zone are taken from it', () => {
    expect(recordsWith((stack) => ({ certificate: certificateOf(stack, CertificateValidation.fromDns(zoneOf(stack, 'example.com'))) })))
      .toEqual([record('example.com', 'A'), record('www.example.com', 'A')]);
  });

  test('the hosted zones of single domain names are taken from it', () => {
    const multiZone = (stack: Stack) => CertificateValidation.fromDnsMultiZone({
      'example.com': zoneOf(stack, 'example.com', 'Z1'), 'example.org': zoneOf(stack, 'example.org', 'Z2'),
    });
    expect(recordsWith((stack) => ({ certificate: certificateOf(stack, multiZone(stack), { subjectAlternativeNames: ['example.org'] }) })))
      .toEqual([record('example.com', 'A', 'Z1'), record('example.org', 'A', 'Z2')]);
    expect(recordsWith((stack) => ({ certificate: certificateOf(stack, multiZone(stack), { subjectAlternativeNames: ['example.org'] }), domainNames: ['example.org'] })))
      .toEqual([record('example.org', 'A', 'Z2')]);
  });

  test('only some of its domain names can have records', () => {
    expect(recordsWith((stack) => ({ certificate: certificateOf(stack, CertificateValidation.fromDns(zoneOf(stack, 'example.com'))), domainNames: ['www.example.com'] })))
      .toEqual([record('www.example.com', 'A')]);
  });

  test('specified hosted zones replace those of its validation', () => {
    const certificate = (stack: Stack) => certificateOf(stack, CertificateValidation.fromDns(zoneOf(stack, 'example.com', 'Z1')));
    expect(recordsWith((stack) => ({ certificate: certificate(stack), hostedZone: zoneOf(stack, 'com', 'Z2') })))
      .toEqual([record('example.com', 'A', 'Z2'), record('www.example.com', 'A', 'Z2')]);
    expect(recordsWith((stack) => ({ certificate: certificate(stack), hostedZones: { 'example.com': zoneOf(stack, 'com', 'Z2') } }))).toBe(withoutZone('www.example.com'));
  });

  test.each<[string, (stack: Stack) => CertificateValidation]>([
    ['is validated by hand', () => CertificateValidation.manual()],
    ['is validated in a DNS zone of Lightsail', () => CertificateValidation.fromLightsailDns()],
    ['is validated in the hosted zone of another account, where CloudFormation cannot write', (stack) => CertificateValidation.fromDns(
      zoneOf(stack, 'example.com'), { role: iam.Role.fromRoleArn(stack, 'Dns', 'arn:aws:iam::444455556666:role/dns') })],
  ])('that %s, the hosted zones have to be specified', (_what, validation) => {
    expect(recordsWith((stack) => ({ certificate: certificateOf(stack, validation(stack)) }))).toBe(`${withoutZone('example.com')}\n${withoutZone('www.example.com')}`);
    expect(recordsWith((stack) => ({ certificate: certificateOf(stack, validation(stack)), hostedZone: zoneOf(stack, 'com', 'Z2') })))
      .toEqual([record('example.com', 'A', 'Z2'), record('www.example.com', 'A', 'Z2')]);
  });

  test('whose domain names are unknown, they have to be specified', () => {
    const certificate = (stack: Stack) => certificateOf(stack, CertificateValidation.fromDns(zoneOf(stack, 'example.com')), {
      subjectAlternativeNames: new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList,
    });
    expect(recordsWith((stack) => ({ certificate: certificate(stack) })))
      .toBe('Site/Aliases: domainNames: unknown at synthesis, got a list that is a token; each domain name has records of its own; specify the domain names one by one');
    expect(recordsWith((stack) => ({ certificate: certificate(stack), domainNames: ['example.com'] }))).toEqual([record('example.com', 'A')]);
  });

  test('the records are created after the distribution serves it', () => {
    const stack = stackOf();
    const certificate = certificateOf(stack, CertificateValidation.fromDns(zoneOf(stack, 'example.com')));
    const distribution = new Distribution(stack, 'Cdn', { origin: { name: 'web' }, certificate: ViewerCertificate.fromCertificate(certificate) });
    new DistributionAliasRecords(stack, 'Aliases', { distribution, certificate });
    // The records refer to an attribute of the distribution. The distribution refers to the certificate in its properties.
    const dnsNames = Object.values(resourcesOf(stack)).map(({ Properties: { AliasTarget: { DNSName } } }) => DNSName);
    expect(dnsNames).toEqual(Array.from({ length: 4 }, () => ({ 'Fn::GetAtt': [expect.stringMatching(/^Cdn/), 'domainName'] })));
    const [cdn] = Object.values(Template.fromStack(stack).findResources('Custom::LightsailDistribution'));
    expect(cdn.Properties.settings.certificateName).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Cert/), 'certificateName'] });
  });
});

test('a target can be used for a single record, also of an imported distribution', () => {
  const stack = stackOf();
  const imported: IDistribution = Distribution.fromDistributionAttributes(stack, 'Imported', { distributionName: 'my-cdn', distributionDomainName: 'd1.cloudfront.net' });
  new route53.ARecord(stack, 'Alias', { zone: zoneOf(stack, 'example.com'), target: route53.RecordTarget.fromAlias(new DistributionTarget(imported)) });
  expect(Object.values(resourcesOf(stack))[0].Properties).toEqual(
    { Name: 'example.com.', Type: 'A', HostedZoneId: 'ZEXAMPLE', AliasTarget: { DNSName: 'd1.cloudfront.net', HostedZoneId: CLOUDFRONT_ZONE } });
});

test('a Lightsail DNS zone has domain entries for the distribution', () => {
  const stack = new Stack(new App(), 'Site', { env: { region: 'us-east-1' } });
  const distribution = distributionOf(stack);
  new lightsail.CfnDomain(stack, 'Domain', {
    domainName: 'example.com',
    domainEntries: [DistributionTarget.domainEntry(distribution, 'example.com'), DistributionTarget.domainEntry(distribution, 'example.com', true)],
  });
  const target = { 'Fn::GetAtt': [expect.stringMatching(/^Cdn/), 'domainName'] };
  expect(Object.values(Template.fromStack(stack).findResources('AWS::Lightsail::Domain'))[0].Properties).toEqual({
    DomainName: 'example.com',
    DomainEntries: [{ Name: 'example.com', Type: 'A', Target: target, IsAlias: true }, { Name: 'example.com', Type: 'AAAA', Target: target, IsAlias: true }],
  });
});
