import { aws_iam as iam, Resource, ResourceProps } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { IDistribution } from '../distribution-interface';

/**
 * What every distribution offers, whether a stack manages it or only refers to it.
 *
 * @internal
 */
export abstract class DistributionBase extends Resource implements IDistribution {
  public abstract readonly distributionName: string;
  public abstract readonly distributionArn: string;
  public abstract readonly distributionDomainName: string;

  constructor(scope: Construct, id: string, props: ResourceProps) {
    // All distributions lie in us-east-1, whatever the Region of the stack. References between stacks go by the stacks' Regions.
    super(scope, id, { ...props, region: 'us-east-1' });
  }

  /**
   * Name and ARN of the distribution, for constructs that take any Lightsail distribution.
   */
  public get distributionRef(): aws_lightsail.DistributionReference {
    return { distributionName: this.distributionName, distributionArn: this.distributionArn };
  }

  /**
   * Allow a principal actions on this distribution.
   *
   * @param grantee the principal
   * @param actions actions that Lightsail can restrict to one distribution, such as `lightsail:UpdateDistribution`
   * @returns what was granted
   */
  public grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.distributionArn] });
  }

  /**
   * Allow a principal to read the distribution, its latest cache reset and its metrics.
   *
   * Lightsail cannot restrict these actions to one distribution, so they are allowed for all of the account.
   *
   * @param grantee the principal
   * @returns what was granted
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.grantOnAll(
      grantee, 'lightsail:GetDistributions', 'lightsail:GetDistributionLatestCacheReset', 'lightsail:GetDistributionMetricData',
    );
  }

  /**
   * Allow a principal to reset the cache of this distribution, and to see how far the reset is.
   *
   * Lightsail cannot restrict the latter to one distribution, so it is allowed for all of the account.
   *
   * @param grantee the principal
   * @returns what was granted
   */
  public grantResetCache(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, 'lightsail:ResetDistributionCache')
      .combine(this.grantOnAll(grantee, 'lightsail:GetDistributionLatestCacheReset'));
  }

  /** Lightsail's Get actions have no resource-level permission. */
  private grantOnAll(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: ['*'] });
  }
}
