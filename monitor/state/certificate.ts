import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import type { Gauges } from '../metrics';

/** In milliseconds. */
const DAY = 86_400_000;

/** The renewal needs an action of the user, or failed. */
const BLOCKED: readonly unknown[] = ['PendingValidation', 'Failed'];

/** Days until the certificate expires, and whether its renewal is blocked. */
export function certificateGauges(certificate: CertificateSummary | undefined, now: number): Gauges {
  if (certificate === undefined) return {};
  const { notAfter, renewalSummary } = certificate.certificateDetail ?? {};
  const days = Math.floor((notAfter?.getTime?.() ?? NaN) / DAY - now * 1000 / DAY);
  return {
    ...(Number.isFinite(days) && { CertificateDaysToExpiry: Math.max(0, days) }),
    CertificateRenewalBlocked: BLOCKED.includes(renewalSummary?.renewalStatus) ? 1 : 0,
  };
}
