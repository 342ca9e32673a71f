import { aws_lightsail, IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import { IConstruct } from 'constructs';
import { BucketOriginOptions, InstanceOriginOptions, ServerOriginOptions } from './distribution-origin-options';
import { OriginConnectionOptions, OriginIpAddressType, OriginOptions, OriginProtocolPolicy } from './origin';
import { OriginRegion } from './origin-region';
import { refuseArgument } from './private/checks/check-types';
import { BOOLEAN, enumOf, optionsOf, text } from './private/checks/types/kinds';
import { BUCKET, CONTAINER_SERVICE, INSTANCE, LOAD_BALANCER, STATIC_IP } from './private/checks/types/references';
import { Shape, Type } from './private/checks/types/type';
import { constantOf, DURATION } from './private/checks/types/values';
import { definedMembers } from './private/defined-members';

const NAME = text('my-origin');
const REGION = constantOf('an OriginRegion', 'eu-west-1');

const CONNECTION: Shape<OriginConnectionOptions> = { responseTimeout: DURATION, ipAddressType: enumOf('an OriginIpAddressType', OriginIpAddressType) };
const SERVER: Shape<ServerOriginOptions> = { ...CONNECTION, protocolPolicy: enumOf('an OriginProtocolPolicy', OriginProtocolPolicy) };
const EXAMPLE = '{ responseTimeout: Duration.seconds(20) }';
const CONNECTION_OPTIONS = optionsOf<OriginConnectionOptions>(CONNECTION, EXAMPLE);
const SERVER_OPTIONS = optionsOf<ServerOriginOptions>(SERVER, EXAMPLE);
const INSTANCE_OPTIONS = optionsOf<InstanceOriginOptions>({ ...SERVER, staticIp: STATIC_IP }, EXAMPLE);
const BUCKET_OPTIONS = optionsOf<BucketOriginOptions>({ ...CONNECTION, privateAccess: BOOLEAN }, EXAMPLE);

/**
 * Origins by their constructs, or by name and Region, with the settings that each kind of resource needs.
 *
 * A distribution is created after an origin that is a construct, and deleted before it. The origin can be in another stack or Region
 * of the account.
 *
 * @see https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-creating-content-delivery-network-distribution.html
 */
export class DistributionOrigin {
  /**
   * A bucket. The distribution uses HTTPS, as Lightsail requires for a bucket, and can read private objects by default.
   *
   * @param bucket the bucket, such as a `CfnBucket`
   * @param options options of the origin
   * @returns the origin
   */
  public static bucket(bucket: aws_lightsail.IBucketRef, options?: BucketOriginOptions): OriginOptions {
    refuseArgument('DistributionOrigin.bucket', 'bucket', bucket, BUCKET);
    refuseOptions('DistributionOrigin.bucket', options, BUCKET_OPTIONS);
    return bucketOrigin(ofConstruct(bucket, bucket.bucketRef.bucketName), options);
  }

  /**
   * A bucket by its name, with the same settings as one that is a construct.
   *
   * @param bucketName name of the bucket
   * @param regionName Region of the bucket
   * @param options options of the origin
   * @returns the origin
   */
  public static bucketFromName(bucketName: string, regionName: OriginRegion, options?: BucketOriginOptions): OriginOptions {
    refuseName('DistributionOrigin.bucketFromName', 'bucketName', bucketName, regionName);
    refuseOptions('DistributionOrigin.bucketFromName', options, BUCKET_OPTIONS);
    return bucketOrigin({ name: bucketName, regionName }, options);
  }

  /**
   * An instance. It requires a static IP address.
   *
   * @param instance the instance, such as a `CfnInstance`
   * @param options options of the origin
   * @returns the origin
   */
  public static instance(instance: aws_lightsail.IInstanceRef, options: InstanceOriginOptions = {}): OriginOptions {
    refuseArgument('DistributionOrigin.instance', 'instance', instance, INSTANCE);
    refuseOptions('DistributionOrigin.instance', options, INSTANCE_OPTIONS);
    const { staticIp, ...others } = options;
    const resource = ofConstruct(instance, instance.instanceRef.instanceName);
    return definedMembers({ ...resource, ...others, dependencies: staticIp === undefined ? [instance] : [instance, staticIp] });
  }

  /**
   * An instance by its name. It requires a static IP address.
   *
   * @param instanceName name of the instance
   * @param regionName Region of the instance
   * @param options options of the origin
   * @returns the origin
   */
  public static instanceFromName(instanceName: string, regionName: OriginRegion, options?: ServerOriginOptions): OriginOptions {
    refuseName('DistributionOrigin.instanceFromName', 'instanceName', instanceName, regionName);
    refuseOptions('DistributionOrigin.instanceFromName', options, SERVER_OPTIONS);
    return definedMembers({ name: instanceName, regionName, ...options });
  }

  /**
   * A load balancer. It requires at least one attached instance.
   *
   * @param loadBalancer the load balancer, such as a `CfnLoadBalancer`
   * @param options options of the origin
   * @returns the origin
   */
  public static loadBalancer(loadBalancer: aws_lightsail.ILoadBalancerRef, options?: ServerOriginOptions): OriginOptions {
    refuseArgument('DistributionOrigin.loadBalancer', 'loadBalancer', loadBalancer, LOAD_BALANCER);
    refuseOptions('DistributionOrigin.loadBalancer', options, SERVER_OPTIONS);
    return definedMembers({ ...ofConstruct(loadBalancer, loadBalancer.loadBalancerRef.loadBalancerName), ...options });
  }

  /**
   * A load balancer by its name. It requires at least one attached instance.
   *
   * @param loadBalancerName name of the load balancer
   * @param regionName Region of the load balancer
   * @param options options of the origin
   * @returns the origin
   */
  public static loadBalancerFromName(loadBalancerName: string, regionName: OriginRegion, options?: ServerOriginOptions): OriginOptions {
    refuseName('DistributionOrigin.loadBalancerFromName', 'loadBalancerName', loadBalancerName, regionName);
    refuseOptions('DistributionOrigin.loadBalancerFromName', options, SERVER_OPTIONS);
    return definedMembers({ name: loadBalancerName, regionName, ...options });
  }

  /**
   * A container service. The distribution uses HTTPS, over which a container service serves its content.
   *
   * Lightsail adds the domain name of the distribution to the container service. If that fails, you have to add it.
   *
   * @param containerService the container service, such as a `CfnContainer`
   * @param options options of the origin
   * @returns the origin
   * @see https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-adding-distribution-default-domain-to-container-service.html
   */
  public static containerService(containerService: aws_lightsail.IContainerRef, options?: OriginConnectionOptions): OriginOptions {
    refuseArgument('DistributionOrigin.containerService', 'containerService', containerService, CONTAINER_SERVICE);
    refuseOptions('DistributionOrigin.containerService', options, CONNECTION_OPTIONS);
    return containerServiceOrigin(ofConstruct(containerService, containerService.containerRef.serviceName), options);
  }

  /**
   * A container service by its name, with the same settings as one that is a construct.
   *
   * @param serviceName name of the container service
   * @param regionName Region of the container service
   * @param options options of the origin
   * @returns the origin
   */
  public static containerServiceFromName(serviceName: string, regionName: OriginRegion, options?: OriginConnectionOptions): OriginOptions {
    refuseName('DistributionOrigin.containerServiceFromName', 'serviceName', serviceName, regionName);
    refuseOptions('DistributionOrigin.containerServiceFromName', options, CONNECTION_OPTIONS);
    return containerServiceOrigin({ name: serviceName, regionName }, options);
  }

  private constructor() {}
}

function refuseName(method: string, parameter: string, name: string, regionName: OriginRegion): void {
  refuseArgument(method, parameter, name, NAME);
  refuseArgument(method, 'regionName', regionName, REGION);
}

function refuseOptions<T>(method: string, options: T | undefined, type: Type<T>): void {
  if (options !== undefined) refuseArgument(method, 'options', options, type);
}

function ofConstruct(resource: IConstruct & IEnvironmentAware, name: string): OriginOptions {
  return { name, regionName: OriginRegion.of(resource.env.region), dependencies: [resource] };
}

function bucketOrigin(resource: OriginOptions, options: BucketOriginOptions = {}): OriginOptions {
  return definedMembers({ ...resource, protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY, ...options, privateAccess: options.privateAccess ?? true });
}

function containerServiceOrigin(resource: OriginOptions, options: OriginConnectionOptions = {}): OriginOptions {
  return definedMembers({ ...resource, protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY, ...options });
}
