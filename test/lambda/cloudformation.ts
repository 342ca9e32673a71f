import type { Host } from './hosts';
import { Waiter, type ResourceRequest, type Response } from './provider-framework';
import { DISTRIBUTION } from '../../lambda/distribution/name';

export type Properties = ResourceRequest['properties'];

/** The state of a resource in CloudFormation. */
export interface Resource {
  readonly physicalId: string;
  readonly properties: Properties;
}

export type Identity = Pick<ResourceRequest, 'logicalId' | 'resourceType' | 'stackId'>;

/** The result of an operation on the stack. */
export interface Result {
  readonly status:
  | 'CREATE_COMPLETE' | 'ROLLBACK_COMPLETE' | 'ROLLBACK_FAILED'
  | 'UPDATE_COMPLETE' | 'UPDATE_ROLLBACK_COMPLETE' | 'UPDATE_ROLLBACK_FAILED'
  | 'DELETE_COMPLETE' | 'DELETE_FAILED';
  /** The attributes of the resource. */
  readonly data?: Readonly<Record<string, string>>;
  /** The reasons of the failed requests, in order. */
  readonly reasons: readonly string[];
}

export interface Circumstances {
  /**
   * The number of polls after which a sibling fails. `Infinity` means after the request has succeeded. CloudFormation does not wait
   * for the response, and the waiter continues.
   */
  readonly siblingFailsAfter?: number;
  /** Whether CloudFormation ignores the new physical id in the response of a failed update. */
  readonly forgetsNewId?: boolean;
  /** Updates other resources of the stack, before CloudFormation deletes the resource that the update or its rollback replaced. */
  readonly beforeCleanUp?: () => Promise<void>;
  /** The seconds between two polls (default: 10). */
  readonly pollSeconds?: number;
}

/** Emulates CloudFormation for one resource of a stack. */
export class Stack {
  /** The state of the resource in CloudFormation, or `undefined` if it does not exist. */
  resource?: Resource;
  /** The responses of cancelled requests, which CloudFormation ignores. */
  readonly unheard: Response[] = [];
  id: string;
  private readonly cancelled = new Set<Waiter>();
  private formerProperties?: Properties;
  private requests = 0;

  constructor(
    private readonly host: Pick<Host, 'invoke'>,
    private readonly pass: (seconds: number) => void | Promise<void>,
    private readonly name = 'web',
    private readonly identity: Identity = { resourceType: DISTRIBUTION },
  ) {
    this.id = identity.stackId ?? `arn:aws:cloudformation:eu-west-1:111122223333:stack/${name}/0b5f8a1e`;
  }

  /** Creates the stack again after its deletion. The new stack has the same name and another id. */
  async recreate(...[properties, circumstances]: Parameters<Stack['create']>): Promise<Result> {
    this.id = `${this.id}-again`;
    return this.create(properties, circumstances);
  }

  /** All resources of the stack in CloudFormation. */
  get resources(): readonly Resource[] {
    return this.resource ? [this.resource] : [];
  }

  async create(properties: Properties, circumstances: Circumstances = {}): Promise<Result> {
    const { siblingFailsAfter } = circumstances;
    const response = await this.request({ type: 'Create', properties }, circumstances);
    // CloudFormation does not know the id of a cancelled create, so it generates one.
    this.resource = { physicalId: response?.physicalId ?? this.inventedId, properties };
    if (response?.status === 'SUCCESS' && siblingFailsAfter === undefined) return { status: 'CREATE_COMPLETE', data: response.data, reasons: [] };
    const { status, reasons } = await this.delete();
    return { status: status === 'DELETE_COMPLETE' ? 'ROLLBACK_COMPLETE' : 'ROLLBACK_FAILED', reasons: [...reasonOf(response), ...reasons] };
  }

