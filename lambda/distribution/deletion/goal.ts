import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { DistributionDeletion } from './deletion';
import { deletedGoal } from '../../deletion/goal';
import type { DeletableKind } from '../../deletion/kind';
import { isTransientFailure } from '../../lightsail/attempt';
import { NO_TAGS } from '../../lightsail/writes';
import { formatValue } from '../../protocol/format-value';
import { fenceOf, fenceTag, isOfCreation, releasedKeys } from '../../tags/fence';
import { isReady } from '../status';

/** How a distribution is deleted. An adopted one is released, unless the template says otherwise. */
export const DELETABLE: DeletableKind<DistributionDeletion, LightsailDistribution, 'DeleteDistribution'> = {
  noun: 'distribution',
  createCall: 'CreateDistribution',
  deleteCall: 'DeleteDistribution',
  remedy: 'check the distribution, then delete the stack again',
  read: (lightsail, name) => lightsail.distribution(name),
  deletionOf: (distributionName) => ({ call: 'DeleteDistribution', input: { distributionName } }),
  createdAt: (live) => live.createdAt,
  blockedBy: (live) => (isReady(live) ? undefined : `status ${formatValue(live.status)}`),
  isIncomplete: ({ resource }, live) => {
    const fence = fenceOf(resource, live);
    return fence !== undefined && isOfCreation(fence);
  },
  releaseOf: ({ resource, deleteAdopted }, live, owner) => {
    if (owner.kind !== 'ours' || owner.how === 'created' || (owner.how === 'adopted' && deleteAdopted)) return undefined;
    return { put: [], remove: releasedKeys(resource, live) };
  },
  // Replaces the fence of a cancelled request.
  takeOver: (deletion, live) => {
    const fence = fenceOf(deletion.resource, live);
    return fence === undefined || fence.requestId === deletion.id ? NO_TAGS : { put: [fenceTag(deletion, fence.sent)], remove: [] };
  },
  isTransient: isTransientFailure,
};

/** A distribution that the stack no longer has. */
export const DELETED = deletedGoal(DELETABLE);
