import { CertificateWatch } from './certificates-served';
import { recordsTry, type Fault } from './disturbed-route53';
import { changeExternally, EXTERNAL_CHANGES } from './external-change';
import { isPermitted, mayWriteRecords } from './permitted';
import { isOfPass, type CallKind, type Disturbance } from './schedule';
import { sdkTries, type Attempt } from './sdk-tries';
import { CONSISTENCY_WINDOW } from '../../lambda/lightsail/operation';
import type { Write } from '../../lambda/lightsail/writes';
import type { ResourceEvent } from '../../lambda/protocol/event';
import type { ZoneRecords } from '../../lambda/route53/route53';
import type { LoggedCall, ServiceBehaviour } from '../../simulator';
import { Account } from '../lambda/account';
import type { Invocation } from '../lambda/hosts';
import { simulatedLightsail, type Ports } from '../lambda/simulated-lightsail';

/** The number of attempts that `throttledLong` throttles. */
const LONG = 5;
/** The pause between two attempts of the SDK, in seconds. */
const PAUSE = 5;
/** The duration of an outage, in seconds. */
const OUTAGE = 180;
/** The time from the validation records to the issued certificate, in seconds. */
const ISSUE = 15;

/** A write, and the request that sent it. */
export interface MadeWrite extends LoggedCall {
  readonly request: string;
}

/** The processing of one event in one process. */
export interface Delivery {
  readonly event: ResourceEvent;
  /** Ends the process. Absent after the maximum number of retries. */
  readonly kill?: () => void;
  /** The response of a concurrent delivery of the same event, if it replaces the response of this delivery. */
  heard?: Invocation;
}

/** Simulated Lightsail and Route 53, with the disturbances of a schedule at their calls. */
export abstract class DisturbedLightsail {
  readonly account: Account;
  readonly writes: MadeWrite[] = [];
  /** The calls that the role of the stack is not allowed to make. */
  readonly denied: Pick<MadeWrite, 'operation' | 'input' | 'request'>[] = [];
  /** The reads of distributions. `at` is the number of calls before the read. */
  readonly looks: { readonly request: string; readonly name: unknown; readonly at: number }[] = [];
  /** The calls of the port, in order, and the pass of each. */
  readonly calls: { readonly name: keyof Ports; readonly pass: number }[] = [];
  /** The changes made outside the stack. `at` is the number of calls before the change. */
  readonly externalChanges: { readonly kind: CallKind; readonly name: string; readonly at: number; readonly pass: number }[] = [];
  /** Whether a superseded request was restarted or received a stale read. */
  isOldOneMisled = false;
  /** The passes so far: first calls and polls. */
  protected abstract readonly passes: readonly unknown[];
  /** True before and after the play: calls are neither disturbed nor counted. */
  protected arranging = true;
  protected outageUntil = 0;
  readonly certificates: CertificateWatch;
  /** Whether a stack has a certificate. */
  abstract readonly hasCertificates: boolean;
  private readonly port: Ports;

  constructor(private readonly disturbances: readonly Disturbance[], behaviour?: Partial<ServiceBehaviour>) {
    this.account = new Account({ issueSeconds: ISSUE, ...behaviour });
    this.certificates = new CertificateWatch(this.account);
    this.port = simulatedLightsail(this.account.service);
  }

  protected abstract deliver(event: ResourceEvent): Promise<Invocation>;

  protected abstract isSuperseded(event: ResourceEvent): boolean;

  /** The ports of one delivery. */
  protected portsOf(delivery: Delivery): Ports {
    return Object.fromEntries(Object.keys(this.port).map((name) =>
      [name, (...args: unknown[]) => this.call(delivery, name as keyof Ports, args)])) as object as Ports;
  }

  private async call(delivery: Delivery, name: keyof Ports, args: unknown[]): Promise<unknown> {
    const { event, kill } = delivery;
    const at = this.arranging ? -1 : this.calls.push({ name, pass: this.passes.length - 1 }) - 1;
    const kinds = this.disturbancesAt(at, (kind) => !isOfPass(kind)) as CallKind[];
    const has = (kind: CallKind) => kinds.includes(kind);
    if (has('killedBefore') && kill) return never(kill);
    if (has('atOnce')) await this.deliver(event);
    if (has('atOnceAnsweredFirst')) delivery.heard = await this.deliver(event);
    for (const kind of kinds) {
      if (!EXTERNAL_CHANGES.includes(kind)) continue;
      const touched = changeExternally(this.account, kind, event, args);
      if (touched === undefined) continue;
      this.externalChanges.push({ kind, name: touched, at: this.account.service.log.all.length, pass: this.passes.length - 1 });
    }
    if (has('outage')) this.outageUntil = this.account.clock.now() + OUTAGE * 1_000;
    const answer = await sdkTries(name, args, (attempt) => this.attempt(event, name, args, kinds, attempt), () => this.account.pass(PAUSE));
    return has('killedAfter') && kill ? never(kill) : answer;
  }

