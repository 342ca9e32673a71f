import type { Invoker } from './invocation';
import type { ResourceEvent } from '../../lambda/protocol/event';

/** The response that CloudFormation receives. */
export type Response =
  | { readonly status: 'SUCCESS'; readonly physicalId: string; readonly data: Readonly<Record<string, string>> }
  | { readonly status: 'FAILED'; readonly physicalId: string; readonly reason: string };

/** The physical id of a Create whose first call failed. The framework does not pass the Delete that follows to the handler. */
const CREATE_FAILED = 'AWSCDK::CustomResourceProviderFramework::CREATE_FAILED';

/** Runs one request through the provider framework: the first call, then polls. It merges the event as the framework does. */
export class Waiter {
  constructor(private readonly host: Invoker, private event: ResourceEvent) {}

  get id(): string {
    return this.event.RequestId;
  }

  /** Makes the first call. Returns `undefined` if polls follow, which is always the case if the call succeeds. */
  async start(): Promise<Response | undefined> {
    const { RequestType, RequestId, PhysicalResourceId: known } = this.event;
    if (RequestType === 'Delete' && known === CREATE_FAILED) return { status: 'SUCCESS', physicalId: known, data: {} };
    const invocation = await this.host.invoke(this.event);
    if ('error' in invocation) return failed(invocation.error, known ?? CREATE_FAILED);
    const { PhysicalResourceId = known ?? RequestId, ...answer } = invocation.answer as { PhysicalResourceId?: string };
    if (RequestType === 'Delete' && PhysicalResourceId !== known) {
      return { status: 'FAILED', physicalId: known!, reason: `DELETE: cannot change the physical resource ID from "${known}" to "${PhysicalResourceId}" during deletion` };
    }
    this.event = { ...this.event, ...answer, PhysicalResourceId };
    return undefined;
  }

  /** Makes one poll. Returns `undefined` if the request is not complete. */
  async poll(): Promise<Response | undefined> {
    const invocation = await this.host.invoke(this.event);
    const { PhysicalResourceId: physicalId = '', Data: first } = this.event as ResourceEvent & { Data?: object };
    if ('error' in invocation) return failed(invocation.error, physicalId);
    const { IsComplete, Data } = invocation.answer as { IsComplete: boolean; Data?: object };
    if (IsComplete) return { status: 'SUCCESS', physicalId, data: { ...first, ...Data } as Record<string, string> };
    if (Data !== undefined) throw new Error('"Data" is not allowed if "IsComplete" is "False"');
    return undefined;
  }

  /** Runs the whole request. `pass` lets time pass between polls. */
  async run(pass: () => void | Promise<void>): Promise<Response> {
    return await this.start() ?? this.finish(pass);
  }

  /** Polls until the request is complete. */
  async finish(pass: () => void | Promise<void>): Promise<Response> {
    let response = await this.poll();
    for (let polls = 1; response === undefined; polls += 1) {
      if (polls === 400) throw new Error('the framework\'s time-out was reached');
      await pass();
      response = await this.poll();
    }
    return response;
  }
}

/** Returns the reason of the framework: the message, then the rest of the stack trace. */
function failed({ errorMessage, trace }: { errorMessage: string; trace: readonly string[] }, physicalId: string): Response {
  return { status: 'FAILED', physicalId, reason: [errorMessage, ...trace.slice(1)].join('\n') };
}
