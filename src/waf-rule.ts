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
    return new WafRule(group.value);
  }

  /**
   * Account takeover prevention (`AWSManagedRulesATPRuleSet`), which inspects login requests. Large bundle only.
   *
   * @param options configuration of the rule group
   */
  public static accountTakeoverPrevention(options: WafAccountTakeoverPreventionOptions = {}): WafRule {
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
    return new WafRule('AWSManagedRulesACFPRuleSet', undefined, options);
  }

  /**
   * Bot control (`AWSManagedRulesBotControlRuleSet`). Large bundle only.
   *
   * @param options configuration of the rule group
   */
  public static botControl(options: WafBotControlOptions = {}): WafRule {
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
