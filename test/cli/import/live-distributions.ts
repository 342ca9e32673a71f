import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import type { Live } from '../../../cli/import/settings-to-code';

/** Strings that are special in one of the languages, or that end or hide the text beside them. */
const SPECIAL = [
  '', 'plain', 'it\'s', 'say "hi"', '`${x}`', '${x}', '#{x}', '{0}', '%s', 'a\\b', '\\', '\\u0041', '\\u000a', 'line\nbreak', '\r\n', 'tab\t', '\0', '\u001b[31m', '\u007f', '\u0085',
  '*/', '// x', '# x', '"""', 'é', 'ÄÖÜß', '日本語', '🦊', '\u2028', '\u2029', '\u200b', '\u202eabc', '\u00a0', '__proto__', 'constructor', 'toString', '1', '007', 'class', 'x'.repeat(200),
];
const anyText = fc.oneof(fc.constantFrom(...SPECIAL), fc.string({ unit: 'grapheme', maxLength: 12 }));
const anyName = fc.stringMatching(/^[A-Za-z0-9_][\w-]{0,12}[A-Za-z0-9_]$/);

/** A value that the service can return today, or sometimes an unknown one. */
const orText = (...known: string[]) => fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: anyText });
const seconds = fc.oneof(fc.constantFrom(0, 1, 10, 60, 90, 3_600, 86_400, 31_536_000), fc.nat(), fc.constantFrom(-1, 0.5, 1e300));
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const partial = <T extends object>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(members, { requiredKeys: [] });
const names = (known: fc.Arbitrary<string>, maxLength = 11) => fc.oneof(fc.array(known, { maxLength: 4 }), fc.array(known, { maxLength }));

const anyInspection = partial({
  successCodes: fc.array(fc.constantFrom(200, 201, 302, 1_000), { maxLength: 3 }),
  failureCodes: fc.array(fc.constantFrom(401, 403, 200), { maxLength: 3 }),
});
const anyPath = fc.oneof(fc.constantFrom('/login', '/a b', ''), anyText);
const anyRule = fc.record({
  name: orText('AWSManagedRulesCommonRuleSet', 'AWSManagedRulesPHPRuleSet', 'AWSManagedRulesATPRuleSet', 'AWSManagedRulesACFPRuleSet', 'AWSManagedRulesBotControlRuleSet'),
  atpConfig: rarely(partial({
    loginPath: anyPath, payloadType: orText('JSON', 'FORM_ENCODED', ''), usernameField: anyPath, passwordField: anyPath, responseInspection: anyInspection,
  })),
  acfpConfig: rarely(partial({ payloadType: orText('JSON', 'FORM_ENCODED'), creationPath: anyPath, registrationPagePath: anyPath, responseInspection: anyInspection })),
  botControlConfig: rarely(partial({ inspectionLevel: orText('COMMON', 'TARGETED', '') })),
  newConfig: rarely(fc.constant({ level: 1 })),
}, { requiredKeys: ['name'] }).map(onlyItsConfiguration);

/** Usually gives a rule only the configuration that the service allows for it. */
function onlyItsConfiguration(rule: { readonly name: string; readonly newConfig?: object }): object {
  const owners: Readonly<Record<string, string>> = {
    atpConfig: 'AWSManagedRulesATPRuleSet', acfpConfig: 'AWSManagedRulesACFPRuleSet', botControlConfig: 'AWSManagedRulesBotControlRuleSet',
  };
  const isKept = (member: string) => rule.newConfig !== undefined || !Object.hasOwn(owners, member) || owners[member] === rule.name;
  return Object.fromEntries(Object.entries(rule).filter(([member]) => isKept(member)));
}

