import type { Operation } from '@aws-sdk/client-lightsail';

/** The state of a write. That it succeeded does not mean that the change is live: a read shows that. */
export type OperationState =
  | { readonly kind: 'pending' }
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly reason: string };

export function operationState(operation: Operation): OperationState {
  switch (operation.status) {
    case 'NotStarted':
    case 'Started':
      return { kind: 'pending' };
    case 'Completed':
    case 'Succeeded':
      return { kind: 'succeeded' };
    case 'Failed':
      return { kind: 'failed', reason: `${operation.errorCode ?? 'no error code'}: ${operation.errorDetails ?? 'no details'}` };
    default:
      return stateOfUnknownStatus(operation.status, operation);
  }
}

/** The service may add statuses; the type of the parameter makes a forgotten known one a compile error. */
function stateOfUnknownStatus(_status: undefined, { isTerminal }: Operation): OperationState {
  return { kind: isTerminal ? 'succeeded' : 'pending' };
}

/** Epoch milliseconds. */
export function createdAt(operation: Operation): number {
  return operation.createdAt?.getTime() ?? 0;
}

export function describeOperation({ operationType, id, status }: Operation): string {
  return `${operationType} operation ${id} (${status})`;
}

export function describeFailedOperation(operation: Operation, reason: string): string {
  return `${describeOperation(operation)} failed: ${reason}; correct the cause and deploy again`;
}

/** In milliseconds: how long after a write a read may still show the state before it. */
export const CONSISTENCY_WINDOW = 60_000;

/** Whether a read may not show yet what the operation changed. */
export function mayBeInvisible(operation: Operation, now: number): boolean {
  return operationState(operation).kind === 'pending' || now - (operation.statusChangedAt?.getTime() ?? 0) < CONSISTENCY_WINDOW;
}
