import { CfnResource, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { LightsailDistributionProvider } from './provider';

/** The custom resource of a construct. */
export interface CustomResourceOptions {
  readonly resourceType: string;
  /** As `resource-properties.ts` has them. */
  readonly properties: object;
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * Defines the custom resource of a construct. It is an L1 construct, since an L2 `CustomResource` would take a third of the time
 * of synthesizing a distribution and have no other effect.
 */
export function defineCustomResource(scope: Construct, { resourceType, properties, removalPolicy }: CustomResourceOptions): CfnResource {
  const { serviceToken } = LightsailDistributionProvider.of(scope);
  const resource = new CfnResource(scope, 'Resource', { type: resourceType, properties: { ServiceToken: serviceToken, ...properties } });
  if (removalPolicy !== undefined) resource.applyRemovalPolicy(removalPolicy);
  return resource;
}
