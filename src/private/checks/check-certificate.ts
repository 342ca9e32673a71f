import { Token } from 'aws-cdk-lib';
import { checkDistributionName, checkRemovalPolicy } from './check-distribution';
import { checkDomainName, checkHostedZones } from './check-domain-names';
import { checkSeconds } from './check-values';
import { finding, Findings } from './finding';
import { DistributionCertificateProps } from '../../distribution-certificate-props';

/** Besides the primary one. */
const MAX_ALTERNATIVE_NAMES = 9;

/** Names for which AWS issues no certificate. */
const DOMAIN_OF_AWS = /(^|\.)(amazonaws\.com|cloudfront\.net|elasticbeanstalk\.com)$/i;

/** Checks all properties of a certificate, except its tags. */
export function checkCertificate({ domainName, subjectAlternativeNames = [], validation, ...props }: DistributionCertificateProps): Findings {
  const domainNames = [domainName, ...subjectAlternativeNames];
  return [
    ...checkDistributionName('certificateName', props.certificateName, 'choose another name, or leave it out to have one generated'),
    ...checkRemovalPolicy(props.removalPolicy),
    ...checkSeconds('timeout', props.timeout, { min: 60, max: 3000 }),
    ...checkName('domainName', domainName, false),
    ...subjectAlternativeNames.flatMap((name, index) => checkName('subjectAlternativeNames', name, domainNames.indexOf(name) <= index)),
    ...(subjectAlternativeNames.length <= MAX_ALTERNATIVE_NAMES ? [] : finding('subjectAlternativeNames', {
      what: 'too many domain names', got: subjectAlternativeNames.length, allowed: `at most ${MAX_ALTERNATIVE_NAMES} are allowed`, todo: 'use a second certificate and distribution',
    })),
    ...(validation?.hostedZone || validation?.hostedZones ? checkHostedZones('the certificate', 'validation', domainNames, validation) : []),
  ];
}

function checkName(property: string, domainName: string, isRepeated: boolean): Findings {
  const findings = checkDomainName(property, domainName, isRepeated);
  if (findings.length > 0 || Token.isUnresolved(domainName) || !DOMAIN_OF_AWS.test(domainName)) { return findings; }
  return finding(property, {
    what: 'domain of AWS', got: `"${domainName}"`, allowed: 'AWS issues certificates only for domains of its users', todo: 'use a domain of your own',
  });
}
