import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { CompleteDecision, Decision } from '../decision';
import { completeDecision, requeueDecision } from '../decisions';
import { isTransientFailure } from '../lightsail/attempt';
import { UNOBSERVED, type Unobserved } from '../phase';
import { type ResourceEvent, resourceId } from '../protocol/event';
import { NAME_PATTERN } from '../protocol/resource-name';
import type { Goal, Target } from '../reconcile';
import { fenceKey, fenceOf } from '../tags/fence';

/** In milliseconds: how long the deletion of settings waits for Lightsail, as most likely there is nothing to do. */
const RETRY_DURATION = 300_000;

/** A distribution whose settings the stack no longer manages. */
export interface Retention extends Target {
  readonly resource: string;
  readonly startedAt: number;
  /**
   * The last request of this distribution was cancelled before CloudFormation got its response, and may still be polled. A stale read would not
   * show its fence, so the fence is removed even if the read shows none.
   */
  readonly isCancelled: boolean;
}

/** `undefined` if the name is not the name of a distribution: CloudFormation generated it, or it was refused. */
export function retentionOf(event: ResourceEvent, name: unknown, startedAt: number): Retention | undefined {
  return typeof name !== 'string' || !NAME_PATTERN.test(name) ? undefined
    : { id: event.RequestId, resource: resourceId(event), resourceName: name, startedAt, isCancelled: name !== event.PhysicalResourceId };
}

/**
 * The distribution stays as it is. All that may have to be removed is the fence of a cancelled request, so that that request,
 * if it is still polled, writes nothing more.
 */
export const RETAINED: Goal<Retention, Unobserved, LightsailDistribution | undefined> = {
  observe: (lightsail, { resourceName }) => lightsail.distribution(resourceName),
  decide: ({ resource, isCancelled }, _phase, live) => {
    const mayBeFenced = live !== undefined && (isCancelled || fenceOf(resource, live) !== undefined);
    return complete(mayBeFenced ? [fenceKey(resource)] : []);
  },
  recover: ({ startedAt }, _phase, { failure }, now): Decision<Unobserved> =>
    // A stack that only managed settings can be deleted, whatever else is wrong with the distribution.
    (isTransientFailure(failure) && now - startedAt < RETRY_DURATION
      ? requeueDecision('a response of Lightsail', UNOBSERVED)
      : complete([])),
};

function complete(remove: readonly string[]): CompleteDecision<Unobserved> {
  return completeDecision('retained', UNOBSERVED, true, { put: [], remove });
}
