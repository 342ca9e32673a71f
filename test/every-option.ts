import { aws_iam as iam, aws_route53 as route53, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  AllowedHttpMethods, CacheBehavior, CachedHttpMethods, CertificateValidation, DistributionBundle, DistributionMetric,
  ForwardedCookies, ForwardedHeaders,
  ForwardedQueryStrings, HttpHeader, IpAddressType, OriginIpAddressType, OriginProtocolPolicy, OriginRegion, Reconcile, ViewerCertificate,
  ViewerMinimumTlsProtocolVersion, Waf, WafInspectionLevel, WafPayloadType, WafRule, WafRuleGroup, type DistributionCacheResetProps,
  type DistributionAlarmOptions, type DistributionCertificateProps, type DistributionMonitorProps, type DistributionOptions, type OriginOptions,
} from '../src';

/** Every setting, and the other options of both constructs, except a caching preset, which sets some of these settings. */
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

/** Every option of a cache reset, except the constructs that it depends on. */
export const EVERY_OPTION_OF_CACHE_RESET: Omit<DistributionCacheResetProps, 'distribution' | 'executeAfter'> = {
  triggers: ['v2', 'index.html'],
  waitForCompletion: false,
  failOnTimeout: true,
  timeout: Duration.minutes(20),
};

/** Every option of a monitor, except the distribution. */
export const EVERY_OPTION_OF_MONITOR: Omit<Required<DistributionMonitorProps>, 'distribution'> = {
  metrics: Object.values(DistributionMetric),
  namespace: 'Company/Cdn',
  delay: Duration.minutes(15),
};

/** Every option of its alarms, except the topic. */
export const EVERY_OPTION_OF_ALARMS: Omit<Required<DistributionAlarmOptions>, 'topic'> = {
  http5xxErrorRateThreshold: 1, certificateDaysToExpiryThreshold: 14, transferForecastThreshold: 80,
};

/** Every option of a certificate. */
export const certificateOptions = (scope: Construct): Required<DistributionCertificateProps> => ({
  domainName: 'example.com',
  subjectAlternativeNames: ['www.example.com', 'shop.example.com'],
  certificateName: 'shop-certificate',
  tags: { team: 'web', public: '' },
  validation: CertificateValidation.fromDns(
    route53.HostedZone.fromHostedZoneAttributes(scope, 'CertificateZone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' }),
    { role: iam.Role.fromRoleArn(scope, 'DnsRole', 'arn:aws:iam::444455556666:role/dns') },
  ),
  waitForIssuance: false,
  removalPolicy: RemovalPolicy.RETAIN,
  timeout: Duration.minutes(10),
});
