import { deletionsOf, orphanOf } from './deletion/deletion';
import { DELETED } from './deletion/goal';
import { distributionNameOf } from './name';
import { parseRequest } from './parse-request';
import { type DeletionPhase, deletionPhaseOf, type DistributionPhase, settingsPhaseOf, UNOBSERVED } from './phase';
import { PRESENT } from './present/goal';
import { parseProgress } from './progress';
import type { Controller } from '../controller';
import type { Outcome } from '../decision';
import type { ResourceEvent } from '../protocol/event';
import { type Context, FIRST_CALL, type FirstCall, reconcile } from '../reconcile';

/** `Custom::LightsailDistribution`: a distribution that the stack owns. */
export const distribution: Controller<DistributionPhase> = {
  parseProgress,
  physicalResourceId: (event) => String(distributionNameOf(event)),
  mayCreate: (event) => event.PhysicalResourceId !== distributionNameOf(event),
  reconcile: (context, event, startedAt, phase) =>
    (event.RequestType === 'Delete' ? deleteFirstFound(context, event, startedAt, deletionPhaseOf(phase)) : createOrUpdate(context, event, startedAt, phase)),
};

async function deleteFirstFound(
  context: Context, event: ResourceEvent, startedAt: number, phase: DeletionPhase | FirstCall,
): Promise<Outcome<DistributionPhase>> {
  const wasFound = phase.phase === 'deleting' && phase.found;
  for (const deletion of deletionsOf(event, startedAt)) {
    const outcome = await reconcile(DELETED, context, deletion, phase);
    if (outcome.kind === 'incomplete' || outcome.found || wasFound) return outcome;
  }
  return { kind: 'complete', found: false };
}

/** Both goals in every call, because each waits for deployments that take minutes. */
async function createOrUpdate(
  context: Context, event: ResourceEvent, startedAt: number, phase: DistributionPhase | FirstCall,
): Promise<Outcome<DistributionPhase>> {
  const request = parseRequest(event, startedAt);
  const orphan = orphanOf(event, startedAt);
  const outcome: Outcome<DistributionPhase> = phase.phase === 'converged' ? { kind: 'complete', found: true }
    : await reconcile(PRESENT, context, request, settingsPhaseOf(phase));
  if (orphan === undefined) return outcome;
  const deleted = await reconcile(DELETED, context, orphan, phase.phase === 'first call' ? FIRST_CALL : UNOBSERVED);
  if (deleted.kind === 'complete' || outcome.kind === 'incomplete') return outcome;
  return { kind: 'incomplete', phase: { phase: 'converged' }, attributes: outcome.attributes };
}
