import { Duration } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { validOptions } from './arbitrary-options';
import { addSettings, define, newStack, ownedPropertiesOf, settingsOf } from './stack-under-test';
import { CacheBehavior, CachingPreset, ForwardedHeaders, HttpHeader } from '../../src';
import { expandOptions } from '../../src/private/expand-options';
import { renderSettings, type SettingsOptions } from '../../src/private/render-settings';

const SERVICE_DEFAULTS = {
  defaultTTL: 86_400,
  minimumTTL: 0,
  maximumTTL: 31_536_000,
  allowedHTTPMethods: 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE',
  cachedHTTPMethods: 'GET,HEAD',
  forwardedCookies: { option: 'none' },
  forwardedHeaders: { option: 'default' },
  forwardedQueryStrings: { option: false },
};
const HOST = { option: 'allow-list', headersAllowList: ['Host'] };

describe('each preset stands for the settings of its documentation', () => {
  test.each<[CachingPreset, Record<string, unknown>]>([
    [CachingPreset.BEST_FOR_STATIC_CONTENT, { defaultCacheBehavior: 'cache', cacheBehaviorSettings: SERVICE_DEFAULTS, cacheBehaviors: [] }],
    [CachingPreset.BEST_FOR_DYNAMIC_CONTENT, { defaultCacheBehavior: 'dont-cache', cacheBehaviorSettings: SERVICE_DEFAULTS }],
    [CachingPreset.BEST_FOR_WORDPRESS, {
      defaultCacheBehavior: 'dont-cache',
      cacheBehaviorSettings: { ...SERVICE_DEFAULTS, forwardedHeaders: HOST, forwardedQueryStrings: { option: true } },
      cacheBehaviors: [{ path: 'wp-includes/*', behavior: 'cache' }, { path: 'wp-content/*', behavior: 'cache' }],
    }],
    [CachingPreset.CACHED_WORDPRESS, {
      defaultCacheBehavior: 'cache',
      cacheBehaviorSettings: {
        ...SERVICE_DEFAULTS,
        forwardedCookies: { option: 'allow-list', cookiesAllowList: ['wordpress_*', 'wp-settings-*'] },
        forwardedHeaders: HOST,
        forwardedQueryStrings: { option: true, queryStringsAllowList: ['p', 'post_type', 'preview', 'preview_id', 'preview_nonce'] },
      },
      cacheBehaviors: ['wp-json/*', 'wp-admin/*', 'wp-login.php'].map((path) => ({ path, behavior: 'dont-cache' })),
    }],
  ])('%s', (cachingPreset, settings) => {
    expect(settingsOf({ cachingPreset })).toEqual(settings);
    expect(ownedPropertiesOf({ cachingPreset }).settings).toEqual({ origin: { name: 'web' }, ...settings });
  });
});

const rendered = (options: SettingsOptions) => renderSettings(expandOptions(options));
const withoutPreset = validOptions.map(({ cachingPreset, ...options }) => options);
const presets = fc.constantFrom(...Object.values(CachingPreset));

test('specified options take precedence over a preset, and single cache behavior settings over its settings', () => {
  fc.assert(fc.property(withoutPreset, presets, (options, cachingPreset) => {
    const [ofOptions, ofPreset] = [rendered(options), rendered({ cachingPreset })];
    expect(rendered({ ...options, cachingPreset })).toEqual({
      ...ofPreset, ...ofOptions, cacheBehaviorSettings: { ...ofPreset.cacheBehaviorSettings, ...ofOptions.cacheBehaviorSettings },
    });
  }));
});

test('an option without a value leaves the value of the preset', () => {
  expect(rendered({
    cachingPreset: CachingPreset.CACHED_WORDPRESS,
    defaultCacheBehavior: undefined,
    cacheBehaviors: undefined,
    cacheBehaviorSettings: { defaultTtl: undefined, forwardedCookies: undefined },
  })).toEqual(rendered({ cachingPreset: CachingPreset.CACHED_WORDPRESS }));
});

test('without a preset, the specified options are rendered as they are', () => {
  const withoutPrivateAccess = withoutPreset.filter(({ origin }) => origin?.privateAccess === undefined);
  fc.assert(fc.property(withoutPrivateAccess, (options) => {
    expect(rendered(options)).toEqual(renderSettings(options));
  }));
});

test('specified paths replace those of the preset', () => {
  const { cacheBehaviors } = rendered({ cachingPreset: CachingPreset.BEST_FOR_WORDPRESS, cacheBehaviors: { '*.jpg': CacheBehavior.CACHE } });
  expect(cacheBehaviors).toEqual([{ path: '*.jpg', behavior: 'cache' }]);
});

test('the checks apply to the settings of the preset together with those that are specified', () => {
  expect(() => define({
    cachingPreset: CachingPreset.BEST_FOR_STATIC_CONTENT,
    cacheBehaviorSettings: {
      maximumTtl: Duration.hours(1), minimumTtl: Duration.minutes(1), forwardedHeaders: ForwardedHeaders.of('all', [HttpHeader.HOST]),
    },
  })).toThrow(new Error([
    'cacheBehaviorSettings.defaultTtl: more than maximumTtl, got Duration.days(1) and Duration.hours(1); '
      + 'minimumTtl <= defaultTtl <= maximumTtl is needed; lower defaultTtl or raise maximumTtl',
    'cacheBehaviorSettings.minimumTtl: not 0 while all headers are forwarded, got Duration.minutes(1); only 0 is allowed; '
      + 'use Duration.seconds(0) or forward fewer headers',
    'cacheBehaviorSettings.forwardedHeaders: unexpected list, got option "all" with a list; '
      + 'the option "allow-list" requires a list, and other options do not allow one; leave the list out, or use allowList()',
  ].map((finding) => `Site/Cdn: ${finding}`).join('\n')));
});

test('a construct with a preset manages the settings of the preset', () => {
  const stack = newStack();
  addSettings(stack, 'First', { cachingPreset: CachingPreset.BEST_FOR_DYNAMIC_CONTENT });
  addSettings(stack, 'Second', { cacheBehaviors: { '*.jpg': CacheBehavior.CACHE } });
  expect(() => addSettings(stack, 'Third', { cacheBehaviorSettings: { defaultTtl: Duration.hours(1) } })).toThrow(new Error(
    'Site/Third: cacheBehaviorSettings.defaultTtl: managed by two constructs, got a value here and in Site/First; '
    + 'each setting of a distribution is managed by one construct; remove one of them'));
});
