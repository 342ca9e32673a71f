import type { SentWrite } from '../lightsail/writes';
import { type Converged, type Deleting, deletionPhase as deletionPhaseBy, noMembers, sentWrite, type Unobserved } from '../phase';
import { anyText, type Codec, flag, record, variantOf } from '../protocol/codec';

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

/** The calls that change the settings of a distribution. */
export type UpdateCall = 'AttachCertificateToDistribution' | 'UpdateDistribution' | 'UpdateDistributionBundle' | 'SetIpAddressType';

/** What the first call of a request knew, which a poll cannot find out. */
export interface FirstObservation {
  /** Whether the request attaches a certificate; absent when the distribution was busy. */
  readonly attachesCertificate?: boolean;
  /** Description of what the request changes. */
  readonly changes: string;
}

/** The phases of a request for settings, as polls get them. */
export type SettingsPhase = Unobserved | Waiting | Sent | Creating;
export type DeletionPhase = Unobserved | Deleting<'DeleteDistribution'>;
export type DistributionPhase = SettingsPhase | Converged | DeletionPhase;

export const UPDATE_CALLS: readonly UpdateCall[] = ['AttachCertificateToDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType'];

const first = record<FirstObservation>({ attachesCertificate: flag, changes: anyText }, ['changes']);

/** Reads the phase of a Create or Update. */
export const settingsPhase: Codec<SettingsPhase | Converged> = variantOf('phase', {
  unobserved: noMembers,
  waiting: record<Omit<Waiting, 'phase'>>({ fenced: flag, tagged: flag, first }, ['fenced', 'tagged', 'first']),
  sent: record<Omit<Sent, 'phase'>>({ fenced: flag, sent: sentWrite(...UPDATE_CALLS), first }, ['fenced', 'sent', 'first']),
  creating: record<Omit<Creating, 'phase'>>({ sent: sentWrite('CreateDistribution'), error: anyText, first }, ['sent', 'first']),
  converged: noMembers,
});

/** Reads the phase of a Delete. */
export const deletionPhase: Codec<DeletionPhase> = deletionPhaseBy('DeleteDistribution');
