import { aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import { DistributionMetric } from '../../distribution-metric';

export const DEFAULT_NAMESPACE = 'Lightsail/Distributions';

/** What a distribution without a choice publishes. */
export const DEFAULT_METRICS: readonly DistributionMetric[] = [
  DistributionMetric.REQUESTS, DistributionMetric.BYTES_DOWNLOADED, DistributionMetric.HTTP_5XX_ERROR_RATE,
  DistributionMetric.DRIFT, DistributionMetric.CERTIFICATE_DAYS_TO_EXPIRY, DistributionMetric.TRANSFER_FORECAST,
];

type Defaults = Required<Pick<cloudwatch.MetricOptions, 'statistic' | 'period' | 'label'>>;

const FIVE_MINUTES = Duration.minutes(5);
const HOUR = Duration.hours(1);
const traffic = (label: string, statistic: string): Defaults => ({ label, statistic, period: FIVE_MINUTES });

/** The statistic with which each metric means what its name says, and a period in which it changes. */
export const METRICS: { readonly [M in DistributionMetric]: Defaults } = {
  [DistributionMetric.REQUESTS]: traffic('Requests', cloudwatch.Stats.SUM),
  [DistributionMetric.BYTES_DOWNLOADED]: traffic('Bytes downloaded', cloudwatch.Stats.SUM),
  [DistributionMetric.BYTES_UPLOADED]: traffic('Bytes uploaded', cloudwatch.Stats.SUM),
  [DistributionMetric.TOTAL_ERROR_RATE]: traffic('All errors', cloudwatch.Stats.AVERAGE),
  [DistributionMetric.HTTP_4XX_ERROR_RATE]: traffic('HTTP 4xx', cloudwatch.Stats.AVERAGE),
  [DistributionMetric.HTTP_5XX_ERROR_RATE]: traffic('HTTP 5xx', cloudwatch.Stats.AVERAGE),
  // A run that comes twice publishes these twice, which changes neither the maximum nor the minimum.
  [DistributionMetric.DRIFT]: { label: 'Settings that differ', statistic: cloudwatch.Stats.MAXIMUM, period: FIVE_MINUTES },
  [DistributionMetric.CERTIFICATE_DAYS_TO_EXPIRY]: { label: 'Days until expiry', statistic: cloudwatch.Stats.MINIMUM, period: HOUR },
  [DistributionMetric.CERTIFICATE_RENEWAL_BLOCKED]: { label: 'Renewal blocked', statistic: cloudwatch.Stats.MAXIMUM, period: HOUR },
  [DistributionMetric.TRANSFER_USED]: { label: 'Used', statistic: cloudwatch.Stats.MAXIMUM, period: HOUR },
  [DistributionMetric.TRANSFER_FORECAST]: { label: 'Forecast', statistic: cloudwatch.Stats.MAXIMUM, period: HOUR },
};
