import type { Operation } from '@aws-sdk/client-lightsail';
import type { Deletion } from './deletion';
import type { DeletableKind } from './kind';
import type { Lightsail } from '../lightsail/lightsail';
import { newestOperation } from '../lightsail/list-operations';
import { operationState } from '../lightsail/operation';
import type { WriteCall } from '../lightsail/writes';
import type { Deleting, Unobserved } from '../phase';
import type { FirstCall } from '../reconcile';
import type { Tagged } from '../tags/owner';

/** What one pass observes of a resource that is to be deleted. */
export type Observation<L> =
  /** Its deletion is pending or failed; nothing else was read. */
  | { readonly kind: 'operating'; readonly operation: Operation }
  | {
    readonly kind: 'absent';
    /** The operation of the deletion. */
    readonly operation?: Operation;
    /** If nothing shows that it was deleted: the newest operation that created or deleted it. */
    readonly creation?: Operation;
  }
  | { readonly kind: 'present'; readonly live: L; readonly operation?: Operation };

export async function observe<D extends Deletion, L extends Tagged, C extends WriteCall>(
  { read, blockedBy, createCall, deleteCall }: Pick<DeletableKind<D, L, C>, 'read' | 'blockedBy' | 'createCall' | 'deleteCall'>,
  lightsail: Lightsail, { resourceName, startedAt, isOrphan }: D, phase: Unobserved | Deleting<C> | FirstCall,
): Promise<Observation<L>> {
  const operationId = phase.phase === 'deleting' ? phase.sent?.operationId : undefined;
  const known = operationId === undefined ? undefined : await lightsail.operation(operationId);
  // If a Delete is about two resources, it may be the operation of the other one.
  const sent = known?.resourceName === resourceName ? known : undefined;
  if (sent && operationState(sent).kind !== 'succeeded') return { kind: 'operating', operation: sent };
  const live = await read(lightsail, resourceName);
  if (live === undefined && sent === undefined && !isOrphan) {
    return { kind: 'absent', creation: await newestOperation(lightsail, resourceName, [createCall, deleteCall]) };
  }
  // The id is unknown only if a poll of this request sent the call, or if its response was lost.
  const isToSearch = sent === undefined && phase.phase !== 'first call' && (live === undefined ? isOrphan : blockedBy(live) === undefined);
  // A second allows for clocks that differ.
  const operation = sent ?? (isToSearch ? await newestOperation(lightsail, resourceName, [deleteCall], startedAt - 1_000) : undefined);
  return live === undefined ? { kind: 'absent', operation } : { kind: 'present', live, operation };
}
