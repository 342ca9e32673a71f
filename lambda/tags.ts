import type { LightsailDistribution, Tag } from '@aws-sdk/client-lightsail';
import { listOf, record, shown, text, textLike } from './codec';

/** What is to be written: no deployment to the edge, whatever it is. */
export interface TagWrites {
  readonly put: readonly Tag[];
  readonly remove: readonly string[];
}

export const NO_TAGS: TagWrites = { put: [], remove: [] };

export const parseTags = listOf(record<Tag>({ key: textLike(/^(?!(aws|cdk-lightsail-distribution):)/i, '"aws:" and "cdk-lightsail-distribution:" are not allowed at the beginning'), value: text }, ['key', 'value']));

export function isNone({ put, remove }: TagWrites): boolean {
  return put.length === 0 && remove.length === 0;
}

/** The three-way rule for each key: what is wanted wins, what was taken out and is still as it was goes, the rest is left alone. */
export function tagWrites(wanted: readonly Tag[], takenOut: readonly Tag[], { tags = [] }: LightsailDistribution): TagWrites {
  const isLive = ({ key, value }: Tag) => tags.some((live) => live.key === key && (live.value ?? '') === value);
  return { put: wanted.filter((tag) => !isLive(tag)), remove: takenOut.filter(isLive).map(({ key }) => key!) };
}

/** As changes are told, for stack outputs, logs and messages. */
export function tagsInWords({ put, remove }: TagWrites, { tags = [] }: LightsailDistribution): readonly string[] {
  const found = (key: string | undefined) => shown(tags.find((tag) => tag.key === key)?.value);
  return [
    ...put.map(({ key, value }) => `tag ${key}: ${found(key)} -> ${shown(value)}`),
    ...remove.map((key) => `tag ${key}: ${found(key)} -> nothing`),
  ];
}
