import { RequestFailed, type Outcome } from './advance';
import { fitting } from './attributes';
import { InputError } from './codec';
import { distributionNameOf } from './distribution-name';
import { DISTRIBUTION, type Attributes, type Progress, type ResourceEvent } from './event';
import type { Lightsail } from './lightsail';
import { log } from './log';
import { parseEvent } from './parse-event';
import { turn } from './turn';

/** What the framework takes from the first call of a request, and from each poll of it. */
export interface FirstAnswer {
  readonly PhysicalResourceId: string;
  readonly Progress: Progress;
  readonly Data?: Attributes;
}
export interface PollAnswer {
  readonly IsComplete: boolean;
  readonly Data?: Attributes;
}

/** Both roles of the provider framework: an event that carries what the first call returned is a poll. */
export async function handle(lightsail: Lightsail, given: ResourceEvent, now: () => number): Promise<FirstAnswer | PollAnswer> {
  try {
    const event = parseEvent(given);
    return event.Progress === undefined ? await firstCall(lightsail, event, now) : await poll(lightsail, event, event.Progress, now);
  } catch (error) {
    throw told(error);
  }
}

async function firstCall(lightsail: Lightsail, event: ResourceEvent, now: () => number): Promise<FirstAnswer> {
  const startedAt = now();
  const outcome = await turn(lightsail, event, undefined, now).catch((error: unknown) => toldLater(event, startedAt, error));
  const PhysicalResourceId = event.RequestType === 'Delete' ? event.PhysicalResourceId! : String(distributionNameOf(event));
  const progress = outcome.kind === 'complete' ? { startedAt, complete: true, fenced: false } : outcome.progress;
  return {
    PhysicalResourceId,
    ...(outcome.attributes && { Data: outcome.attributes }),
    Progress: { ...progress, knownAs: event.PhysicalResourceId },
  };
}

/**
 * The framework forgets a new resource whose first call has failed, and CloudFormation then never deletes it. But an earlier delivery of
 * the same event, of which only the answer was lost, may have made a distribution. A failure that a poll tells is followed by a Delete.
 */
function toldLater(event: ResourceEvent, startedAt: number, error: unknown): Outcome {
  const isNew = event.ResourceType === DISTRIBUTION && event.RequestType !== 'Delete' && event.PhysicalResourceId !== distributionNameOf(event);
  if (!isNew || error instanceof InputError || (error instanceof RequestFailed && error.keeps)) throw error;
  return { kind: 'incomplete', progress: { startedAt, complete: false, fenced: false, failed: told(error).message } };
}

async function poll(lightsail: Lightsail, event: ResourceEvent, progress: Progress, now: () => number): Promise<PollAnswer> {
  if (progress.complete) return { IsComplete: true };
  if (progress.failed !== undefined) throw new RequestFailed(progress.failed);
  const outcome = await turn(lightsail, { ...event, PhysicalResourceId: progress.knownAs }, progress, now);
  return outcome.kind === 'complete' ? { IsComplete: true, Data: outcome.attributes } : { IsComplete: false };
}

/** The error as the user reads it in the stack's events: no stack trace, and short enough for CloudFormation. */
function told(error: unknown): Error {
  const isExpected = error instanceof RequestFailed || error instanceof InputError;
  const readable = new Error(fitting(error instanceof Error ? error.message : String(error)));
  readable.name = isExpected ? error.name : 'InternalError';
  log('failed', { message: readable.message, ...(!isExpected && error instanceof Error && { stack: error.stack }) });
  readable.stack = `${readable.name}: ${readable.message}`;
  return readable;
}
