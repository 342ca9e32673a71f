import { App, Duration, PropertyInjectors, Stack, Stage } from 'aws-cdk-lib';
import { Distribution, DistributionBundle, OnExisting, OriginProtocolPolicy, Waf, type DistributionProps } from 'cdk-lightsail-distribution';
import { distributionOf, OWNER } from './company-app';
import { CompanyDefaults } from '../company-defaults';

/** The properties in the template, without the policy, so that weaker values are allowed. */
function distribution(props: Partial<DistributionProps> = {}): Record<string, unknown> {
  const app = new App();
  PropertyInjectors.of(app).add(new CompanyDefaults(OWNER));
  const stack = new Stack(app, 'Shop');
  new Distribution(stack, 'Cdn', { origin: { name: 'web' }, ...props });
  return distributionOf(stack);
}

const STANDARD = {
  origin: { name: 'web', protocolPolicy: 'https-only' },
  viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021',
  enableWaf: true,
  wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }, { name: 'AWSManagedRulesKnownBadInputsRuleSet' }],
  bundleId: 'medium_1_0',
};

test('a distribution gets the defaults for unspecified properties', () => {
  const { settings, tags } = distribution();
  expect(settings).toEqual(STANDARD);
  expect(tags).toEqual([{ key: 'cost-center', value: '4711' }, { key: 'team', value: 'shop' }]);
});

test('specified properties override the defaults, for each member of the origin and each tag', () => {
  const { settings, tags } = distribution({
    origin: { name: 'web', responseTimeout: Duration.seconds(20), protocolPolicy: OriginProtocolPolicy.HTTP_ONLY },
    bundle: DistributionBundle.LARGE_1_0,
    waf: Waf.disabled(),
    tags: { 'cost-center': '4712', 'page': 'home' },
  });
  expect(settings).toEqual({
    origin: { name: 'web', responseTimeout: 20, protocolPolicy: 'http-only' },
    viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021',
    enableWaf: false,
    bundleId: 'large_1_0',
  });
  expect(tags).toEqual([{ key: 'cost-center', value: '4712' }, { key: 'page', value: 'home' }, { key: 'team', value: 'shop' }]);
});

test('a property with the value undefined gets the default', () => {
  expect(distribution({ waf: undefined, bundle: undefined, viewerMinimumTlsProtocolVersion: undefined, tags: undefined }).settings).toEqual(STANDARD);
});

test('an adopted distribution keeps its bundle', () => {
  const { bundleId, ...others } = STANDARD;
  expect(distribution({ distributionName: 'shop', onExisting: OnExisting.ADOPT }).settings).toEqual(others);
});

test('the defaults apply to the stacks of a stage', () => {
  const app = new App();
  PropertyInjectors.of(app).add(new CompanyDefaults(OWNER));
  const stack = new Stack(new Stage(app, 'Prod'), 'Shop');
  new Distribution(stack, 'Cdn', { origin: { name: 'web' } });
  expect(distributionOf(stack).settings).toEqual(STANDARD);
});
