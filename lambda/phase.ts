import type { SentWrite, WriteCall } from './lightsail/writes';
import { type Codec, flag, oneOf, record, text, variantOf, wholeNumber } from './protocol/codec';
import type { FirstCall } from './reconcile';

/** Lightsail did not respond to the first call, so nothing is known. */
export interface Unobserved { readonly phase: 'unobserved' }

export const UNOBSERVED: Unobserved = { phase: 'unobserved' };

/** The resource was as desired at the first call; an orphan remains to be deleted. */
export interface Converged { readonly phase: 'converged' }

/** The first call of a Delete observed the resource. */
export interface Deleting<C extends WriteCall = WriteCall> {
  readonly phase: 'deleting';
  /** It is the one that CloudFormation knows, so the Delete looks for no other. */
  readonly found: boolean;
  readonly sent?: SentWrite<C>;
}

/** What ends a Create or Update, or belongs to a Delete: a goal that the resource exists knows nothing from it. */
type OtherGoal = Converged | Deleting;

/** The phase of the goal that the resource exists. Any other phase means that nothing is known. */
export function presentPhaseOf<P extends { readonly phase: string }>(phase: P | OtherGoal): Exclude<P, OtherGoal> | Unobserved {
  return phase.phase === 'deleting' || phase.phase === 'converged' ? UNOBSERVED : phase as Exclude<P, OtherGoal>;
}

/** The phase of a deletion. Any other phase means that nothing is known. */
export function deletionPhaseOf<D extends Deleting>(phase: FirstCall | D | { readonly phase: string }): FirstCall | D | Unobserved {
  return phase.phase === 'first call' || phase.phase === 'deleting' ? phase as FirstCall | D : UNOBSERVED;
}

export const sentWrite = <C extends WriteCall>(...calls: readonly C[]): Codec<SentWrite<C>> =>
  record<SentWrite<C>>({ call: oneOf(...calls), at: wholeNumber, operationId: text }, ['call', 'at']);

/** A phase without members. */
export const noMembers: Codec<object> = record({});

/** Reads the phase of a Delete. */
export const deletionPhase = <C extends WriteCall>(call: C): Codec<Unobserved | Deleting<C>> => variantOf('phase', {
  unobserved: noMembers,
  deleting: record<Omit<Deleting<C>, 'phase'>>({ found: flag, sent: sentWrite(call) } as never, ['found']),
} as never);
