import { text } from './kinds';
import { required } from './type';
import { valueOf } from './values';
import { ACCOUNT_CREATION_FRAUD_PREVENTION_OPTIONS, ACCOUNT_TAKEOVER_PREVENTION_OPTIONS, BOT_CONTROL_OPTIONS } from './waf-options';
import { WafRule } from '../../../waf-rule';

export const WAF_RULE = valueOf<WafRule>('a WafRule', {
  name: required(text('AWSManagedRulesCommonRuleSet')),
  accountTakeoverPreventionOptions: ACCOUNT_TAKEOVER_PREVENTION_OPTIONS,
  accountCreationFraudPreventionOptions: ACCOUNT_CREATION_FRAUD_PREVENTION_OPTIONS,
  botControlOptions: BOT_CONTROL_OPTIONS,
}, () => 'use a method such as WafRule.managed(WafRuleGroup.COMMON)');
