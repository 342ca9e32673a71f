import { Fault } from './faults';

export interface LoggedCall {
  readonly operation: string;
  readonly input: unknown;
  readonly region: string;
  readonly userAgent?: string;
  /** The time of the call by the clock of the service, in ISO format. */
  readonly at: string;
  /** `ok`, the name of an exception, `cutBefore` or `cutAfter`. */
  readonly outcome: string;
  /** The kind of fault that was applied to the call. The outcome does not show every fault, for example `staleRead`. */
  readonly fault?: Fault['kind'];
  /** The id of the operation that a write started. */
  readonly operationId?: string;
}

export class CallLog {
  private calls: LoggedCall[] = [];

  get all(): readonly LoggedCall[] {
    return this.calls;
  }

  add(call: LoggedCall): void {
    this.calls.push(call);
  }

  clear(): void {
    this.calls = [];
  }
}
