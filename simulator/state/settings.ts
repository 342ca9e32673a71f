import { cacheSettings, customErrorResponses } from '../model/settings';
import { ValueOf } from '../model/shape';
import { wafRule } from '../model/waf';

type Complete<T> = { readonly [K in keyof T]-?: Complete<NonNullable<T[K]>> };
export type CacheSettings = Complete<ValueOf<typeof cacheSettings>>;

export const defaultCacheSettings: CacheSettings = {
  defaultTTL: 86400,
  minimumTTL: 0,
  maximumTTL: 31536000,
  allowedHTTPMethods: 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE',
  cachedHTTPMethods: 'GET,HEAD',
  forwardedCookies: { option: 'none', cookiesAllowList: [] },
  forwardedHeaders: { option: 'default', headersAllowList: [] },
  forwardedQueryStrings: { option: false, queryStringsAllowList: [] },
};

export type CustomErrorResponse = ValueOf<typeof customErrorResponses>[number] & { readonly errorCachingMinTTL: number };

export type WafRule = ValueOf<typeof wafRule>;

export interface Waf {
  readonly isWafEnabled: boolean;
  readonly wafRules: readonly WafRule[];
}

export const defaultWaf: Waf = { isWafEnabled: false, wafRules: [] };
