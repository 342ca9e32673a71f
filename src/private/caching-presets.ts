import { Duration } from 'aws-cdk-lib';
import { AllowedHttpMethods, CacheBehavior, CacheBehaviorSettings, CachedHttpMethods } from '../cache-behavior';
import { CachingPreset } from '../caching-preset';
import { DistributionOptions } from '../distribution-options';
import { ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings } from '../forwarding';
import { HttpHeader } from '../http-header';

type CacheOptions = Pick<DistributionOptions, 'defaultCacheBehavior' | 'cacheBehaviorSettings' | 'cacheBehaviors'>;

const SERVICE_DEFAULTS: CacheBehaviorSettings = {
  defaultTtl: Duration.days(1),
  minimumTtl: Duration.seconds(0),
  maximumTtl: Duration.days(365),
  allowedHttpMethods: AllowedHttpMethods.ALL,
  cachedHttpMethods: CachedHttpMethods.GET_HEAD,
  forwardedCookies: ForwardedCookies.none(),
  forwardedHeaders: ForwardedHeaders.serviceDefault(),
  forwardedQueryStrings: ForwardedQueryStrings.none(),
};

/** The settings that each preset stands for. */
export const CACHING_PRESETS: { readonly [K in CachingPreset]: CacheOptions } = {
  [CachingPreset.BEST_FOR_STATIC_CONTENT]: {
    defaultCacheBehavior: CacheBehavior.CACHE,
    cacheBehaviorSettings: SERVICE_DEFAULTS,
    cacheBehaviors: {},
  },
  [CachingPreset.BEST_FOR_DYNAMIC_CONTENT]: {
    defaultCacheBehavior: CacheBehavior.DONT_CACHE,
    cacheBehaviorSettings: SERVICE_DEFAULTS,
  },
  [CachingPreset.BEST_FOR_WORDPRESS]: {
    defaultCacheBehavior: CacheBehavior.DONT_CACHE,
    cacheBehaviorSettings: {
      ...SERVICE_DEFAULTS,
      forwardedHeaders: ForwardedHeaders.allowList(HttpHeader.HOST),
      forwardedQueryStrings: ForwardedQueryStrings.all(),
    },
    cacheBehaviors: { 'wp-includes/*': CacheBehavior.CACHE, 'wp-content/*': CacheBehavior.CACHE },
  },
  [CachingPreset.CACHED_WORDPRESS]: {
    defaultCacheBehavior: CacheBehavior.CACHE,
    cacheBehaviorSettings: {
      ...SERVICE_DEFAULTS,
      forwardedCookies: ForwardedCookies.allowList('wordpress_*', 'wp-settings-*'),
      forwardedHeaders: ForwardedHeaders.allowList(HttpHeader.HOST),
      // AWS does not document what the option does to the list. If it ignored a list with false, all pages of the form `?p=1` would share one cached response.
      forwardedQueryStrings: ForwardedQueryStrings.of(true, ['p', 'post_type', 'preview', 'preview_id', 'preview_nonce']),
    },
    cacheBehaviors: {
      'wp-json/*': CacheBehavior.DONT_CACHE, 'wp-admin/*': CacheBehavior.DONT_CACHE, 'wp-login.php': CacheBehavior.DONT_CACHE,
    },
  },
};
