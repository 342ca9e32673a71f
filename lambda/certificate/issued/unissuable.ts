import type { Certificate as CertificateDetail } from '@aws-sdk/client-lightsail';

/** Why Lightsail does not issue a certificate, and what to do. */
const FAILURE_REASONS: Readonly<Record<string, string>> = {
  NO_AVAILABLE_CONTACTS: 'Lightsail found no contact for a domain; check the WHOIS entry of the domain',
  ADDITIONAL_VERIFICATION_REQUIRED: 'AWS needs more information about a domain, or does not issue certificates for it; contact AWS Support, and use no domain of AWS',
  DOMAIN_NOT_ALLOWED: 'a domain is listed as unsafe; look it up at VirusTotal and have the entry corrected',
  INVALID_PUBLIC_DOMAIN: 'a domain has no valid top-level domain; correct the domain names',
};

const OTHER_REASON = 'usually a domain name is misspelled; correct the domain names';

/** What is wrong with a certificate that will never be issued, by its status. */
const UNISSUABLE: Readonly<Record<string, (detail: CertificateDetail) => string>> = {
  FAILED: ({ requestFailureReason: reason = 'OTHER' }) => `got FAILED with ${reason}; ${Object.hasOwn(FAILURE_REASONS, reason) ? FAILURE_REASONS[reason] : OTHER_REASON}`,
  VALIDATION_TIMED_OUT: () => 'got VALIDATION_TIMED_OUT; its validation records must exist within 72 hours; create the records as soon as the next one is requested',
  INACTIVE: unusable,
  EXPIRED: unusable,
  REVOKED: unusable,
};

function unusable({ status }: CertificateDetail): string {
  return `got ${status}; such a certificate cannot be used`;
}

/** `undefined` for a certificate that is issued or can still be issued. */
export function whyUnissuable(detail: CertificateDetail = {}): string | undefined {
  return Object.hasOwn(UNISSUABLE, detail.status ?? '') ? UNISSUABLE[detail.status!](detail) : undefined;
}
