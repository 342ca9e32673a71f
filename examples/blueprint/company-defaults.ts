import { type IPropertyInjector } from 'aws-cdk-lib';
import { Distribution, OnExisting, Waf, WafRule, type DistributionProps } from 'cdk-lightsail-distribution';
import { companyStandard, tagsOf, type Owner } from './company-standard';

/**
 * Sets the company's defaults for properties that a `Distribution` does not specify.
 *
 * `DistributionSettings` get no defaults: several of them can share a distribution, and each setting must be managed by only one of them.
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
  // Not `{ ...defaults, ...props }`: a property with the value undefined would override the default.
  return {
    ...props,
    origin: { ...props.origin, protocolPolicy: props.origin.protocolPolicy ?? originProtocolPolicy },
    viewerMinimumTlsProtocolVersion: props.viewerMinimumTlsProtocolVersion ?? viewerMinimumTlsProtocolVersion,
    waf: props.waf ?? Waf.enabled(...wafRuleGroups.map((group) => WafRule.managed(group))),
    // An adopted distribution can have the large bundle, which must not change.
    bundle: props.bundle ?? (props.onExisting === OnExisting.ADOPT ? undefined : bundle),
    tags: { ...tagsOf(owner), ...props.tags },
  };
}
