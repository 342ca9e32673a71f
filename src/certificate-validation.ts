import { aws_iam as iam, aws_route53 as route53 } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { refuseArgument } from './private/checks/check-types';
import { mapOf, optionsOf } from './private/checks/types/kinds';
import { HOSTED_ZONE, LIGHTSAIL_DOMAIN, ROLE } from './private/checks/types/references';

/**
 * Options of a validation by records in Route 53.
 */
export interface DnsValidationOptions {
  /**
   * The role that the function of the stack assumes to write the records of hosted zones of another account.
   *
   * It must allow the action `route53:ChangeResourceRecordSets` on these zones, and trust the account of the stack.
   *
   * @default - the function writes the records itself, to hosted zones of the account of the stack
   */
  readonly role?: iam.IRole;
}

const HOSTED_ZONES = mapOf(HOSTED_ZONE, '{ "example.com": zone }');
const DNS_VALIDATION_OPTIONS = optionsOf<DnsValidationOptions>({ role: ROLE }, '{ role: role }');

/**
 * How the owner of the domain names of a certificate proves control of them.
 *
 * Lightsail asks for one CNAME record for each domain name. The records must stay as long as the certificate is in use, because
 * Lightsail renews it only while they exist. Therefore nothing of this library deletes them.
 *
 * @see https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-validating-a-distribution-certificate.html
 */
export class CertificateValidation {
  /**
   * The records of all domain names are in one hosted zone of Route 53.
   *
   * The deployment creates or replaces them. A record that exists already, for example because another certificate has the same
   * domain name, is no error.
   *
   * @param hostedZone the public hosted zone; without one, the validation is manual
   * @param options options, such as the role for a hosted zone of another account
   */
  public static fromDns(hostedZone?: route53.IHostedZone, options: DnsValidationOptions = {}): CertificateValidation {
    if (hostedZone !== undefined) refuseArgument('CertificateValidation.fromDns', 'hostedZone', hostedZone, HOSTED_ZONE);
    refuseArgument('CertificateValidation.fromDns', 'options', options, DNS_VALIDATION_OPTIONS);
    return new CertificateValidation(hostedZone, undefined, options.role);
  }

  /**
   * The records are in several hosted zones of Route 53.
   *
   * @param hostedZones the public hosted zone of each domain name of the certificate, by domain name
   * @param options options, such as the role for hosted zones of another account
   */
  public static fromDnsMultiZone(
    hostedZones: { [domainName: string]: route53.IHostedZone }, options: DnsValidationOptions = {},
  ): CertificateValidation {
    refuseArgument('CertificateValidation.fromDnsMultiZone', 'hostedZones', hostedZones, HOSTED_ZONES);
    refuseArgument('CertificateValidation.fromDnsMultiZone', 'options', options, DNS_VALIDATION_OPTIONS);
    return new CertificateValidation(undefined, hostedZones, options.role);
  }

  /**
   * The domain names are in DNS zones of Lightsail in the same account, where Lightsail creates the records itself.
   *
   * @param domain the DNS zone if a stack of the app defines it, so that it is created before the certificate
   */
  public static fromLightsailDns(domain?: aws_lightsail.IDomainRef): CertificateValidation {
    if (domain !== undefined) refuseArgument('CertificateValidation.fromLightsailDns', 'domain', domain, LIGHTSAIL_DOMAIN);
    return new CertificateValidation(undefined, undefined, undefined, domain);
  }

  /**
   * Somebody creates the records in the DNS of the domain, wherever it is.
   *
   * The deployment waits for them. If they do not exist in time, it fails with a message that lists them, and the next deployment
   * continues with the same certificate.
   */
  public static manual(): CertificateValidation {
    return new CertificateValidation();
  }

  private constructor(
    /** The hosted zone of all records. */
    public readonly hostedZone?: route53.IHostedZone,
    /** The hosted zones of the records, by domain name. */
    public readonly hostedZones?: { [domainName: string]: route53.IHostedZone },
    /** The role that may write to the hosted zones. */
    public readonly role?: iam.IRole,
    /** The DNS zone of Lightsail. */
    public readonly domain?: aws_lightsail.IDomainRef,
  ) {}
}
