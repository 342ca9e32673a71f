import { aws_lightsail as lightsail, aws_route53 as route53, aws_route53_targets as targets } from 'aws-cdk-lib';
import { IDistribution } from './distribution-interface';
import { refuseArgument } from './private/checks/check-types';
import { BOOLEAN, text } from './private/checks/types/kinds';
import { DISTRIBUTION } from './private/checks/types/references';
import { known } from './private/checks/types/type';

const DOMAIN_NAME = text('www.example.com');
const IPV6 = known(BOOLEAN);

/**
 * A distribution as the target of alias records.
 *
 * It is the target of a record in a Route 53 hosted zone. `DistributionAliasRecords` defines all records of a site. Viewers get errors from a domain name that is not part of the certificate of the distribution.
 *
 * @see https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-point-domain-to-distribution.html
 */
export class DistributionTarget implements route53.IAliasRecordTarget {
  /**
   * The domain entry of a Lightsail DNS zone that points a domain name to a distribution, for the domain entries of a `CfnDomain`.
   *
   * `CfnDomain` is in us-east-1, and manages all entries of its zone as one list.
   *
   * @param distribution the distribution
   * @param domainName the domain name: the name of the zone, or a subdomain
   * @param ipv6 whether the entry is the one for IPv6 (AAAA) instead of the one for IPv4 (A); a domain name has one of each
   * @returns the domain entry
   * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DomainEntry.html
   */
  public static domainEntry(distribution: IDistribution, domainName: string, ipv6: boolean = false): lightsail.CfnDomain.DomainEntryProperty {
    refuseArgument('DistributionTarget.domainEntry', 'distribution', distribution, DISTRIBUTION);
    refuseArgument('DistributionTarget.domainEntry', 'domainName', domainName, DOMAIN_NAME);
    refuseArgument('DistributionTarget.domainEntry', 'ipv6', ipv6, IPV6);
    return { name: domainName, type: ipv6 ? 'AAAA' : 'A', target: distribution.distributionDomainName, isAlias: true };
  }

  /**
   * Defines a target.
   *
   * @param distribution the distribution
   */
  constructor(private readonly distribution: IDistribution) {
    refuseArgument('new DistributionTarget', 'distribution', distribution, DISTRIBUTION);
  }

  /**
   * Returns the hosted zone ID of CloudFront, which serves all distributions of Lightsail, and the domain name of the distribution.
   *
   * @param record the record that gets the target
   * @param _zone the hosted zone of the record, which the target does not depend on
   */
  public bind(record: route53.IRecordSet, _zone?: route53.IHostedZone): route53.AliasRecordTargetConfig {
    return { hostedZoneId: targets.CloudFrontTarget.getHostedZoneId(record), dnsName: this.distribution.distributionDomainName };
  }
}
