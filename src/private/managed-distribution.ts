import { CfnResource, Fn, RemovalPolicy, Token } from 'aws-cdk-lib';
import { DistributionBase } from './distribution-base';
import { LightsailDistributionProvider } from './provider';
import { OwnershipProperties, ResourceProperties } from './resource-properties';

/**
 * A distribution that a custom resource works on. Its child `Resource` answers with what Lightsail says of it.
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
   * ARN of the distribution. It ends in an id that Lightsail gives the distribution, not in its name.
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
   * Status of the distribution in Lightsail's own words, such as `Deployed`.
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
   * Domain names of the certificate, which the distribution answers for.
   *
   * When there are none it is one empty string.
   *
   * @attribute
   */
  public get distributionAlternativeDomainNames(): string[] {
    return Fn.split(',', this.attribute('alternativeDomainNames'));
  }

  /**
   * Short text of what the last deployment changed, to be read in a `CfnOutput`.
   *
   * It says `nothing changed` if it was nothing.
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

/** What a construct asks of the handler. */
export interface CustomResourceOptions {
  readonly resourceType: string;
  readonly properties: ResourceProperties & Partial<OwnershipProperties>;
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * Defines the custom resource of a distribution: as L1, since an L2 `CustomResource` around it would add nothing but a third of the time that
 * a distribution takes to synthesize.
 */
export function defineCustomResource(
  distribution: ManagedDistribution, { resourceType, properties, removalPolicy }: CustomResourceOptions,
): CfnResource {
  const { serviceToken } = LightsailDistributionProvider.of(distribution);
  const resource = new CfnResource(distribution, 'Resource', { type: resourceType, properties: { ServiceToken: serviceToken, ...properties } });
  if (removalPolicy !== undefined) resource.applyRemovalPolicy(removalPolicy);
  return resource;
}
