import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { changes, type Change } from './changes';
import type { Observation } from './decision';
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
  if (live === undefined) return absent(lightsail, request, progress, operation);
  // While the distribution is busy, more would not change the decision.
  if (!isReady(live)) return { kind: 'present', live, operation };

  const last = recordedSteps(request, progress, standingFence(request.resource, live)).at(-1);
  const certificateName = certificateToLookAt(request, progress, live);
  return {
    kind: 'present',
    live,
    operation: operation ?? (last && await operationOf(lightsail, distributionName, last)),
    certificate: certificateName ? await lightsail.certificate(certificateName) : undefined,
  };
}

async function absent(
  lightsail: Lightsail, { distributionName, desired, owned }: Request, progress: Progress | undefined, operation: Operation | undefined,
): Promise<Observation> {
  if (owned === undefined) return { kind: 'absent' };
  const creates = progress?.sent?.call === 'CreateDistribution' ? progress.sent : undefined;
  return {
    kind: 'absent',
    operation: operation ?? (creates && await operationOf(lightsail, distributionName, creates)),
    certificate: progress === undefined && desired.certificateName ? await lightsail.certificate(desired.certificateName) : undefined,
  };
}

/** The one that is to be attached; and once more after that, as its domain names tell whether it is served. */
function certificateToLookAt(request: Request, progress: Progress | undefined, live: LightsailDistribution): string | undefined {
  const wanted = changes(request, live).find((change): change is Change<'certificateName'> => change.setting === 'certificateName')?.wanted;
  const mayHaveAttached = progress !== undefined && progress.attaches !== false;
  return wanted ?? (mayHaveAttached ? request.desired.certificateName : undefined);
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
