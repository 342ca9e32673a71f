import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { ShownCertificate, ShownDistribution } from '../../simulator';

/** Converts a distribution from the format of the SDK to that of the simulator. */
export function shownDistribution(live: LightsailDistribution): ShownDistribution {
  return { ...live, name: live.name ?? '', createdAt: live.createdAt?.getTime() ?? 0 } as ShownDistribution;
}

export function shownCertificate({ certificateName = '', certificateArn, domainName, certificateDetail = {}, tags }: CertificateSummary): ShownCertificate {
  const { status, subjectAlternativeNames, requestFailureReason, createdAt } = certificateDetail;
  return {
    name: certificateName,
    arn: certificateArn,
    domainName,
    subjectAlternativeNames,
    status,
    requestFailureReason,
    createdAt: createdAt?.getTime() ?? 0,
    tags: tags as ShownCertificate['tags'],
  };
}
