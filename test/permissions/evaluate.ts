import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import { ACCOUNT, type Policy } from './policies';

type Tags = Readonly<Record<string, string>>;

/** A call that IAM has to authorize. */
export interface Authorization {
  readonly action: string;
  /** The default is a distribution. */
  readonly resourceType?: 'Distribution' | 'Certificate';
  /** The tags of the resource. Absent for an action without a resource type. */
  readonly resourceTags?: Tags;
  /** The tags that the call writes. */
  readonly requestTags?: Tags;
  /** The keys of the tags that the call writes or removes. */
  readonly tagKeys?: readonly string[];
  /** For a service other than Lightsail: the ARN of the resource, and the condition keys. */
  readonly other?: { readonly resource: string; readonly context: Readonly<Record<string, string[]>> };
}

const arn = (resourceType: string) => `arn:aws:lightsail:us-east-1:${ACCOUNT}:${resourceType}/0dc1b5b2-1d8f-4b2e-9c3c-6f1a2b3c4d5e`;

/** Whether the policies allow the call, for each resource that it is authorized for. */
export function isAllowed(policies: readonly Policy[], call: Authorization): boolean {
  return resourcesOf(call).every((resource) => runUnsafeSimulation({
    request: {
      principal: `arn:aws:iam::${ACCOUNT}:role/handler`,
      action: call.action,
      resource: { resource, accountId: ACCOUNT },
      contextVariables: contextOf(call, hasTags(call, resource) ? call.resourceTags ?? {} : {}),
    },
    identityPolicies: policies.map((policy, index) => ({ name: `policy-${index}`, policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }, {}) === 'Allowed');
}

function resourcesOf({ action, resourceType = 'Distribution', resourceTags, other }: Authorization): readonly string[] {
  if (other !== undefined) return [other.resource];
  if (action === 'lightsail:AttachCertificateToDistribution') return [arn('Distribution'), arn('Certificate')];
  return [resourceTags === undefined ? '*' : arn(resourceType)];
}

/** Whether `resourceTags` are the tags of this resource. The certificate that a call attaches to a distribution has other tags. */
function hasTags({ resourceType = 'Distribution' }: Authorization, resource: string): boolean {
  return resource === '*' || resource === arn(resourceType);
}

function contextOf({ requestTags = {}, tagKeys, other }: Authorization, resourceTags: Tags): Record<string, string | string[]> {
  const prefixed = (prefix: string, tags: Tags) => Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]));
  return {
    ...prefixed('aws:ResourceTag', resourceTags),
    ...prefixed('aws:RequestTag', requestTags),
    ...(tagKeys && { 'aws:TagKeys': [...tagKeys] }),
    ...other?.context,
  };
}
