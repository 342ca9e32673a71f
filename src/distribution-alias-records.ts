import { aws_route53 as route53, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { IDistribution } from './distribution-interface';
import { DistributionTarget } from './distribution-target';
import { checkAliasRecords } from './private/checks/check-alias-records';
import { refuseProps } from './private/checks/check-types';
import { refuse } from './private/checks/finding';
import { BOOLEAN, listOf, mapOf, optionsOf, text } from './private/checks/types/kinds';
import { DISTRIBUTION, HOSTED_ZONE } from './private/checks/types/references';
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
   * The domain names, usually all names of the certificate of the distribution: each of them once.
   */
  readonly domainNames: string[];

  /**
   * The public hosted zone of all domain names without a separate one.
   *
   * @default - every domain name has its own hosted zone
   */
  readonly hostedZone?: route53.IHostedZone;

  /**
   * The public hosted zones of single domain names, by domain name.
   *
   * @default - all domain names are in the same hosted zone
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
  domainNames: required(known(listOf(text('www.example.com'), '["www.example.com"]'))),
  hostedZone: HOSTED_ZONE,
  hostedZones: mapOf(HOSTED_ZONE, '{ "www.example.com": zone }'),
  ipv6: known(BOOLEAN),
}, '{ distribution, domainNames: ["www.example.com"], hostedZone: zone }');

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
    refuse(this, checkAliasRecords(props));

    const target = route53.RecordTarget.fromAlias(new DistributionTarget(props.distribution));
    props.domainNames.forEach((domainName, index) => {
      const zone = (props.hostedZones?.[domainName] ?? props.hostedZone)!;
      // By its name, so that the order of the domain names does not matter: a record of another logical ID would exist already.
      const key = Token.isUnresolved(domainName) ? `Name${index + 1}` : domainName;
      // With the final dot CDK does not append the name of the zone.
      const recordName = `${domainName}.`;
      new route53.ARecord(this, `${key} A`, { zone, recordName, target });
      if (props.ipv6 ?? true) new route53.AaaaRecord(this, `${key} AAAA`, { zone, recordName, target });
    });
  }
}
