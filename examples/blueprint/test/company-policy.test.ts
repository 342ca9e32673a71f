import { CfnParameter, CfnResource, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import {
  Distribution, DistributionSettings, OriginProtocolPolicy, ViewerMinimumTlsProtocolVersion, Waf, WafRule, WafRuleGroup, type DistributionProps,
  type DistributionSettingsProps,
} from 'cdk-lightsail-distribution';
import { type Construct } from 'constructs';
import { companyApp } from './company-app';

const TLS_2019 = { viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_2_2019 };

const TLS = (got: string, path = 'Shop/Cdn') => `${path}: viewerMinimumTlsProtocolVersion: below the company's standard, got ${got}; `
  + '"TLSv1.2_2021" is needed; set it, or have the platform team acknowledge CompanyPolicy-ViewerTls';
const ORIGIN = (got: string) => `Shop/Cdn: origin.protocolPolicy: below the company's standard, got ${got}; `
  + '"https-only" is needed; set it, or have the platform team acknowledge CompanyPolicy-OriginProtocol';
const WAF = (got: string) => `Shop/Cdn: waf: below the company's standard, got ${got}; a WAF with "AWSManagedRulesCommonRuleSet" and `
  + '"AWSManagedRulesKnownBadInputsRuleSet" is needed; set it, or have the platform team acknowledge CompanyPolicy-Waf';
const TAGS = (got: string) => `Shop/Cdn: tags: below the company's standard, got ${got}; `
  + '"team" and "cost-center" with a value are needed; set it, or have the platform team acknowledge CompanyPolicy-Tags';

const distribution = (scope: Construct, props: Partial<DistributionProps> = {}, id = 'Cdn') =>
  new Distribution(scope, id, { origin: { name: 'web' }, ...props });

const settings = (scope: Construct, props: Partial<DistributionSettingsProps>) =>
  new DistributionSettings(scope, 'Cdn', { distribution: Distribution.fromDistributionName(scope, 'Distribution', 'my-cdn'), ...props });

/** The message with which the policy refuses an app, undefined if it allows the app. */
function refusal(build: (stack: Stack) => void, options?: Parameters<typeof companyApp>[0]): string | undefined {
  const app = companyApp(options);
  build(new Stack(app, 'Shop'));
  try {
    app.synth();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a distribution of the stack', () => {
  test('is allowed with the defaults', () => {
    expect(refusal((stack) => distribution(stack))).toBeUndefined();
  });

  test('is refused without the defaults, by each of the four rules', () => {
    expect(refusal((stack) => distribution(stack), { defaults: false }))
      .toBe([TLS('nothing'), ORIGIN('nothing'), WAF('nothing'), TAGS('nothing')].join('\n'));
  });

  test.each<[string, Partial<DistributionProps>, string]>([
    ['an older TLS version', TLS_2019, TLS('"TLSv1.2_2019"')],
    ['an origin without TLS', { origin: { name: 'web', protocolPolicy: OriginProtocolPolicy.HTTP_ONLY } }, ORIGIN('"http-only"')],
    ['no WAF', { waf: Waf.disabled() }, WAF('false')],
    ['a WAF that blocks nothing', { waf: Waf.enabled() }, WAF('nothing')],
    ['a WAF without a required rule group', { waf: Waf.enabled(WafRule.managed(WafRuleGroup.COMMON)) }, WAF('"AWSManagedRulesCommonRuleSet"')],
    ['a tag without a value', { tags: { 'cost-center': '' } }, TAGS('"team"')],
  ])('is refused with %s', (_, props, message) => {
    expect(refusal((stack) => distribution(stack, props))).toBe(message);
  });

  test('is allowed with more than the standard', () => {
    const groups = [WafRuleGroup.COMMON, WafRuleGroup.KNOWN_BAD_INPUTS, WafRuleGroup.ANONYMOUS_IP_LIST];
    const more = { waf: Waf.enabled(...groups.map((group) => WafRule.managed(group))), tags: { page: 'home' } };
    expect(refusal((stack) => distribution(stack, more))).toBeUndefined();
  });

  test('is refused if the value is unknown at synthesis', () => {
    expect(refusal((stack) => {
      const version = new CfnParameter(stack, 'Version').valueAsString;
      distribution(stack, { viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.of(version) });
    })).toBe(TLS('{"Ref":"Version"}'));
  });

  test.each([
    ['turns its WAF off', false, 'false'],
    ['leaves its WAF to the deployment', { Ref: 'Switch' }, '{"Ref":"Switch"}'],
  ])('is refused when an escape hatch %s', (_, enableWaf, got) => {
    expect(refusal((stack) => {
      (distribution(stack).node.defaultChild as CfnResource).addPropertyOverride('settings.enableWaf', enableWaf);
    })).toBe(WAF(got));
  });
});

describe('settings of a distribution that the stack does not own', () => {
  test('are allowed if they manage none of the settings of the policy', () => {
    expect(refusal((stack) => settings(stack, { defaultRootObject: 'index.html', origin: { name: 'web' } }))).toBeUndefined();
  });

  test.each<[string, Partial<DistributionSettingsProps>, string]>([
    ['an older TLS version', TLS_2019, TLS('"TLSv1.2_2019"')],
    ['an origin without TLS', { origin: { name: 'web', protocolPolicy: OriginProtocolPolicy.HTTP_ONLY } }, ORIGIN('"http-only"')],
    ['no WAF', { waf: Waf.disabled() }, WAF('false')],
  ])('are refused with %s', (_, props, message) => {
    expect(refusal((stack) => settings(stack, props))).toBe(message);
  });
});

test('stacks of a stage and nested stacks are checked, with the path of each', () => {
  const app = companyApp();
  const staged = new Stack(new Stage(app, 'Prod'), 'Shop');
  distribution(staged, TLS_2019);
  distribution(new NestedStack(staged, 'Nested'), TLS_2019);
  expect(() => app.synth()).toThrow(new Error([TLS('"TLSv1.2_2019"', 'Prod/Shop/Cdn'), TLS('"TLSv1.2_2019"', 'Prod/Shop/Nested/Cdn')].join('\n')));
});

describe('an acknowledged exception', () => {
  const acknowledge = (construct: Construct) => Validations.of(construct).acknowledge({ id: 'CompanyPolicy-ViewerTls', reason: 'old terminals' });

  test('applies to this construct and this rule', () => {
    expect(refusal((stack) => acknowledge(distribution(stack, { ...TLS_2019, waf: Waf.disabled() })))).toBe(WAF('false'));
  });

  test('does not apply to another construct', () => {
    expect(refusal((stack) => {
      acknowledge(distribution(stack, TLS_2019, 'Terminals'));
      distribution(stack, TLS_2019);
    })).toBe(TLS('"TLSv1.2_2019"'));
  });

  test('applies to everything in the construct', () => {
    expect(refusal((stack) => {
      distribution(stack, TLS_2019);
      acknowledge(stack);
    })).toBeUndefined();
  });
});
