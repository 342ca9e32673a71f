import * as fc from 'fast-check';
import { validOptions } from './arbitrary-options';
import { settingsOf } from './stack-under-test';
import { parseRequest } from '../../lambda/request';
import { HttpHeader, ForwardedHeaders, ForwardedCookies, type DistributionOptions } from '../../src';
import { checkOptions } from '../../src/private/checks/check-options';
import { renderSettings } from '../../src/private/render-settings';
import { asCloudFormationSends } from '../lambda/cloudformation-strings';

/** The settings that each option becomes. */
const SETTINGS_OF_OPTION: { readonly [K in keyof Required<DistributionOptions>]: readonly string[] } = {
  origin: ['origin'],
  privateOriginAccess: ['enablePrivateOriginAccess'],
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
};

test('valid options have no findings', () => {
  fc.assert(fc.property(validOptions, (options) => {
    expect(checkOptions(options)).toEqual([]);
  }));
});

test('the settings are those that the options name, and no others', () => {
  const manages = (options: DistributionOptions) => Object.keys(options).flatMap((option) => SETTINGS_OF_OPTION[option as keyof DistributionOptions])
    .filter((setting) => setting !== 'wafRules' || options.waf?.isEnabled)
    .filter((setting) => setting !== 'cacheBehaviorSettings' || Object.keys(options.cacheBehaviorSettings ?? {}).length > 0);

  fc.assert(fc.property(validOptions, (options) => {
    expect(Object.keys(renderSettings(options)).sort()).toEqual(manages(options).sort());
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

/** The handler's names for settings: paths into the two objects that hold several. */
function byPath(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).flatMap(([name, value]) =>
    (name === 'origin' || name === 'cacheBehaviorSettings' ? Object.entries(value as object).map(([member, one]) => [`${name}.${member}`, one]) : [[name, value]])));
}

test('the handler reads what the construct sends, after CloudFormation has made strings of it', () => {
  // Each run synthesizes a stack.
  fc.assert(fc.property(validOptions.filter((options) => Object.keys(renderSettings(options)).length > 0), (options) => {
    const settings = settingsOf(options);
    const { desired } = parseRequest({
      ResourceProperties: { ...asCloudFormationSends({ distributionName: 'my-cdn', waitForDeployment: true, timeoutSeconds: 3000, settings }) as object },
    } as unknown as Parameters<typeof parseRequest>[0], 0);
    expect(Object.keys(desired).sort()).toEqual(Object.keys(byPath(settings)).sort());
    expect(desired).toMatchObject(byPath(settings));
  }), { numRuns: 25 });
});
