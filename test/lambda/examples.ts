import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { SettingName, SettingValues } from '../../lambda/distribution/settings';

/** Example values for every setting, and how the service reads them back. A setting without a row is a compile error. */
type Examples = {
  readonly [K in SettingName]: {
    readonly values: readonly [SettingValues[K], SettingValues[K], ...SettingValues[K][]];
    readonly readBack: (value: SettingValues[K]) => LightsailDistribution;
  };
};

const origin = (member: string) => (value: unknown): LightsailDistribution => ({ origin: { [member]: value } });
const cache = (member: string) => (value: unknown): LightsailDistribution => ({ cacheBehaviorSettings: { [member]: value } });
const own = (member: string) => (value: unknown): LightsailDistribution => ({ [member]: value });

export const EXAMPLES: Examples = {
  'origin.name': { values: ['web-1', 'web-2'], readBack: origin('name') },
  'origin.regionName': { values: ['eu-west-1', 'us-east-1'], readBack: origin('regionName') },
  'origin.protocolPolicy': { values: ['http-only', 'https-only'], readBack: origin('protocolPolicy') },
  'origin.responseTimeout': { values: [30, 1, 60], readBack: origin('responseTimeout') },
  'origin.ipAddressType': { values: ['ipv4', 'ipv6', 'dualstack'], readBack: origin('ipAddressType') },
  'enablePrivateOriginAccess': { values: [false, true], readBack: origin('isPrivateOriginAccessEnabled') },
  'defaultCacheBehavior': { values: ['cache', 'dont-cache'], readBack: (behavior) => ({ defaultCacheBehavior: { behavior } }) },
  'cacheBehaviorSettings.defaultTTL': { values: [86_400, 0, 60], readBack: cache('defaultTTL') },
  'cacheBehaviorSettings.minimumTTL': { values: [0, 1], readBack: cache('minimumTTL') },
  'cacheBehaviorSettings.maximumTTL': { values: [31_536_000, 86_400], readBack: cache('maximumTTL') },
  'cacheBehaviorSettings.allowedHTTPMethods': {
    values: ['GET,HEAD', 'GET,HEAD,OPTIONS', 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE'], readBack: cache('allowedHTTPMethods'),
  },
  'cacheBehaviorSettings.cachedHTTPMethods': { values: ['GET,HEAD', 'GET,HEAD,OPTIONS'], readBack: cache('cachedHTTPMethods') },
  'cacheBehaviorSettings.forwardedCookies': {
    values: [{ option: 'none' }, { option: 'all' }, { option: 'allow-list', cookiesAllowList: ['a', 'b'] }], readBack: cache('forwardedCookies'),
  },
  'cacheBehaviorSettings.forwardedHeaders': {
    values: [{ option: 'none' }, { option: 'default' as 'none' }, { option: 'allow-list', headersAllowList: ['Host', 'Origin'] }],
    readBack: cache('forwardedHeaders'),
  },
  'cacheBehaviorSettings.forwardedQueryStrings': {
    values: [{ option: false }, { option: true }, { option: false, queryStringsAllowList: ['q', 'page'] }], readBack: cache('forwardedQueryStrings'),
  },
  'cacheBehaviors': {
    values: [[], [{ path: 'api/*', behavior: 'dont-cache' }], [{ path: 'api/*', behavior: 'dont-cache' }, { path: '*.jpg', behavior: 'cache' }]],
    readBack: own('cacheBehaviors'),
  },
  'isEnabled': { values: [true, false], readBack: own('isEnabled') },
  'viewerMinimumTlsProtocolVersion': { values: ['TLSv1.2_2021', 'TLSv1.2_2019'], readBack: own('viewerMinimumTlsProtocolVersion') },
  'certificateName': {
    values: ['', 'cert-1', 'cert-2'],
    readBack: (name) => (name === '' ? {} : { certificateName: name, alternativeDomainNames: [`${name}.example.com`] }),
  },
  'defaultRootObject': { values: ['', 'index.html'], readBack: own('defaultRootObject') },
  'customErrorResponses': {
    values: [
      [],
      [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html', errorCachingMinTTL: 10 }],
      [{ errorCode: 404, errorCachingMinTTL: 0 }, { errorCode: 503, responseCode: '503', responsePagePath: '/sorry.html', errorCachingMinTTL: 5 }],
    ],
    readBack: own('customErrorResponses'),
  },
  'enableWaf': { values: [false, true], readBack: (isWafEnabled) => ({ waf: { isWafEnabled } }) },
  'wafRules': {
    values: [
      [],
      [{ name: 'AWSManagedRulesCommonRuleSet' }, { name: 'AWSManagedRulesAnonymousIpList' }],
      [{
        name: 'AWSManagedRulesATPRuleSet',
        atpConfig: {
          loginPath: '/login',
          payloadType: 'JSON',
          usernameField: '/user',
          passwordField: '/password',
          responseInspection: { successCodes: [200, 302], failureCodes: [401] },
        },
      }, { name: 'AWSManagedRulesBotControlRuleSet', botControlConfig: { inspectionLevel: 'COMMON' } }],
    ],
    readBack: (wafRules) => ({ waf: { isWafEnabled: true, wafRules: [...wafRules] } }),
  },
  'bundleId': { values: ['small_1_0', 'medium_1_0', 'large_1_0'], readBack: own('bundleId') },
  'ipAddressType': { values: ['dualstack', 'ipv4'], readBack: own('ipAddressType') },
};
