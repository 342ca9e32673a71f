import { type Deletion, deletionsOf as deletionsBy, orphanOf as orphanBy } from '../../deletion/deletion';
import { flag } from '../../protocol/codec';
import type { ResourceEvent } from '../../protocol/event';
import { valueIfReadable } from '../../protocol/value-if-readable';
import { distributionNameOf } from '../name';

/** A distribution that a request deletes or releases. */
export interface DistributionDeletion extends Deletion {
  /** Whether an adopted distribution is deleted too, instead of released. */
  readonly deleteAdopted: boolean;
}

/** In seconds. Not the timeout of the construct: a deletion that is given up leaves a distribution that no stack knows. */
const TIMEOUT = 3_000;

/** The distributions that a Delete is about, in order. */
export function deletionsOf(event: ResourceEvent, startedAt: number): readonly DistributionDeletion[] {
  const deleteAdopted = valueIfReadable(() => flag(event.ResourceProperties.deleteAdopted, 'deleteAdopted')) ?? false;
  return deletionsBy(event, startedAt, distributionNameOf, TIMEOUT).map((one) => ({ ...one, deleteAdopted: deleteAdopted && !one.isOrphan }));
}

/** What a cancelled update to a new name may have left. */
export function orphanOf(event: ResourceEvent, startedAt: number): DistributionDeletion | undefined {
  const orphan = orphanBy(event, startedAt, distributionNameOf, TIMEOUT);
  return orphan && { ...orphan, deleteAdopted: false };
}
