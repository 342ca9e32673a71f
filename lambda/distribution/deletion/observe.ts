import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import type { Deletion } from './deletion';
import type { Lightsail } from '../../lightsail/lightsail';
import { newestOperation } from '../../lightsail/list-operations';
import { operationState } from '../../lightsail/operation';
import type { FirstCall } from '../../reconcile';
import type { DeletionPhase } from '../phase';
import { isReady } from '../status';

/** What one pass observes of a distribution that is to be deleted. */
export type Observation =
  /** DeleteDistribution is pending or failed; nothing else was read. */
  | { readonly kind: 'operating'; readonly operation: Operation }
  | {
    readonly kind: 'absent';
    /** The operation of DeleteDistribution. */
    readonly operation?: Operation;
    /** If nothing shows that it was deleted: the newest operation that created or deleted it. */
    readonly creation?: Operation;
  }
  | { readonly kind: 'present'; readonly live: LightsailDistribution; readonly operation?: Operation };

export async function observe(
  lightsail: Lightsail, { resourceName, startedAt, isOrphan }: Deletion, phase: DeletionPhase | FirstCall,
): Promise<Observation> {
  const operationId = phase.phase === 'deleting' ? phase.sent?.operationId : undefined;
  const known = operationId === undefined ? undefined : await lightsail.operation(operationId);
  // If a Delete is about two distributions, it may be the operation of the other one.
  const sent = known?.resourceName === resourceName ? known : undefined;
  if (sent && operationState(sent).kind !== 'succeeded') return { kind: 'operating', operation: sent };
  const live = await lightsail.distribution(resourceName);
  if (live === undefined && sent === undefined && !isOrphan) {
    return { kind: 'absent', creation: await newestOperation(lightsail, resourceName, ['CreateDistribution', 'DeleteDistribution']) };
  }
  // The id is unknown only if a poll of this request sent the call, or if its response was lost.
  const isToSearch = sent === undefined && phase.phase !== 'first call' && (live === undefined ? isOrphan : isReady(live));
  // A second allows for clocks that differ.
  const operation = sent ?? (isToSearch ? await newestOperation(lightsail, resourceName, ['DeleteDistribution'], startedAt - 1_000) : undefined);
  return live === undefined ? { kind: 'absent', operation } : { kind: 'present', live, operation };
}
