import type { Operation } from '@aws-sdk/client-lightsail';
import { changes, inWords, type Change } from './changes';
import { shown } from './codec';
import { decideCreation } from './decide-creation';
import { fail, type Decision, type Noted, type Observation } from './decision';
import { isReady } from './distribution-status';
import type { Progress, Sent } from './event';
import { fenceKey, isOfCreation, recordedSteps, SETTLING, standingFence, whoseTurn, type Fence, type Turn } from './fence';
import { judge, named } from './operation';
import { claim } from './ownership';
import { unmetPrecondition } from './preconditions';
import { isLate, type Request } from './request';
import { steps, type Step } from './steps';
import { isNone, NO_TAGS, type TagWrites } from './tags';

type Present = Extract<Observation, { kind: 'present' }>;

/** Pure and total: everything that can be got wrong is here and in what it calls. `progress` is absent at the first call. */
export function decide(request: Request, progress: Progress | undefined, observation: Observation, now: number): Decision {
  const decision = inTime(request, progress, observation, now);
  const isOver = progress !== undefined && isLate(request, now);
  // What cannot be waited for must not be begun either.
  if (!isOver || (decision.kind !== 'wait' && decision.kind !== 'call')) return decision;
  const pending = decision.kind === 'wait' ? decision.reason : `${decision.step.call}, ${inWords(decision.step.changes)}`;
  return fail(request, `not finished after ${request.timeoutSeconds} s, pending: ${pending}; `
    + 'look at the distribution, then deploy again or allow a longer timeout', ownsFence(request, observation));
}

function inTime(request: Request, progress: Progress | undefined, observation: Observation, now: number): Decision {
  switch (observation.kind) {
    case 'operating':
      return { kind: 'wait', reason: named(observation.operation), fence: 'none', tags: NO_TAGS, sent: [], noted: {} };
    case 'absent':
      if (request.owned !== undefined) return decideCreation(request, request.owned, progress, observation, now);
      return fail(request, 'no such distribution in this account; '
        + 'names are looked up with `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first', false);
    case 'present':
      return present(request, progress, observation, now);
  }
}

function present(
  request: Request, progress: Progress | undefined, { live, operation, formerOperation, certificate }: Present, now: number,
): Decision {
  const fence = standingFence(request.resource, live);
  const own = fence?.requestId === request.id;
  const ownership = claim(request, progress, live, fence, now);
  if (ownership.kind === 'refused') return fail(request, ownership.message, false);
  if (ownership.kind === 'unseen') return { kind: 'wait', reason: 'its own tags', fence: 'stands', tags: NO_TAGS, sent: [], noted: {} };

  const { tags, tagsAtTheEnd } = ownership;
  const pending = changes(request, live, certificate);
  const toWrite = inWords(pending, ownership.words);
  if (ownership.isKept) return { kind: 'mark', tags, changes: toWrite };

  const verdict = operation && judge(operation);
  if (verdict?.kind === 'failed') return fail(request, `${named(operation!)} failed: ${verdict.reason}; correct what it names and deploy again`, own);

  const plan = steps(request, pending, live);
  const sent = sentSteps(request, progress, fence, operation);
  const unsent = plan.filter((step) => !sent.some(({ call }) => call === step.call));
  const underWay = verdict?.kind === 'pending' ? operation : formerOperation && isArriving(formerOperation, now) ? formerOperation : undefined;
  const isIdle = isReady(live) && underWay === undefined;
  const turn = whoseTurn(request, progress, fence, now);
  const noted: Noted = {
    // While another change is under way nobody knows yet.
    attaches: progress === undefined && isIdle ? attaches(pending) : progress?.attaches,
    changes: progress?.changes ?? (progress === undefined ? toWrite : 'applied; the log of the handler names the changes'),
  };

  const waiting = (cause: string): Decision => {
    // Even with nothing to send: the change that is under way may not be the wanted one once it has arrived.
    const mayWriteLater = turn === 'mine' && (unsent.length > 0 || sent.length === 0);
    const reason = pending.length > 0 ? `${cause}, ${inWords(pending)}` : cause;
    return { kind: 'wait', reason, fence: own ? 'stands' : mayWriteLater ? 'put up' : 'none', tags: turn === 'mine' ? tags : NO_TAGS, sent, noted };
  };

  if ((unsent.length > 0 || !isNone(tags)) && turn !== 'mine') return turn === 'unseen' ? waiting('its own tag') : notOurs(request, progress, turn, toWrite);
  if (request.waitForDeployment ? pending.length === 0 && isIdle : unsent.length === 0 && (isIdle || sent.length > 0)) {
    return { kind: 'done', live, changes: noted.changes!, ...fencesAtTheEnd(request, fence, turn === 'mine' ? tagsAtTheEnd : NO_TAGS, turn) };
  }
  if (!isIdle) return waiting(underWay ? named(underWay) : `status ${shown(live.status)}`);
  if (unsent.length < plan.length) {
    const since = operation?.statusChangedAt?.getTime() ?? sent.at(-1)!.at;
    return now - since < SETTLING ? waiting('reads that show it') : notKept(request, plan.filter((step) => !unsent.includes(step)), own);
  }
  const unmet = unmetPrecondition(request, pending, live, certificate);
  if (unmet !== undefined) return fail(request, unmet, own);
  // A certificate may be recorded and yet not be served, which takes a second step; and what is adopted must be known for it at every poll.
  const isAtOnce = plan.length === 1 && !attaches(pending) && tagsAtTheEnd === tags && progress === undefined && fence === undefined;
  return { kind: 'call', step: plan[0], fence: isAtOnce ? 'none' : 'put up', tags, sent, noted };
}

