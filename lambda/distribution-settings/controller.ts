import { RETAINED, retentionOf } from './retain';
import type { Controller } from '../controller';
import type { Outcome } from '../decision';
import { parseRequest } from '../distribution/parse-request';
import type { DistributionPhase } from '../distribution/phase';
import { PRESENT } from '../distribution/present/goal';
import { parseProgress } from '../distribution/progress';
import { presentPhaseOf } from '../phase';
import type { ResourceEvent } from '../protocol/event';
import { type Context, FIRST_CALL, reconcile } from '../reconcile';

/** `Custom::LightsailDistributionSettings`: settings of a distribution that the stack does not own. */
export const distributionSettings: Controller<DistributionPhase> = {
  parseProgress,
  physicalResourceId: (event) => String(event.ResourceProperties.distributionName),
  mayCreate: () => false,
  reconcile: async (context, event, startedAt, phase) => {
    if (event.RequestType === 'Delete') return retainAll(context, event, startedAt);
    const request = parseRequest(event, startedAt);
    if (phase.phase === 'first call') await retainPrevious(context, event, startedAt);
    return reconcile(PRESENT, context, request, presentPhaseOf(phase));
  },
};

/** CloudFormation generates a physical id for a create that it cancelled before it got a response. */
async function retainAll(context: Context, event: ResourceEvent, startedAt: number): Promise<Outcome<DistributionPhase>> {
  for (const name of new Set([event.PhysicalResourceId, event.ResourceProperties.distributionName])) {
    const outcome = await retain(context, event, name, startedAt);
    if (outcome.kind === 'incomplete') return outcome;
  }
  return { kind: 'complete', found: true };
}

/** A cancelled request may still have its fence on the distribution that an update no longer names. */
async function retainPrevious(context: Context, event: ResourceEvent, startedAt: number): Promise<void> {
  const previous = event.OldResourceProperties?.distributionName;
  if (event.RequestType === 'Update' && previous !== event.ResourceProperties.distributionName) await retain(context, event, previous, startedAt);
}

async function retain(context: Context, event: ResourceEvent, name: unknown, startedAt: number): Promise<Outcome<DistributionPhase>> {
  const retention = retentionOf(event, name, startedAt);
  return retention === undefined ? { kind: 'complete', found: false } : reconcile(RETAINED, context, retention, FIRST_CALL);
}
