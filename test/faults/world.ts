import { DisturbedLightsail, type Delivery } from './disturbed-lightsail';
import { deleteAsTold, detachForeign, FOREIGN_DISTRIBUTION } from './external-certificate-change';
import { isOfPass, type PassKind } from './schedule';
import { Site } from './site';
import { CACHE_RESET } from '../../lambda/cache-reset/controller';
import { DISTRIBUTION } from '../../lambda/distribution/name';
import { handle } from '../../lambda/handle';
import { resourceId } from '../../lambda/protocol/event';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { OWNER_KEY } from '../../lambda/tags/owner';
import type { Account } from '../lambda/account';
import type { Result, Stack } from '../lambda/cloudformation';
import { invocation, type Invocation } from '../lambda/hosts';
import { contextOf } from '../lambda/simulated-lightsail';

/** The maximum number of retries of an event by Lambda. */
const REPEATS = 2;

interface Ended {
  readonly request: string;
  readonly type: ResourceEvent['RequestType'];
  readonly resource: string;
  readonly writes: number;
  readonly calls: number;
  readonly isSuccess: boolean;
}

/** The result of a stack operation. */
export interface Played {
  readonly stack: Stack;
  readonly result: Result;
}

/** An account, the stacks in it, and the disturbances of a schedule. */
export class World extends DisturbedLightsail {
  readonly played: Played[] = [];
  readonly stacks: Stack[] = [];
  private readonly host = { invoke: (event: ResourceEvent) => this.pass(event) };
  /** The passes in order: the request of each pass, whether it is the first call, and its time. */
  readonly passes: { readonly request: string; readonly resource: string; readonly type: ResourceEvent['RequestType']; readonly isFirst: boolean; readonly at: number }[] = [];
  /** The requests that have ended, in order, with the number of writes and of all calls at that time. */
  readonly ended: Ended[] = [];
  private createdBefore: readonly string[] = [];
  private readonly resources = new Map<Stack, string>();
  private readonly managed = new Set<unknown>();
  private readonly firstEvents = new Map<string, ResourceEvent>();
  /** Second waiters of a request, and waiters whose response is ignored. */
  private waiters: ResourceEvent[] = [];
  /** The next poll of each request in progress, by request id. */
  private readonly inProgress = new Map<string, ResourceEvent>();
  /** The response of each request that completed while the event of another request was retried, by request id. */
  private readonly answered = new Map<string, Invocation>();
  /** Events that are delivered again after all waiters have completed. */
  private readonly afterwards: ResourceEvent[] = [];

  stack(name?: string, identity?: Parameters<Account['stack']>[1]): Stack {
    const stack = this.account.stack(name, identity, this.host);
    this.stacks.push(stack);
    this.resources.set(stack, `${stack.id}/${identity?.logicalId ?? 'Cdn'}`);
    return stack;
  }

  /** A stack with a certificate and a distribution. */
  site(): Site {
    const site = new Site(this.host, this.account.pass);
    this.stacks.push(site);
    this.resources.set(site, `${site.id}/Cdn`);
    return site;
  }

  get hasCertificates(): boolean {
    return this.stacks.some((stack) => stack instanceof Site || this.resourceOf(stack).endsWith('/Certificate'));
  }

  get hasDistributions(): boolean {
    return this.stacks.some((stack) => !this.resourceOf(stack).endsWith('/Certificate'));
  }

  /** Ends the arrangement after a pause. From now on, calls are disturbed and counted. */
  begin(seconds: number): void {
    this.account.pass(seconds);
    this.arranging = false;
    this.createdBefore = this.stacks.flatMap(({ resources }) => resources.map(({ physicalId }) => physicalId))
      .filter((name) => this.account.tags(name)[OWNER_KEY]?.startsWith('created arn:'));
  }

  /** Whether a stack created the distribution or certificate, and still had it when the play began. */
  wasCreated(name: string): boolean {
    return this.createdBefore.includes(name);
  }

  /** The name of the resource of a stack in tags. */
  resourceOf(stack: Stack): string {
    return this.resources.get(stack)!;
  }

  /** Whether a template adopts an existing distribution or has settings for it, or its owner changes it. */
  isManaged(name: string): boolean {
    return this.managed.has(name);
  }

  /**
   * Runs a stack operation. Without `failed`, it runs only if no earlier operation failed. With `failed`, it runs only if the last operation ended
   * with that status.
   */
  async play(stack: Stack, operate: () => Promise<Result>, failed?: Result['status']): Promise<void> {
    const isOver = failed === undefined ? this.played.some(({ result }) => /ROLLBACK|FAILED/.test(result.status)) : this.played.at(-1)?.result.status !== failed;
    if (isOver) return;
    this.played.push({ stack, result: await operate() });
  }

  /** Retries the rollbacks and deletions that failed, as a user does. From now on, nothing is disturbed. */
  async recover(): Promise<void> {
    this.arranging = true;
    this.outageUntil = 0;
    this.releaseCertificates();
    deleteAsTold(this.account, this.played.flatMap(({ result }) => result.reasons));
    for (const stack of this.stacks) {
      const status = this.played.filter((played) => played.stack === stack).at(-1)?.result.status;
      if (status === 'UPDATE_ROLLBACK_FAILED') this.played.push({ stack, result: await stack.continueUpdateRollback() });
      if (status === 'ROLLBACK_FAILED' || status === 'DELETE_FAILED') this.played.push({ stack, result: await stack.delete() });
    }
    this.account.pass(120);
  }

  /** Detaches the certificate of a stack from the distribution of another owner, so that it can be deleted. */
  releaseCertificates(): void {
    if (detachForeign(this.account)) this.managed.add(FOREIGN_DISTRIBUTION);
  }

