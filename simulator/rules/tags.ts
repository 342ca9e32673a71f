import { invalidInput } from '../errors';
import { Tag } from '../state/tag';

/** Merges tags. A tag replaces the one with the same key. */
export function mergedTags(current: readonly Tag[], tags: readonly Tag[]): readonly Tag[] {
  const byKey = new Map([...current, ...tags].map((tag) => [tag.key, { value: '', ...tag }]));
  if (byKey.size > 50) throw invalidInput(`a resource can have 50 tags, got ${byKey.size}`);
  return [...byKey.values()];
}
