import type { Operation } from '@aws-sdk/client-lightsail';
import { changes, type Change } from './changes';
import type { Observation } from './decide';
import { isReady } from './distribution-status';
import type { Progress, Sent } from './event';
import { recordedSteps, standingFence } from './fence';
import type { Lightsail } from './lightsail';
import { isTransient } from './lightsail-errors';
import { judge } from './operation';
import type { Request } from './request';

/** In milliseconds; what the port lets a write take, and some to spare. */
const LONGEST_WRITE = 15_000;

/** Looks at the world, with as few reads as a decision needs. */
export async function observe(lightsail: Lightsail, request: Request, progress: Progress | undefined): Promise<Observation> {
  const { distributionName } = request;
  // A single step that the first call sent: until its operation is over nothing else is of interest.
  const onlyStep = request.waitForDeployment && !progress?.fenced ? progress?.sent : undefined;
  const operation = onlyStep && await operationOf(lightsail, distributionName, onlyStep);
  if (operation && judge(operation).kind === 'pending') return { kind: 'operating', operation };

  const live = await lightsail.distribution(distributionName);
  if (live === undefined) return { kind: 'absent' };
  // While the distribution is busy, more would not change the decision.
  if (!isReady(live)) return { kind: 'present', live, operation };

  const last = recordedSteps(request, progress, standingFence(request.resource, live)).at(-1);
  const certificateName = changes(request, live).find((change): change is Change<'certificateName'> => change.setting === 'certificateName')?.wanted;
  return {
    kind: 'present',
    live,
    operation: operation ?? (last && await operationOf(lightsail, distributionName, last)),
    certificate: certificateName ? await lightsail.certificate(certificateName) : undefined,
  };
}

/** The operation of a step; where only the record is there that it was about to be sent, the one that fits the record. */
async function operationOf(lightsail: Lightsail, distributionName: string, { call, at, operationId }: Sent): Promise<Operation | undefined> {
  if (operationId !== undefined) return lightsail.operation(operationId);
  const createdAt = (operation: Operation) => operation.createdAt?.getTime() ?? 0;
  const operations = await lightsail.operationsFor(distributionName).catch((error: unknown) => {
    if (isTransient(error)) throw error;
    return undefined;
  });
  // Where nobody can tell, the step counts as sent: to send it twice would be worse than to find that it is missing.
  if (operations === undefined) return { operationType: call, isTerminal: true };
  return operations
    // The record is made before the call; a second allows for clocks that differ. A later one is another hand's.
    .filter((operation) => operation.operationType === call && createdAt(operation) >= at - 1_000 && createdAt(operation) <= at + LONGEST_WRITE)
    .sort((one, other) => createdAt(one) - createdAt(other))[0];
}
