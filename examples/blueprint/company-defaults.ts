import { type IPropertyInjector } from 'aws-cdk-lib';
import { Distribution, OnExisting, Waf, WafRule, type DistributionProps } from 'cdk-lightsail-distribution';
import { companyStandard, tagsOf, type Owner } from './company-standard';

/**
 * Gives every `Distribution` below a scope what the company asks for and its props do not say.
 *
 * `DistributionSettings` get nothing: several of them may share one distribution, and none of them may manage what another does.
 */
export class CompanyDefaults implements IPropertyInjector {
  public readonly constructUniqueId = Distribution.PROPERTY_INJECTION_ID;

  constructor(private readonly owner: Owner) {}

  public inject(props: DistributionProps): DistributionProps {
    return withCompanyDefaults(props, this.owner);
  }
}

export function withCompanyDefaults(props: DistributionProps, owner: Owner): DistributionProps {
  const { viewerMinimumTlsProtocolVersion, originProtocolPolicy, bundle, wafRuleGroups } = companyStandard;
  // Not `{ ...defaults, ...props }`: a prop that is passed on as undefined would take the default away.
  return {
    ...props,
    origin: { ...props.origin, protocolPolicy: props.origin.protocolPolicy ?? originProtocolPolicy },
    viewerMinimumTlsProtocolVersion: props.viewerMinimumTlsProtocolVersion ?? viewerMinimumTlsProtocolVersion,
    waf: props.waf ?? Waf.enabled(...wafRuleGroups.map((group) => WafRule.managed(group))),
    // An adopted distribution may have the large bundle, which it is to keep.
    bundle: props.bundle ?? (props.onExisting === OnExisting.ADOPT ? undefined : bundle),
    tags: { ...tagsOf(owner), ...props.tags },
  };
}
