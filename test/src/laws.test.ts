import * as fc from 'fast-check';
import { validOptions, validTags } from './arbitrary-options';
import { OWNED_TYPE, ownedPropertiesOf, propertiesOf, RESOURCE_TYPE } from './stack-under-test';
import { parseRequest } from '../../lambda/distribution/parse-request';
import { DistributionBundle, ForwardedCookies, ForwardedHeaders, HttpHeader, Reconcile } from '../../src';
import { checkOptions } from '../../src/private/checks/check-options';
import { checkTags } from '../../src/private/checks/check-tags';
import { expandOptions } from '../../src/private/expand-options';
import { renderSettings, type SettingsOptions } from '../../src/private/render-settings';
import { asCloudFormationSends } from '../lambda/cloudformation-strings';

/** The settings that each option renders to. */
const SETTINGS_OF_OPTION: { readonly [K in keyof Required<SettingsOptions>]: readonly string[] } = {
  origin: ['origin'],
  privateOriginAccess: ['enablePrivateOriginAccess'],
  // The preset is expanded to other settings before they are rendered.
  cachingPreset: [],
  defaultCacheBehavior: ['defaultCacheBehavior'],
  cacheBehaviorSettings: ['cacheBehaviorSettings'],
  cacheBehaviors: ['cacheBehaviors'],
  enabled: ['isEnabled'],
  viewerMinimumTlsProtocolVersion: ['viewerMinimumTlsProtocolVersion'],
  certificate: ['certificateName'],
  defaultRootObject: ['defaultRootObject'],
  customErrorResponses: ['customErrorResponses'],
  waf: ['enableWaf', 'wafRules'],
  ipAddressType: ['ipAddressType'],
  bundle: ['bundleId'],
  waitForDeployment: [],
  reconcile: [],
  timeout: [],
};

test('valid options have no findings', () => {
  fc.assert(fc.property(validOptions, (options) => {
    expect(checkOptions(expandOptions(options))).toEqual([]);
  }));
});

test('the settings are exactly those that the options specify', () => {
  const managed = (options: SettingsOptions) => Object.keys(options).flatMap((option) => SETTINGS_OF_OPTION[option as keyof SettingsOptions])
    .filter((setting) => setting !== 'wafRules' || options.waf?.isEnabled)
    .filter((setting) => setting !== 'cacheBehaviorSettings' || Object.keys(options.cacheBehaviorSettings ?? {}).length > 0);

  fc.assert(fc.property(validOptions, (options) => {
    expect(Object.keys(renderSettings(options)).sort()).toEqual(managed(options).sort());
  }));
});

test('lists keep their order', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 10 });
  fc.assert(fc.property(names, names, (cookies, headers) => {
    expect(renderSettings({
      cacheBehaviorSettings: {
        forwardedCookies: ForwardedCookies.allowList(...cookies),
        forwardedHeaders: ForwardedHeaders.allowList(...headers.map(HttpHeader.of)),
      },
    }).cacheBehaviorSettings).toEqual({
      forwardedCookies: { option: 'allow-list', cookiesAllowList: cookies },
      forwardedHeaders: { option: 'allow-list', headersAllowList: headers },
    });
  }));
});

/** Settings by their names in the handler. The names are paths for the two objects that contain several settings. */
function byPath(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).flatMap(([name, value]) =>
    (name === 'origin' || name === 'cacheBehaviorSettings' ? Object.entries(value as object).map(([member, one]) => [`${name}.${member}`, one]) : [[name, value]])));
}

/** The request that the handler parses from the properties of a construct. */
const received = (ResourceType: string, ResourceProperties: object) => parseRequest({
  RequestType: 'Create',
  RequestId: '1',
  ResourceType,
  StackId: 'arn:aws:cloudformation:eu-west-1:111111111111:stack/Site/1',
  LogicalResourceId: 'Cdn',
  ResourceProperties: asCloudFormationSends(ResourceProperties) as Record<string, unknown>,
}, 0);

// Each run of these properties synthesizes a stack.
const numRuns = 25;

test('the handler parses the settings of a construct after CloudFormation has converted them to strings', () => {
  fc.assert(fc.property(validOptions.filter((options) => Object.keys(renderSettings(expandOptions(options))).length > 0), (options) => {
    const { settings, ...properties } = propertiesOf(options);
    const { desired } = received(RESOURCE_TYPE, { ...properties, settings });
    expect(Object.keys(desired).sort()).toEqual(Object.keys(byPath(settings as Record<string, unknown>)).sort());
    expect(desired).toMatchObject(byPath(settings as Record<string, unknown>));
  }), { numRuns });
});

// A WAF requires a bundle other than the default of a new distribution.
const newDistribution = fc.tuple(validOptions, validTags).map(([options, tags]) =>
  ({ origin: { name: 'web' }, bundle: DistributionBundle.MEDIUM_1_0, ...options, tags }));

test('both constructs render the same properties for the same options', () => {
  fc.assert(fc.property(newDistribution, ({ tags, ...options }) => {
    const { reconciledAt, ...common } = ownedPropertiesOf({ ...options, distributionName: 'my-cdn' });
    expect(common).toEqual(propertiesOf({ ...options, reconcile: Reconcile.ON_CHANGE }));
    expect(typeof reconciledAt).toBe(options.reconcile === Reconcile.EVERY_DEPLOYMENT ? 'string' : 'undefined');
  }), { numRuns });
});

test('valid tags have no findings', () => {
  fc.assert(fc.property(validTags, (tags) => {
    expect(checkTags(tags, 'distribution')).toEqual([]);
  }));
});

test('the handler parses all tags without changes, and their order in the props does not matter', () => {
  fc.assert(fc.property(newDistribution, ({ tags, ...options }) => {
    const sent = ownedPropertiesOf({ ...options, distributionName: 'my-cdn', tags });
    const { owned } = received(OWNED_TYPE, sent);
    expect(Object.fromEntries(owned!.tags.map(({ key, value }) => [key, value]))).toEqual(tags);
    expect(ownedPropertiesOf({ tags: Object.fromEntries(Object.entries(tags).reverse()) }).tags).toEqual(sent.tags);
  }), { numRuns });
});

test('no props are changed', () => {
  fc.assert(fc.property(newDistribution, (props) => {
    const frozen = deepFreeze(props);
    expect(() => [ownedPropertiesOf(frozen), propertiesOf(frozen)]).not.toThrow();
  }), { numRuns });
});

/** Freezes a value, so that a later write to it throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const member of Object.values(Object.freeze(value))) deepFreeze(member);
  }
  return value;
}
