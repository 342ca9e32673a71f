import { Duration } from 'aws-cdk-lib';
import {
  AllowedHttpMethods, CacheBehavior, CachedHttpMethods, DistributionBundle, ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings, HttpHeader,
  IpAddressType, OriginIpAddressType, OriginProtocolPolicy, OriginRegion, Reconcile, ViewerCertificate, ViewerMinimumTlsProtocolVersion, Waf,
  WafInspectionLevel, WafPayloadType, WafRule, WafRuleGroup, type DistributionCacheResetProps, type DistributionOptions, type OriginOptions,
} from '../src';

/** Every setting there is, and what both constructs have besides, except a caching preset, which stands for some of these settings. */
export const EVERY_OPTION: DistributionOptions & { readonly origin: OriginOptions } = {
  reconcile: Reconcile.EVERY_DEPLOYMENT,
  origin: {
    name: 'files',
    regionName: OriginRegion.EU_WEST_1,
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    responseTimeout: Duration.seconds(20),
    ipAddressType: OriginIpAddressType.IPV4,
    // The value of the distribution takes precedence.
    privateAccess: false,
  },
  privateOriginAccess: true,
  defaultCacheBehavior: CacheBehavior.CACHE,
  cacheBehaviorSettings: {
    defaultTtl: Duration.seconds(0),
    minimumTtl: Duration.seconds(0),
    maximumTtl: Duration.days(365),
    allowedHttpMethods: AllowedHttpMethods.GET_HEAD_OPTIONS,
    cachedHttpMethods: CachedHttpMethods.GET_HEAD,
    forwardedCookies: ForwardedCookies.allowList('session'),
    forwardedHeaders: ForwardedHeaders.allowList(HttpHeader.HOST),
    forwardedQueryStrings: ForwardedQueryStrings.allowList('page'),
  },
  cacheBehaviors: { 'api/*': CacheBehavior.DONT_CACHE },
  enabled: false,
  viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_2_2021,
  certificate: ViewerCertificate.fromCertificateName('cert'),
  defaultRootObject: '',
  customErrorResponses: [{ errorCode: 404, responseCode: 200, responsePagePath: '/index.html', errorCachingMinTtl: Duration.seconds(0) }],
  waf: Waf.enabled(
    WafRule.managed(WafRuleGroup.COMMON),
    WafRule.accountTakeoverPrevention({
      loginPath: '/login', payloadType: WafPayloadType.FORM_ENCODED, responseInspection: { successCodes: [200], failureCodes: [403] },
    }),
    WafRule.botControl({ inspectionLevel: WafInspectionLevel.TARGETED }),
  ),
  ipAddressType: IpAddressType.IPV4,
  bundle: DistributionBundle.LARGE_1_0,
};

/** Every option of a cache reset, but the constructs that it depends on. */
export const EVERY_OPTION_OF_CACHE_RESET: Omit<DistributionCacheResetProps, 'distribution' | 'executeAfter'> = {
  triggers: ['v2', 'index.html'],
  waitForCompletion: false,
  failOnTimeout: true,
  timeout: Duration.minutes(20),
};
