import { aws_lightsail as lightsail } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { validOptions, validTags } from './arbitrary-options';
import { addDistribution, addSettings, newStack, ownedPropertiesOf, propertiesOf } from './stack-under-test';
import {
  Distribution, DistributionAliasRecords, DistributionBundle, DistributionSettings, DistributionTarget, ForwardedCookies, ForwardedHeaders,
  ForwardedQueryStrings, HttpHeader, OriginRegion, Reconcile, ViewerCertificate, ViewerMinimumTlsProtocolVersion, Waf, WafRule, WafRuleGroup,
  type DistributionOptions, type DistributionProps, type OriginOptions,
} from '../../src';
import { DISTRIBUTION_PROPS } from '../../src/private/checks/types/distribution';
import { optionsOf, text } from '../../src/private/checks/types/kinds';
import { checkValue, required } from '../../src/private/checks/types/type';
import { DURATION } from '../../src/private/checks/types/values';
import { EVERY_OPTION } from '../every-option';

describe('values of the right types have no findings', () => {
  test('valid options and tags', () => {
    fc.assert(fc.property(validOptions, validTags, (options, tags) => {
      expect(checkValue('', { origin: { name: 'web' }, ...options, tags }, DISTRIBUTION_PROPS)).toEqual([]);
    }));
  });

  test('of another copy of this package and of the CDK, which are other classes', () => {
    let other: DistributionOptions = {};
    jest.isolateModules(() => {
      other = jest.requireActual<{ EVERY_OPTION: DistributionOptions }>('../every-option').EVERY_OPTION;
    });
    expect(other.bundle).not.toBeInstanceOf(DistributionBundle);
    const reconcile = Reconcile.ON_CHANGE;
    expect(propertiesOf({ ...other, reconcile })).toEqual(propertiesOf({ ...EVERY_OPTION, reconcile }));
  });

  test('which the compiler asks for, for each option', () => {
    type Options = Pick<OriginOptions, 'name' | 'responseTimeout'>;
    optionsOf<Options>({ name: required(text('web')), responseTimeout: DURATION }, '{}');
    // @ts-expect-error an option without a type
    optionsOf<Options>({ name: required(text('web')) }, '{}');
    // @ts-expect-error an option with the type of another
    optionsOf<Options>({ name: required(text('web')), responseTimeout: text('20') }, '{}');
    // @ts-expect-error an option without a default that is not required
    optionsOf<Options>({ name: text('web'), responseTimeout: DURATION }, '{}');
  });

  test('with further members, as variables of wider types and extended props have them', () => {
    const props = { origin: { name: 'web', team: 1 }, team: { name: 'shop' } };
    expect(ownedPropertiesOf(props).settings).toEqual({ origin: { name: 'web' } });
  });

  test('whose members are inherited, as those of an object that implements an interface', () => {
    class Origin {
      get name() { return 'web'; }
    }
    class Certificate {
      get certificateRef() { return { certificateName: 'cert', certificateArn: 'arn' }; }
    }
    const props = { origin: new Origin(), certificate: ViewerCertificate.fromCertificate(new Certificate() as lightsail.CfnCertificate) };
    expect(ownedPropertiesOf(props).settings).toEqual({ origin: { name: 'web' }, certificateName: 'cert' });
  });

  test('of a distribution of another tool, of the CDK and of this library', () => {
    const stack = newStack();
    const ofCdk = new lightsail.CfnDistribution(stack, 'OfCdk', { distributionName: 'a', bundleId: 'small_1_0', defaultCacheBehavior: {}, origin: {} });
    const distributions = [ofCdk, addDistribution(stack, 'Owned'), addSettings(stack, 'Settings', { enabled: true })];
    for (const [index, distribution] of distributions.entries()) addSettings(stack, `More${index}`, { distribution, defaultRootObject: 'index.html' });
  });
});

/** Any JSON value, and objects whose members have the names that this library reads. */
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof({ withCrossShrink: true }, fc.jsonValue(), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom(
    'name', 'value', 'option', 'names', 'headers', 'isEnabled', 'rules', 'certificateName', 'certificateRef', 'distributionRef', 'distributionName',
    'distributionDomainName', 'zoneName', 'hostedZoneId', 'errorCode', 'responseCode', 'responsePagePath', 'errorCachingMinTtl', 'regionName',
    'responseTimeout', 'defaultTtl', 'minimumTtl', 'forwardedHeaders', 'forwardedCookies', 'accountTakeoverPreventionOptions', 'botControlOptions',
    'responseInspection', 'successCodes', 'node', 'path', 'toString', 'constructor', '__proto__', 'resolve', 'isUnresolved',
  ), tie('value'), { maxKeys: 4 }),
})).value;

const anyOptions = (names: readonly string[]) => fc.record(Object.fromEntries(names.map((name) => [name, anyValue])), { requiredKeys: [] });

