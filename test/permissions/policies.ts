import { App, aws_iam as iam, aws_route53 as route53, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import {
  CertificateValidation, Distribution, DistributionCacheReset, DistributionCertificate, DistributionSettings, OnExisting,
} from '../../src';

export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

export const ACCOUNT = '111122223333';

/** The features of the library that a stack uses. */
export type Use = 'settings' | 'owned' | 'adopting' | 'certificate' | 'certificateByRole' | 'cacheReset' | 'ownCacheReset';

/** The role of another account that writes to its hosted zone. */
export const DNS_ROLE = 'arn:aws:iam::444455556666:role/dns';

const zoneOf = (scope: Construct, zoneName: string, hostedZoneId: string) =>
  route53.HostedZone.fromHostedZoneAttributes(scope, `Zone of ${zoneName}`, { hostedZoneId, zoneName });

const DEFINE: Readonly<Record<Use, (scope: Construct) => unknown>> = {
  settings: (scope) => new DistributionSettings(scope, 'Settings', {
    distribution: Distribution.fromDistributionName(scope, 'Imported', 'my-cdn'), enabled: true,
  }),
  owned: (scope) => new Distribution(scope, 'Owned', { origin: { name: 'web' } }),
  cacheReset: (scope) => new DistributionCacheReset(scope, 'Reset', { distribution: Distribution.fromDistributionName(scope, 'Foreign', 'my-cdn') }),
  ownCacheReset: (scope) => new DistributionCacheReset(scope, 'OwnReset', { distribution: new Distribution(scope, 'Own', { origin: { name: 'web' } }) }),
  certificate: (scope) => new DistributionCertificate(scope, 'Certificate', {
    domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], validation: CertificateValidation.fromDns(zoneOf(scope, 'example.com', 'Z1')),
  }),
  certificateByRole: (scope) => new DistributionCertificate(scope, 'CertificateByRole', {
    domainName: 'example.org',
    validation: CertificateValidation.fromDns(zoneOf(scope, 'example.org', 'Z2'), { role: iam.Role.fromRoleArn(scope, 'Dns', DNS_ROLE) }),
  }),
  adopting: (scope) => new Distribution(scope, 'Adopting', { origin: { name: 'web' }, distributionName: 'old-cdn', onExisting: OnExisting.ADOPT }),
};

const known = new Map<string, readonly Policy[]>();

/** The policies of the role of the handler, as CloudFormation resolves them for a stack of this id. */
export function policiesOf(uses: readonly Use[], stackId: string): readonly Policy[] {
  const key = [...uses, stackId].join(' ');
  const policies = known.get(key) ?? synthesize(uses, stackId);
  known.set(key, policies);
  return policies;
}

function synthesize(uses: readonly Use[], stackId: string): readonly Policy[] {
  const stack = new Stack(new App(), 'Site');
  for (const use of uses) DEFINE[use](stack);
  const template = Template.fromStack(stack);
  const isOurs = (id: string) => /^LightsailDistributionProvider(Role|Ownership|Certificates)/.test(id);
  const resources = [...Object.entries(template.findResources('AWS::IAM::Role')), ...Object.entries(template.findResources('AWS::IAM::Policy'))];
  return resources.filter(([id]) => isOurs(id)).flatMap(([, { Properties }]) =>
    [...(Properties.Policies ?? []), ...(Properties.PolicyDocument ? [Properties] : [])]
      .map(({ PolicyDocument }: { PolicyDocument: object }) => resolved(PolicyDocument, stackId) as Policy))
    .filter(({ Statement }) => JSON.stringify(Statement).includes('"lightsail:'));
}

/** Resolves `Fn::Join` and the pseudo parameters. */
function resolved(value: unknown, stackId: string): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, stackId));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref: reference, 'Fn::Join': join } = value as { readonly 'Ref'?: string; readonly 'Fn::Join'?: [string, unknown[]] };
  if (join) return join[1].map((part) => resolved(part, stackId)).join(join[0]);
  if (reference) return pseudoParameters(stackId)[reference];
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolved(member, stackId)]));
}

function pseudoParameters(stackId: string): Readonly<Record<string, string>> {
  const [, , , region] = stackId.split(':');
  const [, stackName] = stackId.split('/');
  return { 'AWS::Partition': 'aws', 'AWS::AccountId': ACCOUNT, 'AWS::Region': region, 'AWS::StackId': stackId, 'AWS::StackName': stackName };
}
