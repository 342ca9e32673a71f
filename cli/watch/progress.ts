import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { isReady } from '../../lambda/distribution/status';
import { createdAt, operationState } from '../../lambda/lightsail/operation';

/** What a distribution is doing. */
export type Progress =
  | { readonly kind: 'absent' }
  | InProgress
  | { readonly kind: 'deployed'; readonly operation?: Operation }
  | { readonly kind: 'failed'; readonly operation: Operation; readonly reason: string };

export interface InProgress {
  readonly kind: 'in progress';
  /** What the newest write of settings is, where Lightsail still has its operation. */
  readonly call: string;
  /** Status of its operation, or of the distribution after the operation has ended. */
  readonly status: string;
  /** Epoch milliseconds; absent if the start is not known. */
  readonly startedAt?: number;
}

/** The writes that start a deployment to the edge. */
const DEPLOYING = new Set([
  'CreateDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType', 'AttachCertificateToDistribution',
  'DetachCertificateFromDistribution', 'DeleteDistribution',
]);

/** Reads what a distribution is doing from what Lightsail returns. A failure counts only if the operation was not known as failed before. */
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
