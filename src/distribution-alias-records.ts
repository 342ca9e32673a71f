import { aws_route53 as route53, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DistributionCertificate } from './distribution-certificate';
import { IDistribution } from './distribution-interface';
import { DistributionTarget } from './distribution-target';
import { checkAliasRecords } from './private/checks/check-alias-records';
import { HostedZones } from './private/checks/check-domain-names';
import { refuseProps } from './private/checks/check-types';
import { refuse } from './private/checks/finding';
import { BOOLEAN, listOf, mapOf, optionsOf, text } from './private/checks/types/kinds';
import { DISTRIBUTION, HOSTED_ZONE, objectWith } from './private/checks/types/references';
import { known, required } from './private/checks/types/type';

/**
 * Properties of `DistributionAliasRecords`.
 */
export interface DistributionAliasRecordsProps {
  /**
   * The distribution that the domain names point to.
   */
  readonly distribution: IDistribution;

  /**
   * The certificate of the distribution, whose domain names and hosted zones are taken where none are specified.
   *
   * @default - domain names and hosted zones are specified
   */
  readonly certificate?: DistributionCertificate;

  /**
   * The domain names: each of them once.
   *
   * @default - all domain names of the certificate
   */
  readonly domainNames?: string[];

  /**
   * The public hosted zone of all domain names without a separate one.
   *
   * @default - the hosted zones that validate the certificate, if they are in the account of the stack
   */
  readonly hostedZone?: route53.IHostedZone;

  /**
   * The public hosted zones of single domain names, by domain name.
   *
   * @default - the hosted zones that validate the certificate, if they are in the account of the stack
   */
  readonly hostedZones?: { [domainName: string]: route53.IHostedZone };

  /**
   * Whether there are also AAAA records, for IPv6.
   *
   * Set it to false if the IP address type of the distribution is `IPV4`.
   *
   * @default true
   */
  readonly ipv6?: boolean;
}

const DISTRIBUTION_ALIAS_RECORDS_PROPS = optionsOf<DistributionAliasRecordsProps>({
  distribution: required(DISTRIBUTION),
  // One that the app defines: the domain names of any other are unknown.
  certificate: objectWith<DistributionCertificate>(
    'a DistributionCertificate', ['domainNames', 'validation'], () => 'use a DistributionCertificate, or domainNames',
  ),
  // Another check says why a token is not allowed.
  domainNames: listOf(text('www.example.com'), '["www.example.com"]'),
  hostedZone: HOSTED_ZONE,
  hostedZones: mapOf(HOSTED_ZONE, '{ "www.example.com": zone }'),
  ipv6: known(BOOLEAN),
}, '{ distribution, certificate }');

/**
 * The alias records of a site: they point domain names to a distribution.
 *
 * Each domain name gets an A record, and an AAAA record for IPv6. CloudFormation creates the records after the distribution serves
 * its certificate, and deletes them before the distribution.
 *
 * @see https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-point-domain-to-distribution.html
 */
export class DistributionAliasRecords extends Construct {
  /**
   * Defines the records.
   *
   * It throws an error that lists every domain name that is given twice or has no hosted zone.
   *
   * @param scope parent of the construct
   * @param id ID of the construct
   * @param props properties of the records
   */
  constructor(scope: Construct, id: string, props: DistributionAliasRecordsProps) {
    refuseProps(scope, id, props, DISTRIBUTION_ALIAS_RECORDS_PROPS);
    super(scope, id);
    const domainNames = props.domainNames ?? props.certificate?.domainNames ?? [];
    const zones = hostedZonesOf(props, domainNames);
    refuse(this, checkAliasRecords(domainNames, zones));

    const target = route53.RecordTarget.fromAlias(new DistributionTarget(props.distribution));
    domainNames.forEach((domainName, index) => {
      const zone = (zones.hostedZones?.[domainName] ?? zones.hostedZone)!;
      // By its name, so that the order of the domain names does not matter: a record of another logical ID would exist already.
      const key = Token.isUnresolved(domainName) ? `Name${index + 1}` : domainName;
      // With the final dot CDK does not append the name of the zone.
      const recordName = `${domainName}.`;
      new route53.ARecord(this, `${key} A`, { zone, recordName, target });
      if (props.ipv6 ?? true) new route53.AaaaRecord(this, `${key} AAAA`, { zone, recordName, target });
    });
  }
}

/** The specified zones, or those of the certificate: CloudFormation cannot write to a zone that needs a role. */
function hostedZonesOf({ hostedZone, hostedZones, certificate }: DistributionAliasRecordsProps, domainNames: readonly string[]): HostedZones {
  if (hostedZone !== undefined || hostedZones !== undefined || certificate === undefined || certificate.validation.role !== undefined) {
    return { hostedZone, hostedZones };
  }
  const { validation } = certificate;
  const ofNames = Object.entries(validation.hostedZones ?? {}).filter(([domainName]) => domainNames.includes(domainName));
  return { hostedZone: validation.hostedZone, hostedZones: Object.fromEntries(ofNames) };
}
