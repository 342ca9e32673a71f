import { companyStandard, tagsOf } from './company-standard';

/** The properties of a distribution in its template, with the names of the Lightsail API. */
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
  /** The id with which an exception is acknowledged. */
  readonly id: string;
  readonly property: string;
  /** The value in the template, undefined if there is none. */
  readonly actual: (properties: DeployedProperties) => unknown;
  readonly isMetBy: (actual: unknown) => boolean;
  readonly needed: string;
}

const tls = companyStandard.viewerMinimumTlsProtocolVersion.value;
const protocol = companyStandard.originProtocolPolicy;
const ruleGroups = companyStandard.wafRuleGroups.map(({ value }) => value);
const tagKeys = Object.keys(tagsOf({ team: '', costCenter: '' }));

/** The rules of the policy. A value that is unknown at synthesis meets none of them. */
export const companyRules: readonly CompanyRule[] = [
  {
    id: 'CompanyPolicy-ViewerTls',
    property: 'viewerMinimumTlsProtocolVersion',
    actual: ({ settings }) => settings.viewerMinimumTlsProtocolVersion,
    isMetBy: (version) => version === tls,
    needed: `${quoted(tls)} is needed`,
  },
  {
    id: 'CompanyPolicy-OriginProtocol',
    property: 'origin.protocolPolicy',
    actual: ({ settings }) => settings.origin?.protocolPolicy,
    isMetBy: (policy) => policy === protocol,
    needed: `${quoted(protocol)} is needed`,
  },
  {
    id: 'CompanyPolicy-Waf',
    property: 'waf',
    actual: ({ settings: { enableWaf, wafRules = [] } }) => enableWaf === true ? wafRules.map(({ name }) => name) : enableWaf,
    isMetBy: (groups) => includesAll(groups, ruleGroups),
    needed: `a WAF with ${quoted(ruleGroups)} is needed`,
  },
  {
    id: 'CompanyPolicy-Tags',
    property: 'tags',
    actual: ({ tags }) => tags?.filter(({ value }) => value !== '').map(({ key }) => key),
    isMetBy: (keys) => includesAll(keys, tagKeys),
    needed: `${quoted(tagKeys)} with a value are needed`,
  },
];

export function quoted(value: unknown): string {
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => JSON.stringify(one)).join(' and ') || 'nothing';
}

function includesAll(actual: unknown, needed: readonly string[]): boolean {
  return Array.isArray(actual) && needed.every((value) => actual.includes(value));
}
