import { invalidInput } from '../errors';
import { existingDistribution } from './call';
import { MetricName, MetricSample, publishedUnit } from '../model/metric';
import { Input } from '../model/operations';
import { Account } from '../state/account';
import { Distribution } from '../state/distribution';
import { trafficSamples } from '../traffic';

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
  const samples = unit === publishedUnit(metricName) ? samplesOf(account, distribution, metricName, startTime, endTime) : [];
  const inTime = samples.filter(({ timestamp }) => timestamp >= startTime && timestamp < endTime);
  const metricData = [...byPeriod(inTime, period)].sort(([a], [b]) => a - b).map(([timestamp, values]) => {
    const requested: Statistics = Object.assign({}, ...input.statistics.map((statistic) => statistics[statistic](values)));
    return { ...requested, timestamp, unit };
  });
  return { metricName, metricData };
}

/** The seeded samples, or those of the seeded traffic, within the delay and the retention of the service. */
function samplesOf(
  { clock, behaviour }: Account, { metrics, traffic }: Distribution, name: MetricName, from: number, to: number,
): readonly MetricSample[] {
  const now = clock.now() / 1000;
  const oldest = behaviour.metricRetentionDays === 0 ? 0 : now - behaviour.metricRetentionDays * 86_400;
  const seeded = metrics?.[name];
  if (seeded !== undefined) return seeded.filter(({ timestamp }) => timestamp >= oldest);
  return traffic === undefined ? [] : trafficSamples(traffic, name, Math.max(from, oldest), Math.min(to, now - behaviour.metricDelaySeconds));
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
