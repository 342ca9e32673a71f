import type { Operation } from '@aws-sdk/client-lightsail';
import { changes, type Change } from './changes';
import { recordedSteps, type Observation } from './decide';
import { isReady } from './distribution-status';
import type { Progress, Sent } from './event';
import { standingFence } from './fence';
import type { Lightsail } from './lightsail';
import { judge } from './operation';
import type { Request } from './request';

/** Looks at the world, with as few reads as a decision needs. */
export async function observe(lightsail: Lightsail, request: Request, progress: Progress | undefined): Promise<Observation> {
  const { distributionName, waitForDeployment } = request;
  const followed = waitForDeployment ? progress?.sent?.operationId : undefined;
  const operation = followed === undefined ? undefined : await lightsail.operation(followed);
  if (operation !== undefined && judge(operation).kind === 'pending') return { kind: 'operating', operation };

  const live = await lightsail.distribution(distributionName);
  if (live === undefined) return { kind: 'absent' };
  if (!isReady(live)) return { kind: 'present', live, operation };

  const last = recordedSteps(request, progress, standingFence(request.resource, live)).at(-1);
  const certificateName = changes(request, live).find((change): change is Change<'certificateName'> => change.setting === 'certificateName')?.wanted;
  return {
    kind: 'present',
    live,
    operation: last === undefined || last.operationId !== undefined ? operation : await operationOf(lightsail, distributionName, last),
    certificate: certificateName ? await lightsail.certificate(certificateName) : undefined,
  };
}

/** The operation of a step of which only the record is there that it was about to be sent. */
async function operationOf(lightsail: Lightsail, distributionName: string, { call, at }: Sent): Promise<Operation | undefined> {
  const createdAt = (operation: Operation) => operation.createdAt?.getTime() ?? 0;
  const operations = await lightsail.operationsFor(distributionName);
  return operations
    // The record is made before the call; a second allows for clocks that differ.
    .filter((operation) => operation.operationType === call && createdAt(operation) >= at - 1_000)
    .sort((one, other) => createdAt(other) - createdAt(one))[0];
}
