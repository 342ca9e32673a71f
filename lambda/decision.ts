import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import type { Progress, Sent } from './event';
import type { Request } from './request';
import type { Step } from './steps';
import type { TagWrites } from './tags';

/** What was seen of the world at one call. */
export type Observation =
  /** The operation of the step that was sent is not over; nothing else was looked at. */
  | { readonly kind: 'operating'; readonly operation: Operation }
  | {
    readonly kind: 'absent';
    /** The operation that creates it, or should have. */
    readonly operation?: Operation;
    /** The certificate that it is to be created with. */
    readonly certificate?: CertificateSummary;
  }
  | {
    readonly kind: 'present';
    readonly live: LightsailDistribution;
    /** The operation of the step that was sent last; absent when none was sent, or none can be found. */
    readonly operation?: Operation;
    /** The newest that changes settings, of whatever request, where this one has sent none and found nothing to do; that may be too early to say. */
    readonly formerOperation?: Operation;
    /** The certificate to be attached, or that was; absent when none is concerned. */
    readonly certificate?: CertificateSummary;
  };

export type Decision =
  /** Send the step. */
  | { readonly kind: 'call'; readonly step: Step; readonly fence: Fencing; readonly tags: TagWrites; readonly sent: readonly Sent[]; readonly noted: Noted }
  /** Look again at the next poll. */
  | { readonly kind: 'wait'; readonly reason: string; readonly fence: Fencing; readonly tags: TagWrites; readonly sent: readonly Sent[]; readonly noted: Noted }
  /** Write the tags and the fence; everything else is for later polls. */
  | { readonly kind: 'mark'; readonly tags: TagWrites; readonly changes: string }
  | { readonly kind: 'done'; readonly live: LightsailDistribution; readonly tags: TagWrites; readonly changes: string; readonly dropFence: boolean }
  | { readonly kind: 'fail'; readonly message: string; readonly dropFence: boolean };

/** Whether a later poll may have to write, behind a fence that is still to be put up, or that stands already or comes with the step. */
export type Fencing = 'none' | 'put up' | 'stands';

/** What the first call leaves for the polls to know. */
export type Noted = Pick<Progress, 'attaches' | 'changes'>;

export function fail({ distributionName, owned }: Request, message: string, ownsFence: boolean): Decision {
  // On what CloudFormation does not know yet the fence stays: it tells Delete that it was never finished.
  return { kind: 'fail', message: `${distributionName}: ${message}`, dropFence: ownsFence && !owned?.isNew };
}