  /** One attempt of the SDK. It runs synchronously, so nothing else can happen before the response. */
  private attempt(event: ResourceEvent, name: keyof Ports, args: unknown[], kinds: readonly CallKind[], attempt: number): Attempt {
    const { service, clock } = this.account;
    const due = clock.now() < this.outageUntil ? 'serverError' : faultOf(kinds, attempt);
    const fault = due === 'staleRead' && !this.hasJustChanged(name, args) ? undefined : due;
    if (fault === 'staleRead') this.isOldOneMisled ||= this.isSuperseded(event);
    if (name === 'upsert') return this.writeRecords(event, args[0] as readonly ZoneRecords[], fault);
    if (fault !== undefined) service.faults.add({ operation: '*', kind: fault });
    const made = service.log.all.length;
    const tags = isWrite(name) ? this.tagsBefore(args) : undefined;
    if (this.hasCertificates && isWrite(name)) this.certificates.begin(event);
    const answer = (this.port[name] as (...given: unknown[]) => Promise<unknown>)(...args);
    service.faults.clear();
    if (this.hasCertificates && isWrite(name)) this.certificates.end();
    if (name === 'distribution') this.looks.push({ request: event.RequestId, name: args[0], at: made });
    const logged = service.log.all.slice(made).filter(({ operation }) => !operation.startsWith('Get'));
    if (!this.arranging) this.writes.push(...logged.map((call) => ({ ...call, request: event.RequestId })));
    const denied = service.log.all.slice(made).filter((call) => !isPermitted(event, call, tags));
    this.denied.push(...denied.map(({ operation, input }) => ({ operation, input, request: event.RequestId })));
    return answer;
  }

  private writeRecords(event: ResourceEvent, zones: readonly ZoneRecords[], fault: Fault | undefined): Attempt {
    if (!mayWriteRecords(event, zones)) this.denied.push({ operation: 'ChangeResourceRecordSets', input: zones, request: event.RequestId });
    return recordsTry(() => this.port.upsert(zones), fault);
  }

  /** The tags of the resource before a write; `undefined` if it does not exist. */
  private tagsBefore([arg]: unknown[]): Readonly<Record<string, string>> | undefined {
    const { distributionName, resourceName, certificateName } = (typeof arg === 'object' ? (arg as Write).input : { resourceName: arg }) as Readonly<Record<string, string>>;
    const name = distributionName ?? resourceName ?? certificateName;
    return this.account.existingTags(name);
  }

  /** Whether a read can be stale: a write took effect within the consistency window. */
  private hasJustChanged(read: keyof Ports, [name]: unknown[]): boolean {
    const last = this.account.service.log.all.filter((call) => !call.operation.startsWith('Get') && (call.outcome === 'ok' || call.outcome === 'cutAfter')
      && (read !== 'certificate' || this.changes(call, name))).at(-1);
    return last !== undefined && this.account.clock.now() - Date.parse(last.at) < CONSISTENCY_WINDOW;
  }

  /** Whether a write can change what a read of the certificate returns: it changes the certificate or any distribution. */
  private changes({ input, operationId }: LoggedCall, name: unknown): boolean {
    const { certificateName, resourceName = certificateName, distributionName } = input as Readonly<Record<string, unknown>>;
    const { status } = this.account.service.snapshot().operations.find(({ id }) => id === operationId) ?? {};
    return distributionName !== undefined || (resourceName === name && status !== 'Failed');
  }

  protected disturbancesAt(at: number, ofKind: (kind: Disturbance['kind']) => boolean): readonly Disturbance['kind'][] {
    return this.arranging ? [] : this.disturbances.filter((one) => one.at === at && ofKind(one.kind)).map(({ kind }) => kind);
  }
}

/** The fault of one attempt. A call that is throttled at first can have another fault at a later attempt. */
function faultOf(kinds: readonly CallKind[], attempt: number): Fault | undefined {
  const throttled = kinds.includes('throttledLong') ? LONG : kinds.includes('throttled') ? 1 : 0;
  if (kinds.includes('throttledThroughout') || attempt < throttled) return 'throttle';
  const kind = (['serverError', 'cutBefore', 'cutAfter'] as const)
    .find((one) => kinds.includes(`${one}Throughout`) || (attempt === throttled && kinds.includes(one)));
  return kind ?? (['failedOperation', 'staleRead'] as const).find((one) => kinds.includes(one));
}

const isWrite = (name: keyof Ports) => name === 'send' || name === 'tag' || name === 'untag';

function never(kill: () => void): Promise<never> {
  kill();
  return new Promise(() => undefined);
}
