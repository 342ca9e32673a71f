import { invalidInput, notFound } from '../errors';
import { Input } from '../model/operations';
import { Account } from '../state/account';
import { Certificate, certificateDomains } from '../state/certificate';
import { DistributionSettings } from '../state/distribution';

type CertificateSettings = Pick<DistributionSettings, 'certificateName' | 'alternativeDomainNames' | 'viewerMinimumTlsProtocolVersion'>;

/** The minimum TLS version of a distribution with a certificate, if no version was requested. */
export const customDomainsTlsProtocolVersion = 'TLSv1.2_2021';

/** The domains that a distribution returns if its certificate is recorded but not served: none, or those of the previous certificate. */
export type NotServed = 'nothing' | 'former';

const noCertificate = { certificateName: undefined, alternativeDomainNames: [] };

export function findCertificate({ certificates, behaviour }: Account, certificateName: string): Certificate {
  const certificate = certificates.get(certificateName);
  if (!certificate) throw notFound(behaviour.missingCertificate, certificateName);
  return certificate;
}

/** The certificate settings of the distribution after an update. */
export function newCertificate(
  account: Account,
  current: CertificateSettings,
  { distributionName, certificateName, useDefaultCertificate }: Input<'UpdateDistribution'>,
  notServed: NotServed | undefined,
): Partial<CertificateSettings> {
  const { omittedUseDefaultCertificate, certificateNameAlone, certificateSwap } = account.behaviour;
  if (certificateName === undefined) {
    return useDefaultCertificate ?? omittedUseDefaultCertificate === 'true' ? noCertificate : {};
  }
  if (useDefaultCertificate) throw invalidInput('certificateName and useDefaultCertificate true exclude each other');
  if (certificateSwap === 'refused') enforceNoOther(current, certificateName);
  const isAsked = useDefaultCertificate === false || certificateNameAlone === 'attaches';
  return attachedCertificate(account, current, { distributionName, certificateName }, isAsked ? notServed : 'nothing');
}

export function enforceNoOther({ certificateName: current }: CertificateSettings, certificateName: string): void {
  if (current !== undefined && current !== certificateName) throw invalidInput(`the distribution has the certificate ${current}; detach it first`);
}

/** A recorded certificate is not served if its domains differ from those of the distribution. It can then be attached again. */
export function enforceNotServed(account: Account, current: CertificateSettings, certificateName: string): void {
  if (current.certificateName !== certificateName) return;
  const sorted = (domains: readonly string[]) => [...domains].sort().join();
  const isServed = sorted(certificateDomains(findCertificate(account, certificateName))) === sorted(current.alternativeDomainNames);
  if (isServed) throw invalidInput(`the distribution has the certificate ${certificateName} already`);
}

export function attachedCertificate(
  account: Account,
  current: CertificateSettings,
  { distributionName, certificateName }: Input<'AttachCertificateToDistribution'>,
  notServed: NotServed | undefined,
): CertificateSettings {
  const certificate = findCertificate(account, certificateName);
  if (certificate.status !== 'ISSUED') {
    throw invalidInput(`only a certificate with the status ISSUED can be attached; ${certificateName} is ${certificate.status}`);
  }
  const domains = certificateDomains(certificate);
  for (const other of account.distributions.values()) {
    if (other.name === distributionName) continue;
    if (other.requested.certificateName === certificateName) throw invalidInput(`the certificate ${certificateName} is in use by ${other.name}`);
    const taken = domains.find((domain) => other.requested.alternativeDomainNames.includes(domain));
    if (taken !== undefined) throw invalidInput(`the domain ${taken} is in use by another distribution`);
  }
  return {
    certificateName,
    alternativeDomainNames: notServed ? { nothing: [], former: current.alternativeDomainNames }[notServed] : domains,
    viewerMinimumTlsProtocolVersion: current.viewerMinimumTlsProtocolVersion ?? customDomainsTlsProtocolVersion,
  };
}
