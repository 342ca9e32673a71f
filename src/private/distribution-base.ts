import { aws_iam as iam, Resource, ResourceProps } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { IDistribution } from '../distribution-interface';

/**
 * Members of all distributions, managed or imported.
 *
 * @internal
 */
export abstract class DistributionBase extends Resource implements IDistribution {
  public abstract readonly distributionName: string;
  public abstract readonly distributionArn: string;
  public abstract readonly distributionDomainName: string;

  constructor(scope: Construct, id: string, props: ResourceProps) {
    // All distributions are in us-east-1, also when the stack is not. The CDK resolves references between stacks by the Regions of the stacks.
    super(scope, id, { ...props, region: 'us-east-1' });
  }

  /**
   * Name and ARN of the distribution, for constructs that accept any Lightsail distribution.
   */
  public get distributionRef(): aws_lightsail.DistributionReference {
    return { distributionName: this.distributionName, distributionArn: this.distributionArn };
  }

  /**
   * Grants a principal actions on this distribution.
   *
   * @param grantee the principal
   * @param actions actions for which Lightsail supports resource-level permissions, such as `lightsail:UpdateDistribution`
   * @returns the grant
   */
  public grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.distributionArn] });
  }

  /**
   * Grants a principal permission to read the distribution, its latest cache reset and its metrics.
   *
   * Lightsail does not support resource-level permissions for these actions, so the grant covers all distributions of the account.
   *
   * @param grantee the principal
   * @returns the grant
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.grantOnAllResources(
      grantee, 'lightsail:GetDistributions', 'lightsail:GetDistributionLatestCacheReset', 'lightsail:GetDistributionMetricData',
    );
  }

  /**
   * Grants a principal permission to reset the cache of this distribution and to read the status of the reset.
   *
   * Lightsail does not support resource-level permissions for reading the status, so that part of the grant covers all
   * distributions of the account.
   *
   * @param grantee the principal
   * @returns the grant
   */
  public grantResetCache(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, 'lightsail:ResetDistributionCache')
      .combine(this.grantOnAllResources(grantee, 'lightsail:GetDistributionLatestCacheReset'));
  }

  /** Lightsail does not support resource-level permissions for its Get actions. */
  private grantOnAllResources(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: ['*'] });
  }
}
