import type { BehaviorEnum, CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import { call, type Code, duration, flag, text } from './code-model';
import {
  allowedMethods, bundle, cacheBehavior, cachedMethods, ipAddressType, originIpAddressType, originRegion, protocolPolicy, tlsVersion,
} from './constants';
import { type Expressed, inexpressible, isSeconds, NO_SUCH_VALUE, orElse } from './expressed';
import { cookies, headers, queryStrings } from './forwarding';
import { cacheBehaviors, errorResponses } from './responses';
import { enabledWaf } from './waf';
import type { SettingName, Settings, SettingValues } from '../../lambda/distribution/settings';

/** A distribution as Lightsail returns it. */
export interface Live {
  readonly distribution: LightsailDistribution;
  /** The certificate of the distribution, if it was found. */
  readonly certificate?: CertificateSummary;
}

interface Observed extends Live {
  readonly settings: Settings;
}

/** The code of a setting. */
export type Row<V> = {
  /** The path of the option of the constructs. */
  readonly option: string;
  /** The value that the constructs document for a new distribution, if the service has no default for an existing one. */
  readonly ofNew?: V;
  readonly code: (value: V, live: Observed) => Expressed;
  /** Returns the comment above the setting. */
  readonly about?: (live: Observed) => string | undefined;
} | {
  /** The setting whose option includes this one. */
  readonly within: SettingName;
};

const known = <V extends string>(option: string, codeOf: (value: string) => Code | undefined, ofNew?: V): Row<V> =>
  ({ option, ofNew, code: (value) => orElse(codeOf(value), NO_SUCH_VALUE) });

const seconds = (option: string): Row<number> => ({
  option,
  code: (value, { settings }) => {
    if (!isSeconds(value)) return inexpressible(NO_SUCH_VALUE);
    return refusedTtls(option, settings) ?? duration(value);
  },
});

/** The settings as code, in the order in which they are printed. A setting without a row is a compile error. */
export const SETTINGS_AS_CODE: { readonly [K in SettingName]: Row<SettingValues[K]> } = {
  'origin.name': { option: 'origin.name', code: (name) => (name === '' ? inexpressible('the library requires a name') : text(name)) },
  'origin.regionName': { option: 'origin.regionName', code: originRegion },
  'origin.protocolPolicy': known('origin.protocolPolicy', protocolPolicy),
  'origin.responseTimeout': {
    option: 'origin.responseTimeout',
    code: (value) => (isSeconds(value) && value >= 1 && value <= 60 ? duration(value) : inexpressible('the library allows 1 to 60 whole seconds')),
  },
  'origin.ipAddressType': known('origin.ipAddressType', originIpAddressType),
  'enablePrivateOriginAccess': { option: 'origin.privateAccess', code: flag },
  'defaultCacheBehavior': known<BehaviorEnum>('defaultCacheBehavior', cacheBehavior, 'cache'),
  'cacheBehaviorSettings.defaultTTL': seconds('cacheBehaviorSettings.defaultTtl'),
  'cacheBehaviorSettings.minimumTTL': seconds('cacheBehaviorSettings.minimumTtl'),
  'cacheBehaviorSettings.maximumTTL': seconds('cacheBehaviorSettings.maximumTtl'),
  'cacheBehaviorSettings.allowedHTTPMethods': known('cacheBehaviorSettings.allowedHttpMethods', allowedMethods),
  'cacheBehaviorSettings.cachedHTTPMethods': known('cacheBehaviorSettings.cachedHttpMethods', cachedMethods),
  'cacheBehaviorSettings.forwardedCookies': { option: 'cacheBehaviorSettings.forwardedCookies', code: cookies },
  'cacheBehaviorSettings.forwardedHeaders': { option: 'cacheBehaviorSettings.forwardedHeaders', code: headers },
  'cacheBehaviorSettings.forwardedQueryStrings': { option: 'cacheBehaviorSettings.forwardedQueryStrings', code: queryStrings },
  'cacheBehaviors': { option: 'cacheBehaviors', code: cacheBehaviors },
  'isEnabled': { option: 'enabled', code: flag },
  'certificateName': {
    option: 'certificate',
    code: (name, { distribution }) => (name === distribution.certificateName ? call('ViewerCertificate', 'fromCertificateName', text(name))
      : inexpressible('the distribution does not serve it, and defining it would change that')),
    about: ({ distribution: { alternativeDomainNames = [] } }) => `For ${alternativeDomainNames.join(', ')}.`,
  },
  'viewerMinimumTlsProtocolVersion': { option: 'viewerMinimumTlsProtocolVersion', code: tlsVersion },
  'defaultRootObject': { option: 'defaultRootObject', code: text },
  'customErrorResponses': { option: 'customErrorResponses', code: errorResponses },
  'enableWaf': { option: 'waf', code: (_, { settings }) => enabledWaf(settings.wafRules ?? []) },
  'wafRules': { within: 'enableWaf' },
  'ipAddressType': known('ipAddressType', ipAddressType),
  'bundleId': { option: 'bundle', ofNew: 'small_1_0', code: bundle },
};

/** Checks the rules of the constructs: the order of the three TTLs, and a minimum TTL of 0 while all headers are forwarded. */
function refusedTtls(option: string, settings: Settings): Expressed | undefined {
  const [smallest = 0, byDefault = 0, largest = 0] = (['minimumTTL', 'defaultTTL', 'maximumTTL'] as const).map((member) => settings[`cacheBehaviorSettings.${member}`]);
  if (smallest > byDefault || byDefault > largest) return inexpressible('the library requires minimumTTL <= defaultTTL <= maximumTTL');
  const forwardsAll = settings['cacheBehaviorSettings.forwardedHeaders']?.option === 'all';
  return forwardsAll && option.endsWith('minimumTtl') ? inexpressible('the library requires 0 while all headers are forwarded') : undefined;
}
