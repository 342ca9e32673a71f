import { refuseArgument } from './private/checks/check-types';
import { listOf } from './private/checks/types/kinds';
import { WAF_RULE } from './private/checks/types/waf-rule';
import { WafRule } from './waf-rule';

const RULES = listOf(WAF_RULE, '[WafRule.managed(WafRuleGroup.COMMON)]');

/**
 * The web application firewall (WAF) of a distribution. It requires the medium or the large bundle.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
export class Waf {
  /**
   * No WAF. Lightsail also removes the rule groups.
   */
  public static disabled(): Waf {
    return new Waf(false);
  }

  /**
   * A WAF with exactly these rule groups.
   *
   * Other rule groups of the distribution are turned off. Without rule groups the WAF blocks nothing.
   *
   * @param rules the rule groups
   */
  public static enabled(...rules: WafRule[]): Waf {
    refuseArgument('Waf.enabled', 'rules', rules, RULES);
    return new Waf(true, rules);
  }

  private constructor(
    /** Whether the distribution has a WAF. */
    public readonly isEnabled: boolean,
    /** The rule groups, absent when the WAF is disabled. */
    public readonly rules?: WafRule[],
  ) {}
}
