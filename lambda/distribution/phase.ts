import type { SentWrite, WriteCall } from '../lightsail/writes';
import { anyText, type Codec, flag, oneOf, record, text, variantOf, wholeNumber } from '../protocol/codec';
import type { FirstCall } from '../reconcile';

/** Lightsail did not respond to the first call, so nothing is known. */
export interface Unobserved { readonly phase: 'unobserved' }

export const UNOBSERVED: Unobserved = { phase: 'unobserved' };

/** The first call observed the distribution and sent no call: the distribution was busy, or only tags were to be written. */
export interface Waiting {
  readonly phase: 'waiting';
  /** The fence is written. */
  readonly fenced: boolean;
  /** The tags are written. */
  readonly tagged: boolean;
  readonly first: FirstObservation;
}

/** The first call sent a change of settings. */
export interface Sent {
  readonly phase: 'sent';
  readonly fenced: boolean;
  readonly sent: SentWrite<UpdateCall>;
  readonly first: FirstObservation;
}

/** The first call sent CreateDistribution, which carries the fence. */
export interface Creating {
  readonly phase: 'creating';
  readonly sent: SentWrite<'CreateDistribution'>;
  /** The error after which it is unknown whether the call took effect. */
  readonly error?: string;
  readonly first: FirstObservation;
}

/** The settings were as desired at the first call; an orphan remains to be deleted. */
export interface Converged { readonly phase: 'converged' }

/** The first call of a Delete observed the distribution. */
export interface Deleting {
  readonly phase: 'deleting';
  /** It is the one that CloudFormation knows, so the Delete looks for no other. */
  readonly found: boolean;
  readonly sent?: SentWrite<'DeleteDistribution'>;
}

export type UpdateCall = Exclude<WriteCall, 'CreateDistribution' | 'DeleteDistribution'>;

/** What the first call of a request knew, which a poll cannot find out. */
export interface FirstObservation {
  /** Whether the request attaches a certificate; absent when the distribution was busy. */
  readonly attachesCertificate?: boolean;
  /** Description of what the request changes. */
  readonly changes: string;
}

/** The phases of a request for settings, as polls get them. */
export type SettingsPhase = Unobserved | Waiting | Sent | Creating;
export type DeletionPhase = Unobserved | Deleting;
export type DistributionPhase = SettingsPhase | Converged | DeletionPhase;

/** The phase of a request for settings. Any other phase means that nothing is known. */
export function settingsPhaseOf(phase: DistributionPhase | FirstCall): SettingsPhase | FirstCall {
  return phase.phase === 'deleting' || phase.phase === 'converged' ? UNOBSERVED : phase;
}

/** The phase of a deletion. Any other phase means that nothing is known. */
export function deletionPhaseOf(phase: DistributionPhase | FirstCall): DeletionPhase | FirstCall {
  return phase.phase === 'first call' || phase.phase === 'deleting' ? phase : UNOBSERVED;
}

const sentWrite = <C extends WriteCall>(...calls: readonly C[]): Codec<SentWrite<C>> =>
  record<SentWrite<C>>({ call: oneOf(...calls), at: wholeNumber, operationId: text }, ['call', 'at']);

export const UPDATE_CALLS: readonly UpdateCall[] = ['AttachCertificateToDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType'];

const first = record<FirstObservation>({ attachesCertificate: flag, changes: anyText }, ['changes']);

const unobserved: Codec<object> = record({});

/** Reads the phase of a Create or Update. */
export const settingsPhase: Codec<SettingsPhase | Converged> = variantOf('phase', {
  unobserved,
  waiting: record<Omit<Waiting, 'phase'>>({ fenced: flag, tagged: flag, first }, ['fenced', 'tagged', 'first']),
  sent: record<Omit<Sent, 'phase'>>({ fenced: flag, sent: sentWrite(...UPDATE_CALLS), first }, ['fenced', 'sent', 'first']),
  creating: record<Omit<Creating, 'phase'>>({ sent: sentWrite('CreateDistribution'), error: anyText, first }, ['sent', 'first']),
  converged: unobserved,
});

/** Reads the phase of a Delete. */
export const deletionPhase: Codec<DeletionPhase> = variantOf('phase', {
  unobserved,
  deleting: record<Omit<Deleting, 'phase'>>({ found: flag, sent: sentWrite('DeleteDistribution') }, ['found']),
});
