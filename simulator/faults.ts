import { asExpected, Outcome } from './calls/call';
import { ServiceError } from './errors';
import { inputs } from './model/operations';
import { constrained, integer, oneOf, string, structure, timestamp, ValueOf } from './model/shape';

export const faultKinds = [
  'throttle', 'serverError', 'accessDenied', 'error', 'cutBefore', 'cutAfter', 'failedOperation', 'certificateNotServed', 'staleRead', 'slow',
] as const;

const notNegative = (value: number) => value >= 0;

/** A fault: its kind, the operation that it applies to, and how often it applies. */
export const faultShape = structure({
  operation: oneOf('*', ...Object.keys(inputs)),
  kind: oneOf(...faultKinds),
}, {
  times: constrained(integer, 'be at least 1', (times) => times >= 1),
  after: constrained(integer, 'not be negative', notNegative),
  seconds: constrained(timestamp, 'not be negative', notNegative),
  shows: oneOf('nothing', 'former'),
  name: string,
  code: string,
  message: string,
});

/** What goes wrong at some of the next calls. */
export interface NewFault extends ValueOf<typeof faultShape> {
  /** The operation, such as `UpdateDistribution`; `*` means every operation. */
  readonly operation: string;
  /**
   * - `throttle`, `serverError`, `accessDenied`, `error`: the call is refused and has no effect.
   * - `cutBefore`, `cutAfter`: the connection is cut before or after the effect of the call.
   * - `failedOperation`: the call is accepted, and its operation fails.
   * - `certificateNotServed`: the distribution records the certificate but does not serve its domain names.
   * - `staleRead`: a read shows the state before the last accepted change.
   * - `slow`: the response takes longer.
   */
  readonly kind: (typeof faultKinds)[number];
  /** How many calls the fault applies to (default: 1). */
  readonly times?: number;
  /** How many calls pass before the fault applies (default: 0). */
  readonly after?: number;
  /** For `slow`: the delay in seconds (default: 1). */
  readonly seconds?: number;
  /** For `certificateNotServed`: the domain names that the distribution shows (default: `nothing`). */
  readonly shows?: 'nothing' | 'former';
  /** For `error`: the name of the exception (default: `InvalidInputException`). */
  readonly name?: string;
  /** The code of the error, or of the failed operation. */
  readonly code?: string;
  /** The message of the error, or of the failed operation. */
  readonly message?: string;
}
export type Fault = NewFault & { readonly times: number; readonly after: number };

const once = { times: 1, after: 0 };

/** The fault of a call that exceeds the request rate of the service. */
export const overRate: Fault = { operation: '*', kind: 'throttle', ...once };

/** The faults that have not been applied yet, in the order in which they were added. */
export class Faults {
  private faults: readonly Fault[] = [];

  get all(): readonly Fault[] {
    return this.faults;
  }

  add(fault: NewFault): void {
    this.faults = [...this.faults, { ...once, ...fault }];
  }

  clear(): void {
    this.faults = [];
  }

  /** Returns the fault that applies to this call. A fault that skips the call counts down its `after`. */
  next(operation: string): Fault | undefined {
    let met: Fault | undefined;
    this.faults = this.faults.flatMap((fault) => {
      if (met || (fault.operation !== '*' && fault.operation !== operation)) return [fault];
      if (fault.after > 0) return [{ ...fault, after: fault.after - 1 }];
      met = fault;
      return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
    });
    return met;
  }
}

/** The error with which a fault refuses a call before the call has any effect. */
export function refusal(fault: Fault, operation: string, accountId: string): ServiceError | undefined {
  switch (fault.kind) {
    case 'throttle':
      // The service model does not have this exception, but every SDK recognizes its name.
      return new ServiceError('ThrottlingException', fault.message ?? 'Rate exceeded', fault.code);
    case 'serverError':
      return new ServiceError('ServiceException', fault.message ?? 'The service is unavailable', fault.code);
    case 'accessDenied':
      return new ServiceError(
        'AccessDeniedException', fault.message ?? `User: arn:aws:iam::${accountId}:user/simulator is not authorized to perform: lightsail:${operation}`, fault.code);
    case 'error':
      return new ServiceError(fault.name ?? 'InvalidInputException', fault.message ?? `The request failed: ${operation}`, fault.code);
    default:
      return undefined;
  }
}

/** The effect that a fault has on a call that it does not refuse. */
export function outcomeOf(fault: Fault | undefined): Outcome {
  switch (fault?.kind) {
    case 'failedOperation':
      return { failure: { errorCode: fault.code ?? fault.name ?? 'OperationFailed', errorDetails: fault.message ?? 'The operation failed' } };
    case 'certificateNotServed':
      return { certificateNotServed: fault.shows ?? 'nothing' };
    case 'staleRead':
      return { isStale: true };
    default:
      return asExpected;
  }
}
