import type { Tag } from '@aws-sdk/client-lightsail';
import { OWNER_KEY } from '../../lambda/tags/owner';
import type { PlannedCall } from '../dry-run/planned-call';

export interface TagChange {
  readonly setting: string;
  readonly current?: string;
  readonly desired?: string;
}

/** The tags of the handler: the owner, the fence and the construct. */
const INTERNAL = /^cdk-lightsail-distribution:/;

/** Returns the changes of the tags that a template can have. */
export function tagChanges(calls: readonly PlannedCall[], live: readonly Tag[]): readonly TagChange[] {
  const before = new Map(live.map(({ key = '', value = '' }) => [key, value]));
  const after = new Map(before);
  for (const { input, isRefused } of calls) {
    if (isRefused) continue;
    for (const { key = '', value = '' } of (input.tags ?? []) as readonly Tag[]) after.set(key, value);
    for (const key of (input.tagKeys ?? []) as readonly string[]) after.delete(key);
  }
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => !INTERNAL.test(key) && before.get(key) !== after.get(key))
    .map((key) => ({ setting: `tag ${key}`, current: before.get(key), desired: after.get(key) }));
}

/** Returns whether the calls adopt or release an existing resource. */
export function ownershipOf(calls: readonly PlannedCall[]): 'adopt' | 'release' | undefined {
  const tags = calls.filter(({ call }) => call === 'TagResource').flatMap(({ input }) => input.tags as readonly Tag[]);
  if (tags.some(({ key, value = '' }) => key === OWNER_KEY && value.startsWith('adopt'))) return 'adopt';
  const isDeleted = calls.some(({ call }) => call.startsWith('Delete'));
  const isReleased = calls.some(({ call, input }) => call === 'UntagResource' && (input.tagKeys as readonly string[]).includes(OWNER_KEY));
  return isReleased && !isDeleted ? 'release' : undefined;
}
