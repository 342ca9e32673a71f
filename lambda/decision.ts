import type { Failure } from './lightsail/attempt';
import type { SentWrite, TagWrites, Write } from './lightsail/writes';
import type { Attributes } from './protocol/attributes';

/** What one pass decides. The loop in `reconcile.ts` carries it out. A phase is what a poll knows from the first call. */
export type Decision<Phase> =
  | CallDecision<Phase>
  | RequeueDecision<Phase>
  | CompleteDecision<Phase>
  | FailDecision;

/** Write the tags, then send the call. */
export interface CallDecision<Phase> {
  readonly kind: 'call';
  readonly reason: string;
  readonly write: Write;
  /** The writes that the request recorded before this one. */
  readonly recorded: readonly SentWrite[];
  /** What the call changes, for the log. */
  readonly changes: readonly object[];
  readonly tags: TagWrites;
  /** The phase once Lightsail accepted the call; the loop adds the id of the operation. */
  readonly accepted: Phase & { readonly sent: SentWrite };
  /** The phase if the tags cannot be written now; the call is not sent then. */
  readonly untagged: Phase;
  /** What follows an accepted call: the next poll, or another pass at once. */
  readonly next: 'poll' | 'pass';
}

/** Write the tags, and observe again at the next poll. */
export interface RequeueDecision<Phase> {
  /** `reclaim` takes back a retained distribution. If that fails, CloudFormation must not delete the distribution. */
  readonly kind: 'requeue' | 'reclaim';
  readonly reason: string;
  readonly tags: TagWrites;
  readonly phase: Phase;
  readonly untagged: Phase;
}

/** Write the tags; the goal is reached. */
export interface CompleteDecision<Phase> {
  readonly kind: 'complete';
  readonly reason: string;
  readonly tags: TagWrites;
  readonly untagged: Phase;
  /** Keys of tags to remove if possible: one that stays is harmless. */
  readonly cleanUp: readonly string[];
  /** The resource that CloudFormation knows was there; a Delete then looks for no other. */
  readonly found: boolean;
  readonly attributes?: Attributes;
}

/** Fail the request; the message is for the user. */
export interface FailDecision {
  readonly kind: 'fail';
  readonly message: string;
  readonly cleanUp: readonly string[];
  /** CloudFormation must not send a Delete because of it. */
  readonly preventsDelete?: boolean;
  readonly cause?: unknown;
}

/** A call that failed in a pass. */
export type FailedCall<Phase> = { readonly failure: Failure } & (
  | { readonly during: 'observation' }
  | { readonly during: 'tags'; readonly decision: Exclude<Decision<Phase>, FailDecision> }
  | { readonly during: 'call'; readonly decision: CallDecision<Phase> }
);

/** The result of a pass. */
export type Outcome<Phase> =
  | { readonly kind: 'complete'; readonly found: boolean; readonly attributes?: Attributes }
  /** The attributes are present when only something else remains to be done. */
  | { readonly kind: 'incomplete'; readonly phase: Phase; readonly attributes?: Attributes };
