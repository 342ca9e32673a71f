import type { DistributionMetricName, MetricUnit } from '@aws-sdk/client-lightsail';

/** How a metric is requested from Lightsail, and its unit in CloudWatch. */
export interface TrafficMetric {
  readonly statistic: 'sum' | 'average';
  readonly lightsailUnit: MetricUnit;
  readonly unit: 'Count' | 'Bytes' | 'Percent';
}

export type TrafficName = Exclude<DistributionMetricName, 'WafAllowedRequests' | 'WafBlockedRequests'>;

const total = (unit: TrafficMetric['unit']): TrafficMetric => ({ statistic: 'sum', lightsailUnit: 'None', unit });
const RATE: TrafficMetric = { statistic: 'average', lightsailUnit: 'Percent', unit: 'Percent' };

/** The metrics of Lightsail, as https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDistributionMetricData.html documents it. */
export const TRAFFIC: { readonly [M in TrafficName]: TrafficMetric } = {
  Requests: total('Count'),
  BytesDownloaded: total('Bytes'),
  BytesUploaded: total('Bytes'),
  TotalErrorRate: RATE,
  Http4xxErrorRate: RATE,
  Http5xxErrorRate: RATE,
};

/** The metrics that a run computes for the time of its schedule, with their units in CloudWatch. */
export const GAUGES = {
  Drift: 'Count',
  CertificateDaysToExpiry: 'None',
  CertificateRenewalBlocked: 'None',
  TransferUsed: 'Percent',
  TransferForecast: 'Percent',
} as const;

export type GaugeName = keyof typeof GAUGES;
export type MetricName = TrafficName | GaugeName;

/** A metric that has no value now is absent. */
export type Gauges = { readonly [G in GaugeName]?: number };

export const TRAFFIC_NAMES = Object.keys(TRAFFIC) as readonly TrafficName[];
export const GAUGE_NAMES = Object.keys(GAUGES) as readonly GaugeName[];
export const METRIC_NAMES: readonly MetricName[] = [...TRAFFIC_NAMES, ...GAUGE_NAMES];

/** The unit in CloudWatch. */
export const UNITS = {
  ...GAUGES, ...Object.fromEntries(TRAFFIC_NAMES.map((name) => [name, TRAFFIC[name].unit])),
} as { readonly [M in MetricName]: TrafficMetric['unit'] | 'None' };
