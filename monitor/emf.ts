import { UNITS, type MetricName } from './metrics';
import type { MonitorRequest } from './request';

/** The one dimension of all metrics. */
export const DIMENSION = 'DistributionName';

/**
 * A log line, or none if there is no value, from which CloudWatch extracts metrics, without any permission to write them.
 *
 * @param seconds the time of the metrics, since 1970
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricsLines(
  { namespace, distributionName }: MonitorRequest, seconds: number, values: { readonly [M in MetricName]?: number },
): readonly object[] {
  const names = Object.keys(values) as MetricName[];
  if (names.length === 0) return [];
  return [{
    _aws: {
      Timestamp: seconds * 1000,
      CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [[DIMENSION]], Metrics: names.map((Name) => ({ Name, Unit: UNITS[Name] })) }],
    },
    [DIMENSION]: distributionName,
    ...values,
  }];
}
