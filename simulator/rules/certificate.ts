import { invalidInput, notFound } from '../errors';
import { Account } from '../state/account';
import { Certificate, certificateDomains } from '../state/certificate';
import { DistributionSettings } from '../state/distribution';

type CertificateSettings = Pick<DistributionSettings, 'certificateName' | 'alternativeDomainNames' | 'viewerMinimumTlsProtocolVersion'>;

/** What viewers need at least, once the distribution has domains of its own and nothing else was asked for. */
export const customDomainsTlsProtocolVersion = 'TLSv1.2_2021';

const noCertificate = { certificateName: undefined, alternativeDomainNames: [] };

export function findCertificate({ certificates, behaviour }: Account, certificateName: string): Certificate {
  const certificate = certificates.get(certificateName);
  if (!certificate) throw notFound(behaviour.missingCertificate, certificateName);
  return certificate;
}

/** The certificate that an update leaves the distribution with. */
export function newCertificate(
  account: Account,
  distributionName: string,
  current: CertificateSettings,
  certificateName: string | undefined,
  useDefaultCertificate: boolean | undefined,
): Partial<CertificateSettings> {
  const { omittedUseDefaultCertificate, certificateNameAlone, certificateSwap } = account.behaviour;
  if (certificateName === undefined) {
    return useDefaultCertificate ?? omittedUseDefaultCertificate === 'true' ? noCertificate : {};
  }
  if (useDefaultCertificate) throw invalidInput('certificateName and useDefaultCertificate true exclude each other');
  const isSwap = current.certificateName !== undefined && current.certificateName !== certificateName;
  if (isSwap && certificateSwap === 'refused') {
    throw invalidInput(`the distribution has the certificate ${current.certificateName}; detach it first`);
  }
  const attached = attachedCertificate(account, distributionName, current, certificateName);
  const isServed = useDefaultCertificate === false || certificateNameAlone === 'attaches';
  return isServed ? attached : { ...attached, alternativeDomainNames: [] };
}

export function attachedCertificate(
  account: Account,
  distributionName: string,
  current: CertificateSettings,
  certificateName: string,
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
    alternativeDomainNames: domains,
    viewerMinimumTlsProtocolVersion: current.viewerMinimumTlsProtocolVersion ?? customDomainsTlsProtocolVersion,
  };
}
