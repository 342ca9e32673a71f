import type { Operation } from '@aws-sdk/client-lightsail';

export type Verdict =
  | { readonly kind: 'pending' }
  | { readonly kind: 'over' }
  | { readonly kind: 'failed'; readonly reason: string };

/** What an operation says of its write. That it is over does not say that the change is live: a read does. */
export function judge(operation: Operation): Verdict {
  switch (operation.status) {
    case 'NotStarted':
    case 'Started':
      return { kind: 'pending' };
    case 'Completed':
    case 'Succeeded':
      return { kind: 'over' };
    case 'Failed':
      return { kind: 'failed', reason: `${operation.errorCode ?? 'no error code'}: ${operation.errorDetails ?? 'no details'}` };
    default:
      return unknownStatus(operation.status, operation);
  }
}

/** The service may get new words; the parameter's type makes a forgotten known one a compile error. */
function unknownStatus(_status: undefined, { isTerminal }: Operation): Verdict {
  return { kind: isTerminal ? 'over' : 'pending' };
}

/** Epoch milliseconds. */
export function createdAt(operation: Operation): number {
  return operation.createdAt?.getTime() ?? 0;
}

export function named({ operationType, id, status }: Operation): string {
  return `${operationType} operation ${id} (${status})`;
}
