import { Duration } from 'aws-cdk-lib';
import { IDependable } from 'constructs';
import { OriginRegion } from './origin-region';

/**
 * How a distribution connects to its origin, whichever kind of resource the origin is.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_InputOrigin.html
 */
export interface OriginConnectionOptions {
  /**
   * Time that the distribution waits for a response of the origin: 1 to 60 whole seconds.
   *
   * @default - unmanaged; a new distribution gets 30 seconds
   */
  readonly responseTimeout?: Duration;

  /**
   * IP address type of the connections to the origin.
   *
   * @default - unmanaged; for a new distribution Lightsail chooses
   */
  readonly ipAddressType?: OriginIpAddressType;
}

/**
 * The origin that a distribution pulls its content from.
 *
 * `DistributionOrigin` makes these options from the construct of a bucket, an instance, a load balancer or a container service.
 *
 * Lightsail replaces the origin as one object. A setting that is absent here keeps its live value:
 * the deployment reads it from the distribution and sends it again.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_InputOrigin.html
 */
export interface OriginOptions extends OriginConnectionOptions {
  /**
   * Name of the instance (with a static IP), load balancer, bucket or container service.
   */
  readonly name: string;

  /**
   * Lightsail Region of the origin, which can differ from the Region of the stack.
   *
   * @default - unmanaged; a new distribution gets the Region of the stack
   */
  readonly regionName?: OriginRegion;

  /**
   * Protocol of the connections to the origin. For a bucket, Lightsail always uses HTTPS.
   *
   * @default - unmanaged; a new distribution uses HTTP, or HTTPS if the origin is a bucket
   */
  readonly protocolPolicy?: OriginProtocolPolicy;

  /**
   * Whether the distribution can read private objects of the origin, which must be a bucket.
   *
   * The option for private origin access of the distribution takes precedence.
   *
   * @default - unmanaged; a new distribution cannot
   */
  readonly privateAccess?: boolean;

  /**
   * Constructs that are created before the distribution and deleted after it, such as the origin itself.
   *
   * @default - none, except those that the name refers to
   */
  readonly dependencies?: IDependable[];
}

/**
 * Protocol of the connections between a distribution and its origin.
 */
export enum OriginProtocolPolicy {
  /** HTTP on port 80. */
  HTTP_ONLY = 'http-only',

  /** HTTPS on port 443. */
  HTTPS_ONLY = 'https-only',
}

/**
 * IP address type of the connections between a distribution and its origin.
 */
export enum OriginIpAddressType {
  /** IPv4 only. */
  IPV4 = 'ipv4',

  /** IPv6 only. */
  IPV6 = 'ipv6',

  /** IPv4 and IPv6. */
  DUALSTACK = 'dualstack',
}
