import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import { changes, describeChanges } from '../../../lambda/distribution/changes';
import { isEquivalent } from '../../../lambda/distribution/equivalence';
import { type Setting, SETTING_NAMES, type SettingName, SETTINGS, type Settings, type UpdatePart } from '../../../lambda/distribution/settings';
import { asCloudFormationSends } from '../cloudformation-strings';
import { EXAMPLES } from '../examples';

const rowOf = (name: SettingName) => SETTINGS[name] as Setting<unknown>;
const examplesOf = (name: SettingName) => EXAMPLES[name] as { values: readonly unknown[]; readBack: (value: unknown) => object };

describe.each(SETTING_NAMES)('%s', (name) => {
  const { values, readBack } = examplesOf(name);

  test('CloudFormation\'s strings become the value again', () => {
    for (const value of values) expect(rowOf(name).decode(asCloudFormationSends(value), name)).toEqual(value);
  });

  test('a value that is live is no change', () => {
    for (const value of values) expect(changes({ desired: { [name]: value }, removed: {} }, readBack(value))).toEqual([]);
  });

  test('any other value is one change, with the current and the desired value', () => {
    for (const desired of values) {
      for (const live of values.filter((value) => value !== desired)) {
        const current = rowOf(name).observe(readBack(live));
        expect(changes({ desired: { [name]: desired }, removed: {} }, readBack(live))).toEqual([{ setting: name, current, desired }]);
        expect(current).toEqual(live);
      }
    }
  });

  test('the service default equals absence, and is what a removed setting returns to', () => {
    const serviceDefault = rowOf(name).serviceDefault({});
    expect(serviceDefault === undefined ? [] : changes({ desired: { [name]: serviceDefault }, removed: {} }, {})).toEqual([]);
    for (const live of values) {
      const back = changes({ desired: {}, removed: { [name]: live } }, readBack(live));
      expect(back).toEqual(serviceDefault === undefined ? [] : changes({ desired: { [name]: serviceDefault }, removed: {} }, readBack(live)));
    }
  });

  test('a setting that is neither desired nor removed is never a change', () => {
    for (const live of values) expect(changes({ desired: {}, removed: {} }, readBack(live))).toEqual([]);
  });
});

