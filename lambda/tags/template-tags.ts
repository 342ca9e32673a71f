import type { Tag } from '@aws-sdk/client-lightsail';
import type { Tagged } from './owner';
import type { TagWrites } from '../lightsail/writes';
import { listOf, record, text, textLike } from '../protocol/codec';
import { formatValue } from '../protocol/format-value';

const tag = record<Tag>({
  key: textLike(/^(?!(aws|cdk-lightsail-distribution):)/i, 'a key must not begin with "aws:" or "cdk-lightsail-distribution:"'),
  value: text,
}, ['key', 'value']);

/** Reads the tags of the template. */
export const parseTags = listOf(tag);

/** Tags that the template had and has no longer. */
export function removedTags(previous: readonly Tag[] = [], tags: readonly Tag[]): readonly Tag[] {
  return previous.filter(({ key }) => !tags.some((one) => one.key === key));
}

export function isNone({ put, remove }: TagWrites): boolean {
  return put.length === 0 && remove.length === 0;
}

/** The three-way comparison for each key: a desired tag wins, a removed tag with its former value is deleted, any other is left alone. */
export function tagWrites(desired: readonly Tag[], removed: readonly Tag[], { tags = [] }: Tagged): TagWrites {
  const isLive = ({ key, value }: Tag) => tags.some((live) => live.key === key && (live.value ?? '') === value);
  return { put: desired.filter((one) => !isLive(one)), remove: removed.filter(isLive).map(({ key }) => key!) };
}

/** Tag changes as stack outputs, logs and messages describe them. */
export function describeTagWrites({ put, remove }: TagWrites, { tags = [] }: Tagged): readonly string[] {
  const current = (key: string | undefined) => formatValue(tags.find((one) => one.key === key)?.value);
  return [
    ...put.map(({ key, value }) => `tag ${key}: ${current(key)} -> ${formatValue(value)}`),
    ...remove.map((key) => `tag ${key}: ${current(key)} -> nothing`),
  ];
}
