import type { CertificateSummary, Operation } from '@aws-sdk/client-lightsail';
import type { Lightsail } from '../../lightsail/lightsail';
import { newestOperation } from '../../lightsail/list-operations';
import type { FirstCall } from '../../reconcile';
import type { IssuancePhase } from '../phase';
import type { CertificateRequest } from '../request';

/** What one pass observes of a certificate that has to be issued. */
export type Observation =
  | {
    readonly kind: 'absent';
    /** The operation of CreateCertificate. */
    readonly operation?: Operation;
  }
  | { readonly kind: 'present'; readonly live: CertificateSummary };

export async function observe(lightsail: Lightsail, { resourceName }: CertificateRequest, phase: IssuancePhase | FirstCall): Promise<Observation> {
  const live = await lightsail.certificate(resourceName);
  if (live !== undefined) return { kind: 'present', live };
  if (phase.phase !== 'creating') return { kind: 'absent' };
  const { operationId, at } = phase.sent;
  // A second allows for clocks that differ.
  const operation = await (operationId === undefined ? newestOperation(lightsail, resourceName, ['CreateCertificate'], at - 1_000) : lightsail.operation(operationId));
  return { kind: 'absent', operation };
}
