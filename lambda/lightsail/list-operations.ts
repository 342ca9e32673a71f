import type { Operation } from '@aws-sdk/client-lightsail';
import { isTransient } from './errors';
import type { Lightsail } from './lightsail';
import { createdAt } from './operation';

/** `undefined` where Lightsail refuses to list them. */
export async function listOperations(lightsail: Lightsail, resourceName: string): Promise<readonly Operation[] | undefined> {
  return lightsail.operationsFor(resourceName).catch((error: unknown) => {
    if (isTransient(error)) throw error;
    return undefined;
  });
}

/** The newest one of these types that was created at this time (in epoch milliseconds) or later. */
export async function newestOperation(
  lightsail: Lightsail, resourceName: string, types: readonly string[], since = 0,
): Promise<Operation | undefined> {
  return newestOf(await listOperations(lightsail, resourceName) ?? [], types, since);
}

export function newestOf(operations: readonly Operation[], types: readonly string[], since: number): Operation | undefined {
  return operations
    .filter((operation) => types.includes(operation.operationType ?? '') && createdAt(operation) >= since)
    .sort((one, other) => createdAt(other) - createdAt(one))[0];
}
