import { createHash } from 'node:crypto';
import { Account } from './account';
import { Certificate, certificateDomains } from './certificate';
import { Distribution } from './distribution';
import { seenDistributions, Sights } from './sight';

/** In milliseconds. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The FAQ of Lightsail states this period for load balancers. */
const VALIDATION_PERIOD = 72 * HOUR;

/** 13 months. */
const VALIDITY = 395 * DAY;
const RENEWAL_BEFORE_EXPIRY = 60 * DAY;

const RESERVED_TOP_LEVEL_DOMAINS = ['example', 'invalid', 'localhost', 'test'];

export interface ValidationRecord {
  readonly name: string;
  readonly type: 'CNAME';
  readonly value: string;
}

/** The DNS record that proves control of a domain. A reserved domain has none. */
export function validationRecord({ id, behaviour }: Account, { arn }: Certificate, domainName: string): ValidationRecord | undefined {
  const domain = domainName.toLowerCase();
  if (RESERVED_TOP_LEVEL_DOMAINS.includes(domain.split('.').at(-1)!)) return undefined;
  const owner = behaviour.validationRecords === 'perDomain' ? id : arn;
  return { name: `_${digest(domain)}.${domain}.`, type: 'CNAME', value: `_${digest(owner + domain)}.acm-validations.aws.` };
}

export function isValidated(account: Account, certificate: Certificate, domainName: string): boolean {
  const record = validationRecord(account, certificate, domainName);
  if (record === undefined) return false;
  return [account.dnsRecords, account.lookedUpRecords].some((records) => records.get(record.name) === record.value);
}

/** Whether the account has a certificate that could be issued or renewed now if its records exist. */
export function awaitsRecords(account: Account): boolean {
  return [...account.certificates.values()].some((certificate) =>
    certificate.status === 'PENDING_VALIDATION' || (certificate.status === 'ISSUED' && isDueForRenewal(account, certificate)));
}

/** The transitions of a certificate that need no API call, by its status. */
const TRANSITIONS: Readonly<Record<string, (account: Account, certificate: Certificate) => Partial<Certificate> | undefined>> = {
  PENDING_VALIDATION: issued,
  ISSUED: renewed,
};

/** Issues, renews and expires certificates, depending on the time and their validation records. */
export function validateCertificates(account: Account): void {
  const { certificates, previousCertificates, clock } = account;
  for (const [name, certificate] of certificates) {
    const validated = TRANSITIONS[certificate.status]?.(account, certificate);
    if (validated === undefined) continue;
    certificates.set(name, { ...certificate, ...validated });
    if (validated.status !== undefined) previousCertificates.set(name, { resource: certificate, at: clock.now() });
  }
}

function issued(account: Account, certificate: Certificate): Partial<Certificate> | undefined {
  const now = account.clock.now();
  const { issueSeconds } = account.behaviour;
  if (!hasAllRecords(account, certificate)) {
    if (now - certificate.createdAt >= VALIDATION_PERIOD) return { status: 'VALIDATION_TIMED_OUT' };
    return certificate.recordsSeenAt === undefined ? undefined : { recordsSeenAt: undefined };
  }
  const { recordsSeenAt = now } = certificate;
  if (now - recordsSeenAt < issueSeconds * 1000) return { recordsSeenAt };
  const issuedAt = recordsSeenAt + issueSeconds * 1000;
  return { status: 'ISSUED', recordsSeenAt, issuedAt, notAfter: issuedAt + VALIDITY };
}

function renewed(account: Account, certificate: Certificate): Partial<Certificate> | undefined {
  if (!isDueForRenewal(account, certificate)) return undefined;
  const now = account.clock.now();
  if (hasAllRecords(account, certificate) && isInUse(account, certificate)) {
    return { issuedAt: now, notAfter: now + VALIDITY, renewalStatus: 'Success' };
  }
  return now < certificate.notAfter ? { renewalStatus: 'PendingValidation' } : { status: 'EXPIRED', renewalStatus: 'Failed' };
}

function isDueForRenewal({ clock }: Account, certificate: Certificate): certificate is Certificate & { readonly notAfter: number } {
  return certificate.notAfter !== undefined && clock.now() >= certificate.notAfter - RENEWAL_BEFORE_EXPIRY;
}

function hasAllRecords(account: Account, certificate: Certificate): boolean {
  return certificateDomains(certificate).every((domainName) => isValidated(account, certificate, domainName));
}

/**
 * The distributions that serve the certificate or will serve it.
 * A certificate that is being replaced is served until the deployment is complete.
 */
export function usersOf({ behaviour }: Account, { name }: Certificate, distributions: Sights<Distribution>): readonly string[] {
  return [...distributions].filter(([, { resource: { requested, deployment }, at }]) => {
    const isBeingReplaced = deployment !== undefined && at < deployment.deployedAt && deployment.formerCertificateName === name;
    return requested.certificateName === name || (isBeingReplaced && behaviour.replacedCertificate === 'inUseUntilDeployed');
  }).map(([user]) => user);
}

function isInUse(account: Account, certificate: Certificate): boolean {
  return usersOf(account, certificate, seenDistributions(account)).length > 0;
}

function digest(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
