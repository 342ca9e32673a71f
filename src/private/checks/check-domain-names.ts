import { aws_route53 as route53, Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';
import { isUnknown } from '../unknown-name';

/** Of names without wildcard, as Lightsail has no certificate with one. */
const DOMAIN_NAME = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;
const MAX_LENGTH = 253;

/** Checks a domain name and that none of those before it is the same. */
export function checkDomainName(property: string, domainName: string, before: readonly string[]): Findings {
  if (isUnknown(domainName)) { return []; }
  if (before.some((other) => other.toLowerCase() === domainName.toLowerCase())) {
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

/** How messages call the domain names and their hosted zones. */
export interface HostedZoneWords {
  /** The property that a name in the wrong zone is reported for. */
  readonly property: string;
  /** What has the domain names. */
  readonly names: string;
  /** The property that has the zones. */
  readonly zones: string;
  /** What to do about a name without a zone. */
  readonly remedy: string;
}

/** Checks that each domain name has a hosted zone, and no zone is left over. */
export function checkHostedZones(words: HostedZoneWords, domainNames: readonly string[], { hostedZone, hostedZones = {} }: HostedZones): Findings {
  const { names, zones } = words;
  return [
    ...domainNames.flatMap((domainName) => checkZone(words, domainName, hostedZones[domainName] ?? hostedZone)),
    ...Object.keys(hostedZones).filter((domainName) => !domainNames.includes(domainName)).flatMap((domainName) => finding(zones, {
      what: 'unknown domain name', got: `"${domainName}"`, allowed: `the names of ${names} are allowed`, todo: `add it to ${names}, or remove its zone`,
    })),
  ];
}

function checkZone({ property, zones, remedy }: HostedZoneWords, domainName: string, zone: route53.IHostedZone | undefined): Findings {
  if (zone === undefined) {
    return finding(zones, { what: 'no hosted zone', got: `"${domainName}"`, allowed: 'each domain name needs one', todo: remedy });
  }
  const zoneName = zoneNameOf(zone);
  if (isUnknown(domainName) || zoneName === undefined || Token.isUnresolved(zoneName)) { return []; }
  return `.${domainName}`.toLowerCase().endsWith(`.${zoneName}`.toLowerCase()) ? [] : finding(property, {
    what: `not in the hosted zone ${zoneName}`, got: `"${domainName}"`, allowed: `${zoneName} and its subdomains are allowed`, todo: `choose the zone of this name in ${zones}`,
  });
}

/** `undefined` for a zone that was imported by its ID alone, whose name throws an error. */
function zoneNameOf(zone: route53.IHostedZone): string | undefined {
  try {
    return zone.zoneName;
  } catch {
    return undefined;
  }
}
