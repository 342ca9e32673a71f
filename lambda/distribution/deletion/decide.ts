import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import type { Deletion } from './deletion';
import type { Observation } from './observe';
import type { CompleteDecision, Decision } from '../../decision';
import { beforeDeadline, completeDecision, failDecision, requeueDecision } from '../../decisions';
import { createdAt, CONSISTENCY_WINDOW, describeOperation, operationState } from '../../lightsail/operation';
import { NO_TAGS, type TagWrites } from '../../lightsail/writes';
import { UNOBSERVED } from '../../phase';
import { CREATION_WINDOW, isPastDeadline, MAX_REQUEST_DURATION } from '../../protocol/deadline';
import { formatValue } from '../../protocol/format-value';
import type { FirstCall } from '../../reconcile';
import { type Owner, OWNER_KEY, ownerOf } from '../../tags/owner';
import { type Fence, fenceKey, fenceOf, fenceTag, isOfCreation } from '../fence';
import type { DeletionPhase } from '../phase';
import { isReady } from '../status';

type DeletionDecision = Decision<DeletionPhase>;

interface Assessment {
  readonly deletion: Deletion;
  readonly now: number;
  readonly live: LightsailDistribution;
  readonly operation?: Operation;
  readonly owner: Owner;
  readonly fence?: Fence;
  readonly createdAt: number;
}

/** A decision, or `undefined` if the rule does not apply. */
type Rule = (assessment: Assessment) => DeletionDecision | undefined;

/** The rules for an existing distribution. The first one that applies decides; if none does, the distribution is deleted. */
const RULES: readonly Rule[] = [
  awaitTags, // requeue
  retainUnowned, // complete
  retainCreatedLater, // complete
  retainRetained, // complete
  releaseAdopted, // untag, complete
  awaitDeletedRead, // requeue
  awaitDeployment, // requeue
];

/** Pure and total. */
export function decide(deletion: Deletion, phase: DeletionPhase | FirstCall, observation: Observation, now: number): DeletionDecision {
  const decision = decideBeforeDeadline(deletion, observation, now);
  return beforeDeadline(decision, deletion, phase, now, (pending) =>
    failDecision(deletion, `not deleted after ${deletion.timeoutSeconds} s, pending: ${pending}; check the distribution, then delete the stack again`));
}

function decideBeforeDeadline(deletion: Deletion, observation: Observation, now: number): DeletionDecision {
  const { operation } = observation;
  const state = operation && operationState(operation);
  if (state?.kind === 'failed') return failDecision(deletion, `${describeOperation(operation!)} failed: ${state.reason}; correct the cause and delete the stack again`);
  if (state?.kind === 'pending') return requeue(describeOperation(operation!), observation.kind === 'present' && !deletion.isOrphan);
  if (observation.kind !== 'present') return decideAbsent(deletion, observation, now);
  const { live } = observation;
  const assessment: Assessment = {
    deletion,
    now,
    live,
    operation,
    owner: ownerOf(deletion.resource, live),
    fence: fenceOf(deletion.resource, live),
    createdAt: live.createdAt?.getTime() ?? 0,
  };
  for (const rule of RULES) {
    const decision = rule(assessment);
    if (decision !== undefined) return decision;
  }
  return sendDelete(assessment);
}

function decideAbsent(deletion: Deletion, observation: Exclude<Observation, { kind: 'present' }>, now: number): DeletionDecision {
  const { startedAt, isOrphan } = deletion;
  const creation = observation.kind === 'absent' ? observation.creation : undefined;
  if (creation?.operationType === 'CreateDistribution' && now - createdAt(creation) < CONSISTENCY_WINDOW) {
    return requeue('a read that shows the new distribution', false);
  }
  // If nothing was deleted, the first call of the cancelled request may be about to create it.
  const mayBeCreated = isOrphan && observation.operation === undefined && now - startedAt < CREATION_WINDOW && !isPastDeadline(deletion, now);
  return mayBeCreated ? requeue('what a cancelled request may still create', false) : complete('not found', false);
}

function awaitTags({ deletion: { isOrphan, startedAt }, now, owner }: Assessment): DeletionDecision | undefined {
  return owner.kind === 'none' && isOrphan && now - startedAt < CONSISTENCY_WINDOW ? requeue('tags that a cancelled request may have written', false) : undefined;
}

function retainUnowned({ deletion, owner }: Assessment): DeletionDecision | undefined {
  return owner.kind === 'ours' ? undefined
    : complete(`left unchanged: it belongs to ${owner.kind === 'other' ? owner.resource : 'no stack'}`, !deletion.isOrphan);
}

/** A late poll of a request that ended long ago must not delete what came after it. */
function retainCreatedLater({ deletion, createdAt: at }: Assessment): DeletionDecision | undefined {
  return at > deletion.startedAt + CREATION_WINDOW ? complete('left unchanged: it was created later', !deletion.isOrphan) : undefined;
}

/** An orphan is what a cancelled request left: it is younger than a request lasts, or not completed. Anything else was retained. */
function retainRetained({ deletion: { isOrphan, startedAt }, owner, fence, createdAt: at }: Assessment): DeletionDecision | undefined {
  if (!isOrphan || owner.kind !== 'ours' || owner.how !== 'created') return undefined;
  const isLeft = at >= startedAt - MAX_REQUEST_DURATION || (fence !== undefined && isOfCreation(fence));
  return isLeft ? undefined : complete('left unchanged: it was retained', false);
}

function releaseAdopted({ deletion, owner, fence }: Assessment): DeletionDecision | undefined {
  if (owner.kind !== 'ours' || owner.how === 'created' || (owner.how === 'adopted' && deletion.deleteAdopted)) return undefined;
  return complete('released', !deletion.isOrphan, { put: [], remove: fence === undefined ? [OWNER_KEY] : [OWNER_KEY, fenceKey(deletion.resource)] });
}

/** Deleted, but reads still show it. */
function awaitDeletedRead(assessment: Assessment): DeletionDecision | undefined {
  const { deletion, operation } = assessment;
  return operation && requeue(`${describeOperation(operation)}, and a read that shows it`, !deletion.isOrphan, takeOver(assessment));
}

function awaitDeployment(assessment: Assessment): DeletionDecision | undefined {
  const { deletion, live } = assessment;
  return isReady(live) ? undefined : requeue(`status ${formatValue(live.status)}`, !deletion.isOrphan, takeOver(assessment));
}

function sendDelete(assessment: Assessment): DeletionDecision {
  const { deletion: { resourceName: distributionName, isOrphan }, now } = assessment;
  return {
    kind: 'call',
    reason: 'DeleteDistribution',
    write: { call: 'DeleteDistribution', input: { distributionName } },
    recorded: [],
    changes: [],
    tags: takeOver(assessment),
    accepted: { phase: 'deleting', found: !isOrphan, sent: { call: 'DeleteDistribution', at: now } },
    untagged: UNOBSERVED,
    next: 'poll',
  };
}

/** Replaces the fence of a cancelled request, so that that request writes nothing more. */
function takeOver({ deletion, fence }: Assessment): TagWrites {
  return fence === undefined || fence.requestId === deletion.id ? NO_TAGS : { put: [fenceTag(deletion, fence.sent)], remove: [] };
}

function requeue(reason: string, found: boolean, tags = NO_TAGS): DeletionDecision {
  return requeueDecision<DeletionPhase>(reason, { phase: 'deleting', found }, UNOBSERVED, tags);
}

function complete(reason: string, found: boolean, tags = NO_TAGS): CompleteDecision<DeletionPhase> {
  return completeDecision(reason, UNOBSERVED, found, tags);
}
