import { requeue, timedOut } from './decisions';
import { type CacheResetPhase, RESET_CALL } from './phase';
import type { CacheResetRequest } from './request';
import type { Decision, FailedCall } from '../decision';
import { failDecision } from '../decisions';
import { describeDenial, describeRefusal } from '../denied';
import { isTransientFailure } from '../lightsail/attempt';
import { isPastDeadline } from '../protocol/deadline';
import type { FirstCall } from '../reconcile';

/** Pure and total: what to do after a call failed. A reset whose response was lost is found by the next poll if it took effect. */
export function recover(
  request: CacheResetRequest, phase: CacheResetPhase | FirstCall, { during, failure }: FailedCall<CacheResetPhase>, now: number,
): Decision<CacheResetPhase> {
  if (!isTransientFailure(failure)) {
    const what = during === 'call' ? RESET_CALL : 'a read of Lightsail';
    return failDecision(request, describeRefusal(what, failure, describeDenial('distribution')), failure.error);
  }
  const pending = `a response of Lightsail, got ${failure.description}`;
  return isPastDeadline(request, now) ? timedOut(request, pending) : requeue(pending, phase);
}
