import { Duration } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import {
  AllowedHttpMethods, CacheBehavior, CachedHttpMethods, CachingPreset, DistributionBundle, ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings,
  HttpHeader, IpAddressType, OriginIpAddressType, OriginProtocolPolicy, OriginRegion, Reconcile, ViewerCertificate, ViewerMinimumTlsProtocolVersion,
  Waf, WafInspectionLevel, WafPayloadType, WafRule, WafRuleGroup, type CacheBehaviorSettings, type CustomErrorResponse, type OriginOptions,
} from '../../src';
import type { SettingsOptions } from '../../src/private/render-settings';

const text = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcXYZ019-_.') });
const tagCharacter = fc.constantFrom(...'aZäß9 文+-=._:/@', '𝒜');
const pagePath = text.map((name) => `/${name}`);
const seconds = (min: number, max: number) => fc.integer({ min, max }).map(Duration.seconds);
const names = (minLength: number, maxLength: number) => fc.uniqueArray(text, { minLength, maxLength });
const oneOf = <T>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const optional = { requiredKeys: [] };

const origin: fc.Arbitrary<OriginOptions> = fc.record({
  name: text,
  regionName: text.map(OriginRegion.of),
  protocolPolicy: oneOf(OriginProtocolPolicy),
  responseTimeout: seconds(1, 60),
  ipAddressType: oneOf(OriginIpAddressType),
  privateAccess: fc.boolean(),
}, { requiredKeys: ['name'] });

const ttls = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map((three) => {
  const [minimumTtl, defaultTtl, maximumTtl] = three.sort((a, b) => a - b).map(Duration.seconds);
  return { minimumTtl, defaultTtl, maximumTtl };
});

const cookies = fc.oneof(
  fc.constantFrom(ForwardedCookies.none(), ForwardedCookies.all()),
  names(1, 10).map((list) => ForwardedCookies.allowList(...list)),
);

const headers = fc.oneof(
  fc.constantFrom(ForwardedHeaders.none(), ForwardedHeaders.serviceDefault()),
  names(1, 10).map((list) => ForwardedHeaders.allowList(...list.map(HttpHeader.of))),
);

const queryStrings = fc.oneof(
  fc.constantFrom(ForwardedQueryStrings.none(), ForwardedQueryStrings.all()),
  fc.tuple(fc.boolean(), names(0, 10)).map(([option, list]) => ForwardedQueryStrings.of(option, list)),
);

const cacheBehaviorSettings: fc.Arbitrary<CacheBehaviorSettings> = fc.oneof(
  ttls,
  fc.record({
    defaultTtl: seconds(0, 1000),
    allowedHttpMethods: oneOf(AllowedHttpMethods),
    cachedHttpMethods: oneOf(CachedHttpMethods),
    forwardedCookies: cookies,
    forwardedHeaders: headers,
    forwardedQueryStrings: queryStrings,
  }, optional),
  fc.constant({ minimumTtl: Duration.seconds(0), forwardedHeaders: ForwardedHeaders.all() }),
);

const customErrorResponses: fc.Arbitrary<CustomErrorResponse[]> = fc.uniqueArray(
  fc.record({
    errorCode: fc.constantFrom(400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504),
    page: fc.option(fc.record({ responseCode: fc.constantFrom(200, 404, 503), responsePagePath: pagePath }), { nil: undefined }),
    errorCachingMinTtl: fc.option(seconds(0, 1000), { nil: undefined }),
  }).map(({ page, ...response }) => ({ ...response, ...page })),
  { selector: (response) => response.errorCode },
);

const responseInspection = fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 2, maxLength: 11 })
  .map(([first, ...others]) => ({ successCodes: [first], failureCodes: others }));

const wafRules = fc.tuple(
  fc.uniqueArray(oneOf(WafRuleGroup as unknown as Record<string, WafRuleGroup>).map(WafRule.managed), { selector: (rule) => rule.name }),
  fc.uniqueArray(fc.oneof(
    fc.record({
      loginPath: pagePath, payloadType: oneOf(WafPayloadType), usernameField: pagePath, passwordField: pagePath, responseInspection,
    }, optional).map(WafRule.accountTakeoverPrevention),
    fc.record({
      payloadType: oneOf(WafPayloadType), creationPath: pagePath, registrationPagePath: pagePath, responseInspection,
    }, optional).map(WafRule.accountCreationFraudPrevention),
    fc.record({ inspectionLevel: oneOf(WafInspectionLevel) }, optional).map(WafRule.botControl),
  ), { selector: (rule) => rule.name }),
).chain(([managed, configured]) => fc.shuffledSubarray([...managed, ...configured]));

/** Tags that Lightsail allows. */
export const validTags: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 128, unit: tagCharacter }).filter((key) => !/^aws:/i.test(key)),
  fc.string({ maxLength: 256, unit: tagCharacter }),
  { maxKeys: 46, noNullPrototype: true },
);

/** Valid options of both constructs. */
export const validOptions: fc.Arbitrary<SettingsOptions> = fc.record({
  origin,
  cachingPreset: oneOf(CachingPreset),
  defaultCacheBehavior: oneOf(CacheBehavior),
  cacheBehaviorSettings,
  cacheBehaviors: fc.dictionary(text.map((path) => `${path}*`), oneOf(CacheBehavior), { maxKeys: 25, noNullPrototype: true }),
  enabled: fc.boolean(),
  viewerMinimumTlsProtocolVersion: text.map(ViewerMinimumTlsProtocolVersion.of),
  certificate: fc.oneof(text.map(ViewerCertificate.fromCertificateName), fc.constant(ViewerCertificate.defaultCertificate())),
  defaultRootObject: fc.oneof(text, fc.constant('')),
  customErrorResponses,
  waf: fc.oneof(wafRules.map((rules) => Waf.enabled(...rules)), fc.constant(Waf.disabled())),
  ipAddressType: oneOf(IpAddressType),
  bundle: fc.constantFrom(DistributionBundle.MEDIUM_1_0, DistributionBundle.LARGE_1_0),
  waitForDeployment: fc.boolean(),
  reconcile: oneOf(Reconcile),
  timeout: seconds(60, 3000),
}, optional).chain((options) => fc.constantFrom(options, ...(options.origin ? [{ ...options, privateOriginAccess: true }] : [])));