const anyDistribution = (name: fc.Arbitrary<string>) => fc.record({
  name,
  status: fc.constantFrom('Deployed', 'InProgress'),
  origin: fc.record({
    name: fc.oneof(anyName, anyText.filter((one) => one !== '')),
    resourceType: fc.constantFrom('Instance', 'Bucket', 'LoadBalancer'),
    regionName: orText('eu-west-1', 'us-east-1', 'ap-southeast-5'),
    protocolPolicy: orText('http-only', 'https-only'),
    responseTimeout: fc.constantFrom(0, 1, 20, 30, 60, 61, 2.5),
    ipAddressType: orText('ipv4', 'ipv6', 'dualstack'),
    isPrivateOriginAccessEnabled: fc.boolean(),
  }, { requiredKeys: ['name'] }),
  defaultCacheBehavior: partial({ behavior: orText('cache', 'dont-cache') }),
  cacheBehaviorSettings: partial({
    defaultTTL: seconds,
    minimumTTL: seconds,
    maximumTTL: seconds,
    allowedHTTPMethods: orText('GET,HEAD', 'HEAD,GET,OPTIONS', 'allow-all', 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE'),
    cachedHTTPMethods: orText('GET,HEAD', 'OPTIONS,GET,HEAD', 'GET-HEAD'),
    forwardedCookies: partial({ option: orText('none', 'all', 'allow-list'), cookiesAllowList: names(anyText) }),
    forwardedHeaders: partial({ option: orText('none', 'all', 'default', 'allow-list'), headersAllowList: names(orText('Host', 'Origin', 'CloudFront-Is-SmartTV-Viewer')) }),
    forwardedQueryStrings: partial({ option: fc.boolean(), queryStringsAllowList: names(anyText) }),
  }),
  cacheBehaviors: fc.array(fc.record({ path: fc.oneof(fc.constantFrom('api/*', '*.jpg'), anyText), behavior: orText('cache', 'dont-cache') }), { maxLength: 12 }),
  isEnabled: fc.boolean(),
  viewerMinimumTlsProtocolVersion: orText('TLSv1.2_2021', 'TLSv1.2_2019', 'TLSv1.1_2016'),
  certificateName: fc.oneof(anyName, anyText),
  alternativeDomainNames: fc.constantFrom([], ['example.com'], ['example.com', 'www.example.com']),
  defaultRootObject: fc.oneof(fc.constantFrom('', 'index.html'), anyText),
  customErrorResponses: fc.array(fc.record({
    errorCode: fc.constantFrom(404, 403, 500, 503, 504, 418),
    responseCode: fc.constantFrom('', '200', '404', '302'),
    responsePagePath: fc.oneof(fc.constantFrom('', '/index.html', 'index.html'), anyText),
    errorCachingMinTTL: fc.constantFrom(0, 10, 300, -1),
  }, { requiredKeys: ['errorCode'] }), { maxLength: 3 }),
  waf: fc.record({ isWafEnabled: fc.boolean(), wafRules: fc.array(anyRule, { maxLength: 4 }) }),
  bundleId: orText('small_1_0', 'medium_1_0', 'large_1_0'),
  ipAddressType: orText('ipv4', 'dualstack', 'ipv6'),
  tags: fc.array(fc.record({ key: fc.oneof(anyName, anyText), value: anyText }, { requiredKeys: ['key'] }), { maxLength: 14 })
    .map((tags) => [...new Map(tags.map((tag) => [tag.key, tag])).values()]),
}, { requiredKeys: ['name', 'origin'] });

const anyCertificate = fc.constantFrom<string[]>(['example.com'], ['example.com', 'www.example.com']);

/** Distributions as Lightsail returns them, with current values and with unknown ones of a later version. */
export const anyLive: fc.Arbitrary<Live> = fc.tuple(anyDistribution(anyName), fc.option(anyCertificate)).map(([distribution, domains]) => ({
  distribution: distribution as object as LightsailDistribution,
  certificate: domains && distribution.certificateName ? {
    certificateName: distribution.certificateName, domainName: domains[0], certificateDetail: { status: 'ISSUED', subjectAlternativeNames: domains },
  } as CertificateSummary : undefined,
}));
