import { aws_route53 as route53, Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';

/** Of names without wildcard, as Lightsail has no certificate with one. */
const DOMAIN_NAME = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;
const MAX_LENGTH = 253;

interface AliasRecords {
  readonly domainNames: readonly string[];
  readonly hostedZone?: route53.IHostedZone;
  readonly hostedZones?: { readonly [domainName: string]: route53.IHostedZone };
}

/** Checks the domain names of alias records and their hosted zones. */
export function checkAliasRecords({ domainNames, hostedZone, hostedZones = {} }: AliasRecords): Findings {
  return [
    ...(domainNames.length > 0 ? [] : finding('domainNames', {
      what: 'no domain names', got: '[]', allowed: 'at least one is required', todo: 'add the domain names of the certificate',
    })),
    ...domainNames.flatMap((domainName, index) => [
      ...checkDomainName(domainName, domainNames.indexOf(domainName) < index),
      ...checkZone(domainName, hostedZones[domainName] ?? hostedZone),
    ]),
    ...Object.keys(hostedZones).filter((domainName) => !domainNames.includes(domainName)).flatMap((domainName) => finding('hostedZones', {
      what: 'unknown domain name', got: `"${domainName}"`, allowed: 'the names of domainNames are allowed', todo: 'add it to domainNames, or remove its zone',
    })),
  ];
}

function checkDomainName(domainName: string, isRepeated: boolean): Findings {
  if (Token.isUnresolved(domainName)) { return []; }
  if (isRepeated) {
    return finding('domainNames', { what: 'domain name given twice', got: `"${domainName}"`, allowed: 'each name is allowed once', todo: 'remove one' });
  }
  return domainName.length <= MAX_LENGTH && DOMAIN_NAME.test(domainName) ? [] : finding('domainNames', {
    what: 'malformed domain name',
    got: `"${domainName}"`,
    allowed: 'a full domain name without wildcard and without a final dot is allowed, such as "www.example.com"',
    todo: 'correct it',
  });
}

function checkZone(domainName: string, zone: route53.IHostedZone | undefined): Findings {
  if (zone === undefined) {
    return finding('hostedZones', {
      what: 'no hosted zone', got: `"${domainName}"`, allowed: 'each domain name needs one', todo: 'set hostedZone, or add the name to hostedZones',
    });
  }
  const { zoneName } = zone;
  if (Token.isUnresolved(domainName) || Token.isUnresolved(zoneName)) { return []; }
  return domainName === zoneName || domainName.endsWith(`.${zoneName}`) ? [] : finding('domainNames', {
    what: `not in the hosted zone ${zoneName}`, got: `"${domainName}"`, allowed: `${zoneName} and its subdomains are allowed`, todo: 'choose the zone of this name in hostedZones',
  });
}
