import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { CertificateValidation } from './certificate-validation';

/**
 * Properties of `DistributionCertificate`.
 */
export interface DistributionCertificateProps {
  /**
   * The primary domain name of the certificate, such as `example.com`. Lightsail has no wildcard certificates.
   *
   * A change of the set of domain names replaces the certificate. The new one is issued first, then the distributions that use the
   * certificate get it, and then the previous one is deleted.
   */
  readonly domainName: string;

  /**
   * Up to 9 other domain names, such as `www.example.com`.
   *
   * @default - none
   */
  readonly subjectAlternativeNames?: string[];

  /**
   * Name of the certificate: 2 to 255 letters, digits, `_` and `-`, with no `-` at either end.
   *
   * It must be unique among the Lightsail resources of the account in us-east-1. Without it, other domain names make another
   * certificate. With it, they need another name as well, since the domain names of a certificate never change.
   *
   * @default - generated from the names of the stack and the resource and a hash of the domain names
   */
  readonly certificateName?: string;

  /**
   * Tags of the certificate, by key. An empty string as the value makes a key-only tag.
   *
   * `Tags.of()` adds to these tags and takes precedence where both have the same key. At most 46 tags are allowed.
   *
   * @default - only the tags of the scopes of the certificate
   */
  readonly tags?: { [key: string]: string };

  /**
   * How the owner of the domain names proves control of them.
   *
   * @default CertificateValidation.manual()
   */
  readonly validation?: CertificateValidation;

  /**
   * Whether the deployment waits until the certificate is issued.
   *
   * If false, it completes when the validation records are known, and written if they are to be. A distribution cannot use the
   * certificate before it is issued.
   *
   * @default true
   */
  readonly waitForIssuance?: boolean;

  /**
   * What happens to the certificate when the construct or the stack is deleted, and to the previous one when it is replaced.
   *
   * `DESTROY` deletes it when no distribution uses it any more, and fails after 15 minutes with the names of the distributions
   * that do. `RETAIN` and `RETAIN_ON_UPDATE_OR_DELETE` keep it. `SNAPSHOT` is refused.
   *
   * @default RemovalPolicy.DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Time after which the deployment fails if the certificate is not issued: 1 to 50 minutes, in whole seconds.
   *
   * The message lists the validation records that Lightsail has not seen. The certificate stays, and the next deployment continues
   * with it. Lightsail waits for the records for 72 hours.
   *
   * @default - 50 minutes
   */
  readonly timeout?: Duration;
}