  async update(properties: Properties, circumstances: Circumstances = {}): Promise<Result> {
    const { siblingFailsAfter, forgetsNewId, beforeCleanUp } = circumstances;
    const before = this.resource!;
    const response = await this.request({ type: 'Update', properties, old: before.properties, physicalId: before.physicalId }, circumstances);
    if (response?.status === 'SUCCESS' && siblingFailsAfter === undefined) return this.updated('UPDATE_COMPLETE', response, properties, before, beforeCleanUp);
    const isForgotten = response === undefined || (response.status === 'FAILED' && forgetsNewId);
    this.resource = { physicalId: isForgotten ? before.physicalId : response.physicalId, properties };
    this.formerProperties = before.properties;
    const result = await this.continueUpdateRollback(beforeCleanUp);
    return { ...result, reasons: [...reasonOf(response), ...result.reasons] };
  }

  /** Rolls back an update. A user can request this again if the rollback failed. */
  async continueUpdateRollback(beforeCleanUp?: Circumstances['beforeCleanUp']): Promise<Result> {
    const [failed, properties] = [this.resource!, this.formerProperties!];
    const response = await this.request({ type: 'Update', properties, old: failed.properties, physicalId: failed.physicalId });
    if (response?.status !== 'SUCCESS') return { status: 'UPDATE_ROLLBACK_FAILED', reasons: reasonOf(response) };
    return this.updated('UPDATE_ROLLBACK_COMPLETE', response, properties, failed, beforeCleanUp);
  }

  async delete(circumstances: Circumstances = {}): Promise<Result> {
    const response = await this.request({ type: 'Delete', ...this.resource! }, circumstances);
    await this.outlastCancelled();
    if (response?.status !== 'SUCCESS') return { status: 'DELETE_FAILED', reasons: reasonOf(response) };
    this.resource = undefined;
    return { status: 'DELETE_COMPLETE', reasons: [] };
  }

  /** Ends a successful update. A new physical id means another resource, so the former one is deleted. A failed deletion does not fail the update. */
  private async updated(
    status: Result['status'], { physicalId, data }: Extract<Response, { status: 'SUCCESS' }>, properties: Properties, former: Resource,
    beforeCleanUp: Circumstances['beforeCleanUp'],
  ): Promise<Result> {
    this.resource = { physicalId, properties };
    await beforeCleanUp?.();
    const cleanup = physicalId === former.physicalId ? undefined : await this.request({ type: 'Delete', ...former });
    await this.outlastCancelled();
    return { status, data, reasons: reasonOf(cleanup) };
  }

  protected get inventedId(): string {
    return `${this.name}-Cdn-1A2B3C4D5E6F`;
  }

  /** Returns `undefined` if the request is cancelled before the response. */
  protected async request(
    request: ResourceRequest, { siblingFailsAfter = Infinity, pollSeconds = 10 }: Circumstances = {}, identity = this.identity,
  ): Promise<Response | undefined> {
    const waiter = new Waiter(this.host, { ...request, ...identity, requestId: `${this.name}-${++this.requests}`, stackId: this.id });
    let response = await waiter.start();
    for (let polls = 0; response === undefined && polls < siblingFailsAfter; polls += 1) {
      if (polls === 400) throw new Error('the framework\'s time-out was reached');
      await this.pollCancelled();
      response = await waiter.poll();
      if (response === undefined) await this.pass(pollSeconds);
    }
    if (response === undefined) this.cancelled.add(waiter);
    await this.pass(1);
    return response;
  }

  private async pollCancelled(): Promise<void> {
    for (const waiter of this.cancelled) {
      const response = await waiter.poll();
      if (response === undefined) continue;
      this.cancelled.delete(waiter);
      this.unheard.push(response);
    }
  }

  protected async outlastCancelled(): Promise<void> {
    for (let polls = 0; this.cancelled.size > 0; polls += 1) {
      if (polls === 400) throw new Error('the framework\'s time-out was reached');
      await this.pollCancelled();
      await this.pass(10);
    }
  }
}

export function reasonOf(response: Response | undefined): readonly string[] {
  return response?.status === 'FAILED' ? [response.reason] : [];
}
