import { RemovalPolicy } from 'aws-cdk-lib';
import { BOOLEAN, enumOf, listOf, mapOf, optionsOf, text } from './kinds';
import { HOSTED_ZONE, LIGHTSAIL_DOMAIN, ROLE } from './references';
import { known, required } from './type';
import { DURATION, valueOf } from './values';
import { CertificateValidation } from '../../../certificate-validation';
import { DistributionCertificateProps } from '../../../distribution-certificate-props';

export const CERTIFICATE_PROPS = optionsOf<DistributionCertificateProps>({
  domainName: required(text('example.com')),
  subjectAlternativeNames: listOf(text('www.example.com'), '["www.example.com"]'),
  certificateName: text('my-cert'),
  tags: mapOf(text('production'), '{ stage: "production" }'),
  validation: valueOf<CertificateValidation>('a CertificateValidation', {
    hostedZone: HOSTED_ZONE,
    hostedZones: mapOf(HOSTED_ZONE, '{ "example.com": zone }'),
    role: ROLE,
    domain: LIGHTSAIL_DOMAIN,
  }, () => 'use a method such as CertificateValidation.fromDns(zone)'),
  waitForIssuance: BOOLEAN,
  // Without SNAPSHOT, which another check refuses.
  removalPolicy: known(enumOf('a RemovalPolicy', RemovalPolicy, ['DESTROY', 'RETAIN', 'RETAIN_ON_UPDATE_OR_DELETE'])),
  timeout: DURATION,
}, '{ domainName: "example.com" }');
