import { attributes } from './attributes';
import { decide } from './decide';
import type { Decision } from './decision';
import type { Attributes, Progress, Sent } from './event';
import { fenceKey, fenceTag } from './fence';
import type { Lightsail } from './lightsail';
import { isBusy, isNameTaken, isThrottled, isTransient, isUnanswered, told } from './lightsail-errors';
import { logOf } from './log';
import { observe } from './observe';
import { isLate, type Request } from './request';
import { NO_TAGS, type TagWrites } from './tags';

/** What one call came to. */
export type Outcome =
  | { readonly kind: 'complete'; readonly attributes?: Attributes }
  /** The attributes are there when only something else is still to be done. */
  | { readonly kind: 'incomplete'; readonly progress: Progress; readonly attributes?: Attributes };

/** Ends a request as failed; the message goes to the user. */
export class RequestFailed extends Error {
  readonly name = 'RequestFailed';
  /** The distribution must not be deleted for it. */
  readonly keeps: boolean;

  constructor(message: string, { keeps = false, ...options }: ErrorOptions & { readonly keeps?: boolean } = {}) {
    super(message, options);
    this.keeps = keeps;
  }
}

/** One turn: look, decide, act. Never waits; a later poll takes the next turn. */
export async function advance(lightsail: Lightsail, request: Request, progress: Progress | undefined, now: () => number): Promise<Outcome> {
  try {
    const observation = await observe(lightsail, request, progress);
    return await act(lightsail, request, progress, decide(request, progress, observation, now()), now);
  } catch (error) {
    if (error instanceof RequestFailed) throw error;
    return unreachable(request, progress, error, now());
  }
}

async function act(
  lightsail: Lightsail, request: Request, progress: Progress | undefined, decision: Decision, now: () => number,
): Promise<Outcome> {
  logOf(request, 'decision', inShort(decision));
  switch (decision.kind) {
    case 'call':
      return send(lightsail, request, progress, decision, now);
    case 'wait': {
      const isTagged = await writeTags(lightsail, request, decision.tags, decision.fence === 'put up' ? decision.sent : undefined);
      const fenced = decision.fence === 'stands' || (decision.fence === 'put up' && isTagged);
      return { kind: 'incomplete', progress: started(request, progress, { fenced, tagged: isTagged, ...decision.noted }) };
    }
    case 'mark': {
      const fence = progress === undefined ? [] : undefined;
      const isMarked = await writeTags(lightsail, request, decision.tags, fence).catch(({ message, cause }: RequestFailed) => {
        throw new RequestFailed(message, { cause, keeps: true });
      });
      return { kind: 'incomplete', progress: started(request, progress, { fenced: isMarked, tagged: isMarked, changes: decision.changes }) };
    }
    case 'done':
      if (!await writeTags(lightsail, request, decision.tags)) return { kind: 'incomplete', progress: started(request, progress, { changes: decision.changes }) };
      if (decision.dropFence) await dropFenceIfPossible(lightsail, request);
      return { kind: 'complete', attributes: attributes(decision.live, decision.changes) };
    case 'fail':
      if (decision.dropFence) await dropFenceIfPossible(lightsail, request);
      throw new RequestFailed(decision.message);
  }
}

type CallDecision = Extract<Decision, { kind: 'call' }>;

async function send(
  lightsail: Lightsail, request: Request, progress: Progress | undefined, { step, fence, tags, sent, noted }: CallDecision, now: () => number,
): Promise<Outcome> {
  const about: Sent = { call: step.call, at: now() };
  // Not without the fence: a superseded request could not tell that it is one.
  const isTagged = await writeTags(lightsail, request, tags, fence === 'put up' ? [...sent, about] : undefined);
  if (!isTagged) return { kind: 'incomplete', progress: started(request, progress, noted) };

  const fenced = fence !== 'none';
  let operationId: string | undefined;
  try {
    operationId = await lightsail.send(step);
  } catch (error) {
    logOf(request, 'unsent', { call: step.call, reason: told(error) });
    const fate = { error, about, fenced, sent, noted };
    return step.call === 'CreateDistribution' ? uncreated(request, fate) : unsent(lightsail, request, progress, fate);
  }
  logOf(request, 'sent', { call: step.call, operationId });
  const isCreated = step.call === 'CreateDistribution';
  const accepted = started(request, progress, { fenced, tagged: !isCreated, sent: { ...about, operationId }, ...noted });
  // A new distribution is finished by a poll in any case: only then is its fence no more needed to know it by.
  return request.waitForDeployment || isCreated ? { kind: 'incomplete', progress: accepted } : advance(lightsail, request, accepted, now);
}

