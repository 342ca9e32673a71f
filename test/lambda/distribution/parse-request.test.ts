import * as fc from 'fast-check';
import { parseRequest } from '../../../lambda/distribution/parse-request';
import { SETTING_NAMES } from '../../../lambda/distribution/settings';
import { InputError } from '../../../lambda/protocol/codec';
import type { ResourceEvent } from '../../../lambda/protocol/event';
import { formatValue } from '../../../lambda/protocol/format-value';
import { anySettings } from '../arbitraries';
import { asCloudFormationSends, nested } from '../cloudformation-strings';
import { refusalOf } from '../refusal-of';

const event = (settings: unknown, more: Partial<ResourceEvent> = {}): ResourceEvent => ({
  RequestType: 'Update',
  RequestId: 'request-1',
  ResourceType: 'Custom::LightsailDistributionSettings',
  StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1',
  LogicalResourceId: 'Cdn',
  PhysicalResourceId: 'my-cdn',
  ResourceProperties: { ServiceToken: 'arn:…', distributionName: 'my-cdn', waitForDeployment: 'true', timeoutSeconds: '3000', settings },
  ...more,
});

const properties = (changed: Record<string, unknown>) => ({ ...event({ isEnabled: 'true' }).ResourceProperties, ...changed });

test('an event becomes a request', () => {
  const request = parseRequest(event({ isEnabled: 'false', cacheBehaviorSettings: { defaultTTL: '0' } }), 1_000);
  expect(request).toEqual({
    id: 'request-1',
    resource: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1/Cdn',
    resourceName: 'my-cdn',
    desired: { 'isEnabled': false, 'cacheBehaviorSettings.defaultTTL': 0 },
    removed: {},
    isChange: false,
    waitForDeployment: true,
    timeoutSeconds: 3000,
    startedAt: 1_000,
  });
});

test('an absent property has its default', () => {
  const bare = { ResourceProperties: { ServiceToken: 'arn:…', distributionName: 'my-cdn', settings: {} } };
  expect(parseRequest(event({}, bare), 0)).toMatchObject({ waitForDeployment: true, timeoutSeconds: 3_000 });
  expect(parseRequest(event({}, { ...bare, ResourceType: 'Custom::LightsailDistribution' }), 0).owned).toMatchObject({ onExisting: 'fail', tags: [], removedTags: [] });
});

test.each(['1', '3000'])('a timeout of %s seconds is allowed', (timeoutSeconds) => {
  expect(parseRequest(event({}, { ResourceProperties: properties({ timeoutSeconds }) }), 0).timeoutSeconds).toBe(Number(timeoutSeconds));
});

test.each(['0', '3001'])('a timeout of %s seconds is not', (timeoutSeconds) => {
  expect(() => parseRequest(event({}, { ResourceProperties: properties({ timeoutSeconds }) }), 0))
    .toThrow(new InputError(`my-cdn: timeoutSeconds: out of range, got ${timeoutSeconds}; 1 to 3000 are allowed; `
      + 'correct the value in the app, and deploy construct and handler from one version of the package',
    { cause: new InputError(`timeoutSeconds: out of range, got ${timeoutSeconds}; 1 to 3000 are allowed`) }));
});

test.each<[string, unknown, unknown, boolean]>([
  ['other settings', { isEnabled: 'true' }, { isEnabled: 'false' }, true],
  ['a setting more', {}, { isEnabled: 'false' }, true],
  ['the same, and CloudFormation\'s strings', { isEnabled: true, cacheBehaviors: [] }, { cacheBehaviors: [], isEnabled: 'true' }, false],
])('a template with %s than at the last request: a change is %p', (_what, before, now, isChange) => {
  expect(parseRequest(event(now, { OldResourceProperties: { distributionName: 'my-cdn', settings: before } }), 0).isChange).toBe(isChange);
});

test('a request has the time of its first call', () => {
  expect(parseRequest(event({}), 500).startedAt).toBe(500);
});

test('law: whatever the settings, CloudFormation\'s strings become them again', () => {
  fc.assert(fc.property(anySettings, (settings) => {
    expect(parseRequest(event(asCloudFormationSends(nested(settings))), 0).desired).toEqual(settings);
  }));
});

