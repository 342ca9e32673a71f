import { CfnResource, Fn, RemovalPolicy, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DistributionBase } from './distribution-base';
import { LightsailDistributionProvider } from './provider';
import { CacheResetProperties, OwnershipProperties, ResourceProperties } from './resource-properties';

/**
 * A distribution that a custom resource manages. The attributes of its child `Resource` are those of the live distribution.
 *
 * @internal
 */
export abstract class ManagedDistribution extends DistributionBase {
  /**
   * Name of the distribution.
   *
   * @attribute
   */
  public get distributionName(): string {
    return this.getResourceNameAttribute(this.attribute('distributionName'));
  }

  /**
   * ARN of the distribution. It ends in an ID that Lightsail assigns, not in the name of the distribution.
   *
   * @attribute
   */
  public get distributionArn(): string {
    return this.attribute('distributionArn');
  }

  /**
   * Domain name of the distribution, such as `d1234567890abc.cloudfront.net`.
   *
   * @attribute
   */
  public get distributionDomainName(): string {
    return this.attribute('domainName');
  }

  /**
   * Status of the distribution in Lightsail, such as `Deployed`.
   *
   * @attribute
   */
  public get distributionStatus(): string {
    return this.attribute('status');
  }

  /**
   * Public DNS name of the origin.
   *
   * @attribute
   */
  public get distributionOriginPublicDns(): string {
    return this.attribute('originPublicDns');
  }

  /**
   * Domain names of the certificate, which the distribution serves.
   *
   * Without a certificate, the list contains one empty string.
   *
   * @attribute
   */
  public get distributionAlternativeDomainNames(): string[] {
    return Fn.split(',', this.attribute('alternativeDomainNames'));
  }

  /**
   * Summary of the changes of the last deployment, for example for a `CfnOutput`.
   *
   * It is `nothing changed` if there were none.
   *
   * @attribute
   */
  public get changes(): string {
    return this.attribute('changes');
  }

  private attribute(name: string): string {
    return Token.asString((this.node.findChild('Resource') as CfnResource).getAtt(name));
  }
}

/** The custom resource of a construct. */
export interface CustomResourceOptions {
  readonly resourceType: string;
  readonly properties: (ResourceProperties & Partial<OwnershipProperties>) | CacheResetProperties;
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * Defines the custom resource of a construct. It is an L1 construct, since an L2 `CustomResource` would take a third of the time
 * of synthesizing a distribution and have no other effect.
 */
export function defineCustomResource(
  scope: Construct, { resourceType, properties, removalPolicy }: CustomResourceOptions,
): CfnResource {
  const { serviceToken } = LightsailDistributionProvider.of(scope);
  const resource = new CfnResource(scope, 'Resource', { type: resourceType, properties: { ServiceToken: serviceToken, ...properties } });
  if (removalPolicy !== undefined) resource.applyRemovalPolicy(removalPolicy);
  return resource;
}