describe('defaults of the service', () => {
  test.each<[SettingName, unknown]>([
    ['origin.name', undefined],
    ['origin.regionName', undefined],
    ['origin.protocolPolicy', 'http-only'],
    ['origin.responseTimeout', 30],
    ['origin.ipAddressType', undefined],
    ['enablePrivateOriginAccess', false],
    ['defaultCacheBehavior', undefined],
    ['cacheBehaviorSettings.defaultTTL', 86_400],
    ['cacheBehaviorSettings.minimumTTL', 0],
    ['cacheBehaviorSettings.maximumTTL', 31_536_000],
    ['cacheBehaviorSettings.allowedHTTPMethods', 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE'],
    ['cacheBehaviorSettings.cachedHTTPMethods', 'GET,HEAD'],
    ['cacheBehaviorSettings.forwardedCookies', { option: 'none' }],
    ['cacheBehaviorSettings.forwardedHeaders', { option: 'default' }],
    ['cacheBehaviorSettings.forwardedQueryStrings', { option: false }],
    ['cacheBehaviors', []],
    ['isEnabled', true],
    ['viewerMinimumTlsProtocolVersion', 'TLSv1.2_2021'],
    ['certificateName', ''],
    ['defaultRootObject', ''],
    ['customErrorResponses', []],
    ['enableWaf', false],
    ['wafRules', []],
    ['bundleId', undefined],
    ['ipAddressType', 'dualstack'],
  ])('%s: %j', (name, expected) => {
    expect(rowOf(name).serviceDefault({})).toEqual(expected);
  });

  test('a bucket is reached over HTTPS', () => {
    expect(SETTINGS['origin.protocolPolicy'].serviceDefault({ origin: { resourceType: 'Bucket' } })).toBe('https-only');
    expect(SETTINGS['origin.protocolPolicy'].observe({ origin: { resourceType: 'Bucket' } })).toBe('https-only');
  });
});

describe('what the service reads back differently', () => {
  test.each<[string, Settings, LightsailDistribution]>([
    ['methods in another order', { 'cacheBehaviorSettings.cachedHTTPMethods': 'GET,HEAD,OPTIONS' },
      { cacheBehaviorSettings: { cachedHTTPMethods: 'OPTIONS,GET,HEAD' } }],
    ['an empty list under an option that has none', { 'cacheBehaviorSettings.forwardedCookies': { option: 'all' } },
      { cacheBehaviorSettings: { forwardedCookies: { option: 'all', cookiesAllowList: [] } } }],
    ['a list left over under an option that does not ask for it', { 'cacheBehaviorSettings.forwardedHeaders': { option: 'none' } },
      { cacheBehaviorSettings: { forwardedHeaders: { option: 'none', headersAllowList: ['Host'] } } }],
    ['a list of cookies left over under an option that does not ask for it', { 'cacheBehaviorSettings.forwardedCookies': { option: 'all' } },
      { cacheBehaviorSettings: { forwardedCookies: { option: 'all', cookiesAllowList: ['id'] } } }],
    ['a list of query strings without an option', { 'cacheBehaviorSettings.forwardedQueryStrings': { option: false, queryStringsAllowList: ['q'] } },
      { cacheBehaviorSettings: { forwardedQueryStrings: { queryStringsAllowList: ['q'] } } }],
    ['the caching time of an error page', { customErrorResponses: [{ errorCode: 404, errorCachingMinTTL: 10 }] },
      { customErrorResponses: [{ errorCode: 404, responseCode: '', responsePagePath: '' }] }],
    ['empty configurations of a WAF rule', { wafRules: [{ name: 'AWSManagedRulesPHPRuleSet' }] },
      { waf: { isWafEnabled: true, wafRules: [{ name: 'AWSManagedRulesPHPRuleSet', atpConfig: {}, botControlConfig: {} }] } }],
  ])('%s is no change', (_what, desired, live) => {
    expect(changes({ desired, removed: {} }, live)).toEqual([]);
  });

  test('unknown methods are displayed as they are', () => {
    expect(SETTINGS['cacheBehaviorSettings.cachedHTTPMethods'].observe({ cacheBehaviorSettings: { cachedHTTPMethods: 'GET,QUERY' } })).toBe('GET,QUERY');
  });

  test('a certificate that is recorded but not served is a change, whichever certificate is desired', () => {
    const live = { certificateName: 'cert-1', alternativeDomainNames: [] };
    const current = 'cert-1 (recorded, but not served: its domain names)';
    expect(changes({ desired: { certificateName: 'cert-1' }, removed: {} }, live)).toEqual([{ setting: 'certificateName', current, desired: 'cert-1' }]);
    expect(changes({ desired: { certificateName: '' }, removed: {} }, live)).toEqual([{ setting: 'certificateName', current, desired: '' }]);
  });
});

test('every member that UpdateDistribution takes is sent by a setting', () => {
  // A member that a newer SDK adds is a compile error until it is listed, and fails the test until a row sends it.
  const members: { readonly [K in keyof Required<UpdatePart>]: true } = {
    origin: true,
    defaultCacheBehavior: true,
    cacheBehaviorSettings: true,
    cacheBehaviors: true,
    isEnabled: true,
    viewerMinimumTlsProtocolVersion: true,
    certificateName: true,
    useDefaultCertificate: true,
    enablePrivateOriginAccess: true,
    defaultRootObject: true,
    customErrorResponses: true,
    enableWaf: true,
    wafRules: true,
  };
  const sent = SETTING_NAMES.flatMap((name) => examplesOf(name).values.flatMap((value) => Object.keys(rowOf(name).update(value))));
  expect([...new Set(sent)].sort()).toEqual(Object.keys(members).sort());
});

describe('zero, false, the empty text and the empty list are values', () => {
  test.each([
    ['cacheBehaviorSettings.defaultTTL', 0, { cacheBehaviorSettings: { defaultTTL: 60 } }],
    ['isEnabled', false, { isEnabled: true }],
    ['defaultRootObject', '', { defaultRootObject: 'index.html' }],
    ['cacheBehaviors', [], { cacheBehaviors: [{ path: 'a', behavior: 'cache' as const }] }],
  ] as const)('%s: %j', (name, desired, live) => {
    expect(changes({ desired: { [name]: desired }, removed: {} }, live as object).map((change) => change.desired)).toEqual([desired]);
  });
});

describe('equivalence', () => {
  test.each<[unknown, unknown, boolean]>([
    [['a', 'b', 'a'], ['b', 'a'], true],
    [{ name: 'x', list: [], text: '', object: {} }, { name: 'x' }, true],
    [{ usernameField: '/a', passwordField: '/b' }, { usernameField: '/b', passwordField: '/a' }, false],
    [0, undefined, false],
    [false, undefined, false],
    [1, '1', false],
  ])('%j and %j: %p', (one, other, expected) => {
    expect(isEquivalent(one, other)).toBe(expected);
  });
});

test('without desired and removed settings nothing changes, whatever the service leaves out', () => {
  expect(changes({ desired: {}, removed: {} }, {})).toEqual([]);
});

test('a description of changes', () => {
  const list = changes({ desired: { 'isEnabled': false, 'cacheBehaviorSettings.defaultTTL': 0, 'bundleId': 'medium_1_0' }, removed: {} }, {});
  expect(describeChanges(list)).toBe('cacheBehaviorSettings.defaultTTL: 86400 -> 0; isEnabled: true -> false; bundleId: nothing -> "medium_1_0"');
  expect(describeChanges([])).toBe('nothing changed');
});
