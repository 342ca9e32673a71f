import { ServiceBehaviour } from '../behaviour';
import { enforce, Rule } from './rule';
import { cacheSettings } from '../model/settings';
import { ValueOf } from '../model/shape';
import { CacheSettings, defaultCacheSettings } from '../state/settings';

type CacheSettingsInput = ValueOf<typeof cacheSettings>;

const rules: readonly Rule<CacheSettings>[] = [
  [({ minimumTTL, defaultTTL }) => minimumTTL <= defaultTTL, 'minimumTTL must not be greater than defaultTTL'],
  [({ defaultTTL, maximumTTL }) => defaultTTL <= maximumTTL, 'defaultTTL must not be greater than maximumTTL'],
  [({ minimumTTL, forwardedHeaders }) => forwardedHeaders.option !== 'all' || minimumTTL === 0, 'minimumTTL must be 0 when all headers are forwarded'],
  [({ forwardedCookies: { option, cookiesAllowList } }) => option !== 'allow-list' || cookiesAllowList.length > 0,
    'cookiesAllowList must have entries when the option of forwardedCookies is allow-list'],
  [({ forwardedHeaders: { option, headersAllowList } }) => option !== 'allow-list' || headersAllowList.length > 0,
    'headersAllowList must have entries when the option of forwardedHeaders is allow-list'],
];

const noAllHeadersWithZeroDefaultTtl: Rule<CacheSettings> = [
  ({ defaultTTL, forwardedHeaders }) => forwardedHeaders.option !== 'all' || defaultTTL > 0,
  'defaultTTL must be greater than 0 when all headers are forwarded',
];

/** Returns the cache settings after a write. The object in the input replaces the stored one as a whole. */
export function newCacheSettings(behaviour: ServiceBehaviour, current: CacheSettings, input: CacheSettingsInput | undefined): CacheSettings {
  if (!input) return current;
  const base = behaviour.omittedCacheSettings === 'default' ? defaultCacheSettings : current;
  const settings: CacheSettings = {
    ...base,
    ...input,
    forwardedCookies: { ...base.forwardedCookies, ...input.forwardedCookies },
    forwardedHeaders: { ...base.forwardedHeaders, ...input.forwardedHeaders },
    forwardedQueryStrings: { ...base.forwardedQueryStrings, ...input.forwardedQueryStrings },
  };
  enforce(behaviour.allHeadersWithZeroDefaultTtl === 'accepted' ? rules : [...rules, noAllHeadersWithZeroDefaultTtl], settings);
  return settings;
}

/** The cache settings as GetDistributions returns them. */
export function describeCacheSettings(behaviour: ServiceBehaviour, settings: CacheSettings): CacheSettingsInput {
  const { forwardedCookies, forwardedHeaders, forwardedQueryStrings } = settings;
  const shown = <T>(allowList: readonly T[]) => (allowList.length === 0 && behaviour.emptyAllowLists === 'missing' ? undefined : allowList);
  return {
    ...settings,
    forwardedCookies: { ...forwardedCookies, cookiesAllowList: shown(forwardedCookies.cookiesAllowList) },
    forwardedHeaders: {
      option: forwardedHeaders.option === 'none' ? behaviour.headersNoneReadsAs : forwardedHeaders.option,
      headersAllowList: shown(forwardedHeaders.headersAllowList),
    },
    forwardedQueryStrings: { ...forwardedQueryStrings, queryStringsAllowList: shown(forwardedQueryStrings.queryStringsAllowList) },
  };
}
