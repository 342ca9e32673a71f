import type { Controller } from './controller';
import { controllerOf } from './controllers';
import type { Log } from './log';
import type { Attributes } from './protocol/attributes';
import { InputError, text } from './protocol/codec';
import type { ResourceEvent } from './protocol/event';
import { truncateMessage } from './protocol/message';
import { parseEvent } from './protocol/parse-event';
import { isEnded, type Progress } from './protocol/progress';
import { RequestFailed } from './protocol/request-failed';
import { type Context, FIRST_CALL } from './reconcile';

/** What the provider framework expects from the first call of a request, and from each poll. */
export interface OnEventResponse {
  readonly PhysicalResourceId: string;
  readonly Progress: Progress<object>;
  readonly Data?: Attributes;
}
export interface IsCompleteResponse {
  readonly IsComplete: boolean;
  readonly Data?: Attributes;
}

/** Both roles of the provider framework: an event that carries what the first call returned is a poll. */
export async function handle(context: Context, given: ResourceEvent): Promise<OnEventResponse | IsCompleteResponse> {
  try {
    const event = parseEvent(given);
    const controller = controllerOf(event.ResourceType);
    return await (event.Progress === undefined ? firstCall : poll)(controller, context, event);
  } catch (error) {
    throw toReadableError(context, error);
  }
}

async function firstCall<Phase extends object>(controller: Controller<Phase>, context: Context, event: ResourceEvent): Promise<OnEventResponse> {
  assertIdentified(event);
  const startedAt = context.now();
  const progress = (state: Progress<Phase>['state']) => ({ startedAt, physicalResourceId: event.PhysicalResourceId, state });
  const PhysicalResourceId = () => (event.RequestType === 'Delete' ? event.PhysicalResourceId! : controller.physicalResourceId(event));
  try {
    const outcome = await controller.reconcile(context, event, startedAt, FIRST_CALL);
    const state = outcome.kind === 'complete' ? { phase: 'completed' } as const : outcome.phase;
    return { PhysicalResourceId: PhysicalResourceId(), ...(outcome.attributes && { Data: outcome.attributes }), Progress: progress(state) };
  } catch (error) {
    if (!isToDefer(controller, event, error)) throw error;
    return { PhysicalResourceId: PhysicalResourceId(), Progress: progress({ phase: 'failed', message: toReadableError(context, error).message }) };
  }
}

/**
 * The provider framework does not pass on the Delete of a new resource whose first call failed. But an earlier delivery of the same event,
 * whose response was lost, may have created a distribution. A failure that a poll reports is followed by a Delete.
 */
function isToDefer(controller: Controller<object>, event: ResourceEvent, error: unknown): boolean {
  const preventsDelete = error instanceof InputError || (error instanceof RequestFailed && error.preventsDelete);
  return event.RequestType !== 'Delete' && controller.mayCreate(event) && !preventsDelete;
}

async function poll<Phase extends object>(controller: Controller<Phase>, context: Context, event: ResourceEvent): Promise<IsCompleteResponse> {
  const { startedAt, physicalResourceId: PhysicalResourceId, state } = controller.parseProgress(event);
  const original = { ...event, PhysicalResourceId };
  assertIdentified(original);
  if (isEnded(state)) {
    if (state.phase === 'failed') throw new RequestFailed(state.message);
    return { IsComplete: true };
  }
  const outcome = await controller.reconcile(context, original, startedAt, state);
  return outcome.kind === 'complete' ? { IsComplete: true, Data: outcome.attributes } : { IsComplete: false };
}

/** An update or a delete must say which resource it is about. */
function assertIdentified({ RequestType, PhysicalResourceId }: ResourceEvent): void {
  if (RequestType !== 'Create') text(PhysicalResourceId, 'event.PhysicalResourceId');
}

/** The error as users read it in the events of the stack: without a stack trace, and short enough for CloudFormation. */
function toReadableError({ log }: { readonly log: Log }, error: unknown): Error {
  const isExpected = error instanceof RequestFailed || error instanceof InputError;
  const readable = new Error(truncateMessage(error instanceof Error ? error.message : String(error)));
  readable.name = isExpected ? error.name : 'InternalError';
  log('failed', { message: readable.message, ...(!isExpected && error instanceof Error && { stack: error.stack }) });
  readable.stack = `${readable.name}: ${readable.message}`;
  return readable;
}
