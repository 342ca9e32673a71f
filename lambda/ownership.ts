import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { Progress } from './event';
import { SETTLING, type Fence } from './fence';
import { OWNER_KEY, ownerOf, ownerTag } from './owner';
import { LONGEST_REQUEST, type Request } from './request';
import { NO_TAGS, tagsInWords, tagWrites, type TagWrites } from './tags';

/** Whether a request may change the distribution that it found, and which tags go with that. */
export type Claim =
  | { readonly kind: 'refused'; readonly message: string }
  /** It is ours, but its tags are not to be seen yet. */
  | { readonly kind: 'unseen' }
  | {
    readonly kind: 'granted';
    /** It was kept when its construct was removed, which has come back now. It has to be marked before anything that can fail. */
    readonly isKept: boolean;
    readonly tags: TagWrites;
    /** In place of `tags`, once everything else is done. */
    readonly tagsAtTheEnd: TagWrites;
    readonly words: readonly string[];
  };

const UNOWNED: Claim = { kind: 'granted', isKept: false, tags: NO_TAGS, tagsAtTheEnd: NO_TAGS, words: [] };

export function claim(
  { resource, owned, startedAt }: Request, progress: Progress | undefined, live: LightsailDistribution, fence: Fence | undefined, now: number,
): Claim {
  if (owned === undefined) return UNOWNED;
  const owner = ownerOf(resource, live);
  if (owner.kind === 'other') {
    return {
      kind: 'refused',
      message: `belongs to another resource, got ${JSON.stringify(owner.who)}; a distribution belongs to one resource only; choose another name, or remove it there with `
        + `RemovalPolicy.RETAIN, take its tag away with \`aws lightsail untag-resource --resource-name ${live.name} --tag-keys ${OWNER_KEY} --region us-east-1\`, `
        + 'and adopt it',
    };
  }
  if (owner.kind === 'nobody') {
    if (progress?.sent?.call === 'CreateDistribution') {
      return now - progress.sent.at < SETTLING ? { kind: 'unseen' } : {
        kind: 'refused',
        message: `appeared while it was being created, got a distribution without the tag ${OWNER_KEY}; it is left as it is; deploy again`,
      };
    }
    // Of one that CloudFormation knows by this name only the tag has been lost.
    if (owned.isNew && owned.onExisting === 'fail') {
      return {
        kind: 'refused',
        message: 'exists already and belongs to no stack, got a distribution without the tag '
          + `${OWNER_KEY}; it is left as it is; choose another name, or give this name and set onExisting to OnExisting.ADOPT to take it over`,
      };
    }
  }
  // The same event may come twice, and the second time when everything is done.
  const isCreatedHere = fence !== undefined || progress?.sent?.call === 'CreateDistribution' || (live.createdAt?.getTime() ?? 0) >= startedAt - LONGEST_REQUEST;
  const isKept = owner.kind === 'ours' && owner.how === 'created' && owned.isFirst && !isCreatedHere;
  const adopts = owner.kind === 'nobody' || isKept;
  const writes = progress?.tagged ? NO_TAGS : tagWrites(owned.tags, owned.takenOutTags, live);
  const withOwner = (how: 'adopting' | 'adopted') => ({ ...writes, put: [...writes.put, ownerTag(resource, how)] });
  return {
    kind: 'granted',
    isKept,
    tags: adopts ? withOwner('adopting') : writes,
    tagsAtTheEnd: adopts || owner.how === 'adopting' ? withOwner('adopted') : writes,
    words: [...(adopts ? ['adopted'] : []), ...tagsInWords(writes, live)],
  };
}
