import type { Deletion } from './deletion';
import type { Decision, FailedCall } from '../../decision';
import { completeDecision, failDecision, requeueDecision } from '../../decisions';
import { isTransientFailure } from '../../lightsail/attempt';
import { UNOBSERVED } from '../../phase';
import { isPastDeadline } from '../../protocol/deadline';
import type { FirstCall } from '../../reconcile';
import { describeRefusal } from '../denied';
import type { DeletionPhase } from '../phase';

/** Pure and total: what to do after a call failed. */
export function recover(
  deletion: Deletion, _phase: DeletionPhase | FirstCall, { failure }: FailedCall<DeletionPhase>, now: number,
): Decision<DeletionPhase> {
  // It was deleted between two calls.
  if (failure.kind === 'not found') return completeDecision('not found', UNOBSERVED, !deletion.isOrphan);
  if (!isTransientFailure(failure)) return failDecision(deletion, describeRefusal('its deletion', failure), failure.error);
  if (!isPastDeadline(deletion, now)) return requeueDecision('a response of Lightsail', UNOBSERVED);
  return failDecision(deletion, `not deleted after ${deletion.timeoutSeconds} s, pending: a response of Lightsail, `
    + `got ${failure.description}; delete the stack again when Lightsail responds`, failure.error);
}
