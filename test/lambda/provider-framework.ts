import { asCloudFormationSends } from './cloudformation-strings';
import type { Host } from './hosts';
import type { ResourceEvent } from '../../lambda/event';

/** CloudFormation's request for one resource, before the first call. */
export interface ResourceRequest {
  readonly type: ResourceEvent['RequestType'];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly old?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
  readonly logicalId?: string;
}

/** What CloudFormation is told in the end. */
export type Response =
  | { readonly status: 'SUCCESS'; readonly physicalId: string; readonly data: Readonly<Record<string, string>> }
  | { readonly status: 'FAILED'; readonly reason: string };

const SECRET_URL = 'https://cloudformation-custom-resource-response.example.com/secret-signature';
let requests = 0;

/** One request on its way through the provider framework: the first call, then polls with the event merged as the framework does. */
export class Waiter {
  private event: ResourceEvent;

  constructor(private readonly host: Host, { type, properties, old, requestId = `request-${++requests}`, logicalId = 'Cdn' }: ResourceRequest) {
    const sent = (value: object) => asCloudFormationSends({ ServiceToken: 'arn:aws:lambda:…', ...value }) as Record<string, unknown>;
    this.event = {
      RequestType: type,
      RequestId: requestId,
      StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e',
      LogicalResourceId: logicalId,
      ...(type === 'Create' ? {} : { PhysicalResourceId: String((old ?? properties).distributionName) }),
      ResourceProperties: sent(properties),
      ...(old && { OldResourceProperties: sent(old) }),
      ...{ ResponseURL: SECRET_URL },
    };
  }

  get id(): string {
    return this.event.RequestId;
  }

  /** The first call: `undefined` when polls have to follow, which they always do when it succeeds. */
  async start(): Promise<Response | undefined> {
    const invocation = await this.host.invoke(this.event);
    if ('error' in invocation) return failed(invocation.error);
    this.event = { ...this.event, ...invocation.answer };
    return undefined;
  }

  /** One poll: `undefined` when the request is not complete. */
  async poll(): Promise<Response | undefined> {
    const invocation = await this.host.invoke(this.event);
    if ('error' in invocation) return failed(invocation.error);
    const { IsComplete, Data } = invocation.answer as { IsComplete: boolean; Data?: object };
    if (!IsComplete) {
      if (Data !== undefined) throw new Error('"Data" is not allowed if "IsComplete" is "False"');
      return undefined;
    }
    const { PhysicalResourceId = '', Data: first } = this.event as ResourceEvent & { Data?: object };
    return { status: 'SUCCESS', physicalId: PhysicalResourceId, data: { ...first, ...Data } as Record<string, string> };
  }

  /** The whole request; time passes between polls. */
  async run(pass: () => Promise<void>): Promise<Response> {
    let response = await this.start() ?? await this.poll();
    for (let polls = 1; response === undefined; polls += 1) {
      if (polls === 200) throw new Error('the framework\'s time-out was reached');
      await pass();
      response = await this.poll();
    }
    return response;
  }
}

/** The framework's reason: the message, then what is left of the trace. */
function failed({ errorMessage, trace }: { errorMessage: string; trace: readonly string[] }): Response {
  return { status: 'FAILED', reason: [errorMessage, ...trace.slice(1)].join('\n') };
}
