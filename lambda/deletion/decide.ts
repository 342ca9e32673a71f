import type { Operation } from '@aws-sdk/client-lightsail';
import type { Deletion } from './deletion';
import type { DeletableKind } from './kind';
import type { Observation } from './observe';
import type { Decision } from '../decision';
import { beforeDeadline, completeDecision, failDecision, requeueDecision } from '../decisions';
import { createdAt, CONSISTENCY_WINDOW, describeOperation, operationState } from '../lightsail/operation';
import type { TagWrites, WriteCall } from '../lightsail/writes';
import { type Deleting, type Unobserved, UNOBSERVED } from '../phase';
import { CREATION_WINDOW, isPastDeadline, MAX_REQUEST_DURATION } from '../protocol/deadline';
import type { FirstCall } from '../reconcile';
import { type Owner, ownerOf, type Tagged } from '../tags/owner';

type DeletionDecision = Decision<Unobserved | Deleting>;

interface Assessment<D extends Deletion = Deletion, L extends Tagged = Tagged> {
  readonly kind: DeletableKind<D, L, WriteCall>;
  readonly deletion: D;
  readonly now: number;
  readonly live: L;
  readonly operation?: Operation;
  readonly owner: Owner;
  readonly createdAt: number;
}

/** A decision, or `undefined` if the rule does not apply. */
type Rule = (assessment: Assessment) => DeletionDecision | undefined;

/** The rules for an existing resource. The first one that applies decides; if none does, the resource is deleted. */
const RULES: readonly Rule[] = [
  awaitTags, // requeue
  retainUnowned, // complete
  retainCreatedLater, // complete
  release, // untag, complete
  retainRetained, // complete
  awaitDeletedRead, // requeue
  awaitBlocking, // requeue
];

/** Pure and total. */
export function decide<D extends Deletion, L extends Tagged, C extends WriteCall>(
  kind: DeletableKind<D, L, C>, deletion: D, phase: Unobserved | Deleting<C> | FirstCall, observation: Observation<L>, now: number,
): Decision<Unobserved | Deleting<C>> {
  const decision = decideBeforeDeadline({ kind, deletion, now } as unknown as Assessment, observation) as Decision<Unobserved | Deleting<C>>;
  return beforeDeadline(decision, deletion, phase, now, (pending) =>
    failDecision(deletion, `not deleted after ${deletion.timeoutSeconds} s, pending: ${pending}; ${kind.remedy}`));
}

type Given = Pick<Assessment, 'kind' | 'deletion' | 'now'>;

function decideBeforeDeadline(given: Given, observation: Observation<Tagged>): DeletionDecision {
  const { kind, deletion } = given;
  const { operation } = observation;
  const state = operation && operationState(operation);
  if (state?.kind === 'failed') {
    return failDecision(deletion, `${describeOperation(operation!)} failed: ${state.reason}; correct the cause and delete the stack again`);
  }
  if (state?.kind === 'pending') return requeue(describeOperation(operation!), observation.kind === 'present' && !deletion.isOrphan);
  if (observation.kind !== 'present') return decideAbsent(given, observation);
  const { live } = observation;
  const owner = ownerOf(deletion.resource, live);
  const assessment: Assessment = { ...given, live, operation, owner, createdAt: kind.createdAt(live)?.getTime() ?? 0 };
  for (const rule of RULES) {
    const decision = rule(assessment);
    if (decision !== undefined) return decision;
  }
  return sendDelete(assessment);
}

function decideAbsent({ kind, deletion, now }: Given, observation: Exclude<Observation<Tagged>, { kind: 'present' }>): DeletionDecision {
  const { startedAt, isOrphan } = deletion;
  const creation = observation.kind === 'absent' ? observation.creation : undefined;
  if (creation?.operationType === kind.createCall && now - createdAt(creation) < CONSISTENCY_WINDOW) {
    return requeue(`a read that shows the new ${kind.noun}`, false);
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
function retainRetained({ kind, deletion, live, owner, createdAt: at }: Assessment): DeletionDecision | undefined {
  const { isOrphan, startedAt } = deletion;
  if (!isOrphan || owner.kind !== 'ours' || owner.how !== 'created') return undefined;
  const isLeft = at >= startedAt - MAX_REQUEST_DURATION || kind.isIncomplete(deletion, live);
  return isLeft ? undefined : complete('left unchanged: it was retained', false);
}

function release({ kind, deletion, live, owner }: Assessment): DeletionDecision | undefined {
  const tags = kind.releaseOf(deletion, live, owner);
  return tags && complete('released', !deletion.isOrphan, tags);
}

/** Deleted, but reads still show it. */
function awaitDeletedRead({ kind, deletion, live, operation }: Assessment): DeletionDecision | undefined {
  return operation && requeue(`${describeOperation(operation)}, and a read that shows it`, !deletion.isOrphan, kind.takeOver(deletion, live));
}

function awaitBlocking({ kind, deletion, live }: Assessment): DeletionDecision | undefined {
  const reason = kind.blockedBy(live);
  return reason === undefined ? undefined : requeue(reason, !deletion.isOrphan, kind.takeOver(deletion, live));
}

function sendDelete({ kind, deletion, live, now }: Assessment): DeletionDecision {
  const { resourceName, isOrphan } = deletion;
  return {
    kind: 'call',
    reason: kind.deleteCall,
    write: kind.deletionOf(resourceName),
    recorded: [],
    changes: [],
    tags: kind.takeOver(deletion, live),
    accepted: { phase: 'deleting', found: !isOrphan, sent: { call: kind.deleteCall, at: now } },
    untagged: UNOBSERVED,
    next: 'poll',
  };
}

function requeue(reason: string, found: boolean, tags?: TagWrites): DeletionDecision {
  return requeueDecision<Unobserved | Deleting>(reason, { phase: 'deleting', found }, UNOBSERVED, tags);
}

function complete(reason: string, found: boolean, tags?: TagWrites): DeletionDecision {
  return completeDecision(reason, UNOBSERVED, found, tags);
}
