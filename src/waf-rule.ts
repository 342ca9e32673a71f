import { refuseArgument } from './private/checks/check-types';
import { WAF_RULE_GROUP } from './private/checks/types/values';
import {
  ACCOUNT_CREATION_FRAUD_PREVENTION_OPTIONS, ACCOUNT_TAKEOVER_PREVENTION_OPTIONS, BOT_CONTROL_OPTIONS,
} from './private/checks/types/waf-options';
import { WafRuleGroup } from './waf-rule-group';
import { WafAccountCreationFraudPreventionOptions, WafAccountTakeoverPreventionOptions, WafBotControlOptions } from './waf-rule-options';

/**
 * A rule group of the WAF of a distribution.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafRule.html
 */
export class WafRule {
  /**
   * A rule group that requires no configuration.
   *
   * @param group the rule group
   */
  public static managed(group: WafRuleGroup): WafRule {
    refuseArgument('WafRule.managed', 'group', group, WAF_RULE_GROUP);
    return new WafRule(group.value);
  }

  /**
   * Account takeover prevention (`AWSManagedRulesATPRuleSet`), which inspects login requests. Large bundle only.
   *
   * @param options configuration of the rule group
   */
  public static accountTakeoverPrevention(options: WafAccountTakeoverPreventionOptions = {}): WafRule {
    refuseArgument('WafRule.accountTakeoverPrevention', 'options', options, ACCOUNT_TAKEOVER_PREVENTION_OPTIONS);
    return new WafRule('AWSManagedRulesATPRuleSet', options);
  }

  /**
   * Account creation fraud prevention (`AWSManagedRulesACFPRuleSet`), which inspects requests that create accounts.
   *
   * Large bundle only.
   *
   * @param options configuration of the rule group
   */
  public static accountCreationFraudPrevention(options: WafAccountCreationFraudPreventionOptions = {}): WafRule {
    refuseArgument('WafRule.accountCreationFraudPrevention', 'options', options, ACCOUNT_CREATION_FRAUD_PREVENTION_OPTIONS);
    return new WafRule('AWSManagedRulesACFPRuleSet', undefined, options);
  }

  /**
   * Bot control (`AWSManagedRulesBotControlRuleSet`). Large bundle only.
   *
   * @param options configuration of the rule group
   */
  public static botControl(options: WafBotControlOptions = {}): WafRule {
    refuseArgument('WafRule.botControl', 'options', options, BOT_CONTROL_OPTIONS);
    return new WafRule('AWSManagedRulesBotControlRuleSet', undefined, undefined, options);
  }

  private constructor(
    /** Name of the rule group. */
    public readonly name: string,
    /** Configuration of account takeover prevention, absent for other rule groups. */
    public readonly accountTakeoverPreventionOptions?: WafAccountTakeoverPreventionOptions,
    /** Configuration of account creation fraud prevention, absent for other rule groups. */
    public readonly accountCreationFraudPreventionOptions?: WafAccountCreationFraudPreventionOptions,
    /** Configuration of bot control, absent for other rule groups. */
    public readonly botControlOptions?: WafBotControlOptions,
  ) {}
}
