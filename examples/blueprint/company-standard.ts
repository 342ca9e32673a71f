import { DistributionBundle, OriginProtocolPolicy, ViewerMinimumTlsProtocolVersion, WafRuleGroup } from 'cdk-lightsail-distribution';

/** What the company asks of every distribution. The defaults and the policy both go by it. */
export const companyStandard = {
  viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_2_2021,

  originProtocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,

  /** The smallest bundle that can have a WAF. */
  bundle: DistributionBundle.MEDIUM_1_0,

  /** Not ANONYMOUS_IP_LIST, the third one of this bundle, as it turns away customers who use a VPN. */
  wafRuleGroups: [WafRuleGroup.COMMON, WafRuleGroup.KNOWN_BAD_INPUTS],
};

/** Who answers for a distribution and pays for it. */
export interface Owner {
  readonly team: string;
  readonly costCenter: string;
}

/** The tags that every distribution must have. */
export function tagsOf({ team, costCenter }: Owner): { [key: string]: string } {
  return { 'team': team, 'cost-center': costCenter };
}
