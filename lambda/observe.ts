import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { changes, type Change } from './changes';
import type { Observation } from './decision';
import { isReady } from './distribution-status';
import type { Progress, Sent } from './event';
import { recordedSteps, standingFence } from './fence';
import type { Lightsail } from './lightsail';
import { createdAt, judge } from './operation';
import { operationsIfTold } from './operations-if-told';
import { LONGEST_REQUEST, type Request } from './request';
import type { StepCall } from './steps';

/** In milliseconds; what the port lets a write take when it is throttled, and some to spare. */
const LONGEST_WRITE = 250_000;

/** What changes settings. */
const CHANGING: readonly StepCall[] = ['UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType', 'AttachCertificateToDistribution'];

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
    formerOperation: last ? undefined : await formerOperation(lightsail, request, live),
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

/** What a request that was cancelled has sent a moment ago, where reads may not show it yet. It would arrive after this request has found nothing to do. */
async function formerOperation(lightsail: Lightsail, request: Request, live: LightsailDistribution): Promise<Operation | undefined> {
  if (!request.isChange || changes(request, live).length > 0) return undefined;
  const operations = await operationsIfTold(lightsail, request.distributionName);
  return operations
    ?.filter((operation) => CHANGING.some((call) => call === operation.operationType) && createdAt(operation) >= request.startedAt - LONGEST_REQUEST)
    .sort((one, other) => createdAt(other) - createdAt(one))[0];
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
  const operations = await operationsIfTold(lightsail, distributionName);
  // Where nobody can tell, the step counts as sent: to send it twice would be worse than to find that it is missing.
  if (operations === undefined) return { operationType: call, isTerminal: true };
  return operations
    // The record is made before the call; a second allows for clocks that differ. A later one is another hand's.
    .filter((operation) => operation.operationType === call && createdAt(operation) >= at - 1_000 && createdAt(operation) <= at + LONGEST_WRITE)
    .sort((one, other) => createdAt(one) - createdAt(other))[0];
}
