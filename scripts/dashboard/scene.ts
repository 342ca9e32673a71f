import { App, Stack } from 'aws-cdk-lib';
import { METRIC_NAMES } from '../../monitor/metrics';
import { Distribution, DistributionMetric, DistributionMonitor } from '../../src';
import type { ExtractedMetrics } from '../../test/monitor/extracted-metrics';
import { Monitored, NAME, START } from '../../test/monitor/monitored';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const PERIOD = 300;

/** The time that is drawn, in seconds since 1970: a day in the middle of a month. */
export const FROM = START + 15 * DAY;
export const TO = FROM + DAY;

const SETTINGS = { isEnabled: true, defaultRootObject: 'index.html' };

/** What the runs of a day publish of simulated traffic, the same each time. An evening has an incident, an afternoon drift. */
export async function published(): Promise<ExtractedMetrics> {
  const monitored = new Monitored({ ...SETTINGS, bundleId: 'small_1_0', createdAt: START });
  const { clock, service: { seeds } } = monitored;
  seeds.seedCertificate('cert', { domainName: 'example.com', notAfter: FROM + 200 * DAY + 10 * HOUR });
  seeds.changeOutsideStack(NAME, { certificateName: 'cert', alternativeDomainNames: ['example.com'] });
  seeds.seedTraffic(NAME, {
    requestsPerDay: 60_000,
    seed: 7,
    since: START,
    bytesPerRequest: 32_000,
    incidents: [{ from: FROM + 20 * HOUR, to: FROM + 20 * HOUR + 2_400, serverErrorPercent: 12 }],
  });
  clock.advance(FROM - START);
  for (let now = FROM; now < TO; now += PERIOD) {
    if (now === FROM + 13 * HOUR) seeds.changeOutsideStack(NAME, { defaultRootObject: 'theirs.html', isEnabled: false });
    if (now === FROM + 14 * HOUR) seeds.changeOutsideStack(NAME, { isEnabled: true });
    if (now === FROM + 16 * HOUR) seeds.changeOutsideStack(NAME, { defaultRootObject: 'index.html' });
    // The transfer of a month is read once an hour, which is the period of its metrics: to simulate it takes most of the time.
    const metrics = METRIC_NAMES.filter((name) => now % HOUR === 0 || !name.startsWith('Transfer'));
    await monitored.run({ metrics, settings: SETTINGS });
    clock.advance(PERIOD);
  }
  return monitored.cloudWatch;
}

/** A line of a graph, as the widget has it. */
export interface Line {
  readonly metric: string;
  readonly label: string;
  readonly stat: string;
  readonly period: number;
}

export interface Widget {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
}

type Metric = readonly [string, string, string, string, { readonly label: string; readonly stat?: string; readonly period?: number }];

interface WidgetJson {
  readonly properties: {
    readonly title: string;
    readonly yAxis: { readonly left: { readonly label?: string } };
    readonly metrics: readonly Metric[];
  };
}

/** The graphs of `dashboardWidgets()`, from what CloudWatch would receive. */
export function widgets(): readonly Widget[] {
  const stack = new Stack(new App(), 'Site');
  const distribution = Distribution.fromDistributionName(stack, 'Cdn', NAME);
  const monitor = new DistributionMonitor(stack, 'Monitor', { distribution, metrics: Object.values(DistributionMetric) });
  const found = stack.resolve(monitor.dashboardWidgets().flatMap((widget) => widget.toJson())) as readonly WidgetJson[];
  return found.map(({ properties: { title, yAxis, metrics } }) => ({
    title,
    unit: yAxis.left.label ?? '',
    // What a widget leaves out is the default of CloudWatch.
    lines: metrics.map(([, metric, , , { label, stat = 'Average', period = PERIOD }]) => ({ metric, label, stat, period })),
  }));
}
