import type { LightsailDistribution, Operation, OperationType } from '@aws-sdk/client-lightsail';
import type { Absent, Observation } from './observation';
import { recordedWrites } from './recorded-writes';
import type { Lightsail } from '../../lightsail/lightsail';
import { listOperations, newestOperation } from '../../lightsail/list-operations';
import { createdAt, operationState } from '../../lightsail/operation';
import type { SentWrite } from '../../lightsail/writes';
import { MAX_REQUEST_DURATION } from '../../protocol/deadline';
import type { FirstCall } from '../../reconcile';
import { fenceOf } from '../../tags/fence';
import { changeOf, changes } from '../changes';
import { type SettingsPhase, UPDATE_CALLS } from '../phase';
import type { Request } from '../request';
import { isReady } from '../status';

/** In milliseconds: how long the client lets a throttled write take, and some more. */
const MAX_WRITE_DURATION = 250_000;

/** Observes with as few reads as a decision needs. */
export async function observe(lightsail: Lightsail, request: Request, phase: SettingsPhase | FirstCall): Promise<Observation> {
  const { resourceName } = request;
  const operation = await onlyOperation(lightsail, request, phase);
  // Until the operation of the only write has ended, nothing else matters.
  if (operation && operationState(operation).kind === 'pending') return { kind: 'operating', operation };

  const live = await lightsail.distribution(resourceName);
  if (live === undefined) return observeAbsent(lightsail, request, phase, operation);
  // More reads would not change the decision while the distribution is busy.
  if (!isReady(live)) return { kind: 'present', live, operation };

  const last = recordedWrites(request, phase, fenceOf(request.resource, live)).at(-1);
  const certificateName = certificateToRead(request, phase, live);
  return {
    kind: 'present',
    live,
    operation: operation ?? (last && await operationOf(lightsail, resourceName, last)),
    otherOperation: last ? undefined : await otherOperation(lightsail, request, live),
    certificate: certificateName ? await lightsail.certificate(certificateName) : undefined,
  };
}

/** The operation of the first call's write, where that is the only one. */
async function onlyOperation(lightsail: Lightsail, request: Request, phase: SettingsPhase | FirstCall): Promise<Operation | undefined> {
  const isOnly = phase.phase === 'sent' && !phase.fenced && request.waitForDeployment;
  return isOnly ? operationOf(lightsail, request.resourceName, phase.sent) : undefined;
}

async function observeAbsent(
  lightsail: Lightsail, { resourceName, desired, owned }: Request, phase: SettingsPhase | FirstCall, operation: Operation | undefined,
): Promise<Absent> {
  if (owned === undefined) return { kind: 'absent' };
  const isFirstCall = phase.phase === 'first call';
  return {
    kind: 'absent',
    operation: operation ?? (phase.phase === 'creating' ? await operationOf(lightsail, resourceName, phase.sent) : undefined),
    certificate: isFirstCall && desired.certificateName ? await lightsail.certificate(desired.certificateName) : undefined,
  };
}

/** What a cancelled request sent, which reads may not show yet. It would take effect after this request found nothing to change. */
async function otherOperation(lightsail: Lightsail, request: Request, live: LightsailDistribution): Promise<Operation | undefined> {
  if (!request.isChange || changes(request, live).length > 0) return undefined;
  return newestOperation(lightsail, request.resourceName, UPDATE_CALLS, request.startedAt - MAX_REQUEST_DURATION);
}

/** The certificate to attach; and again after that, as its domain names show whether it is served. */
function certificateToRead(request: Request, phase: SettingsPhase | FirstCall, live: LightsailDistribution): string | undefined {
  const desired = changeOf(changes(request, live), 'certificateName')?.desired;
  return desired ?? (mayHaveAttached(phase) ? request.desired.certificateName : undefined);
}

function mayHaveAttached(phase: SettingsPhase | FirstCall): boolean {
  switch (phase.phase) {
    case 'first call': return false;
    case 'unobserved': return true;
    default: return phase.first.attachesCertificate !== false;
  }
}

/** The operation of a write; if only the record exists that it was about to be sent, the operation that matches the record. */
async function operationOf(lightsail: Lightsail, resourceName: string, { call, at, operationId }: SentWrite): Promise<Operation | undefined> {
  if (operationId !== undefined) return lightsail.operation(operationId);
  const operations = await listOperations(lightsail, resourceName);
  // If that cannot be found out, the write counts as sent: it is worse to send it twice than to find that it is missing.
  if (operations === undefined) return { operationType: call as OperationType, isTerminal: true };
  return operations
    // The record is made before the call; a second allows for clocks that differ. A later operation was started outside the stack.
    .filter((operation) => operation.operationType === call && createdAt(operation) >= at - 1_000 && createdAt(operation) <= at + MAX_WRITE_DURATION)
    .sort((one, other) => createdAt(one) - createdAt(other))[0];
}
