import { Duration } from 'aws-cdk-lib';
import { OriginRegion } from './origin-region';

/**
 * The origin that a distribution pulls its content from.
 *
 * Lightsail replaces the origin as one object. Settings that are left out here keep their live values all the same:
 * they are read from the distribution and sent along.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_InputOrigin.html
 */
export interface OriginOptions {
  /**
   * Name of the instance (with a static IP), load balancer, bucket or container service.
   */
  readonly name: string;

  /**
   * Lightsail Region of the origin, which may differ from the Region of the stack.
   *
   * @default - left as it is; a new distribution gets the Region of the stack
   */
  readonly regionName?: OriginRegion;

  /**
   * Protocol that the distribution speaks to the origin. For a bucket Lightsail always uses HTTPS.
   *
   * @default - left as it is; a new distribution speaks HTTP, and HTTPS to a bucket
   */
  readonly protocolPolicy?: OriginProtocolPolicy;

  /**
   * How long the distribution waits for a response of the origin: 1 to 60 whole seconds.
   *
   * @default - left as it is; a new distribution gets 30 seconds
   */
  readonly responseTimeout?: Duration;

  /**
   * IP address type of the connections to the origin.
   *
   * @default - left as it is; for a new distribution Lightsail chooses
   */
  readonly ipAddressType?: OriginIpAddressType;
}

/**
 * Protocol between distribution and origin.
 */
export enum OriginProtocolPolicy {
  /** Port 80, unencrypted. */
  HTTP_ONLY = 'http-only',

  /** Port 443, encrypted. */
  HTTPS_ONLY = 'https-only',
}

/**
 * IP address type of the connections between distribution and origin.
 */
export enum OriginIpAddressType {
  /** IPv4 only. */
  IPV4 = 'ipv4',

  /** IPv6 only. */
  IPV6 = 'ipv6',

  /** IPv4 and IPv6. */
  DUALSTACK = 'dualstack',
}
