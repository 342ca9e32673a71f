import { Aws, aws_iam as iam } from 'aws-cdk-lib';

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
    new iam.PolicyStatement({
      // A release removes the owner tag. If its response is lost, it is sent again to a distribution that has no owner any more.
      actions: ['lightsail:UntagResource'],
      resources: [any('Distribution')],
      conditions: {
        'Null': { [RESOURCE_OWNER]: 'true' },
        'ForAnyValue:StringEquals': { 'aws:TagKeys': OWNER_KEY },
        'ForAllValues:StringLike': { 'aws:TagKeys': [OWNER_KEY, REQUEST_KEYS] },
      },
    }),
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
