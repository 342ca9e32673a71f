import { aws_lightsail } from 'aws-cdk-lib/interfaces';

/**
 * The certificate that a distribution shows to its viewers.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
export class ViewerCertificate {
  /**
   * A Lightsail certificate, by its name.
   *
   * It must lie in us-east-1 and be ISSUED by the time of the deployment. The distribution then answers for all domain
   * names of the certificate.
   *
   * @param certificateName name of the Lightsail certificate
   */
  public static fromCertificateName(certificateName: string): ViewerCertificate {
    return new ViewerCertificate(certificateName);
  }

  /**
   * A Lightsail certificate.
   *
   * It must lie in us-east-1 and be ISSUED by the time of the deployment. The distribution then answers for all domain
   * names of the certificate.
   *
   * @param certificate for example a `CfnCertificate` of the CDK
   */
  public static fromCertificate(certificate: aws_lightsail.ICertificateRef): ViewerCertificate {
    return new ViewerCertificate(certificate.certificateRef.certificateName);
  }

  /**
   * No certificate of one's own: the distribution answers for its cloudfront.net name only.
   */
  public static defaultCertificate(): ViewerCertificate {
    return new ViewerCertificate();
  }

  private constructor(
    /** Name of the Lightsail certificate, or none with the default certificate. */
    public readonly certificateName?: string,
  ) {}
}

/**
 * The lowest version of TLS, with its set of ciphers, that viewers may use.
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
   * A version that this library does not know by name.
   *
   * @param value the version in Lightsail's own words
   */
  public static of(value: string): ViewerMinimumTlsProtocolVersion {
    return new ViewerMinimumTlsProtocolVersion(value);
  }

  private constructor(
    /** The version in Lightsail's own words. */
    public readonly value: string,
  ) {}
}
