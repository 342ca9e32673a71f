import { createHash } from 'node:crypto';
import type { Tag } from '@aws-sdk/client-lightsail';

/** A Lightsail resource, as far as its tags are concerned. */
export interface Tagged {
  readonly tags?: readonly Tag[];
}

/** The tag that says which resource of which stack owns a distribution or a certificate. Only the owner deletes it. */
export const OWNER_KEY = 'cdk-lightsail-distribution:owner';

/** How the owner got it. */
export type Ownership =
  | 'created'
  /** It existed before, and the request that adopts it has not succeeded yet. */
  | 'adopting'
  | 'adopted';

export type Owner =
  | { readonly kind: 'ours'; readonly how: Ownership }
  | { readonly kind: 'none' }
  | { readonly kind: 'other'; readonly resource: string };

const MAX_VALUE_LENGTH = 256;

export function ownerTag(resource: string, how: Ownership): Tag {
  return { key: OWNER_KEY, value: tagValue(`${how} ${resource}`, resource) };
}

/** The text as the value of a tag. A long one is identified by the hash at its end. */
export function tagValue(text: string, hashed = text): string {
  const hash = createHash('sha256').update(hashed).digest('hex').slice(0, 16);
  return text.length <= MAX_VALUE_LENGTH ? text : `${text.slice(0, MAX_VALUE_LENGTH - 17)}@${hash}`;
}

export function ownerOf(resource: string, { tags = [] }: Tagged): Owner {
  const value = tags.find(({ key }) => key === OWNER_KEY)?.value;
  if (!value) return { kind: 'none' };
  const how = (['created', 'adopting', 'adopted'] as const).find((one) => ownerTag(resource, one).value === value);
  return how === undefined ? { kind: 'other', resource: value.replace(/^\w+ /, '') } : { kind: 'ours', how };
}
