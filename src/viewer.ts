import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { refuseArgument } from './private/checks/check-types';
import { text } from './private/checks/types/kinds';
import { CERTIFICATE_REF } from './private/checks/types/references';

const CERTIFICATE_NAME = text('my-cert');
const TLS_VERSION = text('TLSv1.2_2021');

/**
 * The certificate that a distribution presents to viewers.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
export class ViewerCertificate {
  /**
   * A Lightsail certificate by its name.
   *
   * It must be in us-east-1 and have the status ISSUED when it is deployed. The distribution serves all domain names of the
   * certificate.
   *
   * @param certificateName name of the Lightsail certificate
   */
  public static fromCertificateName(certificateName: string): ViewerCertificate {
    refuseArgument('ViewerCertificate.fromCertificateName', 'certificateName', certificateName, CERTIFICATE_NAME);
    return new ViewerCertificate(certificateName);
  }

  /**
   * A Lightsail certificate.
   *
   * It must be in us-east-1 and have the status ISSUED when it is deployed. The distribution serves all domain names of the
   * certificate.
   *
   * @param certificate a certificate of the CDK, such as a `CfnCertificate`
   */
  public static fromCertificate(certificate: aws_lightsail.ICertificateRef): ViewerCertificate {
    refuseArgument('ViewerCertificate.fromCertificate', 'certificate', certificate, CERTIFICATE_REF);
    return new ViewerCertificate(certificate.certificateRef.certificateName);
  }

  /**
   * The default certificate of the distribution, which covers its cloudfront.net domain name only.
   */
  public static defaultCertificate(): ViewerCertificate {
    return new ViewerCertificate();
  }

  private constructor(
    /** Name of the Lightsail certificate, absent for the default certificate. */
    public readonly certificateName?: string,
  ) {}
}

/**
 * The minimum version of TLS that viewers must use, together with a set of ciphers.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
export class ViewerMinimumTlsProtocolVersion {
  /** TLS 1.1, ciphers of 2016. */
  public static readonly TLS_V1_1_2016 = ViewerMinimumTlsProtocolVersion.of('TLSv1.1_2016');

  /** TLS 1.2, ciphers of 2018. */
  public static readonly TLS_V1_2_2018 = ViewerMinimumTlsProtocolVersion.of('TLSv1.2_2018');

  /** TLS 1.2, ciphers of 2019. */
  public static readonly TLS_V1_2_2019 = ViewerMinimumTlsProtocolVersion.of('TLSv1.2_2019');

  /** TLS 1.2, ciphers of 2021. */
  public static readonly TLS_V1_2_2021 = ViewerMinimumTlsProtocolVersion.of('TLSv1.2_2021');

  /**
   * A version that has no constant in this class.
   *
   * @param value value of the version in the Lightsail API
   */
  public static of(value: string): ViewerMinimumTlsProtocolVersion {
    refuseArgument('ViewerMinimumTlsProtocolVersion.of', 'value', value, TLS_VERSION);
    return new ViewerMinimumTlsProtocolVersion(value);
  }

  private constructor(
    /** Value of the version in the Lightsail API. */
    public readonly value: string,
  ) {}
}
