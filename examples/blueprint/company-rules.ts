import { companyStandard, tagsOf } from './company-standard';

/** The properties of a distribution as its template has them, in Lightsail's own names. */
export interface DeployedProperties {
  readonly tags?: readonly { readonly key: string; readonly value: unknown }[];
  readonly settings: {
    readonly viewerMinimumTlsProtocolVersion?: unknown;
    readonly origin?: { readonly protocolPolicy?: unknown };
    readonly enableWaf?: unknown;
    readonly wafRules?: readonly { readonly name: unknown }[];
  };
}

export interface CompanyRule {
  /** By which an exception is acknowledged. */
  readonly id: string;
  readonly property: string;
  /** Undefined when the template does not say anything. */
  readonly found: (properties: DeployedProperties) => unknown;
  readonly isMetBy: (found: unknown) => boolean;
  readonly needed: string;
}

const tls = companyStandard.viewerMinimumTlsProtocolVersion.value;
const protocol = companyStandard.originProtocolPolicy;
const ruleGroups = companyStandard.wafRuleGroups.map(({ value }) => value);
const tagKeys = Object.keys(tagsOf({ team: '', costCenter: '' }));

/** What the policy insists on. A value that is known only at the deployment meets none of them. */
export const companyRules: readonly CompanyRule[] = [
  {
    id: 'CompanyPolicy-ViewerTls',
    property: 'viewerMinimumTlsProtocolVersion',
    found: ({ settings }) => settings.viewerMinimumTlsProtocolVersion,
    isMetBy: (version) => version === tls,
    needed: `${quoted(tls)} is needed`,
  },
  {
    id: 'CompanyPolicy-OriginProtocol',
    property: 'origin.protocolPolicy',
    found: ({ settings }) => settings.origin?.protocolPolicy,
    isMetBy: (policy) => policy === protocol,
    needed: `${quoted(protocol)} is needed`,
  },
  {
    id: 'CompanyPolicy-Waf',
    property: 'waf',
    found: ({ settings: { enableWaf, wafRules = [] } }) => enableWaf === true ? wafRules.map(({ name }) => name) : enableWaf,
    isMetBy: (groups) => includesAll(groups, ruleGroups),
    needed: `a WAF with ${quoted(ruleGroups)} is needed`,
  },
  {
    id: 'CompanyPolicy-Tags',
    property: 'tags',
    found: ({ tags }) => tags?.filter(({ value }) => value !== '').map(({ key }) => key),
    isMetBy: (keys) => includesAll(keys, tagKeys),
    needed: `${quoted(tagKeys)} with a value are needed`,
  },
];

export function quoted(value: unknown): string {
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => JSON.stringify(one)).join(' and ') || 'nothing';
}

function includesAll(found: unknown, needed: readonly string[]): boolean {
  return Array.isArray(found) && needed.every((value) => found.includes(value));
}
