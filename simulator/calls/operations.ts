import { notFound, ServiceError } from '../errors';
import { Outcome } from './call';
import { pageOf } from './paging';
import { Input } from '../model/operations';
import { Account } from '../state/account';
import { Operation } from '../state/operation';
import { describeOperation } from '../state/operations';

export function getOperation(account: Account, { operationId }: Input<'GetOperation'>, outcome: Outcome, regionName: string) {
  const known = account.operations.get(operationId);
  const [operation] = describeAll(account, known?.regionName === regionName ? [known] : [], outcome);
  if (!operation) throw new ServiceError('NotFoundException', `Requested operation not found: ${operationId}`, 'DoesNotExist');
  return { operation };
}

export function getOperations(account: Account, { pageToken }: Input<'GetOperations'>, outcome: Outcome, regionName: string) {
  return describePage(account, operationsOf(account, regionName), pageToken, outcome);
}

export function getOperationsForResource(
  account: Account,
  { resourceName, pageToken }: Input<'GetOperationsForResource'>,
  outcome: Outcome,
  regionName: string,
) {
  const { operationsOfMissingResource } = account.behaviour;
  if (operationsOfMissingResource !== 'listed' && !account.nameIsTaken(resourceName, regionName)) throw notFound(operationsOfMissingResource, resourceName);
  const operations = operationsOf(account, regionName).filter((operation) => operation.resourceName === resourceName);
  return describePage(account, operations, pageToken, outcome);
}

function operationsOf({ operations }: Account, regionName: string): readonly Operation[] {
  return [...operations.values()].filter((operation) => operation.regionName === regionName);
}

/** Returns the oldest operation first, with at most 200 operations on a page. */
function describePage(account: Account, all: readonly Operation[], pageToken: string | undefined, outcome: Outcome) {
  const { elements, nextPageToken } = pageOf(describeAll(account, all, outcome), Math.min(200, account.behaviour.pageSize), pageToken);
  return { operations: elements, nextPageToken };
}

/** A stale read does not show the last change of the newest operation: the operation has not ended yet, or does not exist yet. */
function describeAll(account: Account, operations: readonly Operation[], { isStale }: Outcome) {
  const newest = isStale ? operations.at(-1) : undefined;
  return operations.flatMap((operation) => {
    if (operation !== newest) return [describeOperation(account, operation)];
    const { createdAt, endsAt } = operation;
    const hasEnded = createdAt < endsAt && endsAt <= account.clock.now();
    return hasEnded ? [describeOperation(account, operation, endsAt - 1)] : [];
  });
}
