import { checkDistributionName, checkRemovalPolicy } from './check-distribution';
import { checkDomainName, checkHostedZones, HostedZones, HostedZoneWords } from './check-domain-names';
import { checkSeconds } from './check-values';
import { finding, Findings } from './finding';
import { DistributionCertificateProps } from '../../distribution-certificate-props';
import { isUnknown } from '../unknown-name';

/** Besides the primary one. */
const MAX_ALTERNATIVE_NAMES = 9;

/** Names for which AWS issues no certificate. */
const DOMAIN_OF_AWS = /(^|\.)(amazonaws\.com|cloudfront\.net|elasticbeanstalk\.com)$/i;

const WORDS: HostedZoneWords = { property: 'validation', names: 'the certificate', zones: 'validation', remedy: 'add it to the hosted zones of the validation' };

/** Checks all properties of a certificate, except its tags. */
export function checkCertificate({ domainName, subjectAlternativeNames = [], validation, ...props }: DistributionCertificateProps): Findings {
  const domainNames = [domainName, ...subjectAlternativeNames];
  return [
    ...checkDistributionName('certificateName', props.certificateName, 'choose another name, or leave it out to have one generated'),
    ...checkRemovalPolicy(props.removalPolicy, 'certificate'),
    ...checkSeconds('timeout', props.timeout, { min: 60, max: 3000 }),
    ...checkName('domainName', domainName, []),
    ...subjectAlternativeNames.flatMap((name, index) => checkName('subjectAlternativeNames', name, domainNames.slice(0, index + 1))),
    ...(subjectAlternativeNames.length <= MAX_ALTERNATIVE_NAMES ? [] : finding('subjectAlternativeNames', {
      what: 'too many domain names', got: subjectAlternativeNames.length, allowed: `at most ${MAX_ALTERNATIVE_NAMES} are allowed`, todo: 'use a second certificate and distribution',
    })),
    ...checkValidation(domainNames, validation),
  ];
}

function checkValidation(domainNames: readonly string[], { hostedZone, hostedZones }: HostedZones = {}): Findings {
  if (hostedZone !== undefined) { return checkHostedZones(WORDS, domainNames, { hostedZone }); }
  // Which zone is that of a domain name that is unknown at synthesis is unknown as well.
  return hostedZones === undefined || domainNames.some(isUnknown) ? [] : checkHostedZones(WORDS, domainNames, { hostedZones });
}

function checkName(property: string, domainName: string, before: readonly string[]): Findings {
  const findings = checkDomainName(property, domainName, before);
  if (findings.length > 0 || !DOMAIN_OF_AWS.test(domainName)) { return findings; }
  return finding(property, {
    what: 'domain of AWS', got: `"${domainName}"`, allowed: 'AWS issues certificates only for domains of its users', todo: 'use a domain of your own',
  });
}