/** A fence of our own that is left behind is harmless; another's would still let it write, and one of a creation means that it is not finished. */
function fencesAtTheEnd(
  { id, resource }: Request, fence: Fence | undefined, tags: TagWrites, turn: Turn,
): Pick<Extract<Decision, { kind: 'done' }>, 'tags' | 'dropFence'> {
  if (fence === undefined || turn !== 'mine') return { tags, dropFence: false };
  const mustGo = fence.requestId !== id || isOfCreation(fence);
  return mustGo ? { tags: { ...tags, remove: [...tags.remove, fenceKey(resource)] }, dropFence: false } : { tags, dropFence: true };
}

/** Whether reads may not show yet what the operation does. */
function isArriving(operation: Operation, now: number): boolean {
  return judge(operation).kind === 'pending' || now - (operation.statusChangedAt?.getTime() ?? 0) < SETTLING;
}

function attaches(pending: readonly Change[]): boolean {
  return pending.some(({ setting, wanted }) => setting === 'certificateName' && wanted !== '');
}

/** The steps that this request has sent and that have taken effect or may yet do so. */
function sentSteps(request: Request, progress: Progress | undefined, fence: Fence | undefined, operation: Operation | undefined): readonly Sent[] {
  const recorded = recordedSteps(request, progress, fence);
  const last = recorded.at(-1);
  // The record is made before the call, so the last one counts only if the service knows its operation. What is there has been created.
  const isInDoubt = last !== undefined && last.call !== 'CreateDistribution' && last.operationId === undefined && operation === undefined;
  return isInDoubt ? recorded.slice(0, -1) : recorded;
}

function ownsFence(request: Request, observation: Observation): boolean {
  return observation.kind === 'present' && standingFence(request.resource, observation.live)?.requestId === request.id;
}

function notOurs(request: Request, progress: Progress | undefined, turn: 'superseded' | 'unknown', toWrite: string): Decision {
  if (turn === 'superseded') {
    return fail(request, `superseded by a later request for the same resource, before it could apply ${toWrite}; `
      + 'nothing more is written for this one; the later request decides', false);
  }
  return progress?.sent !== undefined
    ? fail(request, `changed by another hand while the request was under way, pending: ${toWrite}; deploy again`, false)
    : fail(request, `Lightsail could not be reached when the request began, so that a later one may have come meanwhile, pending: ${toWrite}; `
      + 'only a request that has marked the distribution may write later; deploy again', false);
}

function notKept(request: Request, stuck: readonly Step[], own: boolean): Decision {
  const found = stuck.flatMap((step) => step.changes).map((change) => `${change.setting}: wanted ${shown(change.wanted)}, found ${shown(change.found)}`);
  return fail(request, `${stuck.map(({ call }) => call).join(' and ')} succeeded, but ${found.join('; ')}; `
    + 'Lightsail did not keep the value, or something else has changed it meanwhile; use a value that Lightsail keeps, or deploy again', own);
}
