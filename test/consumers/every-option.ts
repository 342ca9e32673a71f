import { App, aws_lightsail as lightsail, aws_route53 as route53, aws_sns as sns, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Resource, Synthesized } from './cdk';
import {
  CachingPreset, CertificateValidation, Distribution, DistributionAliasRecords, DistributionCacheReset, DistributionCertificate, DistributionOrigin,
  DistributionMonitor, DistributionSettings, OnExisting, OriginProtocolPolicy, type DistributionAlarmOptions, type DistributionAliasRecordsProps,
  type DistributionCacheResetProps, type DistributionMonitorProps, type DistributionProps, type DistributionSettingsProps,
} from '../../src';
import { certificateOptions, EVERY_OPTION, EVERY_OPTION_OF_ALARMS, EVERY_OPTION_OF_CACHE_RESET, EVERY_OPTION_OF_MONITOR } from '../every-option';

const OPTIONS = { ...EVERY_OPTION, waitForDeployment: false, timeout: Duration.minutes(20) };

/** The props that the program `every_option` of each language passes to these constructs, without the dependencies of the origin. */
export const DISTRIBUTION: DistributionProps = {
  ...OPTIONS, distributionName: 'shop', tags: { team: 'web' }, removalPolicy: RemovalPolicy.DESTROY, onExisting: OnExisting.ADOPT,
};
export const SETTINGS: Omit<DistributionSettingsProps, 'distribution'> = OPTIONS;
export const CACHE_RESET: Omit<DistributionCacheResetProps, 'distribution' | 'executeAfter'> = EVERY_OPTION_OF_CACHE_RESET;
export const MONITOR: Omit<DistributionMonitorProps, 'distribution'> = EVERY_OPTION_OF_MONITOR;
export const ALARMS: Omit<DistributionAlarmOptions, 'topic'> = EVERY_OPTION_OF_ALARMS;

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

/** The resources that these props render to in TypeScript, without those that all constructs share. */
export function everyOption(): Readonly<Record<string, Resource>> {
  const stack = new Stack(new App(), 'EveryOption', { env: { region: 'eu-west-1' } });
  const bucket = new lightsail.CfnBucket(stack, 'Bucket', { bucketName: 'files', bundleId: 'small_1_0' });
  const origin = { ...DISTRIBUTION.origin, dependencies: [bucket] };
  const shop = new Distribution(stack, 'Shop', { ...DISTRIBUTION, origin });
  const distribution = Distribution.fromDistributionAttributes(stack, 'Blog', { distributionName: 'blog' });
  const settings = new DistributionSettings(stack, 'Settings', { ...SETTINGS, origin, distribution });
  new DistributionCacheReset(stack, 'Reset', { ...CACHE_RESET, distribution, executeAfter: [settings] });

  const topic = sns.Topic.fromTopicArn(stack, 'Alarms', 'arn:aws:sns:eu-west-1:111122223333:alarms');
  new DistributionMonitor(stack, 'Monitor', { ...MONITOR, distribution }).addAlarms({ ...ALARMS, topic });

  new Distribution(stack, 'Files', {
    origin: DistributionOrigin.bucket(bucket, { privateAccess: false }), cachingPreset: CachingPreset.BEST_FOR_STATIC_CONTENT,
  });
  const server = new lightsail.CfnInstance(stack, 'Server', { instanceName: 'server', blueprintId: 'wordpress', bundleId: 'micro_3_0' });
  const staticIp = new lightsail.CfnStaticIp(stack, 'StaticIp', { staticIpName: 'server-ip', attachedTo: server.ref });
  new Distribution(stack, 'Wordpress', {
    origin: DistributionOrigin.instance(server, { staticIp, protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY }),
    cachingPreset: CachingPreset.BEST_FOR_WORDPRESS,
  });

  const certificate = new DistributionCertificate(stack, 'Certificate', CERTIFICATE(stack));
  new DistributionAliasRecords(stack, 'Aliases', aliasRecords(stack, shop, certificate));
  new DistributionCertificate(stack, 'MultiZoneCertificate', {
    domainName: 'example.net',
    validation: CertificateValidation.fromDnsMultiZone({ 'example.net': zoneOf(stack, 'NetZone', 'example.net', 'Z2123456789ABC') }),
  });
  return ownResources(Template.fromStack(stack).toJSON() as Synthesized['template']);
}

const OWN_TYPES = ['AWS::Route53::RecordSet', 'AWS::Scheduler::Schedule', 'AWS::CloudWatch::Alarm'];

export function ownResources({ Resources }: Synthesized['template']): Readonly<Record<string, Resource>> {
  return Object.fromEntries(Object.entries(Resources)
    .filter(([, { Type }]) => Type.startsWith('Custom::Lightsail') || OWN_TYPES.includes(Type))
    // `reconciledAt` is the time of the synthesis, which differs between runs.
    .map(([id, { Type, DependsOn, Properties }]) => [
      id, { Type, DependsOn, Properties: { ...parsed(Properties), reconciledAt: typeof Properties.reconciledAt } },
    ]));
}

/** With the input of a schedule as an object, in which the members of a map have no order. */
function parsed(properties: Resource['Properties']): Resource['Properties'] {
  const { Target } = properties as { readonly Target?: { readonly Input: string } };
  return Target === undefined ? properties : { ...properties, Target: { ...Target, Input: JSON.parse(Target.Input) as object } };
}
