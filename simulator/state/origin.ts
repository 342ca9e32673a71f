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
  return publicDns[resourceType](name, regionName);
}
