import { Duration } from 'aws-cdk-lib';
import { CacheBehavior, CacheBehaviorSettings } from './cache-behavior';
import { DistributionBundle } from './distribution-bundle';
import { Reconcile } from './reconcile';
import { ViewerCertificate, ViewerMinimumTlsProtocolVersion } from './viewer';
import { Waf } from './waf';

/**
 * What `Distribution` and `DistributionSettings` have in common: the settings of a distribution, and how they are deployed.
 *
 * A setting that is absent is not managed: a distribution that exists keeps its live value. A duration of 0, false, an
 * empty string, an empty list and an empty map are values. A setting that is taken out of the template, and is still as it was set there,
 * goes back to the default of the service; the bundle, the default cache behavior and the origin's name, Region and IP address type have none and stay.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
export interface DistributionOptions {
  /**
   * Whether the distribution may read objects of its bucket that are not public. Needs `origin`, which must be a bucket.
   *
   * @default - left as it is; a new distribution may not
   */
  readonly privateOriginAccess?: boolean;

  /**
   * What is done with all content whose path has no cache behavior of its own.
   *
   * @default - left as it is; a new distribution keeps it at the edge
   */
  readonly defaultCacheBehavior?: CacheBehavior;

  /**
   * How content is cached.
   *
   * @default - left as it is; a new distribution gets the defaults of the service, which each of the settings names
   */
  readonly cacheBehaviorSettings?: CacheBehaviorSettings;

  /**
   * What is done with some of the content, by its path: at most 25 paths, such as `*.jpg` or `var/www/html/images/*`.
   *
   * These replace all paths that the distribution has; an empty map takes them away.
   *
   * @default - left as they are; a new distribution gets none
   */
  readonly cacheBehaviors?: { [path: string]: CacheBehavior };

  /**
   * Whether the distribution answers requests.
   *
   * Lightsail creates distributions enabled only. So a new one that is to be disabled is disabled right after, by a second deployment to the edge.
   *
   * @default - left as it is; a new distribution is enabled
   */
  readonly enabled?: boolean;

  /**
   * The lowest version of TLS that viewers may use.
   *
   * @default - left as it is; for a new distribution Lightsail chooses
   */
  readonly viewerMinimumTlsProtocolVersion?: ViewerMinimumTlsProtocolVersion;

  /**
   * The certificate that is shown to viewers. Its domain names are those that the distribution answers for.
   *
   * The deployment succeeds only once the distribution answers for all of them.
   *
   * @default - left as it is; a new distribution gets the default certificate, for its cloudfront.net name only
   */
  readonly certificate?: ViewerCertificate;

  /**
   * The object that is returned for the root URL, such as `index.html`, or an empty string for none.
   *
   * @default - left as it is; a new distribution gets none
   */
  readonly defaultRootObject?: string;

  /**
   * What viewers get when the origin answers with an error.
   *
   * These replace all responses that the distribution has; an empty list takes them away.
   *
   * @default - left as they are; a new distribution gets none
   */
  readonly customErrorResponses?: CustomErrorResponse[];

  /**
   * The Web Application Firewall. Medium and large bundles only.
   *
   * @default - left as it is; a new distribution gets none
   */
  readonly waf?: Waf;

  /**
   * IP address type of the connections between viewers and the distribution.
   *
   * @default - left as it is; a new distribution has both IPv4 and IPv6
   */
  readonly ipAddressType?: IpAddressType;

  /**
   * The bundle. Lightsail lets it be changed once a month; a deployment that comes too early fails before it writes anything.
   *
   * @default - left as it is; a new distribution gets the small one
   */
  readonly bundle?: DistributionBundle;

  /**
   * Whether the deployment waits until the edge has the change, which takes some minutes.
   *
   * If not, it ends as soon as Lightsail has accepted the last change, and does not learn whether it succeeds.
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
   * How long the deployment waits before it fails and says what is pending: 1 to 50 minutes, in whole seconds.
   *
   * A deletion has 50 minutes of its own, whatever is given here: one that is given up would leave a distribution that no stack knows of.
   *
   * @default - 50 minutes
   */
  readonly timeout?: Duration;
}

/**
 * What viewers get when the origin answers with an error.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DistributionCustomErrorResponse.html
 */
export interface CustomErrorResponse {
  /**
   * HTTP status code of the origin that this response is for: 400, 403, 404, 405, 414, 416, 500, 501, 502, 503 or 504.
   */
  readonly errorCode: number;

  /**
   * HTTP status code sent to the viewer: 200 or one of the error codes. Goes together with the path of a page.
   *
   * @default - the error code is passed on
   */
  readonly responseCode?: number;

  /**
   * Path of the page sent to the viewer, with a leading slash. The page must exist at the origin. Goes together with a response code.
   *
   * @default - the origin's own error page is passed on
   */
  readonly responsePagePath?: string;

  /**
   * How long the error is cached at least, in whole seconds.
   *
   * @default - Lightsail's default of 10 seconds
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
