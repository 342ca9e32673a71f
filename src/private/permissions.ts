import { Aws, aws_iam as iam } from 'aws-cdk-lib';

/** Actions for which Lightsail has no resource-level permission. */
const ACTIONS_ON_ANY_RESOURCE = [
  'lightsail:GetCertificates',
  'lightsail:GetDistributions',
  'lightsail:GetOperation',
  'lightsail:GetOperationsForResource',
];

/** Actions on one distribution. The tags mark the request that may write, so that a superseded one stops. */
const ACTIONS_ON_DISTRIBUTIONS = [
  'lightsail:SetIpAddressType',
  'lightsail:TagResource',
  'lightsail:UntagResource',
  'lightsail:UpdateDistribution',
  'lightsail:UpdateDistributionBundle',
];

/**
 * An ARN ends in an id that Lightsail gives the resource, not in its name, so that nobody knows it before the
 * deployment. All distributions and their certificates lie in us-east-1, whatever the Region of the stack.
 */
const any = (resourceType: string) => `arn:${Aws.PARTITION}:lightsail:us-east-1:${Aws.ACCOUNT_ID}:${resourceType}/*`;

/** What the handler may do in Lightsail to any distribution. */
export function lightsailPolicy(): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({ actions: ACTIONS_ON_ANY_RESOURCE, resources: ['*'] }),
      new iam.PolicyStatement({ actions: ACTIONS_ON_DISTRIBUTIONS, resources: [any('Distribution')] }),
      new iam.PolicyStatement({
        // Repairs a certificate that a distribution has but does not show.
        actions: ['lightsail:AttachCertificateToDistribution'],
        resources: [any('Distribution'), any('Certificate')],
      }),
    ],
  });
}

/** What it may do besides for the distributions that its stack owns: of all others it can delete none. */
export function ownershipStatements(): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({ actions: ['lightsail:CreateDistribution'], resources: ['*'] }),
    new iam.PolicyStatement({
      actions: ['lightsail:DeleteDistribution'],
      resources: [any('Distribution')],
      conditions: { StringLike: { 'aws:ResourceTag/cdk-lightsail-distribution:owner': `* ${Aws.STACK_ID}/*` } },
    }),
  ];
}
