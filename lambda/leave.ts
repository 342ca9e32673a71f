import type { Outcome } from './advance';
import { NAME_PATTERN, resourceOf } from './distribution-name';
import type { ResourceEvent } from './event';
import { fenceKey, standingFence } from './fence';
import type { Lightsail } from './lightsail';
import { isTransient, told } from './lightsail-errors';
import { log } from './log';

/** After that long without an answer, in milliseconds, a stack is not kept waiting for what is most likely nothing. */
const PATIENCE = 300_000;

/** The distribution that an update turns away from: a cancelled request may still have its fence there. */
export function formerDistribution({ RequestType, ResourceProperties, OldResourceProperties }: ResourceEvent): string | undefined {
  const former = OldResourceProperties?.distributionName;
  return RequestType === 'Update' && typeof former === 'string' && former !== ResourceProperties.distributionName ? former : undefined;
}

/** The distributions that a Delete is about: CloudFormation invents an id for a create that it cancelled before it had an answer. */
export function distributionsOfDelete({ PhysicalResourceId, ResourceProperties }: ResourceEvent): readonly unknown[] {
  return [...new Set([PhysicalResourceId, ResourceProperties.distributionName])];
}

/**
 * Delete leaves the distributions as they are. All there may be to do is to take away the fence of a cancelled request,
 * so that its waiter, should it still poll, writes nothing any more.
 */
export async function leave(
  lightsail: Lightsail, event: ResourceEvent, names: readonly unknown[], startedAt: number, now: () => number,
): Promise<Outcome> {
  const resource = resourceOf(event);
  for (const distributionName of names) {
    // Not what CloudFormation invents as the id of a resource that it has never seen, nor what was refused.
    if (typeof distributionName !== 'string' || !NAME_PATTERN.test(distributionName)) continue;
    try {
      const live = await lightsail.distribution(distributionName);
      if (live !== undefined && standingFence(resource, live) !== undefined) await lightsail.untag(distributionName, [fenceKey(resource)]);
    } catch (error) {
      log('leave', { distribution: distributionName, request: event.RequestId, reason: told(error) });
      if (isTransient(error) && now() - startedAt < PATIENCE) return { kind: 'incomplete', progress: { startedAt, complete: false, fenced: false } };
      // Whatever else is wrong with the distribution, a stack that leaves it alone can be deleted.
    }
  }
  return { kind: 'complete' };
}
