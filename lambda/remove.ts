import type { Operation } from '@aws-sdk/client-lightsail';
import { RequestFailed, type Outcome } from './advance';
import { decideRemoval, type Remains } from './decide-removal';
import { isReady } from './distribution-status';
import type { Progress } from './event';
import type { Lightsail } from './lightsail';
import { isNotFound, isTransient, told } from './lightsail-errors';
import { logOf } from './log';
import { createdAt, judge } from './operation';
import { operationsIfTold } from './operations-if-told';
import type { Removal } from './removal';
import { isLate } from './request';

/** What became of it, and whether it was the distribution that CloudFormation knows. */
export type Removed = Outcome & { readonly found: boolean };

/** One turn on the way to a distribution that is gone: look, decide, act. */
export async function remove(lightsail: Lightsail, removal: Removal, progress: Progress | undefined, now: () => number): Promise<Removed> {
  const { distributionName, startedAt } = removal;
  const waiting = { kind: 'incomplete', progress: { startedAt, complete: false, fenced: false, found: false }, found: false } as const;
  try {
    const remains = await observe(lightsail, removal, progress);
    const found = remains.live !== undefined && !removal.isUnheardOf;
    const decision = decideRemoval(removal, remains, progress !== undefined, now());
    logOf(removal, 'removal', decision);
    switch (decision.kind) {
      case 'done':
        return { kind: 'complete', found };
      case 'release':
        await lightsail.untag(distributionName, decision.keys);
        return { kind: 'complete', found };
      case 'fail':
        throw new RequestFailed(decision.message);
      case 'wait':
        if (decision.fence) await lightsail.tag(distributionName, [decision.fence]);
        return { ...waiting, progress: { ...waiting.progress, found }, found };
      case 'delete': {
        if (decision.fence) await lightsail.tag(distributionName, [decision.fence]);
        const at = now();
        const operationId = await lightsail.delete(distributionName);
        return { ...waiting, progress: { ...waiting.progress, found, sent: { call: 'DeleteDistribution', at, operationId } }, found };
      }
    }
  } catch (error) {
    if (error instanceof RequestFailed) throw error;
    // It has gone between two calls.
    if (isNotFound(error)) return { kind: 'complete', found: !removal.isUnheardOf };
    if (!isTransient(error)) throw new RequestFailed(`${distributionName}: its deletion was refused, got ${told(error)}`, { cause: error });
    logOf(removal, 'unreachable', { reason: told(error) });
    if (!isLate(removal, now())) return waiting;
    throw new RequestFailed(`${distributionName}: not deleted after ${removal.timeoutSeconds} s, pending: an answer of Lightsail, `
      + `got ${told(error)}; delete the stack again when Lightsail answers`, { cause: error });
  }
}

async function observe(
  lightsail: Lightsail, { distributionName, startedAt, isUnheardOf }: Removal, progress: Progress | undefined,
): Promise<Remains> {
  const operationId = progress?.sent?.operationId;
  const known = operationId === undefined ? undefined : await lightsail.operation(operationId);
  // Where a Delete is about two distributions, it may be that of the other one.
  const sent = known?.resourceName === distributionName ? known : undefined;
  if (sent && judge(sent).kind !== 'over') return { operation: sent };
  const live = await lightsail.distribution(distributionName);
  if (live === undefined && sent === undefined && !isUnheardOf) return { creation: await newestOf(lightsail, distributionName, ['CreateDistribution', 'DeleteDistribution']) };
  // Only a deletion that a poll of this request has begun, or whose answer was lost, is not known by its id.
  const isToLookFor = sent === undefined && progress !== undefined && (live === undefined ? isUnheardOf : isReady(live));
  // A second allows for clocks that differ.
  return { live, operation: sent ?? (isToLookFor ? await newestOf(lightsail, distributionName, ['DeleteDistribution'], startedAt - 1_000) : undefined) };
}

async function newestOf(lightsail: Lightsail, distributionName: string, types: readonly string[], since = 0): Promise<Operation | undefined> {
  const operations = await operationsIfTold(lightsail, distributionName) ?? [];
  return operations
    .filter((operation) => types.includes(operation.operationType ?? '') && createdAt(operation) >= since)
    .sort((one, other) => createdAt(other) - createdAt(one))[0];
}
