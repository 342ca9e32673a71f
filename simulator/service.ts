import { randomUUID } from 'node:crypto';
import { AccountSeed, seedAccount } from './account-seed';
import { likelyBehaviour, ServiceBehaviour } from './behaviour';
import { CallLog, LoggedCall } from './call-log';
import { Call, Outcome } from './calls/call';
import { calls, Output } from './calls/calls';
import { AccountDescription, describeAccount } from './calls/describe-account';
import { Clock, realClock } from './clock';
import { ConnectionCut, ServiceError } from './errors';
import { Fault, Faults, outcomeOf, overRate, refusal } from './faults';
import { inputs, OperationName, regionalOperations } from './model/operations';
import { RateLimit } from './rate-limit';
import { Seeds } from './seeds';
import { Account, DISTRIBUTION_REGION } from './state/account';
import { endOperations } from './state/operations';
import { recordingPrevious } from './state/record-previous';
import { awaitsRecords, validateCertificates } from './state/validation';

export interface ServiceOptions {
  readonly clock?: Clock;
  readonly newId?: () => string;
  readonly account?: string;
  /** The seconds from an accepted write to the end of its operation (default: 300). */
  readonly operationSeconds?: number;
  /** The seconds from an accepted write to a distribution with the status Deployed (default: 300). */
  readonly deploymentSeconds?: number;
  readonly behaviour?: Partial<ServiceBehaviour>;
}

export interface Request {
  readonly operation: string;
  readonly input: unknown;
  readonly region: string;
  readonly userAgent?: string;
}

/** The result of a request: a response of the service or a cut connection. The `slow` fault sets `delaySeconds`. */
export type Answer = Result & { readonly delaySeconds: number };
type Result = { readonly output: object } | { readonly error: ServiceError | ConnectionCut };

/** The API of Lightsail distributions, without HTTP and without waiting. */
export class LightsailService {
  readonly faults = new Faults();
  readonly log = new CallLog();
  readonly seeds: Seeds;
  readonly behaviour: ServiceBehaviour;
  private readonly account: Account;
  private readonly rateLimit: RateLimit;

  constructor(private readonly options: ServiceOptions = {}) {
    const { clock = realClock, newId = randomUUID, account = '123456789012', operationSeconds = 300, deploymentSeconds = 300 } = options;
    this.behaviour = { ...likelyBehaviour, ...options.behaviour };
    this.account = new Account(account, clock, newId, { operationSeconds, deploymentSeconds }, this.behaviour);
    this.seeds = new Seeds(this.account);
    this.rateLimit = new RateLimit(this.behaviour.requestsPerSecond);
  }

  /** Makes one call. Throws the error if the service refuses the call or a fault cuts the connection. */
  call<O extends OperationName>(operation: O, input: object, region = DISTRIBUTION_REGION): Output<O> {
    const answer = this.answer({ operation, input, region });
    if ('error' in answer) throw answer.error;
    return answer.output as Output<O>;
  }

  answer(request: Request): Answer {
    this.advance();
    const now = this.account.clock.now();
    const fault = this.rateLimit.admits(now) ? this.faults.next(request.operation) : overRate;
    const delaySeconds = fault?.kind === 'slow' ? fault.seconds ?? 1 : 0;
    const answer = this.effect(request, fault);
    this.log.add(loggedCall(request, answer, fault, now));
    return { ...(fault?.kind === 'cutAfter' ? { error: new ConnectionCut('cutAfter') } : answer), delaySeconds };
  }

  /** Whether the next call depends on DNS records outside the simulator. If so, look them up before the call. */
  get needsDnsRecords(): boolean {
    return awaitsRecords(this.account);
  }

  /** Replaces the CNAME records from an earlier lookup. Both name and value have the final dot. Seeded records are kept. */
  replaceDnsRecords(cnames: ReadonlyMap<string, string>): void {
    const { lookedUpRecords } = this.account;
    lookedUpRecords.clear();
    for (const [name, value] of cnames) lookedUpRecords.set(name, value);
  }

  /** Returns all resources of the account without an API call: no fault applies to it, and it is not logged. */
  snapshot(): AccountDescription {
    this.advance();
    return describeAccount(this.account);
  }

  /**
   * Replaces all resources with those of the seed, and removes the faults and the log of calls.
   * If a value of the seed is wrong, throws an error and changes nothing.
   */
  seed(seed: AccountSeed): void {
    // The check generates its own ids, so that it does not change the sequence of ids of this service.
    seedAccount(new LightsailService({ ...this.options, newId: undefined }).seeds, seed);
    this.reset();
    seedAccount(this.seeds, seed);
  }

  reset(): void {
    this.account.clear();
    this.rateLimit.reset();
    this.faults.clear();
    this.log.clear();
  }

  /** Applies the changes that are due since the last call. */
  private advance(): void {
    endOperations(this.account);
    validateCertificates(this.account);
  }

  private effect({ operation, input, region }: Request, fault: Fault | undefined): Result {
    try {
      if (fault?.kind === 'cutBefore') throw new ConnectionCut('cutBefore');
      const refused = fault && refusal(fault, operation, this.account.id);
      if (refused) throw refused;
      return { output: this.accept(operation, input, region, outcomeOf(fault)) };
    } catch (error) {
      if (error instanceof ServiceError || error instanceof ConnectionCut) return { error };
      throw error;
    }
  }

  private accept(operation: string, input: unknown, region: string, outcome: Outcome): object {
    if (!Object.hasOwn(calls, operation)) throw new ServiceError('UnknownOperationException', `Unknown operation: ${operation}`);
    if (region !== DISTRIBUTION_REGION && !regionalOperations.includes(operation)) {
      throw new ServiceError('InvalidInputException', 'Distribution-related APIs are only available in the us-east-1 Region.', 'UnsupportedOperation');
    }
    const name = operation as OperationName;
    const call = calls[name] as Call<OperationName>;
    return recordingPrevious(this.account, () => call(this.account, inputs[name].decode(input, operation, false), outcome, region));
  }
}

function loggedCall(request: Request, result: Result, fault: Fault | undefined, now: number): LoggedCall {
  const call = { ...request, at: new Date(now).toISOString(), fault: fault?.kind };
  if ('error' in result) return { ...call, outcome: result.error instanceof ConnectionCut ? result.error.when : result.error.name };
  return { ...call, outcome: fault?.kind === 'cutAfter' ? 'cutAfter' : 'ok', operationId: operationIdOf(result.output) };
}

interface WithOperations {
  readonly operation?: { readonly id: string };
  readonly operations?: readonly { readonly id: string }[];
}

/** Some calls return `operation`, others `operations`. */
function operationIdOf({ operation, operations }: WithOperations): string | undefined {
  return operation?.id ?? operations?.[0]?.id;
}
