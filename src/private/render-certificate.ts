import { aws_iam as iam, aws_route53 as route53 } from 'aws-cdk-lib';
import { CertificateProperties, CertificateZone } from './resource-properties';
import { CertificateValidation } from '../certificate-validation';
import { DistributionCertificateProps } from '../distribution-certificate-props';

/** The properties of a certificate, without its name and tags. Expects options without findings. */
export function renderCertificate(props: DistributionCertificateProps): Omit<CertificateProperties, 'certificateName' | 'tags'> {
  return {
    domainName: props.domainName,
    subjectAlternativeNames: props.subjectAlternativeNames,
    hostedZones: props.validation && renderHostedZones(props.validation),
    waitForIssuance: props.waitForIssuance,
    timeoutSeconds: props.timeout?.toSeconds(),
  };
}

function renderHostedZones({ hostedZone, hostedZones, role }: CertificateValidation): CertificateZone[] | undefined {
  if (hostedZone !== undefined) return [renderHostedZone(hostedZone, role)];
  return hostedZones && Object.entries(hostedZones).map(([domainName, zone]) => ({ domainName, ...renderHostedZone(zone, role) }));
}

function renderHostedZone({ hostedZoneId }: route53.IHostedZone, role: iam.IRole | undefined): CertificateZone {
  return { hostedZoneId, roleArn: role?.roleArn };
}
