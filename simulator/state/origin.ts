import { ServiceBehaviour } from '../behaviour';

/** A Lightsail resource that a distribution can have as its origin. */
export interface OriginResource {
  readonly name: string;
  readonly regionName: string;
  readonly resourceType: OriginResourceType;
}

const publicDns = {
  Instance: (name: string, region: string) => `${name}.${region}.compute.amazonaws.com`,
  LoadBalancer: (name: string, region: string) => `${name}.${region}.elb.amazonaws.com`,
  Bucket: (name: string, region: string) => `${name}.s3.${region}.amazonaws.com`,
  ContainerService: (name: string, region: string) => `${name}.${region}.cs.amazonlightsail.com`,
};

export type OriginResourceType = keyof typeof publicDns;
export const originResourceTypes = Object.keys(publicDns) as OriginResourceType[];

export function originPublicDns({ name, regionName, resourceType }: OriginResource): string {
  // The type of a restored origin may be one that Lightsail has added since.
  return Object.hasOwn(publicDns, resourceType) ? publicDns[resourceType](name, regionName) : '';
}

/** The origin of a distribution, as it is stored. */
export interface Origin extends OriginResource {
  readonly protocolPolicy: string;
  readonly responseTimeout: number;
  readonly ipAddressType: string;
  readonly isPrivateOriginAccessEnabled: boolean;
}

/** The service defaults of an origin. */
export function defaultOrigin(behaviour: ServiceBehaviour, resource: OriginResource): Origin {
  return {
    ...resource,
    protocolPolicy: resource.resourceType === 'Bucket' ? 'https-only' : 'http-only',
    responseTimeout: 30,
    ipAddressType: behaviour.originIpAddressType,
    isPrivateOriginAccessEnabled: false,
  };
}
