import { aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import { DistributionMetric } from '../../distribution-metric';

export const DEFAULT_NAMESPACE = 'Lightsail/Distributions';

export const DEFAULT_DELAY = Duration.minutes(10);
export const MAX_DELAY = Duration.hours(1);

/** The metrics that are published by default. */
export const DEFAULT_METRICS: readonly DistributionMetric[] = [
  DistributionMetric.REQUESTS, DistributionMetric.BYTES_DOWNLOADED, DistributionMetric.HTTP_5XX_ERROR_RATE,
  DistributionMetric.DRIFT, DistributionMetric.CERTIFICATE_DAYS_TO_EXPIRY, DistributionMetric.TRANSFER_FORECAST,
];

type Defaults = Required<Pick<cloudwatch.MetricOptions, 'statistic' | 'period'>>;

const FIVE_MINUTES = Duration.minutes(5);
const HOUR = Duration.hours(1);
const traffic = (statistic: string): Defaults => ({ statistic, period: FIVE_MINUTES });

/** The default statistic and period of each metric. */
export const METRICS: { readonly [M in DistributionMetric]: Defaults } = {
  [DistributionMetric.REQUESTS]: traffic(cloudwatch.Stats.SUM),
  [DistributionMetric.BYTES_DOWNLOADED]: traffic(cloudwatch.Stats.SUM),
  [DistributionMetric.BYTES_UPLOADED]: traffic(cloudwatch.Stats.SUM),
  [DistributionMetric.TOTAL_ERROR_RATE]: traffic(cloudwatch.Stats.AVERAGE),
  [DistributionMetric.HTTP_4XX_ERROR_RATE]: traffic(cloudwatch.Stats.AVERAGE),
  [DistributionMetric.HTTP_5XX_ERROR_RATE]: traffic(cloudwatch.Stats.AVERAGE),
  // A run that is delivered twice publishes these values twice, which changes neither the maximum nor the minimum.
  [DistributionMetric.DRIFT]: { statistic: cloudwatch.Stats.MAXIMUM, period: FIVE_MINUTES },
  [DistributionMetric.CERTIFICATE_DAYS_TO_EXPIRY]: { statistic: cloudwatch.Stats.MINIMUM, period: HOUR },
  [DistributionMetric.CERTIFICATE_RENEWAL_BLOCKED]: { statistic: cloudwatch.Stats.MAXIMUM, period: HOUR },
  [DistributionMetric.TRANSFER_USED]: { statistic: cloudwatch.Stats.MAXIMUM, period: HOUR },
  [DistributionMetric.TRANSFER_FORECAST]: { statistic: cloudwatch.Stats.MAXIMUM, period: HOUR },
};