test('values that still have their types pass too', () => {
  const typed = { isEnabled: true, enableWaf: false, origin: { responseTimeout: 5 }, cacheBehaviorSettings: { defaultTTL: 0 } };
  const { desired } = parseRequest(event(typed), 0);
  expect(desired).toEqual({ 'isEnabled': true, 'enableWaf': false, 'origin.responseTimeout': 5, 'cacheBehaviorSettings.defaultTTL': 0 });
});

describe('what was removed from the template', () => {
  const old = (settings: unknown, distributionName = 'my-cdn') => ({ OldResourceProperties: { distributionName, settings } });

  test('is removed, with the value that it had', () => {
    const { removed } = parseRequest(event({ isEnabled: 'false' }, old({ isEnabled: 'true', origin: { responseTimeout: '5' }, wafRules: [] })), 0);
    expect(removed).toEqual({ 'origin.responseTimeout': 5, 'wafRules': [] });
  });

  test('is nothing when it was another distribution\'s', () => {
    expect(parseRequest(event({ isEnabled: 'true' }, old({ defaultRootObject: 'x' }, 'other-cdn')), 0).removed).toEqual({});
  });

  test.each([
    ['a value that was refused', { cacheBehaviors: 'none', defaultRootObject: 'a.html' }, { defaultRootObject: 'a.html' }],
    ['a setting of another version', { speed: 'high', isEnabled: 'true' }, {}],
    ['no settings', undefined, {}],
    ['settings that are no object', 'all', {}],
    ['a group that is no object', { origin: 'web' }, {}],
  ])('never blocks a rollback: %s', (_what, settings, expected) => {
    expect(parseRequest(event({ isEnabled: 'true' }, old(settings)), 0).removed).toEqual(expected);
  });
});

const refusal = (refused: ResourceEvent) => refusalOf(() => parseRequest(refused, 0));

