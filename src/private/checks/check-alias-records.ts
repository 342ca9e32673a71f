import { checkDomainName, checkHostedZones, HostedZones } from './check-domain-names';
import { finding, Findings } from './finding';

/** Checks the domain names of alias records and their hosted zones. */
export function checkAliasRecords(domainNames: readonly string[], zones: HostedZones): Findings {
  return [
    ...(domainNames.length > 0 ? [] : finding('domainNames', {
      what: 'no domain names', got: '[]', allowed: 'at least one is required', todo: 'add the domain names of the certificate',
    })),
    ...domainNames.flatMap((domainName, index) => checkDomainName('domainNames', domainName, domainNames.indexOf(domainName) < index)),
    ...checkHostedZones('domainNames', 'hostedZones', domainNames, zones),
  ];
}
