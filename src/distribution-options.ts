import { Duration } from 'aws-cdk-lib';
import { CacheBehavior, CacheBehaviorSettings } from './cache-behavior';
import { CachingPreset } from './caching-preset';
import { DistributionBundle } from './distribution-bundle';
import { Reconcile } from './reconcile';
import { ViewerCertificate, ViewerMinimumTlsProtocolVersion } from './viewer';
import { Waf } from './waf';

/**
 * Options of both `Distribution` and `DistributionSettings`: the settings of a distribution, and how they are deployed.
 *
 * - A setting that is absent is *unmanaged*: an existing distribution keeps its live value. A duration of 0, false, an empty
 *   string, an empty list and an empty map are values.
 * - A setting that is removed from the template is reset to the service default if the live value is still the one of the
 *   template. The bundle, the default cache behavior, and the name, the Region and the IP address type of the origin have no
 *   service default and keep their values.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
export interface DistributionOptions {
  /**
   * Whether the distribution can read private objects of its bucket. It requires `origin`, which must be a bucket.
   *
   * @default - the private access of the origin, otherwise unmanaged; a new distribution cannot
   */
  readonly privateOriginAccess?: boolean;

  /**
   * Cache settings for a type of content, as a preset of the Lightsail console.
   *
   * A preset stands for a default cache behavior, for all cache behavior settings, and for cache behaviors by path. What you specify
   * for one of these takes precedence over the preset: each cache behavior setting separately, while cache behaviors by path
   * replace all paths of the preset.
   *
   * All checks apply to the result: with a maximum TTL of less than 1 day, for example, specify the default TTL as well.
   *
   * @default - no preset
   */
  readonly cachingPreset?: CachingPreset;

  /**
   * Cache behavior of all content whose path has no cache behavior.
   *
   * @default - unmanaged; a new distribution gets CACHE
   */
  readonly defaultCacheBehavior?: CacheBehavior;

  /**
   * How content is cached.
   *
   * @default - unmanaged; a new distribution gets the service default of each of these settings
   */
  readonly cacheBehaviorSettings?: CacheBehaviorSettings;

  /**
   * Cache behaviors by path, such as `*.jpg` or `var/www/html/images/*`, for at most 25 paths.
   *
   * They replace all paths that the distribution has. An empty map removes all of them.
   *
   * @default - unmanaged; a new distribution gets none
   */
  readonly cacheBehaviors?: { [path: string]: CacheBehavior };

  /**
   * Whether the distribution serves requests.
   *
   * Lightsail creates every distribution enabled. A new distribution with the value false is therefore disabled right after its
   * creation, which takes a second deployment to the edge.
   *
   * @default - unmanaged; a new distribution is enabled
   */
  readonly enabled?: boolean;

  /**
   * The minimum version of TLS that viewers must use.
   *
   * @default - unmanaged; for a new distribution Lightsail chooses
   */
  readonly viewerMinimumTlsProtocolVersion?: ViewerMinimumTlsProtocolVersion;

  /**
   * The certificate that is presented to viewers. The distribution serves the domain names of the certificate.
   *
   * The deployment succeeds only when the distribution serves all of them.
   *
   * @default - unmanaged; a new distribution gets the default certificate, which covers its cloudfront.net domain name only
   */
  readonly certificate?: ViewerCertificate;

  /**
   * The object that is returned for the root URL, such as `index.html`. An empty string means none.
   *
   * @default - unmanaged; a new distribution gets none
   */
  readonly defaultRootObject?: string;

  /**
   * Responses that are sent to viewers when the origin returns an error.
   *
   * They replace all custom error responses that the distribution has. An empty list removes all of them.
   *
   * @default - unmanaged; a new distribution gets none
   */
  readonly customErrorResponses?: CustomErrorResponse[];

  /**
   * The web application firewall (WAF). It requires the medium or the large bundle.
   *
   * @default - unmanaged; a new distribution gets none
   */
  readonly waf?: Waf;

  /**
   * IP address type of the connections between viewers and the distribution.
   *
   * @default - unmanaged; a new distribution supports both IPv4 and IPv6
   */
  readonly ipAddressType?: IpAddressType;

  /**
   * The bundle. Lightsail allows one change per monthly AWS billing cycle.
   *
   * A deployment that would change it a second time within a cycle fails before it writes anything.
   *
   * @default - unmanaged; a new distribution gets the small bundle
   */
  readonly bundle?: DistributionBundle;

  /**
   * Whether the stack deployment waits for the deployment to the edge, which takes several minutes.
   *
   * If false, it completes when Lightsail has accepted the last write, and does not report whether the operation succeeds.
   *
   * @default true
   */
  readonly waitForDeployment?: boolean;

  /**
   * When the settings are compared with the live distribution.
   *
   * @default Reconcile.ON_CHANGE
   */
  readonly reconcile?: Reconcile;

  /**
   * Time after which the deployment fails and reports what is in progress: 1 to 50 minutes, in whole seconds.
   *
   * A deletion always has a timeout of 50 minutes, since an incomplete one would leave a distribution that no stack manages.
   *
   * @default - 50 minutes
   */
  readonly timeout?: Duration;
}

/**
 * The response that is sent to viewers when the origin returns an error.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DistributionCustomErrorResponse.html
 */
export interface CustomErrorResponse {
  /**
   * HTTP status code of the origin that this response replaces: 400, 403, 404, 405, 414, 416, 500, 501, 502, 503 or 504.
   */
  readonly errorCode: number;

  /**
   * HTTP status code that is sent to the viewer: 200 or one of the error codes. It requires the path of a page.
   *
   * @default - the status code of the origin
   */
  readonly responseCode?: number;

  /**
   * Path of the page that is sent to the viewer, with a leading slash. It requires a response code.
   *
   * The page must exist at the origin.
   *
   * @default - the error page of the origin
   */
  readonly responsePagePath?: string;

  /**
   * Minimum time that the error is cached, in whole seconds.
   *
   * @default - the service default of 10 seconds
   */
  readonly errorCachingMinTtl?: Duration;
}

/**
 * IP address type of the connections between viewers and a distribution.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_SetIpAddressType.html
 */
export enum IpAddressType {
  /** IPv4 only. */
  IPV4 = 'ipv4',

  /** IPv4 and IPv6. */
  DUALSTACK = 'dualstack',
}
