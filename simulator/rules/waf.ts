import { invalidInput } from '../errors';
import { defaultWaf, Waf, WafRule } from '../state/settings';

const mediumRuleGroups = ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet', 'AWSManagedRulesAnonymousIpList'];
const ruleGroups: Readonly<Record<string, readonly string[]>> = {
  medium_1_0: mediumRuleGroups,
  large_1_0: [
    ...mediumRuleGroups, 'AWSManagedRulesAdminProtectionRuleSet', 'AWSManagedRulesSQLiRuleSet', 'AWSManagedRulesLinuxRuleSet',
    'AWSManagedRulesUnixRuleSet', 'AWSManagedRulesWindowsRuleSet', 'AWSManagedRulesPHPRuleSet', 'AWSManagedRulesWordPressRuleSet',
    'AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesATPRuleSet', 'AWSManagedRulesACFPRuleSet', 'AWSManagedRulesBotControlRuleSet',
  ],
};

/** Each of these members belongs to exactly one rule group, and this group requires it. */
const configOf = {
  atpConfig: 'AWSManagedRulesATPRuleSet',
  acfpConfig: 'AWSManagedRulesACFPRuleSet',
  botControlConfig: 'AWSManagedRulesBotControlRuleSet',
} as const;

export function newWaf(current: Waf, enableWaf: boolean | undefined, wafRules: readonly WafRule[] | undefined): Waf {
  const isWafEnabled = enableWaf ?? current.isWafEnabled;
  if (!isWafEnabled) {
    if (wafRules) throw invalidInput('wafRules can be specified only when WAF is enabled for the distribution');
    return defaultWaf;
  }
  return { isWafEnabled, wafRules: wafRules ?? current.wafRules };
}

/** Checks WAF settings against a bundle. A change of the bundle must pass this check too. */
export function enforceWaf(bundleId: string, { isWafEnabled, wafRules }: Waf): void {
  if (!isWafEnabled) return;
  const allowed = ruleGroups[bundleId];
  if (!allowed) throw invalidInput(`WAF is available only for the bundles ${Object.keys(ruleGroups).join(' and ')}, got ${bundleId}`);
  for (const rule of wafRules) {
    if (!allowed.includes(rule.name)) throw invalidInput(`wafRules: the bundle ${bundleId} does not support the rule group ${rule.name}`);
    for (const [member, group] of Object.entries(configOf) as [keyof typeof configOf, string][]) {
      if ((rule[member] !== undefined) !== (rule.name === group)) {
        throw invalidInput(`wafRules: ${member} is required for the rule group ${group} and for no other, got it wrong for ${rule.name}`);
      }
    }
  }
}
