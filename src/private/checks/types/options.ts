import { BOOLEAN, enumOf, listOf, mapOf, number, optionsOf, text } from './kinds';
import { DEPENDABLE } from './references';
import { known, required, Shape } from './type';
import { constantOf, COOKIE_NAMES, DURATION, HTTP_HEADERS, QUERY_STRING_NAMES, quoted, valueOf } from './values';
import { WAF_RULE } from './waf-rule';
import { AllowedHttpMethods, CacheBehavior, CacheBehaviorSettings, CachedHttpMethods } from '../../../cache-behavior';
import { CachingPreset } from '../../../caching-preset';
import { CustomErrorResponse, DistributionOptions, IpAddressType } from '../../../distribution-options';
import { ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings } from '../../../forwarding';
import { OriginIpAddressType, OriginOptions, OriginProtocolPolicy } from '../../../origin';
import { Reconcile } from '../../../reconcile';
import { ViewerCertificate } from '../../../viewer';
import { Waf } from '../../../waf';

const CACHE_BEHAVIOR = enumOf('a CacheBehavior', CacheBehavior);

export const ORIGIN = optionsOf<OriginOptions>({
  name: required(text('my-instance')),
  regionName: constantOf('an OriginRegion', 'eu-west-1'),
  protocolPolicy: enumOf('an OriginProtocolPolicy', OriginProtocolPolicy),
  responseTimeout: DURATION,
  ipAddressType: enumOf('an OriginIpAddressType', OriginIpAddressType),
  privateAccess: BOOLEAN,
  dependencies: listOf(DEPENDABLE, '[bucket]'),
}, '{ name: "my-instance" }');

const CACHE_BEHAVIOR_SETTINGS = optionsOf<CacheBehaviorSettings>({
  defaultTtl: DURATION,
  minimumTtl: DURATION,
  maximumTtl: DURATION,
  allowedHttpMethods: enumOf('an AllowedHttpMethods', AllowedHttpMethods),
  cachedHttpMethods: enumOf('a CachedHttpMethods', CachedHttpMethods),
  forwardedCookies: valueOf<ForwardedCookies>('a ForwardedCookies', {
    option: required(text('all')),
    names: COOKIE_NAMES,
  }, () => 'use a method such as ForwardedCookies.allowList("session")'),
  forwardedHeaders: valueOf<ForwardedHeaders>('a ForwardedHeaders', {
    option: required(text('all')),
    headers: HTTP_HEADERS,
  }, () => 'use a method such as ForwardedHeaders.allowList(HttpHeader.HOST)'),
  forwardedQueryStrings: valueOf<ForwardedQueryStrings>('a ForwardedQueryStrings', {
    option: required(BOOLEAN),
    names: QUERY_STRING_NAMES,
  }, () => 'use a method such as ForwardedQueryStrings.allowList("page")'),
}, '{ defaultTtl: Duration.days(1) }');

const CUSTOM_ERROR_RESPONSE = optionsOf<CustomErrorResponse>({
  errorCode: required(number(404)),
  responseCode: number(200),
  responsePagePath: text('/404.html'),
  errorCachingMinTtl: DURATION,
}, '{ errorCode: 404 }');

/** The types of the options of both constructs. */
export const DISTRIBUTION_OPTIONS: Shape<DistributionOptions> = {
  privateOriginAccess: BOOLEAN,
  cachingPreset: known(enumOf('a CachingPreset', CachingPreset)),
  defaultCacheBehavior: CACHE_BEHAVIOR,
  cacheBehaviorSettings: CACHE_BEHAVIOR_SETTINGS,
  cacheBehaviors: mapOf(CACHE_BEHAVIOR, '{ "*.jpg": CacheBehavior.CACHE }'),
  enabled: BOOLEAN,
  viewerMinimumTlsProtocolVersion: constantOf('a ViewerMinimumTlsProtocolVersion', 'TLSv1.2_2021'),
  certificate: valueOf<ViewerCertificate>('a ViewerCertificate', {
    certificateName: text('my-cert'),
  }, (value) => `use ViewerCertificate.fromCertificateName(${quoted(value, 'my-cert')}) or ViewerCertificate.fromCertificate()`),
  defaultRootObject: text('index.html'),
  customErrorResponses: listOf(CUSTOM_ERROR_RESPONSE, '[{ errorCode: 404 }]'),
  waf: valueOf<Waf>('a Waf', {
    isEnabled: required(BOOLEAN),
    rules: listOf(WAF_RULE, '[WafRule.managed(WafRuleGroup.COMMON)]'),
  }, () => 'use Waf.enabled() or Waf.disabled()'),
  ipAddressType: enumOf('an IpAddressType', IpAddressType),
  bundle: constantOf('a DistributionBundle', 'small_1_0'),
  waitForDeployment: BOOLEAN,
  reconcile: known(enumOf('a Reconcile', Reconcile)),
  timeout: DURATION,
};
