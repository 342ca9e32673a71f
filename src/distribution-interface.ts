import { aws_iam as iam, IResource } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';

/**
 * An Amazon Lightsail distribution that this stack manages or refers to.
 */
export interface IDistribution extends IResource, aws_lightsail.IDistributionRef {
  /**
   * Name of the distribution.
   *
   * @attribute
   */
  readonly distributionName: string;

  /**
   * ARN of the distribution. It ends in an ID that Lightsail assigns, not in the name of the distribution.
   *
   * @attribute
   */
  readonly distributionArn: string;

  /**
   * Domain name of the distribution, such as `d1234567890abc.cloudfront.net`.
   *
   * @attribute
   */
  readonly distributionDomainName: string;

  /**
   * Grants a principal actions on this distribution.
   *
   * @param grantee the principal
   * @param actions actions for which Lightsail supports resource-level permissions, such as `lightsail:UpdateDistribution`
   * @returns the grant
   */
  grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant;

  /**
   * Grants a principal permission to read the distribution, its latest cache reset and its metrics.
   *
   * Lightsail does not support resource-level permissions for these actions, so the grant covers all distributions of the account.
   *
   * @param grantee the principal
   * @returns the grant
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;

  /**
   * Grants a principal permission to reset the cache of this distribution and to read the status of the reset.
   *
   * Lightsail does not support resource-level permissions for reading the status, so that part of the grant covers all
   * distributions of the account.
   *
   * @param grantee the principal
   * @returns the grant
   */
  grantResetCache(grantee: iam.IGrantable): iam.Grant;
}
