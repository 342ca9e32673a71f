import { Account, DISTRIBUTION_REGION } from './account';
import { NewOperation, Operation } from './operation';

export function startOperation(account: Account, { seconds, regionName = DISTRIBUTION_REGION, ...rest }: NewOperation): Operation {
  const createdAt = account.clock.now();
  const operation = { ...rest, regionName, id: account.newId(), createdAt, endsAt: createdAt + seconds * 1000 };
  account.operations.set(operation.id, operation);
  account.running.add(operation.id);
  return operation;
}

/** Ends the operations that are due, in the order of their end times. */
export function endOperations(account: Account): void {
  const now = account.clock.now();
  const due = [...account.running].map((id) => account.operations.get(id)!).filter(({ endsAt }) => endsAt <= now);
  for (const { id, end } of due.sort((a, b) => a.endsAt - b.endsAt)) {
    account.running.delete(id);
    end?.();
  }
}

/** An operation as the API returns it. */
export function describeOperation(account: Account, operation: Operation, now = account.clock.now()) {
  const { id, resourceName, resourceType, regionName, operationType, createdAt, endsAt, failure } = operation;
  const isTerminal = now >= endsAt;
  const firstHalf = now < (createdAt + endsAt) / 2;
  const running = firstHalf ? account.behaviour.firstOperationStatus : 'Started';
  const ended = failure ? 'Failed' : account.behaviour.successStatus;
  return {
    id,
    resourceName,
    resourceType,
    createdAt: createdAt / 1000,
    location: account.location(regionName),
    isTerminal,
    ...(operationType && { operationType }),
    status: isTerminal ? ended : running,
    statusChangedAt: (isTerminal ? endsAt : createdAt) / 1000,
    ...(isTerminal && failure),
  };
}
