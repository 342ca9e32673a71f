import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';

/**
 * The attached certificate; one whose domain names are not accepted is recorded, yet not in service. Which names these are
 * is known only with the certificate at hand.
 */
export function servedCertificate(live: LightsailDistribution, certificate?: CertificateSummary): string {
  const { certificateName, alternativeDomainNames = [] } = live;
  if (!certificateName) return '';
  const unserved = certificate?.certificateName === certificateName ? unservedDomainNames(certificate, alternativeDomainNames) : [];
  if (alternativeDomainNames.length > 0 && unserved.length === 0) return certificateName;
  return `${certificateName} (recorded, but not served: ${unserved.join(', ') || 'its domain names'})`;
}

function unservedDomainNames({ domainName, certificateDetail }: CertificateSummary, served: readonly string[]): readonly string[] {
  const wanted = new Set([domainName, ...certificateDetail?.subjectAlternativeNames ?? []]);
  return [...wanted].filter((name): name is string => name !== undefined && !served.includes(name));
}
