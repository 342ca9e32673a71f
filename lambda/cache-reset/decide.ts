import { complete, requeue, reset, timedOut } from './decisions';
import { isNew, type Observation } from './observe';
import { type CacheResetPhase, RESET_CALL } from './phase';
import type { CacheResetRequest } from './request';
import type { Decision } from '../decision';
import { beforeDeadline, failDecision } from '../decisions';
import { NO_SUCH_DISTRIBUTION } from '../distribution/name';
import { isReady } from '../distribution/status';
import { describeFailedOperation, describeOperation, operationState } from '../lightsail/operation';
import { formatValue } from '../protocol/format-value';
import type { FirstCall } from '../reconcile';

type Phase = CacheResetPhase | FirstCall;

/** Pure and total. */
export function decide(request: CacheResetRequest, phase: Phase, observation: Observation, now: number): Decision<CacheResetPhase> {
  const decision = decideBeforeDeadline(request, phase, observation, now);
  return beforeDeadline(decision, request, phase, now, (pending) => timedOut(request, pending));
}

function decideBeforeDeadline(request: CacheResetRequest, phase: Phase, { live, operation }: Observation, now: number): Decision<CacheResetPhase> {
  if (!request.isTriggered) return complete('not needed: same triggers');
  // Whoever started it: the content was there before.
  if (operation !== undefined) {
    const state = operationState(operation);
    if (state.kind === 'succeeded') return complete('reset');
    if (state.kind === 'failed') return failDecision(request, describeFailedOperation(operation, state.reason));
    const described = describeOperation(operation);
    return request.waitForCompletion ? requeue(described, phase) : complete(`in progress: ${described}`);
  }
  // A read may not show the operation yet.
  if (phase.phase === 'sent') return requeue(RESET_CALL, phase);
  if (live === undefined) return failDecision(request, NO_SUCH_DISTRIBUTION);
  if (isNew(request, live)) return complete('not needed: new distribution');
  return isReady(live) ? reset(request, now) : requeue(`status ${formatValue(live.status)}, then ${RESET_CALL}`, phase);
}
