import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { SettingsPhase } from './phase';
import type { Request } from './request';
import { CONSISTENCY_WINDOW } from '../lightsail/operation';
import { NO_TAGS, type TagWrites } from '../lightsail/writes';
import { MAX_REQUEST_DURATION } from '../protocol/deadline';
import type { FirstCall } from '../reconcile';
import type { Fence } from '../tags/fence';
import { OWNER_KEY, ownerOf, ownerTag } from '../tags/owner';
import { describeTagWrites, tagWrites } from '../tags/template-tags';

/** Whether a request may change the distribution that it found, and which tags to write. */
export type OwnershipCheck =
  | { readonly kind: 'refused'; readonly message: string }
  /** The stack owns it, but its tags are not visible yet. */
  | { readonly kind: 'tags not visible' }
  | {
    readonly kind: 'granted';
    /** The stack retained it when its construct was removed, and the construct is back. It has to be marked before anything that can fail. */
    readonly isRetained: boolean;
    readonly tags: TagWrites;
    /** In place of `tags`, once everything else is done. */
    readonly finalTags: TagWrites;
    /** Description of the tag changes. */
    readonly changes: readonly string[];
  };

const UNOWNED: OwnershipCheck = { kind: 'granted', isRetained: false, tags: NO_TAGS, finalTags: NO_TAGS, changes: [] };

export function checkOwnership(
  { resource, owned, startedAt }: Request, phase: SettingsPhase | FirstCall, live: LightsailDistribution, fence: Fence | undefined, now: number,
): OwnershipCheck {
  if (owned === undefined) return UNOWNED;
  const owner = ownerOf(resource, live);
  if (owner.kind === 'other') {
    return {
      kind: 'refused',
      message: `belongs to another resource, got ${JSON.stringify(owner.resource)}; a distribution belongs to one resource only; choose another name, or remove it there with `
        + `RemovalPolicy.RETAIN, remove its tag with \`aws lightsail untag-resource --resource-name ${live.name} --tag-keys ${OWNER_KEY} --region us-east-1\`, `
        + 'and adopt it',
    };
  }
  if (owner.kind === 'none') {
    if (phase.phase === 'creating') {
      return now - phase.sent.at < CONSISTENCY_WINDOW ? { kind: 'tags not visible' } : {
        kind: 'refused',
        message: `appeared while it was being created, got a distribution without the tag ${OWNER_KEY}; it is left unchanged; deploy again`,
      };
    }
    // If CloudFormation knows it by this name, only the tag was lost.
    if (owned.isNew && owned.onExisting === 'fail') {
      return {
        kind: 'refused',
        message: 'exists already and belongs to no stack, got a distribution without the tag '
          + `${OWNER_KEY}; it is left unchanged; choose another name, or keep this name and set onExisting to OnExisting.ADOPT`,
      };
    }
  }
  // The same event may be delivered twice, the second time after everything is done.
  const isCreatedByRequest = fence !== undefined || phase.phase === 'creating' || (live.createdAt?.getTime() ?? 0) >= startedAt - MAX_REQUEST_DURATION;
  const isRetained = owner.kind === 'ours' && owner.how === 'created' && owned.isCreate && !isCreatedByRequest;
  const adopts = owner.kind === 'none' || isRetained;
  const writes = isTagged(phase) ? NO_TAGS : tagWrites(owned.tags, owned.removedTags, live);
  const withOwner = (how: 'adopting' | 'adopted') => ({ ...writes, put: [...writes.put, ownerTag(resource, how)] });
  return {
    kind: 'granted',
    isRetained,
    tags: adopts ? withOwner('adopting') : writes,
    finalTags: adopts || owner.how === 'adopting' ? withOwner('adopted') : writes,
    changes: [...(adopts ? ['adopted'] : []), ...describeTagWrites(writes, live)],
  };
}

/** Whether the first call wrote the tags. */
function isTagged(phase: SettingsPhase | FirstCall): boolean {
  return phase.phase === 'sent' || (phase.phase === 'waiting' && phase.tagged);
}
