import type { Deletion } from './deletion';
import type { Decision, FailDecision, FailedCall } from '../../decision';
import { type Failure, isTransientFailure } from '../../lightsail/attempt';
import { NO_TAGS } from '../../lightsail/writes';
import { UNOBSERVED } from '../../phase';
import { isPastDeadline } from '../../protocol/deadline';
import type { FirstCall } from '../../reconcile';
import { DENIED } from '../denied';
import type { DeletionPhase } from '../phase';

/** Pure and total: what to do after a call failed. */
export function recover(
  deletion: Deletion, _phase: DeletionPhase | FirstCall, { failure }: FailedCall<DeletionPhase>, now: number,
): Decision<DeletionPhase> {
  // It was deleted between two calls.
  if (failure.kind === 'not found') return { kind: 'complete', reason: 'not found', tags: NO_TAGS, cleanUp: [], found: !deletion.isOrphan, untagged: UNOBSERVED };
  if (failure.kind === 'access denied') {
    return fail(deletion, `its deletion was denied, got ${failure.description}; ${DENIED}`, failure);
  }
  if (!isTransientFailure(failure)) return fail(deletion, `its deletion was refused, got ${failure.description}`, failure);
  if (!isPastDeadline(deletion, now)) return { kind: 'requeue', reason: 'a response of Lightsail', tags: NO_TAGS, phase: UNOBSERVED, untagged: UNOBSERVED };
  return fail(deletion, `not deleted after ${deletion.timeoutSeconds} s, pending: a response of Lightsail, `
    + `got ${failure.description}; delete the stack again when Lightsail responds`, failure);
}

function fail({ resourceName }: Deletion, message: string, { error }: Failure): FailDecision {
  return { kind: 'fail', message: `${resourceName}: ${message}`, cleanUp: [], cause: error };
}
