import { asExpected, Outcome } from './calls/call';
import { ServiceError } from './errors';
import { inputs } from './model/operations';
import { constrained, integer, oneOf, string, structure, timestamp, ValueOf } from './model/shape';

export const faultKinds = [
  'throttle', 'serverError', 'accessDenied', 'error', 'cutBefore', 'cutAfter', 'failedOperation', 'certificateNotServed', 'staleRead', 'slow',
] as const;

const notNegative = (value: number) => value >= 0;

/** What goes wrong, at which call, and how often. */
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

export type NewFault = ValueOf<typeof faultShape>;
export type Fault = NewFault & { readonly times: number; readonly after: number };

const once = { times: 1, after: 0 };

/** What a call meets that comes faster than the service's rate allows. */
export const overRate: Fault = { operation: '*', kind: 'throttle', ...once };

/** The faults that are still to come, the first one first. */
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

  /** The fault that this call meets. A fault that lets the call through counts it. */
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

/** The error with which a fault refuses a call before it has any effect. */
export function refusal(fault: Fault, operation: string, accountId: string): ServiceError | undefined {
  switch (fault.kind) {
    case 'throttle':
      // In no model, yet every SDK knows it by its name.
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

/** What a fault makes of a call that it lets through. */
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
