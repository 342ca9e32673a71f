import { Fault } from './faults';

export interface LoggedCall {
  readonly operation: string;
  readonly input: unknown;
  readonly region: string;
  readonly userAgent?: string;
  /** ISO time of the service's clock. */
  readonly at: string;
  /** `ok`, the name of an exception, `cutBefore` or `cutAfter`. */
  readonly outcome: string;
  /** The kind of fault that the call met, such as `staleRead`, which no outcome shows. */
  readonly fault?: Fault['kind'];
  /** Of the operation that a write started. */
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
