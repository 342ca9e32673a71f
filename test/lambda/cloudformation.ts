import type { Host } from './hosts';
import { Waiter, type ResourceRequest, type Response } from './provider-framework';
import { DISTRIBUTION } from '../../lambda/event';

type Properties = ResourceRequest['properties'];

/** What has become of the stack, and what it tells. */
export interface Result {
  readonly status:
  | 'CREATE_COMPLETE' | 'ROLLBACK_COMPLETE' | 'ROLLBACK_FAILED'
  | 'UPDATE_COMPLETE' | 'UPDATE_ROLLBACK_COMPLETE' | 'UPDATE_ROLLBACK_FAILED'
  | 'DELETE_COMPLETE' | 'DELETE_FAILED';
  /** The attributes of the resource. */
  readonly data?: Readonly<Record<string, string>>;
  /** Why requests have failed, in order. */
  readonly reasons: readonly string[];
}

export interface Circumstances {
  /** A sibling fails after so many polls: CloudFormation does not wait any longer, while the waiter goes on. */
  readonly cancelAfter?: number;
  /** Whether CloudFormation takes the new physical id from the answer of an update that has failed. */
  readonly forgetsNewId?: boolean;
}

/** What CloudFormation does around one resource of a stack. */
export class Stack {
  /** As CloudFormation knows the resource; `undefined` while there is none. */
  resource?: { readonly physicalId: string; readonly properties: Properties };
  /** What cancelled requests have answered, to which nobody listened. */
  readonly unheard: Response[] = [];
  readonly id: string;
  private requests = 0;

  constructor(
    private readonly host: Pick<Host, 'invoke'>,
    private readonly pass: (seconds: number) => void | Promise<void>,
    private readonly name = 'web',
    private readonly identity: Pick<ResourceRequest, 'logicalId' | 'resourceType'> = { resourceType: DISTRIBUTION },
  ) {
    this.id = `arn:aws:cloudformation:eu-west-1:111122223333:stack/${name}/0b5f8a1e`;
  }

  /** As it would be for a stack whose template has it: a failure is followed by a Delete. */
  async create(properties: Properties, { cancelAfter }: Circumstances = {}): Promise<Result> {
    const waiter = this.waiter({ type: 'Create', properties });
    const response = await this.follow(waiter, cancelAfter);
    if (response?.status === 'SUCCESS') {
      this.resource = { physicalId: response.physicalId, properties };
      return { status: 'CREATE_COMPLETE', data: response.data, reasons: [] };
    }
    // Of a create that it has cancelled CloudFormation knows no id, so it invents one.
    const physicalId = response?.physicalId ?? `${this.name}-Cdn-1A2B3C4D5E6F`;
    const removed = await this.finish(this.waiter({ type: 'Delete', properties, physicalId }), response ? undefined : waiter);
    return { status: isSuccess(removed) ? 'ROLLBACK_COMPLETE' : 'ROLLBACK_FAILED', reasons: reasons(response, removed) };
  }

  async update(properties: Properties, { cancelAfter, forgetsNewId }: Circumstances = {}): Promise<Result> {
    const before = this.resource!;
    const waiter = this.waiter({ type: 'Update', properties, old: before.properties, physicalId: before.physicalId });
    const response = await this.follow(waiter, cancelAfter);
    if (response?.status === 'SUCCESS') return this.updated(response, properties, before, 'UPDATE_COMPLETE');
    const known = forgetsNewId || response === undefined ? before.physicalId : response.physicalId;
    return this.rollBack({ physicalId: known, properties }, before.properties, response, response ? undefined : waiter);
  }

  /** A sibling fails when the last update is over. */
  async rollBackTo(properties: Properties): Promise<Result> {
    return this.rollBack(this.resource!, properties);
  }

  async delete(): Promise<Result> {
    const { physicalId, properties } = this.resource!;
    const response = await this.finish(this.waiter({ type: 'Delete', properties, physicalId }));
    if (!isSuccess(response)) return { status: 'DELETE_FAILED', reasons: reasons(response) };
    this.resource = undefined;
    return { status: 'DELETE_COMPLETE', reasons: [] };
  }

  private async rollBack(from: NonNullable<Stack['resource']>, properties: Properties, failure?: Response, cancelled?: Waiter): Promise<Result> {
    const waiter = this.waiter({ type: 'Update', properties, old: from.properties, physicalId: from.physicalId });
    const response = await this.finish(waiter, cancelled);
    if (response.status === 'FAILED') return { status: 'UPDATE_ROLLBACK_FAILED', reasons: reasons(failure, response) };
    return this.updated(response, properties, from, 'UPDATE_ROLLBACK_COMPLETE', failure);
  }

  /** Another physical id means another resource, so that the former one is deleted; an update does not fail with that. */
  private async updated(
    { physicalId, data }: Extract<Response, { status: 'SUCCESS' }>, properties: Properties, before: NonNullable<Stack['resource']>,
    status: Result['status'], failure?: Response,
  ): Promise<Result> {
    this.resource = { physicalId, properties };
    const cleanup = physicalId === before.physicalId ? undefined : await this.finish(this.waiter({ type: 'Delete', ...before }));
    return { status, data, reasons: reasons(failure, cleanup) };
  }

  private waiter(request: ResourceRequest): Waiter {
    return new Waiter(this.host, { ...request, ...this.identity, requestId: `${this.name}-${++this.requests}`, stackId: this.id });
  }

  /** `undefined` when it is cancelled before it has answered. */
  private async follow(waiter: Waiter, cancelAfter?: number): Promise<Response | undefined> {
    if (cancelAfter === undefined) return this.finish(waiter);
    let response = await waiter.start();
    for (let polls = 0; response === undefined && polls < cancelAfter; polls += 1) {
      response = await waiter.poll();
      await this.pass(10);
    }
    await this.pass(1);
    return response;
  }

  /** To its end, while the waiter of a cancelled request goes on polling. */
  private async finish(waiter: Waiter, cancelled?: Waiter): Promise<Response> {
    let response = await waiter.start();
    let unheard: Response | undefined;
    for (let polls = 0; response === undefined || (cancelled && unheard === undefined); polls += 1) {
      if (polls === 400) throw new Error('the framework\'s time-out was reached');
      unheard ??= await cancelled?.poll();
      response ??= await waiter.poll();
      await this.pass(10);
    }
    if (unheard) this.unheard.push(unheard);
    return response;
  }
}

const isSuccess = ({ status }: Response) => status === 'SUCCESS';

function reasons(...responses: readonly (Response | undefined)[]): readonly string[] {
  return responses.flatMap((response) => (response?.status === 'FAILED' ? [response.reason] : []));
}
