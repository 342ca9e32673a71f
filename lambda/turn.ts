import { advance, type Outcome } from './advance';
import { DISTRIBUTION, type Progress, type ResourceEvent } from './event';
import { distributionsOfDelete, formerDistribution, leave } from './leave';
import type { Lightsail } from './lightsail';
import { leftover, removalsOfDelete, type Removal } from './removal';
import { remove } from './remove';
import { parseRequest, type Request } from './request';

/** What one event asks of one call of the handler. */
export async function turn(lightsail: Lightsail, event: ResourceEvent, progress: Progress | undefined, now: () => number): Promise<Outcome> {
  const startedAt = progress?.startedAt ?? now();
  const isOwned = event.ResourceType === DISTRIBUTION;
  if (event.RequestType === 'Delete') {
    return isOwned ? removeAll(lightsail, removalsOfDelete(event, startedAt), progress, now)
      : leave(lightsail, event, distributionsOfDelete(event), startedAt, now);
  }
  // Before any call, as what is malformed must not lead to one.
  const request = parseRequest(event, startedAt);
  const remains = isOwned ? leftover(event, startedAt) : undefined;
  if (remains !== undefined) return advanceAndRemove(lightsail, request, remains, progress, now);
  const former = isOwned || progress !== undefined ? undefined : formerDistribution(event);
  if (former !== undefined) await leave(lightsail, event, [former], startedAt, now);
  return advance(lightsail, request, progress, now);
}

async function removeAll(lightsail: Lightsail, removals: readonly Removal[], progress: Progress | undefined, now: () => number): Promise<Outcome> {
  for (const removal of removals) {
    const outcome = await remove(lightsail, removal, progress, now);
    if (outcome.kind === 'incomplete' || outcome.found || progress?.found) return outcome;
  }
  return { kind: 'complete' };
}

/** Both at every turn, as both have to wait for deployments that take minutes. */
async function advanceAndRemove(
  lightsail: Lightsail, request: Request, remains: Removal, progress: Progress | undefined, now: () => number,
): Promise<Outcome> {
  const outcome: Outcome = progress?.settled ? { kind: 'complete' } : await advance(lightsail, request, progress, now);
  // The step that the first call sent is not that of the removal.
  const removed = await remove(lightsail, remains, progress && { ...progress, sent: undefined }, now);
  if (removed.kind === 'complete' || outcome.kind === 'incomplete') return outcome;
  return { kind: 'incomplete', progress: { ...removed.progress, sent: undefined, settled: true }, attributes: outcome.attributes };
}
