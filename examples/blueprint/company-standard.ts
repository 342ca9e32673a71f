import { DistributionBundle, OriginProtocolPolicy, ViewerMinimumTlsProtocolVersion, WafRuleGroup } from 'cdk-lightsail-distribution';

/** The company's standard for every distribution, which the defaults and the policy apply. */
export const companyStandard = {
  viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_2_2021,

  originProtocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,

  /** The smallest bundle that can have a WAF. */
  bundle: DistributionBundle.MEDIUM_1_0,

  /** Without ANONYMOUS_IP_LIST, the third rule group of this bundle, since it blocks customers who use a VPN. */
  wafRuleGroups: [WafRuleGroup.COMMON, WafRuleGroup.KNOWN_BAD_INPUTS],
};

/** The team that is responsible for a distribution, and its cost center. */
export interface Owner {
  readonly team: string;
  readonly costCenter: string;
}

/** The tags that every distribution must have. */
export function tagsOf({ team, costCenter }: Owner): { [key: string]: string } {
  return { 'team': team, 'cost-center': costCenter };
}
