import type { MetricDatapoint } from '@aws-sdk/client-lightsail';
import type { Point, Range } from './lightsail';
import { ResponseError } from '../../lambda/lightsail/parse-response';
import { formatValue } from '../../lambda/protocol/format-value';
import type { TrafficMetric } from '../metrics';

/** The points of the range, oldest first. A response that cannot be right is refused: what is published from it could not be taken back. */
export function parseMetricData(
  response: { readonly metricData?: readonly MetricDatapoint[] }, { statistic }: TrafficMetric, { from, to, period }: Range,
): readonly Point[] {
  const { metricData = [] } = response;
  if (!Array.isArray(metricData)) refuse(metricData);
  const points = (metricData as readonly MetricDatapoint[]).map((one) => pointOf(one, statistic, period));
  const starts = new Set(points.map(({ start }) => start));
  if (starts.size < points.length) refuse(metricData);
  return points.filter(({ start }) => start >= from && start < to).sort((one, other) => one.start - other.start);
}

function pointOf(point: MetricDatapoint, statistic: TrafficMetric['statistic'], period: number): Point {
  const { [statistic]: value } = point;
  const milliseconds = point.timestamp?.getTime?.() ?? NaN;
  if (!Number.isFinite(milliseconds) || !Number.isFinite(value) || (value as number) < 0) refuse(point);
  return { start: Math.floor(milliseconds / 1000 / period) * period, value: value as number };
}

function refuse(value: unknown): never {
  throw new ResponseError(`cannot read the response of Lightsail, metricData is ${formatValue(value)}`);
}
