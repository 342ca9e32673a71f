import { App, aws_lightsail as lightsail, aws_route53 as route53, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Distribution, DistributionAliasRecords, DistributionTarget, type DistributionAliasRecordsProps, type IDistribution } from '../../src';

const stackOf = () => new Stack(new App(), 'Site', { env: { region: 'eu-west-1' } });
const zoneOf = (stack: Stack, zoneName: string, hostedZoneId = 'ZEXAMPLE') =>
  route53.HostedZone.fromHostedZoneAttributes(stack, `Zone of ${zoneName}`, { hostedZoneId, zoneName });
const distributionOf = (stack: Stack) => new Distribution(stack, 'Cdn', { origin: { name: 'web' } });

const CLOUDFRONT_ZONE = { 'Fn::FindInMap': ['AWSCloudFrontPartitionHostedZoneIdMap', { Ref: 'AWS::Partition' }, 'zoneId'] };
const resourcesOf = (stack: Stack) => Template.fromStack(stack).findResources('AWS::Route53::RecordSet');
const record = (Name: string, Type: 'A' | 'AAAA', HostedZoneId = 'ZEXAMPLE') => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: {
    Name: `${Name}.`, Type, HostedZoneId, AliasTarget: { DNSName: { 'Fn::GetAtt': [expect.stringMatching(/^Cdn/), 'domainName'] }, HostedZoneId: CLOUDFRONT_ZONE },
  },
});

/** What the construct throws. */
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
