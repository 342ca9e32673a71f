import { type CacheResetPhase, RESET_CALL } from './phase';
import type { CacheResetRequest } from './request';
import type { CallDecision, CompleteDecision, Decision, RequeueDecision } from '../decision';
import { completeDecision, failDecision, requeueDecision } from '../decisions';
import { NO_TAGS } from '../lightsail/writes';
import { UNOBSERVED } from '../phase';
import { describeTimeout } from '../protocol/deadline';
import { truncateMessage } from '../protocol/message';
import type { FirstCall } from '../reconcile';

export function reset({ distributionName, waitForCompletion }: CacheResetRequest, now: number): CallDecision<CacheResetPhase> {
  return {
    kind: 'call',
    reason: `${RESET_CALL}, not sent yet`,
    write: { call: RESET_CALL, input: { distributionName } },
    recorded: [],
    changes: [],
    tags: NO_TAGS,
    accepted: { phase: 'sent', sent: { call: RESET_CALL, at: now } },
    untagged: UNOBSERVED,
    next: waitForCompletion ? 'poll' : 'pass',
  };
}

export function requeue(reason: string, phase: CacheResetPhase | FirstCall): RequeueDecision<CacheResetPhase> {
  return requeueDecision(reason, phase.phase === 'sent' ? phase : UNOBSERVED);
}

/** Completes with this status, the only attribute of the resource. */
export function complete(status: string): CompleteDecision<CacheResetPhase> {
  return { ...completeDecision(status, UNOBSERVED), attributes: { status: truncateMessage(status) } };
}

/** A slow reset fails the deployment only if the user wants it to. */
export function timedOut(request: CacheResetRequest, pending: string): Decision<CacheResetPhase> {
  return request.failOnTimeout ? failDecision(request, describeTimeout(request, pending)) : complete(`in progress: ${pending}`);
}
