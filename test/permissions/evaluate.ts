import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import { ACCOUNT, type Policy } from './policies';

type Tags = Readonly<Record<string, string>>;

/** A call that IAM has to authorize. */
export interface Authorization {
  readonly action: string;
  /** The tags of the distribution; absent for an action without a resource type. */
  readonly resourceTags?: Tags;
  /** The tags that the call writes. */
  readonly requestTags?: Tags;
  /** The keys of the tags that the call writes or removes. */
  readonly tagKeys?: readonly string[];
}

const arn = (resourceType: string) => `arn:aws:lightsail:us-east-1:${ACCOUNT}:${resourceType}/0dc1b5b2-1d8f-4b2e-9c3c-6f1a2b3c4d5e`;

/** Whether the policies allow the call, for each resource that it is authorized for. */
export function isAllowed(policies: readonly Policy[], call: Authorization): boolean {
  const resources = call.action === 'lightsail:AttachCertificateToDistribution' ? [arn('Distribution'), arn('Certificate')]
    : call.resourceTags === undefined ? ['*'] : [arn('Distribution')];
  return resources.every((resource) => runUnsafeSimulation({
    request: {
      principal: `arn:aws:iam::${ACCOUNT}:role/handler`,
      action: call.action,
      resource: { resource, accountId: ACCOUNT },
      contextVariables: contextOf(call, resource.includes(':Certificate/') ? {} : call.resourceTags ?? {}),
    },
    identityPolicies: policies.map((policy, index) => ({ name: `policy-${index}`, policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }, {}) === 'Allowed');
}

function contextOf({ requestTags = {}, tagKeys }: Authorization, resourceTags: Tags): Record<string, string | string[]> {
  const prefixed = (prefix: string, tags: Tags) => Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]));
  return {
    ...prefixed('aws:ResourceTag', resourceTags),
    ...prefixed('aws:RequestTag', requestTags),
    ...(tagKeys && { 'aws:TagKeys': [...tagKeys] }),
  };
}
