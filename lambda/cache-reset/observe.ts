import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { type CacheResetPhase, RESET_CALL } from './phase';
import type { CacheResetRequest } from './request';
import type { Lightsail } from '../lightsail/lightsail';
import { listOperations, newestOf } from '../lightsail/list-operations';
import type { FirstCall } from '../reconcile';

/** What one pass observes. Nothing is read that no decision needs. */
export interface Observation {
  readonly live?: LightsailDistribution;
  /** The newest cache reset that started after the request began. */
  readonly operation?: Operation;
}

export async function observe(lightsail: Lightsail, request: CacheResetRequest, phase: CacheResetPhase | FirstCall): Promise<Observation> {
  const { resourceName, startedAt, isTriggered } = request;
  if (!isTriggered) return {};
  const operationId = phase.phase === 'sent' ? phase.sent.operationId : undefined;
  if (operationId !== undefined) return { operation: await lightsail.operation(operationId) };
  const live = await lightsail.distribution(resourceName);
  if (live === undefined || isNew(request, live)) return { live };
  // A poll that cannot list the operations must not send a reset: a poll before it may have sent one.
  const operations = await (phase.phase === 'first call' ? listOperations(lightsail, resourceName) : lightsail.operationsFor(resourceName)) ?? [];
  // A second allows for clocks that differ.
  return { live, operation: newestOf(operations, [RESET_CALL], startedAt - 1_000) };
}

/** Whether the distribution is too new for a cache with former content. */
export function isNew({ newSince }: CacheResetRequest, { createdAt }: LightsailDistribution): boolean {
  return (createdAt?.getTime() ?? 0) >= newSince;
}
