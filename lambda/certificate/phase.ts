import type { SentWrite } from '../lightsail/writes';
import { type Converged, type Deleting, deletionPhase, noMembers, sentWrite, type Unobserved } from '../phase';
import { anyText, type Codec, record, variantOf } from '../protocol/codec';
import type { ResourceEvent } from '../protocol/event';
import { type Progress, progressOf } from '../protocol/progress';

/** The first call sent CreateCertificate. */
export interface Creating {
  readonly phase: 'creating';
  readonly sent: SentWrite<'CreateCertificate'>;
  /** The error after which it is unknown whether the call took effect. */
  readonly error?: string;
}

/** The certificate was observed. */
export interface Validating {
  readonly phase: 'validating';
  /** The pass before this one wrote the validation records. */
  readonly sent?: SentWrite<'ChangeResourceRecordSets'>;
}

export const VALIDATING: Validating = { phase: 'validating' };

/** The phases of a request for a certificate, as polls get them. */
export type IssuancePhase = Unobserved | Creating | Validating;
export type CertificatePhase = IssuancePhase | Converged | Deleting<'DeleteCertificate'>;

const issuancePhase: Codec<IssuancePhase | Converged> = variantOf('phase', {
  unobserved: noMembers,
  creating: record<Omit<Creating, 'phase'>>({ sent: sentWrite('CreateCertificate'), error: anyText }, ['sent']),
  validating: record<Omit<Validating, 'phase'>>({ sent: sentWrite('ChangeResourceRecordSets') }),
  converged: noMembers,
});

/** Reads what a poll of a certificate carries. */
export function parseProgress({ RequestType, Progress: value }: ResourceEvent): Progress<CertificatePhase> {
  const phase: Codec<CertificatePhase> = RequestType === 'Delete' ? deletionPhase('DeleteCertificate') : issuancePhase;
  return progressOf(phase)(value, 'event.Progress');
}