describe('refused before any call', () => {
  const version = '; correct the value in the app, and deploy construct and handler from one version of the package';
  const names = SETTING_NAMES.join(', ');

  test.each<[unknown, string]>([
    [{ isEnabled: 'yes' }, 'my-cdn: settings.isEnabled: not a boolean, got "yes"; true or false is allowed'],
    [{ origin: { responseTimeout: '1.5' } }, 'my-cdn: settings.origin.responseTimeout: not a whole number, got "1.5"; a whole number of 0 or more is allowed'],
    [{ origin: { responseTimeout: '9999999999999999' } },
      'my-cdn: settings.origin.responseTimeout: not a whole number, got "9999999999999999"; a whole number of 0 or more is allowed'],
    [{ origin: { responseTimeout: '' } }, 'my-cdn: settings.origin.responseTimeout: not a whole number, got ""; a whole number of 0 or more is allowed'],
    [{ origin: { responseTimeout: '1e1' } }, 'my-cdn: settings.origin.responseTimeout: not a whole number, got "1e1"; a whole number of 0 or more is allowed'],
    [{ origin: { responseTimeout: 1.5 } }, 'my-cdn: settings.origin.responseTimeout: not a whole number, got 1.5; a whole number of 0 or more is allowed'],
    [{ cacheBehaviorSettings: { defaultTTL: '-1' } },
      'my-cdn: settings.cacheBehaviorSettings.defaultTTL: not a whole number, got "-1"; a whole number of 0 or more is allowed'],
    [{ 'origin.name': 'web-1' }, `my-cdn: settings."origin.name": unknown setting; allowed are ${names}`],
    [{ origin: { ipAddressType: 'ipv5' } }, 'my-cdn: settings.origin.ipAddressType: unknown value, got "ipv5"; allowed are ipv4 | ipv6 | dualstack'],
    [{ origin: { port: '80' } }, `my-cdn: settings.origin.port: unknown setting; allowed are ${names}`],
    [{ origin: 'web-1' }, 'my-cdn: settings.origin: not an object, got "web-1"; an object is allowed'],
    [{ origin: ['web-1'] }, 'my-cdn: settings.origin: not an object, got ["web-1"]; an object is allowed'],
    [{ defaultCacheBehavior: 'sometimes' }, 'my-cdn: settings.defaultCacheBehavior: unknown value, got "sometimes"; allowed are cache | dont-cache'],
    [{ defaultRootObject: ['index.html'] }, 'my-cdn: settings.defaultRootObject: not a string, got ["index.html"]; a string is allowed'],
    [{ cacheBehaviors: 'none' }, 'my-cdn: settings.cacheBehaviors: not a list, got "none"; a list is allowed'],
    [{ cacheBehaviors: [{ path: 'a' }] }, 'my-cdn: settings.cacheBehaviors[0].behavior: missing, got nothing; it is required'],
    [{ customErrorResponses: [{ responseCode: '200' }] }, 'my-cdn: settings.customErrorResponses[0].errorCode: missing, got nothing; it is required'],
    ...['forwardedCookies', 'forwardedHeaders', 'forwardedQueryStrings'].map((name): [unknown, string] =>
      [{ cacheBehaviorSettings: { [name]: {} } }, `my-cdn: settings.cacheBehaviorSettings.${name}.option: missing, got nothing; it is required`]),
    [{ customErrorResponses: [{ errorCode: '404', ttl: '1' }] },
      'my-cdn: settings.customErrorResponses[0].ttl: unknown member, got "1"; allowed are errorCode, responseCode, responsePagePath, errorCachingMinTTL'],
    [{ customErrorResponses: [{ errorCode: '404', toString: 'x' }] },
      'my-cdn: settings.customErrorResponses[0].toString: unknown member, got "x"; '
      + 'allowed are errorCode, responseCode, responsePagePath, errorCachingMinTTL'],
    [{ wafRules: [{}] }, 'my-cdn: settings.wafRules[0].name: missing, got nothing; it is required'],
    [{ wafRules: [null] }, 'my-cdn: settings.wafRules[0]: not an object, got null; an object is allowed'],
    [JSON.parse('{"__proto__": "x"}'), `my-cdn: settings.__proto__: unknown setting; allowed are ${names}`],
    [{ toString: 'x' }, `my-cdn: settings.toString: unknown setting; allowed are ${names}`],
    [undefined, 'my-cdn: settings: not an object, got nothing; an object is allowed'],
    [{ isEnabled: 'x'.repeat(118) }, `my-cdn: settings.isEnabled: not a boolean, got "${'x'.repeat(118)}"; true or false is allowed`],
    [{ isEnabled: 'x'.repeat(119) }, `my-cdn: settings.isEnabled: not a boolean, got "${'x'.repeat(116)}...; true or false is allowed`],
    [{ isEnabled: 'x'.repeat(500) }, `my-cdn: settings.isEnabled: not a boolean, got "${'x'.repeat(116)}...; true or false is allowed`],
  ])('%j', (settings, message) => {
    expect(refusal(event(settings))).toBe(`${message}${version}`);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ distributionName: undefined }, 'distributionName: not a string, got nothing; a string is allowed'],
    ...['my.cdn', '-cdn', 'cdn-', 'c', 'c'.repeat(256)].map((name): [Record<string, unknown>, string] => [{ distributionName: name },
      `distributionName: not the name of a distribution, got ${formatValue(name)}; 2 to 255 letters, digits, _ and -, `
      + 'with no - at either end; look it up with `aws lightsail get-distributions --region us-east-1`']),
    [{ waitForDeployment: 'maybe' }, `my-cdn: waitForDeployment: not a boolean, got "maybe"; true or false is allowed${version}`],
    [{ timeoutSeconds: 'long' }, `my-cdn: timeoutSeconds: not a whole number, got "long"; a whole number of 0 or more is allowed${version}`],
    ...['0', '3001'].map((timeoutSeconds): [Record<string, unknown>, string] =>
      [{ timeoutSeconds }, `my-cdn: timeoutSeconds: out of range, got ${timeoutSeconds}; 1 to 3000 are allowed${version}`]),
    [{ speed: 'high' }, 'my-cdn: speed: unknown property; allowed are ServiceToken, ServiceTimeout, distributionName, waitForDeployment, '
      + 'timeoutSeconds, reconciledAt, settings'],
  ])('%j', (changed, message) => {
    expect(refusal(event({}, { ResourceProperties: properties(changed) }))).toBe(message);
  });
});