interface Unsent extends Pick<CallDecision, 'sent' | 'noted'> {
  readonly error: unknown;
  readonly fenced: boolean;
  readonly about: Sent;
}

async function unsent(
  lightsail: Lightsail, request: Request, progress: Progress | undefined, { error, about, fenced, sent, noted }: Unsent,
): Promise<Outcome> {
  if (!isTransient(error)) {
    if (fenced && !request.owned?.isNew) await dropFenceIfPossible(lightsail, request);
    throw refusal(request, about.call, error);
  }
  // Refused as busy or throttled, it had no effect; cut off, it may have had one, which its operation will tell.
  const mayHaveEffect = isInDoubt(error);
  const stands = await writeTags(lightsail, request, NO_TAGS, mayHaveEffect ? [...sent, about] : sent) || fenced;
  return { kind: 'incomplete', progress: started(request, progress, { fenced: stands, tagged: true, ...noted, ...(mayHaveEffect && { sent: about }) }) };
}

/** Its name makes a create safe to be sent again, which the port has done; what became of it the next poll finds out. */
function uncreated(request: Request, { error, about, noted }: Unsent): Outcome {
  if (!isInDoubt(error) && !isNameTaken(error)) throw refusal(request, about.call, error);
  return { kind: 'incomplete', progress: started(request, undefined, { fenced: true, sent: about, doubt: told(error), ...noted }) };
}

function isInDoubt(error: unknown): boolean {
  return isUnanswered(error) && !isBusy(error) && !isThrottled(error);
}

/** With the fence, if one is to be put up. `false` when Lightsail cannot be reached just now; anything else that goes wrong ends the request. */
async function writeTags(lightsail: Lightsail, request: Request, { put, remove }: TagWrites, fence?: readonly Sent[]): Promise<boolean> {
  const all = fence === undefined ? put : [...put, fenceTag(request, fence)];
  try {
    if (all.length > 0) await lightsail.tag(request.distributionName, all);
    if (remove.length > 0) await lightsail.untag(request.distributionName, remove);
    return true;
  } catch (error) {
    if (isTransient(error)) return false;
    throw refusal(request, 'writing its tags', error);
  }
}

/** A fence of our own that is left behind is harmless: the next request of the resource takes it over. */
async function dropFenceIfPossible(lightsail: Lightsail, request: Request): Promise<void> {
  await lightsail.untag(request.distributionName, [fenceKey(request.resource)]).catch((error: unknown) => {
    logOf(request, 'fence left', { reason: told(error) });
  });
}

function unreachable(request: Request, progress: Progress | undefined, error: unknown, now: number): Outcome {
  if (!isTransient(error)) throw refusal(request, 'a call to Lightsail', error);
  logOf(request, 'unreachable', { reason: told(error) });
  if (isLate(request, now)) {
    throw new RequestFailed(`${request.distributionName}: not finished after ${request.timeoutSeconds} s, pending: an answer of Lightsail, `
      + `got ${told(error)}; deploy again when Lightsail answers`, { cause: error });
  }
  return { kind: 'incomplete', progress: started(request, progress, {}) };
}

function refusal({ distributionName }: Request, what: string, error: unknown): RequestFailed {
  return new RequestFailed(`${distributionName}: ${what} was refused, got ${told(error)}`, { cause: error });
}

function started({ startedAt }: Request, progress: Progress | undefined, news: Partial<Progress>): Progress {
  return { complete: false, ...progress, fenced: false, ...news, startedAt };
}

function inShort(decision: Decision): Readonly<Record<string, unknown>> {
  switch (decision.kind) {
    case 'call': return { kind: decision.kind, call: decision.step.call, changes: decision.step.changes };
    case 'wait': return { kind: decision.kind, reason: decision.reason };
    case 'mark': return { kind: decision.kind, changes: decision.changes };
    case 'done': return { kind: decision.kind, changes: decision.changes };
    case 'fail': return { kind: decision.kind, message: decision.message };
  }
}
