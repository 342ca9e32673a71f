import { Duration } from 'aws-cdk-lib';
import { ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings } from './forwarding';

/**
 * Whether a distribution caches the responses of its origin.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CacheBehavior.html
 */
export enum CacheBehavior {
  /** Cache responses at the edge, as the cache behavior settings specify. */
  CACHE = 'cache',

  /** Forward every request to the origin. */
  DONT_CACHE = 'dont-cache',
}

/**
 * How content is cached where the cache behavior is `CACHE`.
 *
 * Lightsail replaces these settings as one object. A setting that is absent here keeps its live value:
 * the deployment reads it from the distribution and sends it again.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CacheSettings.html
 */
export interface CacheBehaviorSettings {
  /**
   * How long objects are cached when the origin sends no caching headers, in whole seconds.
   *
   * @default - unmanaged; a new distribution gets 1 day
   */
  readonly defaultTtl?: Duration;

  /**
   * Minimum time that objects are cached, in whole seconds.
   *
   * It must be 0 when all headers are forwarded, and must not exceed the default and the maximum TTL.
   *
   * @default - unmanaged; a new distribution gets 0
   */
  readonly minimumTtl?: Duration;

  /**
   * Maximum time that objects are cached, also when the origin specifies a longer one, in whole seconds.
   *
   * @default - unmanaged; a new distribution gets 365 days
   */
  readonly maximumTtl?: Duration;

  /**
   * HTTP methods that are forwarded to the origin.
   *
   * @default - unmanaged; a new distribution gets all of them
   */
  readonly allowedHttpMethods?: AllowedHttpMethods;

  /**
   * HTTP methods whose responses are cached.
   *
   * @default - unmanaged; a new distribution gets GET and HEAD
   */
  readonly cachedHttpMethods?: CachedHttpMethods;

  /**
   * Cookies that are forwarded to the origin and are part of the cache key.
   *
   * @default - unmanaged; a new distribution forwards none
   */
  readonly forwardedCookies?: ForwardedCookies;

  /**
   * Headers that are forwarded to the origin and are part of the cache key.
   *
   * @default - unmanaged; a new distribution gets the service default
   */
  readonly forwardedHeaders?: ForwardedHeaders;

  /**
   * Query strings that are forwarded to the origin and are part of the cache key.
   *
   * @default - unmanaged; a new distribution forwards none
   */
  readonly forwardedQueryStrings?: ForwardedQueryStrings;
}

/**
 * HTTP methods that a distribution forwards to its origin.
 */
export enum AllowedHttpMethods {
  /** GET and HEAD. */
  GET_HEAD = 'GET,HEAD',

  /** GET, HEAD and OPTIONS. */
  GET_HEAD_OPTIONS = 'GET,HEAD,OPTIONS',

  /** GET, HEAD, OPTIONS, PUT, PATCH, POST and DELETE. */
  ALL = 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE',
}

/**
 * HTTP methods whose responses a distribution caches.
 */
export enum CachedHttpMethods {
  /** GET and HEAD. */
  GET_HEAD = 'GET,HEAD',

  /** GET, HEAD and OPTIONS. */
  GET_HEAD_OPTIONS = 'GET,HEAD,OPTIONS',
}
