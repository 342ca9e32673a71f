import { Aws, aws_iam as iam, aws_route53 as route53 } from 'aws-cdk-lib';
import { isUnknown } from './unknown-name';

/** Tag by which a distribution belongs to a resource of a stack. Its value begins with a word and the id of the stack. */
const OWNER_KEY = 'cdk-lightsail-distribution:owner';

/** Keys of the tags that mark the request that may write, so that a superseded one stops. */
const REQUEST_KEYS = 'cdk-lightsail-distribution:request:*';

/** Actions for which Lightsail has no resource-level permission. */
const READS = [
  'lightsail:GetCertificates',
  'lightsail:GetDistributions',
  'lightsail:GetOperation',
  'lightsail:GetOperationsForResource',
];

/** Actions that change a distribution. Attaching a certificate repairs one that is recorded but not served. */
const UPDATES = [
  'lightsail:AttachCertificateToDistribution',
  'lightsail:SetIpAddressType',
  'lightsail:UpdateDistribution',
  'lightsail:UpdateDistributionBundle',
];

/**
 * An ARN ends in an id that Lightsail assigns, not in the name, so that it is unknown before the deployment.
 * All distributions and their certificates are in us-east-1, whatever the Region of the stack.
 */
const any = (resourceType: string) => `arn:${Aws.PARTITION}:lightsail:us-east-1:${Aws.ACCOUNT_ID}:${resourceType}/*`;

const ownedBy = (word: string) => `${word} ${Aws.STACK_ID}/*`;

/** Tag with the Region, the name of the stack and the logical id of the construct that requested a certificate. */
const RESOURCE_CONSTRUCT = 'aws:ResourceTag/cdk-lightsail-distribution:construct';

/** The live owner tag, and the one in the request. */
const RESOURCE_OWNER = `aws:ResourceTag/${OWNER_KEY}`;
const REQUEST_OWNER = `aws:RequestTag/${OWNER_KEY}`;

/** The reads that every pass of the handler needs. */
export function readStatements(): iam.PolicyStatement[] {
  return [new iam.PolicyStatement({ actions: READS, resources: ['*'] })];
}

/** For distributions that the stack does not own. It may mark its requests there, but never take ownership. */
export function settingsStatements(): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({ actions: UPDATES, resources: [any('Distribution')] }),
    attachCertificates(),
    new iam.PolicyStatement({
      actions: ['lightsail:TagResource', 'lightsail:UntagResource'],
      resources: [any('Distribution')],
      conditions: {
        // `ForAllValues` is also true for a request without keys.
        'ForAllValues:StringLike': { 'aws:TagKeys': REQUEST_KEYS },
        'Null': { 'aws:TagKeys': 'false' },
      },
    }),
  ];
}

/** For distributions that the stack owns: it creates them with its owner tag, and changes only what has this tag. */
export function ownershipStatements(): iam.PolicyStatement[] {
  const isOwned = { [RESOURCE_OWNER]: ownedBy('*') };
  return [
    new iam.PolicyStatement({
      actions: ['lightsail:CreateDistribution'], resources: ['*'], conditions: { StringLike: { [REQUEST_OWNER]: ownedBy('created') } },
    }),
    new iam.PolicyStatement({
      actions: [...UPDATES, 'lightsail:DeleteDistribution', 'lightsail:UntagResource'],
      resources: [any('Distribution')],
      conditions: { StringLike: isOwned },
    }),
    attachCertificates(),
    new iam.PolicyStatement({
      actions: ['lightsail:TagResource'],
      resources: [any('Distribution')],
      // A write of the owner tag must not give the distribution to another stack.
      conditions: { StringLike: isOwned, StringLikeIfExists: { [REQUEST_OWNER]: ownedBy('*') } },
    }),
    releaseAgain('Distribution'),
  ];
}

/** For adoption: only a distribution without an owner can be taken. */
export function adoptionStatement(): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['lightsail:TagResource'],
    resources: [any('Distribution')],
    // Never as created: what was created is deleted with the stack, what was adopted is released.
    conditions: { StringLike: { [REQUEST_OWNER]: [ownedBy('adopted'), ownedBy('adopting')] }, Null: { [RESOURCE_OWNER]: 'true' } },
  });
}

/** For certificates that the stack owns: it requests them with its owner tag, and changes only what has this tag. */
export function certificateStatements(): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({
      actions: ['lightsail:CreateCertificate'], resources: ['*'], conditions: { StringLike: { [REQUEST_OWNER]: ownedBy('created') } },
    }),
    new iam.PolicyStatement({
      actions: ['lightsail:DeleteCertificate', 'lightsail:UntagResource'],
      resources: [any('Certificate')],
      conditions: { StringLike: { [RESOURCE_OWNER]: ownedBy('created') } },
    }),
    new iam.PolicyStatement({
      actions: ['lightsail:TagResource'],
      resources: [any('Certificate')],
      // A write of the owner tag must not give the certificate to another stack.
      conditions: { StringLike: { [RESOURCE_OWNER]: ownedBy('created') }, StringLikeIfExists: { [REQUEST_OWNER]: ownedBy('created') } },
    }),
    new iam.PolicyStatement({
      actions: ['lightsail:TagResource'],
      resources: [any('Certificate')],
      // What an earlier deployment left pending, also of a stack of this name that was deleted since.
      conditions: {
        StringLike: { [RESOURCE_CONSTRUCT]: `${Aws.REGION}/${Aws.STACK_NAME}/*`, [REQUEST_OWNER]: ownedBy('created') },
        Null: { [RESOURCE_OWNER]: 'true' },
      },
    }),
    releaseAgain('Certificate'),
  ];
}

/** A release removes the owner tag. If its response is lost, it is sent again to a resource that has no owner any more. */
function releaseAgain(resourceType: Parameters<typeof any>[0]): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['lightsail:UntagResource'],
    resources: [any(resourceType)],
    conditions: {
      'Null': { [RESOURCE_OWNER]: 'true' },
      'ForAnyValue:StringEquals': { 'aws:TagKeys': OWNER_KEY },
      'ForAllValues:StringLike': { 'aws:TagKeys': [OWNER_KEY, REQUEST_KEYS] },
    },
  });
}

/** Lets the function write validation records, and nothing else, to a hosted zone of its account. */
export function validationRecordStatement({ hostedZoneArn }: route53.IHostedZone, domainNames: readonly string[]): iam.PolicyStatement {
  const names = domainNames.some(isUnknown) ? undefined : domainNames.map((name) => `_*.${name.toLowerCase()}`);
  return new iam.PolicyStatement({
    actions: ['route53:ChangeResourceRecordSets'],
    resources: [hostedZoneArn],
    conditions: {
      'ForAllValues:StringEquals': {
        'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME'], 'route53:ChangeResourceRecordSetsActions': ['UPSERT'],
      },
      ...(names && { 'ForAllValues:StringLike': { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': names } }),
    },
  });
}

/** For cache resets, of distributions that the stack owns only, or of any. */
export function cacheResetStatement(isOwned: boolean): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['lightsail:ResetDistributionCache'],
    resources: [any('Distribution')],
    conditions: isOwned ? { StringLike: { [RESOURCE_OWNER]: ownedBy('*') } } : undefined,
  });
}

/** The call is authorized for the distribution and for the certificate, which has no owner tag. */
function attachCertificates(): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['lightsail:AttachCertificateToDistribution'], resources: [any('Certificate')] });
}
