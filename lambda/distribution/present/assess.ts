import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import type { Present } from './observation';
import { sentWrites } from './recorded-writes';
import { mayBeInvisible, operationState, type OperationState } from '../../lightsail/operation';
import { NO_TAGS, type SentWrite, type TagWrites } from '../../lightsail/writes';
import type { FirstCall } from '../../reconcile';
import { type Fence, fenceOf } from '../../tags/fence';
import { type Change, changeOf, changes, describeChanges } from '../changes';
import { checkOwnership, type OwnershipCheck } from '../ownership';
import type { FirstObservation, SettingsPhase } from '../phase';
import type { Request } from '../request';
import { isReady } from '../status';
import { planSteps, type Step } from '../steps';
import { type WriteAccess, writeAccess } from '../write-access';

/** Everything that the rules need to know about an existing distribution. */
export interface Assessment {
  readonly request: Request;
  readonly phase: SettingsPhase | FirstCall;
  readonly now: number;
  readonly live: LightsailDistribution;
  readonly certificate?: CertificateSummary;
  readonly fence?: Fence;
  /** The fence is that of this request. */
  readonly ownsFence: boolean;
  readonly access: WriteAccess;
  readonly ownership: OwnershipCheck;
  readonly tags: TagWrites;
  readonly finalTags: TagWrites;
  /** The settings that differ. */
  readonly pending: readonly Change[];
  /** Description of all that differs, tags included. */
  readonly differences: string;
  /** The writes that the differences need. */
  readonly plan: readonly Step[];
  /** The writes that this request sent. */
  readonly sent: readonly SentWrite[];
  /** The writes of the plan that were not sent. */
  readonly unsent: readonly Step[];
  /** The operation of the last write, with its state. */
  readonly operation?: Operation;
  readonly state?: OperationState;
  /** An operation that is pending, or whose effect reads may not show yet. */
  readonly inProgress?: Operation;
  /** The next write will be accepted. */
  readonly isIdle: boolean;
  readonly first: FirstObservation;
}

export function assess(request: Request, phase: SettingsPhase | FirstCall, observation: Present, now: number): Assessment {
  const { live, operation, otherOperation, certificate } = observation;
  const fence = fenceOf(request.resource, live);
  const ownership = checkOwnership(request, phase, live, fence, now);
  const { tags, finalTags, changes: otherChanges } = ownership.kind === 'granted' ? ownership : { tags: NO_TAGS, finalTags: NO_TAGS, changes: [] };
  const pending = changes(request, live, certificate);
  const differences = describeChanges(pending, otherChanges);
  const plan = planSteps(request, pending, live);
  const sent = sentWrites(request, phase, fence, operation);
  const state = operation && operationState(operation);
  const inProgress = state?.kind === 'pending' ? operation : otherOperation && mayBeInvisible(otherOperation, now) ? otherOperation : undefined;
  const isIdle = isReady(live) && inProgress === undefined;
  return {
    request,
    phase,
    now,
    live,
    certificate,
    fence,
    ownsFence: fence?.requestId === request.id,
    access: writeAccess(request, phase, fence, now),
    ownership,
    tags,
    finalTags,
    pending,
    differences,
    plan,
    sent,
    unsent: plan.filter((step) => !sent.some(({ call }) => call === step.call)),
    operation,
    state,
    inProgress,
    isIdle,
    first: firstObservation(phase, pending, differences, isIdle),
  };
}

function firstObservation(phase: SettingsPhase | FirstCall, pending: readonly Change[], differences: string, isIdle: boolean): FirstObservation {
  switch (phase.phase) {
    // While another change is in progress, it is unknown whether a certificate will have to be attached.
    case 'first call': return { ...(isIdle && { attachesCertificate: attachesCertificate(pending) }), changes: differences };
    case 'unobserved': return { changes: 'applied; the log of the handler names the changes' };
    default: return phase.first;
  }
}

export function attachesCertificate(pending: readonly Change[]): boolean {
  return Boolean(changeOf(pending, 'certificateName')?.desired);
}
