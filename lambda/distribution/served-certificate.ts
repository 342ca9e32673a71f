import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';

/**
 * The attached certificate. A certificate whose domain names the distribution does not serve is recorded, but not in service. Its domain
 * names are known only if the certificate was read as well.
 */
export function servedCertificate(live: LightsailDistribution, certificate?: CertificateSummary): string {
  const { certificateName, alternativeDomainNames = [] } = live;
  if (!certificateName) return '';
  const unserved = certificate?.certificateName === certificateName ? unservedDomainNames(certificate, alternativeDomainNames) : [];
  if (alternativeDomainNames.length > 0 && unserved.length === 0) return certificateName;
  return `${certificateName} (recorded, but not served: ${unserved.join(', ') || 'its domain names'})`;
}

function unservedDomainNames({ domainName, certificateDetail }: CertificateSummary, served: readonly string[]): readonly string[] {
  const names = new Set([domainName, ...certificateDetail?.subjectAlternativeNames ?? []]);
  return [...names].filter((name): name is string => name !== undefined && !served.includes(name));
}
