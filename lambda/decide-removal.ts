import type { LightsailDistribution, Operation, Tag } from '@aws-sdk/client-lightsail';
import { shown } from './codec';
import { CREATION_WINDOW } from './decide-creation';
import { isReady } from './distribution-status';
import { fenceKey, fenceTag, isOfCreation, SETTLING, standingFence } from './fence';
import { judge, named } from './operation';
import { OWNER_KEY, ownerOf } from './owner';
import type { Removal } from './removal';
import { isLate, LONGEST_REQUEST } from './request';

/** What was seen of a distribution that is to go. */
export interface Remains {
  /** Absent when it is gone, or was not looked at because it is still being deleted. */
  readonly live?: LightsailDistribution;
  /** The operation that deletes it. */
  readonly operation?: Operation;
  /** Of one that is not there, though it should be: the newest operation that creates or deletes it. */
  readonly creation?: Operation;
}

export type RemovalDecision =
  | { readonly kind: 'done'; readonly reason: string }
  /** Take these tags away, and let it live. */
  | { readonly kind: 'release'; readonly keys: readonly string[] }
  /** `fence` takes the place of the one of a request that was cancelled, so that this writes nothing any more. */
  | { readonly kind: 'wait'; readonly reason: string; readonly fence?: Tag }
  | { readonly kind: 'delete'; readonly fence?: Tag }
  | { readonly kind: 'fail'; readonly message: string };

/** Pure and total, as `decide` is. */
export function decideRemoval(removal: Removal, remains: Remains, isPoll: boolean, now: number): RemovalDecision {
  const decision = inTime(removal, remains, now);
  if (!isPoll || !isLate(removal, now) || (decision.kind !== 'wait' && decision.kind !== 'delete')) return decision;
  const pending = decision.kind === 'wait' ? decision.reason : 'DeleteDistribution';
  return fail(removal, `not deleted after ${removal.timeoutSeconds} s, pending: ${pending}; look at the distribution, then delete the stack again`);
}

function inTime(removal: Removal, { live, operation, creation }: Remains, now: number): RemovalDecision {
  const verdict = operation && judge(operation);
  if (verdict?.kind === 'failed') return fail(removal, `${named(operation!)} failed: ${verdict.reason}; correct what it names and delete the stack again`);
  if (verdict?.kind === 'pending') return { kind: 'wait', reason: named(operation!) };
  const { resource, startedAt, isUnheardOf } = removal;
  if (live === undefined) {
    if (creation?.operationType === 'CreateDistribution' && now - (creation.createdAt?.getTime() ?? 0) < SETTLING) {
      return { kind: 'wait', reason: 'a read that shows the new distribution' };
    }
    // Where nothing was deleted, the first call of the request that was cancelled may be about to create it.
    return isUnheardOf && verdict === undefined && now - startedAt < CREATION_WINDOW && !isLate(removal, now)
      ? { kind: 'wait', reason: 'what a cancelled request may still create' } : { kind: 'done', reason: 'gone' };
  }
  const owner = ownerOf(resource, live);
  if (owner.kind === 'nobody' && isUnheardOf && now - startedAt < SETTLING) return { kind: 'wait', reason: 'tags that a cancelled request may have written' };
  if (owner.kind !== 'ours') return { kind: 'done', reason: `left as it is: it belongs to ${owner.kind === 'other' ? owner.who : 'no stack'}` };
  const createdAt = live.createdAt?.getTime() ?? 0;
  // A late poll of a request that has long ended must not take away what came after it.
  if (createdAt > startedAt + CREATION_WINDOW) return { kind: 'done', reason: 'left as it is: it was created since' };
  const fence = standingFence(resource, live);
  // What is younger than a request lasts was made by the one that was cancelled.
  const isLeft = owner.how !== 'created' || createdAt >= startedAt - LONGEST_REQUEST || (fence !== undefined && isOfCreation(fence));
  if (isUnheardOf && !isLeft) return { kind: 'done', reason: 'left as it is: it was kept' };
  if (owner.how === 'adopting' || (owner.how === 'adopted' && !removal.deleteAdopted)) {
    return { kind: 'release', keys: fence === undefined ? [OWNER_KEY] : [OWNER_KEY, fenceKey(resource)] };
  }

  const isForeign = fence !== undefined && fence.requestId !== removal.id;
  const takeOver = isForeign ? { fence: fenceTag(removal, fence.sent) } : {};
  // Deleted, and yet still to be seen.
  if (verdict?.kind === 'over') return { kind: 'wait', reason: `${named(operation!)}, and a read that shows it`, ...takeOver };
  return isReady(live) ? { kind: 'delete', ...takeOver } : { kind: 'wait', reason: `status ${shown(live.status)}`, ...takeOver };
}

function fail({ distributionName }: Removal, message: string): RemovalDecision {
  return { kind: 'fail', message: `${distributionName}: ${message}` };
}
