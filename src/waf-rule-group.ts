import { refuseArgument } from './private/checks/check-types';
import { text } from './private/checks/types/kinds';

const VALUE = text('AWSManagedRulesCommonRuleSet');

/**
 * An AWS managed rule group that requires no configuration.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafRule.html
 */
export class WafRuleGroup {
  /** Common vulnerabilities of web applications. */
  public static readonly COMMON = WafRuleGroup.of('AWSManagedRulesCommonRuleSet');

  /** Request patterns that are known to exploit vulnerabilities. */
  public static readonly KNOWN_BAD_INPUTS = WafRuleGroup.of('AWSManagedRulesKnownBadInputsRuleSet');

  /** Proxies, Tor nodes and hosting providers that can hide the identity of a viewer. */
  public static readonly ANONYMOUS_IP_LIST = WafRuleGroup.of('AWSManagedRulesAnonymousIpList');

  /** Access to administrative pages. Large bundle only. */
  public static readonly ADMIN_PROTECTION = WafRuleGroup.of('AWSManagedRulesAdminProtectionRuleSet');

  /** SQL injection. Large bundle only. */
  public static readonly SQL_INJECTION = WafRuleGroup.of('AWSManagedRulesSQLiRuleSet');

  /** Vulnerabilities of Linux. Large bundle only. */
  public static readonly LINUX = WafRuleGroup.of('AWSManagedRulesLinuxRuleSet');

  /** Vulnerabilities of POSIX systems. Large bundle only. */
  public static readonly UNIX = WafRuleGroup.of('AWSManagedRulesUnixRuleSet');

  /** Vulnerabilities of Windows. Large bundle only. */
  public static readonly WINDOWS = WafRuleGroup.of('AWSManagedRulesWindowsRuleSet');

  /** Vulnerabilities of PHP. Large bundle only. */
  public static readonly PHP = WafRuleGroup.of('AWSManagedRulesPHPRuleSet');

  /** Vulnerabilities of WordPress. Large bundle only. */
  public static readonly WORDPRESS = WafRuleGroup.of('AWSManagedRulesWordPressRuleSet');

  /** IP addresses that Amazon associates with bots or other threats. Large bundle only. */
  public static readonly AMAZON_IP_REPUTATION_LIST = WafRuleGroup.of('AWSManagedRulesAmazonIpReputationList');

  /**
   * A rule group that has no constant in this class.
   *
   * @param value name of the rule group
   */
  public static of(value: string): WafRuleGroup {
    refuseArgument('WafRuleGroup.of', 'value', value, VALUE);
    return new WafRuleGroup(value);
  }

  private constructor(
    /** Name of the rule group. */
    public readonly value: string,
  ) {}
}
