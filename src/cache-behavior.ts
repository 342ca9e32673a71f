import { Duration } from 'aws-cdk-lib';
import { ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings } from './forwarding';

/**
 * What a distribution does with the responses of its origin.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CacheBehavior.html
 */
export enum CacheBehavior {
  /** Keep them at the edge, as the cache behavior settings say. */
  CACHE = 'cache',

  /** Ask the origin each time. */
  DONT_CACHE = 'dont-cache',
}

/**
 * How content is cached wherever the behavior is `CACHE`.
 *
 * Lightsail replaces these settings as one object. Settings that are left out here keep their live values all the same:
 * they are read from the distribution and sent along.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CacheSettings.html
 */
export interface CacheBehaviorSettings {
  /**
   * How long objects stay at the edge when the origin says nothing about it, in whole seconds.
   *
   * @default - left as it is; a new distribution gets 1 day
   */
  readonly defaultTtl?: Duration;

  /**
   * How long objects stay at the edge at least, in whole seconds. It must be 0 when all headers are forwarded.
   *
   * @default - left as it is; a new distribution gets 0
   */
  readonly minimumTtl?: Duration;

  /**
   * How long objects stay at the edge at most, whatever the origin says, in whole seconds.
   *
   * @default - left as it is; a new distribution gets 365 days
   */
  readonly maximumTtl?: Duration;

  /**
   * HTTP methods that are passed on to the origin.
   *
   * @default - left as they are; a new distribution gets all of them
   */
  readonly allowedHttpMethods?: AllowedHttpMethods;

  /**
   * HTTP methods whose responses are cached.
   *
   * @default - left as they are; a new distribution gets GET and HEAD
   */
  readonly cachedHttpMethods?: CachedHttpMethods;

  /**
   * Cookies that are forwarded to the origin and told apart by the cache.
   *
   * @default - left as they are; a new distribution forwards none
   */
  readonly forwardedCookies?: ForwardedCookies;

  /**
   * Headers that are forwarded to the origin and told apart by the cache.
   *
   * @default - left as they are; a new distribution gets the default of the service
   */
  readonly forwardedHeaders?: ForwardedHeaders;

  /**
   * Query strings that are forwarded to the origin and told apart by the cache.
   *
   * @default - left as they are; a new distribution forwards none
   */
  readonly forwardedQueryStrings?: ForwardedQueryStrings;
}

/**
 * HTTP methods that a distribution passes on to its origin.
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