/** The names of all options. The compiler reports missing ones. */
const OPTIONS: { readonly [K in keyof Required<DistributionProps>]: K } = {
  origin: 'origin',
  distributionName: 'distributionName',
  tags: 'tags',
  removalPolicy: 'removalPolicy',
  onExisting: 'onExisting',
  privateOriginAccess: 'privateOriginAccess',
  cachingPreset: 'cachingPreset',
  defaultCacheBehavior: 'defaultCacheBehavior',
  cacheBehaviorSettings: 'cacheBehaviorSettings',
  cacheBehaviors: 'cacheBehaviors',
  enabled: 'enabled',
  viewerMinimumTlsProtocolVersion: 'viewerMinimumTlsProtocolVersion',
  certificate: 'certificate',
  defaultRootObject: 'defaultRootObject',
  customErrorResponses: 'customErrorResponses',
  waf: 'waf',
  ipAddressType: 'ipAddressType',
  bundle: 'bundle',
  waitForDeployment: 'waitForDeployment',
  reconcile: 'reconcile',
  timeout: 'timeout',
};

/** Expects that the call succeeds, or throws an error whose messages all have the format of this library and this path. */
function expectSuccessOrRefusal(place: string, call: () => unknown): void {
  try {
    call();
  } catch (error) {
    expect(error).toMatchObject({ constructor: Error });
    const { message } = error as Error;
    const messages = message.split(new RegExp(`^(?=${place}: )`, 'm'));
    for (const one of messages) expect(one).toMatch(new RegExp(`^${place}: [^]+, got [^]+; [^]+; [^]+$`));
  }
}

describe('any value either passes or is refused in the format of all messages', () => {
  const stack = newStack();
  let count = 0;
  const nextId = () => `Cdn${count += 1}`;

  test('as the props of a distribution, or one or more of its options', () => {
    const aProps = fc.oneof(anyValue, anyOptions(Object.values(OPTIONS)), anyOptions(Object.values(OPTIONS)).map((options) => ({ origin: { name: 'web' }, ...options })));
    fc.assert(fc.property(aProps, (props) => {
      const id = nextId();
      expectSuccessOrRefusal(`Site/${id}`, () => new Distribution(stack, id, props as never));
    }), { numRuns: 2000 });
  });

  test.each(Object.keys(OPTIONS))('as %s', (option) => {
    fc.assert(fc.property(anyValue, (value) => {
      const id = nextId();
      expectSuccessOrRefusal(`Site/${id}`, () => addDistribution(stack, id, { [option]: value }));
    }), { numRuns: 100 });
  });

  const IMPORTED = Distribution.fromDistributionName(stack, 'Imported', 'my-cdn');
  test.each<[string, readonly string[], (id: string, props: never) => unknown]>([
    ['settings', ['distribution', 'origin', 'enabled', 'bundle', 'timeout'], (id, props) => new DistributionSettings(stack, id, props)],
    ['an imported distribution', ['distributionName', 'distributionArn', 'distributionDomainName'], (id, props) => Distribution.fromDistributionAttributes(stack, id, props)],
    ['alias records', ['distribution', 'domainNames', 'hostedZone', 'hostedZones', 'ipv6'], (id, props) => new DistributionAliasRecords(stack, id, props)],
    ['alias records of a distribution', ['domainNames', 'hostedZone', 'hostedZones'], (id, props) =>
      new DistributionAliasRecords(stack, id, { ...(props as object), distribution: IMPORTED } as never)],
  ])('as the props of %s', (_, options, define) => {
    fc.assert(fc.property(fc.oneof(anyValue, anyOptions(options)), (props) => {
      const id = nextId();
      expectSuccessOrRefusal(`Site/${id}`, () => define(id, props as never));
    }), { numRuns: 1000 });
  });

  test.each<[string, (...args: never[]) => unknown]>([
    ['DistributionBundle.of', DistributionBundle.of],
    ['DistributionTarget.domainEntry', DistributionTarget.domainEntry],
    ['ForwardedCookies.allowList', ForwardedCookies.allowList],
    ['ForwardedCookies.of', ForwardedCookies.of],
    ['ForwardedHeaders.allowList', ForwardedHeaders.allowList],
    ['ForwardedHeaders.of', ForwardedHeaders.of],
    ['ForwardedQueryStrings.allowList', ForwardedQueryStrings.allowList],
    ['ForwardedQueryStrings.of', ForwardedQueryStrings.of],
    ['HttpHeader.of', HttpHeader.of],
    ['OriginRegion.of', OriginRegion.of],
    ['ViewerCertificate.fromCertificate', ViewerCertificate.fromCertificate],
    ['ViewerCertificate.fromCertificateName', ViewerCertificate.fromCertificateName],
    ['ViewerMinimumTlsProtocolVersion.of', ViewerMinimumTlsProtocolVersion.of],
    ['Waf.enabled', Waf.enabled],
    ['WafRule.accountCreationFraudPrevention', WafRule.accountCreationFraudPrevention],
    ['WafRule.accountTakeoverPrevention', WafRule.accountTakeoverPrevention],
    ['WafRule.botControl', WafRule.botControl],
    ['WafRule.managed', WafRule.managed],
    ['WafRuleGroup.of', WafRuleGroup.of],
  ])('as the arguments of %s', (method, call) => {
    fc.assert(fc.property(fc.array(anyValue, { maxLength: 3 }), (args) => {
      expectSuccessOrRefusal(method, () => call(...args as never[]));
    }), { numRuns: 300 });
  });
});
