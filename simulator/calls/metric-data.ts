import { invalidInput } from '../errors';
import { existingDistribution } from './call';
import { MetricSample, publishedUnit } from '../model/metric';
import { Input } from '../model/operations';
import { Account } from '../state/account';

type MetricDataInput = Input<'GetDistributionMetricData'>;

type Statistic = MetricDataInput['statistics'][number];
type Statistics = { [S in Statistic as Uncapitalize<S>]?: number };

/** Computes each statistic from the values of a period. */
const statistics: Readonly<Record<Statistic, (values: readonly number[]) => Statistics>> = {
  Minimum: (values) => ({ minimum: Math.min(...values) }),
  Maximum: (values) => ({ maximum: Math.max(...values) }),
  Sum: (values) => ({ sum: sum(values) }),
  Average: (values) => ({ average: sum(values) / values.length }),
  SampleCount: (values) => ({ sampleCount: values.length }),
};

/** Returns one data point for each period that has samples, at the start of the period, as CloudWatch does. */
export function getDistributionMetricData(account: Account, input: MetricDataInput) {
  const { distributionName, metricName, startTime, endTime, period, unit } = input;
  const distribution = existingDistribution(account, distributionName);
  if (endTime <= startTime) throw invalidInput(`endTime must be later than startTime, got ${endTime} and ${startTime}`);
  // There is no data in a unit other than the published one.
  const samples = unit === publishedUnit(metricName) ? distribution.metrics?.[metricName] ?? [] : [];
  const inTime = samples.filter(({ timestamp }) => timestamp >= startTime && timestamp < endTime);
  const metricData = [...byPeriod(inTime, period)].sort(([a], [b]) => a - b).map(([timestamp, values]) => {
    const requested: Statistics = Object.assign({}, ...input.statistics.map((statistic) => statistics[statistic](values)));
    return { ...requested, timestamp, unit };
  });
  return { metricName, metricData };
}

/** The values of each period, keyed by the start of the period. The start is a multiple of the period since 1970. */
function byPeriod(samples: readonly MetricSample[], period: number): ReadonlyMap<number, readonly number[]> {
  const periods = new Map<number, number[]>();
  for (const { timestamp, value } of samples) {
    const start = Math.floor(timestamp / period) * period;
    periods.set(start, [...periods.get(start) ?? [], value]);
  }
  return periods;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
