import { Aws, aws_iam as iam } from 'aws-cdk-lib';

/** Actions for which Lightsail has no resource-level permission. */
export const ACTIONS_ON_ANY_RESOURCE = [
  'lightsail:GetCertificates',
  'lightsail:GetDistributions',
  'lightsail:GetOperation',
  'lightsail:GetOperationsForResource',
] as const;

/** Actions on one distribution. The tags mark the request that may write, so that a superseded one stops. */
export const ACTIONS_ON_DISTRIBUTIONS = [
  'lightsail:SetIpAddressType',
  'lightsail:TagResource',
  'lightsail:UntagResource',
  'lightsail:UpdateDistribution',
  'lightsail:UpdateDistributionBundle',
] as const;

/**
 * A distribution's ARN ends in an id that Lightsail gives it, not in its name, so that nobody knows it before the
 * deployment. All distributions lie in us-east-1, whatever the Region of the stack.
 */
const ANY_DISTRIBUTION = `arn:${Aws.PARTITION}:lightsail:us-east-1:${Aws.ACCOUNT_ID}:Distribution/*`;

/** What the handler may do in Lightsail. */
export function lightsailPolicy(): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({ actions: [...ACTIONS_ON_ANY_RESOURCE], resources: ['*'] }),
      new iam.PolicyStatement({ actions: [...ACTIONS_ON_DISTRIBUTIONS], resources: [ANY_DISTRIBUTION] }),
    ],
  });
}
