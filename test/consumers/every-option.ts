import { App, aws_route53 as route53, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Resource, Synthesized } from './cdk';
import {
  CertificateValidation, Distribution, DistributionAliasRecords, DistributionCertificate, DistributionSettings, OnExisting,
  type DistributionAliasRecordsProps, type DistributionProps, type DistributionSettingsProps,
} from '../../src';
import { certificateOptions, EVERY_OPTION } from '../every-option';

const OPTIONS = { ...EVERY_OPTION, waitForDeployment: false, timeout: Duration.minutes(20) };

/** What the program `every_option` of each language gives the constructs. */
export const DISTRIBUTION: DistributionProps = {
  ...OPTIONS, distributionName: 'shop', tags: { team: 'web' }, removalPolicy: RemovalPolicy.DESTROY, onExisting: OnExisting.ADOPT,
};
export const SETTINGS: Omit<DistributionSettingsProps, 'distribution'> = OPTIONS;

export const CERTIFICATE = certificateOptions;

const zoneOf = (stack: Stack, id: string, zoneName: string, hostedZoneId: string) =>
  route53.HostedZone.fromHostedZoneAttributes(stack, id, { hostedZoneId, zoneName });

export const aliasRecords = (
  stack: Stack, distribution: Distribution, certificate: DistributionCertificate,
): Required<DistributionAliasRecordsProps> => ({
  distribution,
  certificate,
  domainNames: ['example.com', 'example.org'],
  hostedZone: zoneOf(stack, 'AliasZone', 'example.com', 'Z0123456789ABC'),
  hostedZones: { 'example.org': zoneOf(stack, 'OtherAliasZone', 'example.org', 'Z1123456789ABC') },
  ipv6: false,
});

/** The custom resources and records that come of it in TypeScript. */
export function everyOption(): Readonly<Record<string, Resource>> {
  const stack = new Stack(new App(), 'EveryOption', { env: { region: 'eu-west-1' } });
  const shop = new Distribution(stack, 'Shop', DISTRIBUTION);
  const certificate = new DistributionCertificate(stack, 'Certificate', CERTIFICATE(stack));
  new DistributionAliasRecords(stack, 'Aliases', aliasRecords(stack, shop, certificate));
  new DistributionCertificate(stack, 'MultiZoneCertificate', {
    domainName: 'example.net',
    validation: CertificateValidation.fromDnsMultiZone({ 'example.net': zoneOf(stack, 'NetZone', 'example.net', 'Z2123456789ABC') }),
  });
  const distribution = Distribution.fromDistributionAttributes(stack, 'Blog', { distributionName: 'blog' });
  new DistributionSettings(stack, 'Settings', { ...SETTINGS, distribution });
  return ownResources(Template.fromStack(stack).toJSON() as Synthesized['template']);
}

export function ownResources({ Resources }: Synthesized['template']): Readonly<Record<string, Resource>> {
  return Object.fromEntries(Object.entries(Resources)
    .filter(([, { Type }]) => Type.startsWith('Custom::Lightsail') || Type === 'AWS::Route53::RecordSet')
    // The time of the synthesis is another one each time.
    .map(([id, { Type, Properties }]) => [id, { Type, Properties: { ...Properties, reconciledAt: typeof Properties.reconciledAt } }]));
}
