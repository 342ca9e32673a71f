/**
 * A metric that a `DistributionMonitor` publishes. The value is the name of the metric in CloudWatch.
 *
 * CloudWatch bills each published metric of each distribution.
 */
export enum DistributionMetric {
  /** Number of requests. The unit is Count, and the sum of each period of five minutes is one value. */
  REQUESTS = 'Requests',

  /** Bytes that viewers downloaded. The unit is Bytes, and the sum of each period of five minutes is one value. */
  BYTES_DOWNLOADED = 'BytesDownloaded',

  /** Bytes that viewers uploaded to the origin. The unit is Bytes, and the sum of each period of five minutes is one value. */
  BYTES_UPLOADED = 'BytesUploaded',

  /** Requests whose response was an error, in percent. The average of each period of five minutes is one value. */
  TOTAL_ERROR_RATE = 'TotalErrorRate',

  /** Requests whose response had a status of 400 to 499, in percent. The average of each period of five minutes is one value. */
  HTTP_4XX_ERROR_RATE = 'Http4xxErrorRate',

  /** Requests whose response had a status of 500 to 599, in percent. The average of each period of five minutes is one value. */
  HTTP_5XX_ERROR_RATE = 'Http5xxErrorRate',

  /**
   * Number of settings whose live value differs from the one in the template.
   *
   * It is 1 if the distribution does not exist. It has no value while a deployment to the edge is in progress, and none if the
   * stack manages no setting of the distribution.
   */
  DRIFT = 'Drift',

  /** Whole days until the attached certificate expires. It has no value without a certificate. */
  CERTIFICATE_DAYS_TO_EXPIRY = 'CertificateDaysToExpiry',

  /** It is 1 if the renewal of the attached certificate failed or waits for the validation of a domain name, otherwise 0. */
  CERTIFICATE_RENEWAL_BLOCKED = 'CertificateRenewalBlocked',

  /** Bytes downloaded in this month, in percent of the transfer quota of the bundle. */
  TRANSFER_USED = 'TransferUsed',

  /**
   * Bytes downloaded by the end of this month, in percent of the transfer quota of the bundle, if the rest of the month is like the
   * last seven days.
   */
  TRANSFER_FORECAST = 'TransferForecast',
}
