import { CertificateStatus } from '@aws-sdk/client-lightsail';
import { whyUnissuable } from '../../../../lambda/certificate/issued/unissuable';

const UNUSABLE = 'such a certificate cannot be used';

/** Every status of the API. A new status is a compile error until it is listed. */
const REASONS: { readonly [S in CertificateStatus]: string | undefined } = {
  PENDING_VALIDATION: undefined,
  ISSUED: undefined,
  FAILED: 'got FAILED with OTHER; usually a domain name is misspelled; correct the domain names',
  VALIDATION_TIMED_OUT: 'got VALIDATION_TIMED_OUT; its validation records must exist within 72 hours; create the records as soon as the next one is requested',
  INACTIVE: `got INACTIVE; ${UNUSABLE}`,
  EXPIRED: `got EXPIRED; ${UNUSABLE}`,
  REVOKED: `got REVOKED; ${UNUSABLE}`,
};

test.each(Object.values(CertificateStatus))('%s', (status) => {
  expect(whyUnissuable({ status })).toBe(REASONS[status]);
});

test.each([undefined, {}, { status: '__proto__' as never }, { status: 'POLISHING' as never }])('a certificate may still be issued if its status is unknown: %j', (detail) => {
  expect(whyUnissuable(detail)).toBeUndefined();
});

test.each([
  ['NO_AVAILABLE_CONTACTS', 'Lightsail found no contact for a domain; check the WHOIS entry of the domain'],
  ['ADDITIONAL_VERIFICATION_REQUIRED', 'AWS needs more information about a domain, or does not issue certificates for it; contact AWS Support, and use no domain of AWS'],
  ['DOMAIN_NOT_ALLOWED', 'a domain is listed as unsafe; look it up at VirusTotal and have the entry corrected'],
  ['INVALID_PUBLIC_DOMAIN', 'a domain has no valid top-level domain; correct the domain names'],
  ['OTHER', 'usually a domain name is misspelled; correct the domain names'],
  ['SOMETHING_NEW', 'usually a domain name is misspelled; correct the domain names'],
  ['constructor', 'usually a domain name is misspelled; correct the domain names'],
])('FAILED with %s', (requestFailureReason, remedy) => {
  expect(whyUnissuable({ status: 'FAILED', requestFailureReason })).toBe(`got FAILED with ${requestFailureReason}; ${remedy}`);
});