  /** Deletes all stacks in the reverse order of their creation. */
  async end(): Promise<void> {
    for (const stack of [...this.stacks].reverse()) {
      if (stack.resources.length > 0) this.played.push({ stack, result: await stack.delete() });
    }
    this.account.pass(120);
  }

  /** Polls the waiters whose response is ignored until they complete. */
  async drain(): Promise<void> {
    for (let polls = 0; this.waiters.length > 0; polls += 1) {
      if (polls === 400) throw new Error('a waiter whose response is ignored does not end');
      await this.pollOthers();
      this.account.pass(10);
    }
    this.account.pass(60);
    const again = this.afterwards.splice(0);
    for (const event of again) await this.restart(this.firstEventOf(event));
    if (again.length > 0) return this.drain();
    this.account.pass(120);
  }

  /** Runs one first call or poll that the framework intends, with its disturbances. */
  private async pass(event: ResourceEvent): Promise<Invocation> {
    const { distributionName, onExisting } = event.ResourceProperties;
    const isUnmanaged = event.ResourceType === CACHE_RESET || (event.ResourceType === DISTRIBUTION && onExisting !== 'adopt');
    if (!isUnmanaged) this.managed.add(distributionName);
    if (this.arranging) return this.deliver(event);
    const isFirst = event.Progress === undefined;
    const { RequestId: request, RequestType: type } = event;
    const at = this.passes.push({ request, resource: resourceId(event), type, isFirst, at: this.account.clock.now() }) - 1;
    if (isFirst) this.firstEvents.set(event.RequestId, event);
    for (const kind of this.disturbancesAt(at, isOfPass) as PassKind[]) {
      switch (kind) {
        case 'slow':
          this.account.pass(90);
          break;
        case 'late':
          if (isFirst) break;
          return { answer: { IsComplete: false } };
        case 'twice':
          await this.deliver(event);
          this.account.pass(1);
          break;
        case 'firstAgain':
          if (!isFirst) await this.deliver(this.firstEventOf(event));
          break;
        case 'afterwards':
          if (isFirst) this.afterwards.push(event);
          break;
        case 'restarted':
          if (!isFirst) await this.restart(this.firstEventOf(event));
          break;
      }
    }
    const answer = this.answered.get(event.RequestId) ?? await this.deliver(event);
    if (isOver(answer)) {
      this.inProgress.delete(event.RequestId);
      this.ended.push({
        request: event.RequestId,
        type: event.RequestType,
        resource: resourceId(event),
        writes: this.writes.length,
        calls: this.account.service.log.all.length,
        isSuccess: 'answer' in answer,
      });
    }
    if (!isOver(answer)) this.inProgress.set(event.RequestId, { ...event, ...('answer' in answer ? answer.answer : {}) });
    const others = await this.pollOthers(event.RequestId);
    if (isOver(answer) || isFirst || others === undefined) return answer;
    // CloudFormation uses the first response. The other waiter continues, and its response is ignored.
    this.waiters.push(event);
    return others;
  }

  /** The event of the first call of a request. */
  eventOf(request: string): ResourceEvent {
    return this.firstEvents.get(request)!;
  }

  private firstEventOf({ RequestId, ...event }: ResourceEvent): ResourceEvent {
    this.isOldOneMisled ||= this.isSuperseded({ RequestId, ...event });
    return this.firstEvents.get(RequestId)!;
  }

  protected isSuperseded(event: ResourceEvent): boolean {
    const resource = resourceId(event);
    return this.passes.filter((pass) => pass.isFirst && pass.resource === resource).at(-1)?.request !== event.RequestId;
  }

  /** The framework processes the event of a request again, which starts a second waiter for it. */
  private async restart(event: ResourceEvent): Promise<void> {
    const invoked = await this.deliver(event);
    if ('answer' in invoked) this.waiters.push({ ...event, ...invoked.answer });
  }

  /** Polls each other waiter once. Returns the response to `request` that CloudFormation receives, if any. */
  private async pollOthers(request?: string): Promise<Invocation | undefined> {
    let heard: Invocation | undefined;
    const polled = this.waiters;
    this.waiters = [];
    const going: ResourceEvent[] = [];
    for (const event of polled) {
      const answer = await this.deliver(event);
      if (!isOver(answer)) going.push(event);
      else if (event.RequestId === request) heard ??= answer;
    }
    this.waiters = [...going, ...this.waiters];
    return heard;
  }

  /** Delivers an event until a process survives to return a response. */
  protected async deliver(event: ResourceEvent): Promise<Invocation> {
    for (let repeats = 0; ; repeats += 1) {
      let kill!: () => void;
      const killed = new Promise<'killed'>((resolve) => { kill = () => resolve('killed'); });
      const delivery: Delivery = { event, kill: repeats < REPEATS ? kill : undefined };
      const context = contextOf(this.portsOf(delivery), () => this.account.clock.now());
      const outcome = await Promise.race([invocation(handle(context, copy(event))), killed]);
      if (outcome !== 'killed') return delivery.heard ?? outcome;
      // Lambda's asynchronous retry after a minute, or the next poll of the state machine.
      for (let polls = event.Progress === undefined ? 6 : 1; polls > 0; polls -= 1) {
        this.account.pass(10);
        await this.othersGoOn(event.RequestId);
      }
    }
  }

  private async othersGoOn(request: string): Promise<void> {
    for (const [other, event] of this.inProgress) {
      if (other === request) continue;
      const answer = await this.deliver(event);
      if (!isOver(answer)) continue;
      this.inProgress.delete(other);
      this.answered.set(other, answer);
    }
  }

}

const isOver = (answer: Invocation) => 'error' in answer || answer.answer.IsComplete === true;

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
