import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { isReady } from '../../lambda/distribution/status';
import { createdAt, operationState } from '../../lambda/lightsail/operation';

/** The state of a distribution. */
export type Progress =
  | { readonly kind: 'absent' }
  | InProgress
  | { readonly kind: 'deployed'; readonly operation?: Operation }
  | { readonly kind: 'failed'; readonly operation: Operation; readonly reason: string };

export interface InProgress {
  readonly kind: 'in progress';
  /** The newest write of settings, if Lightsail still returns its operation. */
  readonly call: string;
  /** The status of the operation, or of the distribution after the operation has ended. */
  readonly status: string;
  /** In epoch milliseconds. Absent if the start is not known. */
  readonly startedAt?: number;
}

/** The writes that start a deployment to the edge. */
const DEPLOYING = new Set([
  'CreateDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType', 'AttachCertificateToDistribution',
  'DetachCertificateFromDistribution', 'DeleteDistribution',
]);

/** Determines the state of a distribution from the responses of Lightsail. A failed operation counts only if it was not already known as failed. */
export function progressOf(
  live: LightsailDistribution | undefined, operations: readonly Operation[], isKnownFailure: (operation: Operation) => boolean,
): Progress {
  const operation = operations
    .filter(({ operationType }) => DEPLOYING.has(operationType ?? ''))
    .sort((one, other) => createdAt(other) - createdAt(one))[0];
  const state = operation && operationState(operation);
  if (state?.kind === 'failed' && !isKnownFailure(operation)) return { kind: 'failed', operation, reason: state.reason };
  if (state?.kind === 'pending') return inProgress(operation, `operation ${operation.status}`);
  if (live === undefined) return { kind: 'absent' };
  return isReady(live) ? { kind: 'deployed', operation } : inProgress(state?.kind === 'succeeded' ? operation : undefined, `status ${live.status}`);
}

function inProgress(operation: Operation | undefined, status: string): InProgress {
  return { kind: 'in progress', call: operation?.operationType ?? 'a change', status, startedAt: operation?.createdAt?.getTime() };
}
