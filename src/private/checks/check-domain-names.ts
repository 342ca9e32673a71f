import { aws_route53 as route53, Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';

/** Of names without wildcard, as Lightsail has no certificate with one. */
const DOMAIN_NAME = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;
const MAX_LENGTH = 253;

/** Checks a domain name that occurs once. */
export function checkDomainName(property: string, domainName: string, isRepeated: boolean): Findings {
  if (Token.isUnresolved(domainName)) { return []; }
  if (isRepeated) {
    return finding(property, { what: 'domain name given twice', got: `"${domainName}"`, allowed: 'each name is allowed once', todo: 'remove one' });
  }
  return domainName.length <= MAX_LENGTH && DOMAIN_NAME.test(domainName) ? [] : finding(property, {
    what: 'malformed domain name',
    got: `"${domainName}"`,
    allowed: 'a full domain name without wildcard and without a final dot is allowed, such as "www.example.com"',
    todo: 'correct it',
  });
}

/** The hosted zones of domain names: one for all, or single ones by domain name. */
export interface HostedZones {
  readonly hostedZone?: route53.IHostedZone;
  readonly hostedZones?: { readonly [domainName: string]: route53.IHostedZone };
}

/** Checks that each domain name has a hosted zone, and no zone is left over. `names` and `zones` are the properties that contain them. */
export function checkHostedZones(
  names: string, zones: string, domainNames: readonly string[], { hostedZone, hostedZones = {} }: HostedZones,
): Findings {
  return [
    ...domainNames.flatMap((domainName) => checkZone(names, zones, domainName, hostedZones[domainName] ?? hostedZone)),
    ...Object.keys(hostedZones).filter((domainName) => !domainNames.includes(domainName)).flatMap((domainName) => finding(zones, {
      what: 'unknown domain name', got: `"${domainName}"`, allowed: `the names of ${names} are allowed`, todo: `add it to ${names}, or remove its zone`,
    })),
  ];
}

function checkZone(names: string, zones: string, domainName: string, zone: route53.IHostedZone | undefined): Findings {
  if (zone === undefined) {
    return finding(zones, {
      what: 'no hosted zone', got: `"${domainName}"`, allowed: 'each domain name needs one', todo: `set hostedZone, or add the name to ${zones}`,
    });
  }
  const { zoneName } = zone;
  if (Token.isUnresolved(domainName) || Token.isUnresolved(zoneName)) { return []; }
  return domainName === zoneName || domainName.endsWith(`.${zoneName}`) ? [] : finding(names, {
    what: `not in the hosted zone ${zoneName}`, got: `"${domainName}"`, allowed: `${zoneName} and its subdomains are allowed`, todo: `choose the zone of this name in ${zones}`,
  });
}
