import { aws_iam as iam, IResource } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';

/**
 * An Amazon Lightsail distribution, whether this stack manages it or only refers to it.
 */
export interface IDistribution extends IResource, aws_lightsail.IDistributionRef {
  /**
   * Name of the distribution.
   *
   * @attribute
   */
  readonly distributionName: string;

  /**
   * ARN of the distribution. It ends in an id that Lightsail gives the distribution, not in its name.
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
   * Allow a principal actions on this distribution.
   *
   * @param grantee the principal
   * @param actions actions that Lightsail can restrict to one distribution, such as `lightsail:UpdateDistribution`
   * @returns what was granted
   */
  grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant;

  /**
   * Allow a principal to read the distribution, its latest cache reset and its metrics.
   *
   * Lightsail cannot restrict these actions to one distribution, so they are allowed for all of the account.
   *
   * @param grantee the principal
   * @returns what was granted
   */
  grantRead(grantee: iam.IGrantable): iam.Grant;

  /**
   * Allow a principal to reset the cache of this distribution, and to see how far the reset is.
   *
   * Lightsail cannot restrict the latter to one distribution, so it is allowed for all of the account.
   *
   * @param grantee the principal
   * @returns what was granted
   */
  grantResetCache(grantee: iam.IGrantable): iam.Grant;
}
