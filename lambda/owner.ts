import { createHash } from 'node:crypto';
import type { LightsailDistribution, Tag } from '@aws-sdk/client-lightsail';

/** The tag by which a distribution belongs to one resource of one stack. Nothing else deletes it. */
export const OWNER_KEY = 'cdk-lightsail-distribution:owner';

/** How a distribution came to its owner. */
export type Ownership =
  | 'created'
  /** It was there before, and the request that takes it over has not succeeded yet. */
  | 'adopting'
  | 'adopted';

export type Owner =
  | { readonly kind: 'ours'; readonly how: Ownership }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'other'; readonly who: string };

const LONGEST_VALUE = 256;

export function ownerTag(resource: string, how: Ownership): Tag {
  const value = `${how} ${resource}`;
  const hash = createHash('sha256').update(resource).digest('hex').slice(0, 16);
  return { key: OWNER_KEY, value: value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 17)}@${hash}` };
}

export function ownerOf(resource: string, { tags = [] }: LightsailDistribution): Owner {
  const value = tags.find(({ key }) => key === OWNER_KEY)?.value;
  if (!value) return { kind: 'nobody' };
  const how = (['created', 'adopting', 'adopted'] as const).find((one) => ownerTag(resource, one).value === value);
  return how === undefined ? { kind: 'other', who: value.replace(/^\w+ /, '') } : { kind: 'ours', how };
}
