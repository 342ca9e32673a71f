import { constrained, list, number, oneOf, structure, timestamp, ValueOf } from './shape';

export const metricName = oneOf(
  'Requests', 'BytesDownloaded', 'BytesUploaded', 'TotalErrorRate', 'Http4xxErrorRate', 'Http5xxErrorRate', 'WafAllowedRequests', 'WafBlockedRequests',
);
export type MetricName = ValueOf<typeof metricName>;

/** A measured value. The timestamp is in seconds since 1970. */
const sample = structure({ timestamp, value: constrained(number, 'not be negative', (value) => value >= 0) }, {});
export type MetricSample = ValueOf<typeof sample>;

export const metricSeed = structure({ metricName, samples: list(sample) }, {});
export type MetricSeed = ValueOf<typeof metricSeed>;

/** The unit in which the service publishes a metric. */
export function publishedUnit(name: MetricName): 'Percent' | 'None' {
  return name.endsWith('ErrorRate') ? 'Percent' : 'None';
}
