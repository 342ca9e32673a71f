import type { Deletion } from './deletion';
import type { DeletableKind } from './kind';
import type { Decision } from '../decision';
import { completeDecision, failDecision, requeueDecision } from '../decisions';
import { describeDenial, describeRefusal } from '../denied';
import type { Failure } from '../lightsail/attempt';
import { type Unobserved, UNOBSERVED } from '../phase';
import { isPastDeadline } from '../protocol/deadline';

/** Pure and total: what to do after a call failed. */
export function recover<D extends Deletion>(
  { noun, isTransient }: Pick<DeletableKind<D, never, never>, 'noun' | 'isTransient'>, deletion: D, failure: Failure, now: number,
): Decision<Unobserved> {
  // It was deleted between two calls.
  if (failure.kind === 'not found') return completeDecision('not found', UNOBSERVED, !deletion.isOrphan);
  if (!isTransient(failure)) return failDecision(deletion, describeRefusal('its deletion', failure, describeDenial(noun)), failure.error);
  if (!isPastDeadline(deletion, now)) return requeueDecision('a response of Lightsail', UNOBSERVED);
  return failDecision(deletion, `not deleted after ${deletion.timeoutSeconds} s, pending: a response of Lightsail, `
    + `got ${failure.description}; delete the stack again when Lightsail responds`, failure.error);
}
