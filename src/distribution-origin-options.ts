import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { OriginConnectionOptions, OriginProtocolPolicy } from './origin';

/**
 * Options of a bucket as an origin.
 */
export interface BucketOriginOptions extends OriginConnectionOptions {
  /**
   * Whether the distribution can read private objects of the bucket, so that viewers can request all objects from the distribution.
   *
   * Without private access, viewers get an error for private objects. Objects are private unless the bucket says otherwise, and all
   * of them are if the account blocks public access in Amazon S3. Private access does not make a bucket private.
   *
   * @default true
   * @see https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-block-public-access-for-buckets.html
   */
  readonly privateAccess?: boolean;
}

/**
 * Options of a load balancer or an instance as an origin.
 */
export interface ServerOriginOptions extends OriginConnectionOptions {
  /**
   * Protocol of the connections to the origin.
   *
   * HTTPS requires a valid certificate on the origin. A self-signed certificate is not accepted.
   *
   * @default - unmanaged; a new distribution uses HTTP
   */
  readonly protocolPolicy?: OriginProtocolPolicy;
}

/**
 * Options of an instance of the app as an origin.
 */
export interface InstanceOriginOptions extends ServerOriginOptions {
  /**
   * The static IP address of the instance, without which an instance cannot be an origin.
   *
   * The distribution is created after the address is attached to the instance, and deleted before it is detached.
   *
   * @default - attach a static IP address in another way before the distribution is created
   */
  readonly staticIp?: aws_lightsail.IStaticIpRef;
}
