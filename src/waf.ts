import { WafRule } from './waf-rule';

/**
 * The Web Application Firewall of a distribution. Only medium and large bundles can have one.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
export class Waf {
  /**
   * No WAF. Lightsail forgets the rule groups too.
   */
  public static disabled(): Waf {
    return new Waf(false);
  }

  /**
   * A WAF with exactly these rule groups.
   *
   * Rule groups that the distribution has beyond these are turned off. Without any the WAF blocks nothing.
   *
   * @param rules the rule groups
   */
  public static enabled(...rules: WafRule[]): Waf {
    return new Waf(true, rules);
  }

  private constructor(
    /** Whether the distribution has a WAF. */
    public readonly isEnabled: boolean,
    /** The rule groups, or none when the WAF is disabled. */
    public readonly rules?: WafRule[],
  ) {}
}
