import { checkEntries, checkPagePath } from './check-values';
import { checkField, checkResponseInspection } from './check-waf-values';
import { finding, Findings } from './finding';
import { DistributionBundle } from '../../distribution-bundle';
import { DistributionOptions } from '../../distribution-options';
import { Waf } from '../../waf';
import { WafRule } from '../../waf-rule';
import { WafAccountCreationFraudPreventionOptions, WafAccountTakeoverPreventionOptions } from '../../waf-rule-options';

const MAX_PATH_LENGTH = 256;

export function checkWaf({ waf, bundle }: DistributionOptions): Findings {
  if (waf === undefined) { return []; }
  const rules = waf.rules ?? [];
  return [
    ...checkWafBundle(waf, bundle?.value, `bundle "${bundle?.value}"`),
    ...checkEntries('waf.rules', rules.map((rule) => rule.name), Infinity),
    ...rules.flatMap((rule, index) => checkRule(`waf.rules[${index}]`, rule)),
  ];
}

/** Takes the bundle that the distribution has after the deployment, if it is known. */
export function checkWafBundle(waf: Waf | undefined, bundleId: string | undefined, got: string): Findings {
  if (!waf?.isEnabled || bundleId !== DistributionBundle.SMALL_1_0.value) { return []; }
  return finding('waf', {
    what: 'not available with this bundle',
    got,
    allowed: 'medium and large bundles can have a WAF',
    todo: 'choose a larger bundle or Waf.disabled()',
  });
}

function checkRule(property: string, rule: WafRule): Findings {
  return [
    ...checkRequiredConfiguration(property, rule),
    ...checkAccountTakeoverPrevention(property, rule.accountTakeoverPreventionOptions ?? {}),
    ...checkAccountCreationFraudPrevention(property, rule.accountCreationFraudPreventionOptions ?? {}),
  ];
}

/** Only `WafRule.managed()` can define a rule group without its required configuration. */
function checkRequiredConfiguration(property: string, rule: WafRule): Findings {
  const missing = [
    { name: 'AWSManagedRulesATPRuleSet', options: rule.accountTakeoverPreventionOptions, factory: 'accountTakeoverPrevention' },
    { name: 'AWSManagedRulesACFPRuleSet', options: rule.accountCreationFraudPreventionOptions, factory: 'accountCreationFraudPrevention' },
    { name: 'AWSManagedRulesBotControlRuleSet', options: rule.botControlOptions, factory: 'botControl' },
  ].find(({ name, options }) => name === rule.name && options === undefined);
  return missing === undefined ? [] : finding(property, {
    what: 'no configuration', got: `"${rule.name}" alone`, allowed: 'this rule group requires one', todo: `use WafRule.${missing.factory}()`,
  });
}

function checkAccountTakeoverPrevention(property: string, options: WafAccountTakeoverPreventionOptions): Findings {
  return [
    ...checkPagePath(`${property}.loginPath`, options.loginPath, MAX_PATH_LENGTH),
    ...checkField(`${property}.usernameField`, options.usernameField, options.payloadType),
    ...checkField(`${property}.passwordField`, options.passwordField, options.payloadType),
    ...checkResponseInspection(`${property}.responseInspection`, options.responseInspection ?? {}),
  ];
}

function checkAccountCreationFraudPrevention(property: string, options: WafAccountCreationFraudPreventionOptions): Findings {
  return [
    ...checkPagePath(`${property}.creationPath`, options.creationPath, MAX_PATH_LENGTH),
    ...checkPagePath(`${property}.registrationPagePath`, options.registrationPagePath, MAX_PATH_LENGTH),
    ...checkResponseInspection(`${property}.responseInspection`, options.responseInspection ?? {}),
  ];
}
