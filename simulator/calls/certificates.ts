import { invalidInput, notFound } from '../errors';
import { enforceFreeName, Outcome } from './call';
import { pageOf } from './paging';
import { Input } from '../model/operations';
import { findCertificate } from '../rules/certificate';
import { mergedTags } from '../rules/tags';
import { Account } from '../state/account';
import { Certificate, certificateDomains } from '../state/certificate';
import { describeOperation, startOperation } from '../state/operations';
import { seenCertificates, seenDistributions } from '../state/sight';
import { isValidated, usersOf, validationRecord } from '../state/validation';

/** The domain names for which no certificate is issued. */
const NEVER_ISSUED = /(^|\.)(amazonaws\.com|cloudfront\.net|elasticbeanstalk\.com)$/i;

/** In milliseconds. */
const YEAR = 365 * 24 * 3_600_000;

/** The result of Lightsail's attempt to add the record to a DNS zone. Lightsail may not be authorized if the zone is elsewhere. */
const DNS_RECORD_CREATION = {
  FAILED: { code: 'FAILED', message: 'User not authorized' },
  STARTED: { code: 'STARTED' },
  SUCCEEDED: { code: 'SUCCEEDED' },
};

export function createCertificate(account: Account, input: Input<'CreateCertificate'>, { failure }: Outcome) {
  const { certificateName, domainName, subjectAlternativeNames = [], tags = [] } = input;
  enforceFreeName(account, certificateName);
  enforceQuota(account);
  const domains = [...new Set([domainName, ...subjectAlternativeNames])];
  const isRefused = failure !== undefined || domains.some((domain) => NEVER_ISSUED.test(domain));
  const certificate: Certificate = {
    name: certificateName,
    arn: account.arn('Certificate'),
    domainName,
    subjectAlternativeNames: domains,
    status: isRefused ? 'FAILED' : 'PENDING_VALIDATION',
    requestFailureReason: isRefused ? 'DOMAIN_NOT_ALLOWED' : undefined,
    createdAt: account.clock.now(),
    tags: mergedTags([], tags),
  };
  account.certificates.set(certificateName, certificate);
  account.certificateRequests.push(certificate.createdAt);
  if (account.behaviour.dnsRecordCreation === 'SUCCEEDED') {
    for (const domain of domains) {
      const record = validationRecord(account, certificate, domain);
      if (record !== undefined) account.dnsRecords.set(record.name, record.value);
    }
  }
  const operation = startOperation(account, {
    resourceName: certificateName, resourceType: 'Certificate', operationType: 'CreateCertificate', seconds: 0, failure,
  });
  return { certificate: describeCertificate(account, certificate, true), operations: [describeOperation(account, operation)] };
}

export function deleteCertificate(account: Account, { certificateName }: Input<'DeleteCertificate'>, { failure }: Outcome) {
  const certificate = findCertificate(account, certificateName);
  const [user] = usersOf(account, certificate, seenDistributions(account));
  if (user !== undefined) throw invalidInput(`the certificate ${certificateName} is in use by ${user}`);
  if (!failure) account.certificates.delete(certificateName);
  const operation = startOperation(account, {
    resourceName: certificateName, resourceType: 'Certificate', operationType: 'DeleteCertificate', seconds: 0, failure,
  });
  return { operations: [describeOperation(account, operation)] };
}

export function getCertificates(account: Account, input: Input<'GetCertificates'>, { isStale }: Outcome) {
  const { certificateName, certificateStatuses, includeCertificateDetails = false, pageToken } = input;
  const { behaviour } = account;
  const seen = seenCertificates(account, isStale);
  if (certificateName !== undefined && !seen.has(certificateName) && behaviour.missingCertificateOnRead === 'NotFoundException') {
    throw notFound('NotFoundException', certificateName);
  }
  const matching = [...seen.values()].map(({ resource }) => resource).filter(({ name, status }) =>
    (certificateName === undefined || name === certificateName)
    && (!certificateStatuses?.length || (certificateStatuses as readonly string[]).includes(status)));
  // A read of one certificate returns its details even without the flag.
  const withDetails = includeCertificateDetails || certificateName !== undefined;
  const { elements, nextPageToken } = pageOf(matching, behaviour.pageSize, pageToken);
  return { certificates: elements.map((certificate) => describeCertificate(account, certificate, withDetails, isStale)), nextPageToken };
}

/** A certificate as the API returns it. */
export function describeCertificate(account: Account, certificate: Certificate, withDetail: boolean, isStale = false) {
  const { arn, name, domainName, tags } = certificate;
  const certificateDetail = withDetail ? detail(account, certificate, isStale) : undefined;
  return { certificateArn: arn, certificateName: name, domainName, certificateDetail, tags };
}

function detail(account: Account, certificate: Certificate, isStale: boolean) {
  const { createdAt, issuedAt, notAfter, renewalStatus } = certificate;
  return {
    arn: certificate.arn,
    name: certificate.name,
    domainName: certificate.domainName,
    status: certificate.status,
    requestFailureReason: certificate.requestFailureReason,
    subjectAlternativeNames: certificate.subjectAlternativeNames,
    domainValidationRecords: certificateDomains(certificate).flatMap((domainName) => describeValidation(account, certificate, domainName)),
    inUseResourceCount: usersOf(account, certificate, seenDistributions(account, isStale)).length,
    keyAlgorithm: 'RSA-2048',
    createdAt: createdAt / 1000,
    ...(issuedAt !== undefined && { issuedAt: issuedAt / 1000, notBefore: issuedAt / 1000 }),
    ...(notAfter !== undefined && { notAfter: notAfter / 1000 }),
    ...(renewalStatus !== undefined && { renewalSummary: { renewalStatus } }),
    tags: certificate.tags,
  };
}

function describeValidation(account: Account, certificate: Certificate, domainName: string) {
  const resourceRecord = validationRecord(account, certificate, domainName);
  const { clock, behaviour } = account;
  if (resourceRecord === undefined || clock.now() - certificate.createdAt < behaviour.validationRecordSeconds * 1000) return [];
  const isValid = certificate.status === 'ISSUED' || isValidated(account, certificate, domainName);
  const isOver = ['FAILED', 'VALIDATION_TIMED_OUT'].includes(certificate.status);
  return [{
    domainName,
    resourceRecord,
    dnsRecordCreationState: DNS_RECORD_CREATION[behaviour.dnsRecordCreation],
    validationStatus: isValid ? 'SUCCESS' : isOver ? 'FAILED' : 'PENDING_VALIDATION',
  }];
}

function enforceQuota({ certificates, certificateRequests, clock }: Account): void {
  const active = [...certificates.values()].filter(({ status }) => status === 'ISSUED' || status === 'PENDING_VALIDATION');
  if (active.length >= 10) throw invalidInput('an account can have 10 active certificates');
  const inYear = certificateRequests.filter((at) => clock.now() - at < YEAR);
  if (inYear.length >= 20) throw invalidInput('Sorry, you\'ve requested too many certificates for your account.');
}
