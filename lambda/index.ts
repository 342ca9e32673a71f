import { advance, RequestFailed, type Outcome } from './advance';
import { fitting } from './attributes';
import { InputError } from './codec';
import type { Attributes, Progress, ResourceEvent } from './event';
import { formerDistribution, leave } from './leave';
import { lightsailOverHttp } from './lightsail';
import { log } from './log';
import { parseRequest } from './request';

/** What the framework takes from the first call of a request, and from each poll of it. */
interface FirstAnswer {
  readonly PhysicalResourceId: string;
  readonly Progress: Progress;
  readonly Data?: Attributes;
}
interface PollAnswer {
  readonly IsComplete: boolean;
  readonly Data?: Attributes;
}

// Made once for each execution environment, so that connections are used again.
const lightsail = lightsailOverHttp();

/** Both roles of the provider framework: an event that carries what the first call returned is a poll. */
export async function handler(event: ResourceEvent): Promise<FirstAnswer | PollAnswer> {
  try {
    return event.Progress === undefined ? await firstCall(event) : await poll(event, event.Progress);
  } catch (error) {
    throw told(error);
  }
}

async function firstCall(event: ResourceEvent): Promise<FirstAnswer> {
  const startedAt = Date.now();
  const outcome = await turn(event, undefined, startedAt);
  const PhysicalResourceId = event.RequestType === 'Delete' ? event.PhysicalResourceId! : String(event.ResourceProperties.distributionName);
  return outcome.kind === 'complete'
    ? { PhysicalResourceId, Data: outcome.attributes, Progress: { startedAt, complete: true, fenced: false } }
    : { PhysicalResourceId, Progress: outcome.progress };
}

async function poll(event: ResourceEvent, progress: Progress): Promise<PollAnswer> {
  if (progress.complete) return { IsComplete: true };
  const outcome = await turn(event, progress, progress.startedAt);
  return outcome.kind === 'complete' ? { IsComplete: true, Data: outcome.attributes } : { IsComplete: false };
}

async function turn(event: ResourceEvent, progress: Progress | undefined, startedAt: number): Promise<Outcome> {
  if (event.RequestType === 'Delete') return leave(lightsail, event, startedAt, Date.now);
  // Before any call, as what is malformed must not lead to one.
  const request = parseRequest(event, startedAt);
  const former = progress === undefined ? formerDistribution(event) : undefined;
  if (former !== undefined) await leave(lightsail, { ...event, PhysicalResourceId: former }, startedAt, Date.now);
  return advance(lightsail, request, progress, Date.now);
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
