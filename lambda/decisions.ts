import type { CompleteDecision, Decision, FailDecision, RequeueDecision } from './decision';
import { NO_TAGS } from './lightsail/writes';
import { isPastDeadline, type Timed } from './protocol/deadline';
import type { FirstCall, Target } from './reconcile';

/** By default without a write. */
export function requeueDecision<P>(reason: string, phase: P, untagged = phase, tags = NO_TAGS): RequeueDecision<P> {
  return { kind: 'requeue', reason, tags, phase, untagged };
}

/** By default without a write. */
export function completeDecision<P>(reason: string, untagged: P, found = true, tags = NO_TAGS): CompleteDecision<P> {
  return { kind: 'complete', reason, tags, cleanUp: [], found, untagged };
}

export function failDecision({ resourceName }: Pick<Target, 'resourceName'>, message: string, cause?: unknown): FailDecision {
  return { kind: 'fail', message: `${resourceName}: ${message}`, cleanUp: [], cause };
}

/** The decision, or how the request ends when its deadline has passed. What cannot be waited for must not be started either. */
export function beforeDeadline<P>(
  decision: Decision<P>, target: Timed, phase: FirstCall | { readonly phase: string }, now: number, end: (pending: string) => Decision<P>,
): Decision<P> {
  const isToWait = decision.kind === 'requeue' || decision.kind === 'call';
  return isToWait && phase.phase !== 'first call' && isPastDeadline(target, now) ? end(decision.reason) : decision;
}
