import { checkDomainName, checkHostedZones, HostedZones, HostedZoneWords } from './check-domain-names';
import { finding, Findings } from './finding';
import { isListToken } from '../unknown-name';

const WORDS: HostedZoneWords = {
  property: 'domainNames', names: 'domainNames', zones: 'hostedZones', remedy: 'set hostedZone, or add the name to hostedZones',
};

/** Checks the domain names of alias records and their hosted zones. */
export function checkAliasRecords(domainNames: readonly string[], zones: HostedZones): Findings {
  if (domainNames.some(isListToken)) {
    return finding('domainNames', {
      what: 'unknown at synthesis', got: 'a list that is a token', allowed: 'each domain name has records of its own', todo: 'specify the domain names one by one',
    });
  }
  return [
    ...(domainNames.length > 0 ? [] : finding('domainNames', {
      what: 'no domain names', got: '[]', allowed: 'at least one is required', todo: 'add the domain names of the certificate',
    })),
    ...domainNames.flatMap((domainName, index) => checkDomainName('domainNames', domainName, domainNames.slice(0, index))),
    ...checkHostedZones(WORDS, domainNames, zones),
  ];
}
