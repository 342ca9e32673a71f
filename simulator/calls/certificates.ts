import { createHash } from 'node:crypto';
import { invalidInput, notFound } from '../errors';
import { enforceFreeName, Outcome } from './call';
import { pageOf } from './paging';
import { Input } from '../model/operations';
import { findCertificate } from '../rules/certificate';
import { mergedTags } from '../rules/tags';
import { Account } from '../state/account';
import { Certificate, certificateDomains } from '../state/certificate';
import { describeOperation, startOperation } from '../state/operations';

export function createCertificate(account: Account, input: Input<'CreateCertificate'>, { failure }: Outcome) {
  const { certificateName, domainName, subjectAlternativeNames = [], tags = [] } = input;
  enforceFreeName(account, certificateName);
  const active = [...account.certificates.values()].filter(({ status }) => status === 'ISSUED' || status === 'PENDING_VALIDATION');
  if (active.length >= 10) throw invalidInput('an account can have 10 active certificates');
  const certificate: Certificate = {
    name: certificateName,
    arn: account.arn('Certificate'),
    domainName,
    subjectAlternativeNames,
    status: failure ? 'FAILED' : 'PENDING_VALIDATION',
    createdAt: account.clock.now(),
    tags: mergedTags([], tags),
  };
  account.certificates.set(certificateName, certificate);
  const operation = startOperation(account, {
    resourceName: certificateName, resourceType: 'Certificate', operationType: 'CreateCertificate', seconds: 0, failure,
  });
  return { certificate: describeCertificate(account, certificate, true), operations: [describeOperation(account, operation)] };
}

export function deleteCertificate(account: Account, { certificateName }: Input<'DeleteCertificate'>, { failure }: Outcome) {
  const certificate = findCertificate(account, certificateName);
  const user = usersOf(account, certificate)[0];
  if (user !== undefined) throw invalidInput(`the certificate ${certificateName} is in use by ${user}`);
  if (!failure) account.certificates.delete(certificateName);
  const operation = startOperation(account, {
    resourceName: certificateName, resourceType: 'Certificate', operationType: 'DeleteCertificate', seconds: 0, failure,
  });
  return { operations: [describeOperation(account, operation)] };
}

export function getCertificates(account: Account, input: Input<'GetCertificates'>) {
  const { certificateName, certificateStatuses, includeCertificateDetails = false, pageToken } = input;
  const { certificates, behaviour } = account;
  if (certificateName !== undefined && !certificates.has(certificateName) && behaviour.missingCertificateOnRead === 'error') {
    throw notFound(behaviour.missingCertificate, certificateName);
  }
  const wanted = [...certificates.values()].filter(({ name, status }) =>
    (certificateName === undefined || name === certificateName)
    && (!certificateStatuses?.length || (certificateStatuses as readonly string[]).includes(status)));
  const { elements, nextPageToken } = pageOf(wanted, behaviour.pageSize, pageToken);
  return { certificates: elements.map((certificate) => describeCertificate(account, certificate, includeCertificateDetails)), nextPageToken };
}

/** A certificate as the API shows it. */
export function describeCertificate(account: Account, certificate: Certificate, withDetail: boolean) {
  const { arn, name, domainName, tags } = certificate;
  return { certificateArn: arn, certificateName: name, domainName, certificateDetail: withDetail ? detail(account, certificate) : undefined, tags };
}

function detail(account: Account, certificate: Certificate) {
  const isIssued = certificate.status === 'ISSUED';
  return {
    arn: certificate.arn,
    name: certificate.name,
    domainName: certificate.domainName,
    status: certificate.status,
    subjectAlternativeNames: certificate.subjectAlternativeNames,
    domainValidationRecords: certificateDomains(certificate).map((domainName) => ({
      domainName,
      resourceRecord: { name: `_${digest(domainName)}.${domainName}.`, type: 'CNAME', value: `_${digest(certificate.arn + domainName)}.acm-validations.aws.` },
      validationStatus: isIssued ? 'SUCCESS' : 'PENDING_VALIDATION',
    })),
    inUseResourceCount: usersOf(account, certificate).length,
    keyAlgorithm: 'RSA-2048',
    createdAt: certificate.createdAt / 1000,
    tags: certificate.tags,
  };
}

function usersOf({ distributions }: Account, { name }: Certificate): readonly string[] {
  return [...distributions.values()].filter(({ requested }) => requested.certificateName === name).map((distribution) => distribution.name);
}

function digest(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
