import { ServiceError } from '../errors';
import { pageOf } from './paging';
import { Input } from '../model/operations';
import { Account } from '../state/account';
import { describeOperation, Operation } from '../state/operation';

export function getOperation(account: Account, { operationId }: Input<'GetOperation'>) {
  const operation = account.operations.get(operationId);
  if (!operation) throw new ServiceError('NotFoundException', `Requested operation not found: ${operationId}`, 'DoesNotExist');
  return { operation: describeOperation(account, operation) };
}

export function getOperations(account: Account, { pageToken }: Input<'GetOperations'>) {
  return describePage(account, [...account.operations.values()], pageToken);
}

export function getOperationsForResource(account: Account, { resourceName, pageToken }: Input<'GetOperationsForResource'>) {
  return describePage(account, [...account.operations.values()].filter((operation) => operation.resourceName === resourceName), pageToken);
}

/** Oldest first, at most 200 a page. */
function describePage(account: Account, operations: readonly Operation[], pageToken: string | undefined) {
  const { elements, nextPageToken } = pageOf(operations, Math.min(200, account.behaviour.pageSize), pageToken);
  return { operations: elements.map((operation) => describeOperation(account, operation)), nextPageToken };
}
