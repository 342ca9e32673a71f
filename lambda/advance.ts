import { attributes } from './attributes';
import { decide, type Decision } from './decide';
import type { Attributes, Progress, Sent } from './event';
import { fenceKey, fenceTag } from './fence';
import type { Lightsail } from './lightsail';
import { isBusy, isThrottled, isTransient, isUnanswered, told } from './lightsail-errors';
import { log } from './log';
import { observe } from './observe';
import { isLate, type Request } from './request';

/** What one call came to. */
export type Outcome =
  | { readonly kind: 'complete'; readonly attributes?: Attributes }
  | { readonly kind: 'incomplete'; readonly progress: Progress };

/** Ends a request as failed; the message goes to the user. */
export class RequestFailed extends Error {
  readonly name = 'RequestFailed';
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
      const fenced = decision.fence === 'put up' ? await putUpFence(lightsail, request, decision.sent) : decision.fence === 'stands';
      return { kind: 'incomplete', progress: started(request, progress, { fenced, changes: decision.changes }) };
    }
    case 'done':
      if (decision.dropFence) await dropFenceIfPossible(lightsail, request);
      return { kind: 'complete', attributes: attributes(decision.live, decision.changes) };
    case 'fail':
      if (decision.dropFence) await dropFenceIfPossible(lightsail, request);
      throw new RequestFailed(decision.message);
  }
}

type CallDecision = Extract<Decision, { kind: 'call' }>;

async function send(
  lightsail: Lightsail, request: Request, progress: Progress | undefined, { step, fence, sent, changes }: CallDecision, now: () => number,
): Promise<Outcome> {
  const about: Sent = { call: step.call, at: now() };
  // Not without the fence: a superseded request could not tell that it is one.
  const fenced = fence === 'put up' && await putUpFence(lightsail, request, [...sent, about]);
  if (fence === 'put up' && !fenced) {
    return { kind: 'incomplete', progress: started(request, progress, { fenced: false, changes }) };
  }
  let operationId: string | undefined;
  try {
    operationId = await lightsail.send(step);
  } catch (error) {
    return unsent(lightsail, request, progress, { error, about, fenced, sent, changes });
  }
  logOf(request, 'sent', { call: step.call, operationId });
  const accepted = started(request, progress, { fenced, sent: { ...about, operationId }, changes });
  return request.waitForDeployment ? { kind: 'incomplete', progress: accepted } : advance(lightsail, request, accepted, now);
}

interface Unsent extends Pick<CallDecision, 'sent' | 'changes'> {
  readonly error: unknown;
  readonly fenced: boolean;
  readonly about: Sent;
}

async function unsent(
  lightsail: Lightsail, request: Request, progress: Progress | undefined, { error, about, fenced, sent, changes }: Unsent,
): Promise<Outcome> {
  if (!isTransient(error)) {
    if (fenced) await dropFenceIfPossible(lightsail, request);
    throw refusal(request, about.call, error);
  }
  logOf(request, 'unsent', { call: about.call, reason: told(error) });
  // Refused as busy or throttled, it had no effect; cut off, it may have had one, which its operation will tell.
  const mayHaveEffect = isUnanswered(error) && !isBusy(error) && !isThrottled(error);
  const stands = await putUpFence(lightsail, request, mayHaveEffect ? [...sent, about] : sent) || fenced;
  return { kind: 'incomplete', progress: started(request, progress, { fenced: stands, changes, ...(mayHaveEffect && { sent: about }) }) };
}

/** `false` when Lightsail cannot be reached just now; anything else that goes wrong ends the request. */
async function putUpFence(lightsail: Lightsail, request: Request, sent: readonly Sent[]): Promise<boolean> {
  try {
    await lightsail.tag(request.distributionName, fenceTag(request, sent));
    return true;
  } catch (error) {
    if (isTransient(error)) return false;
    throw refusal(request, 'the tag that keeps a superseded request from writing', error);
  }
}

/** A fence that is left behind is harmless: the next request of the resource takes it over. */
async function dropFenceIfPossible(lightsail: Lightsail, request: Request): Promise<void> {
  await lightsail.untag(request.distributionName, fenceKey(request.resource)).catch((error: unknown) => {
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

function logOf({ distributionName, id }: Request, event: string, details: Readonly<Record<string, unknown>>): void {
  log(event, { distribution: distributionName, request: id, ...details });
}

function inShort(decision: Decision): Readonly<Record<string, unknown>> {
  switch (decision.kind) {
    case 'call': return { kind: decision.kind, call: decision.step.call, changes: decision.step.changes };
    case 'wait': return { kind: decision.kind, reason: decision.reason };
    case 'done': return { kind: decision.kind, changes: decision.changes };
    case 'fail': return { kind: decision.kind, message: decision.message };
  }
}
