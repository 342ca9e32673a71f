import { ExtractedMetrics } from './extracted-metrics';
import { MemoryClaims } from './memory-claims';
import { simulatedReads } from './simulated-reads';
import type { MetricName } from '../../monitor/metrics';
import type { Ports } from '../../monitor/ports';
import { parseRequest } from '../../monitor/request';
import { run } from '../../monitor/run';
import { LightsailService, ManualClock, type DistributionPatch } from '../../simulator';

/** The start of a month and of a day. */
export const START = Date.UTC(2026, 5, 1) / 1000;
export const NAME = 'my-cdn';
const MONTH = { start: START, end: Date.UTC(2026, 6, 1) / 1000 };

export interface Options {
  readonly metrics?: readonly MetricName[];
  readonly settings?: object;
  readonly delaySeconds?: number;
}

/** The event of a schedule, as the construct defines it. */
export const eventAt = (scheduledAt: number, { metrics = ['Requests'], settings, delaySeconds = 600 }: Options = {}) => ({
  time: new Date(scheduledAt * 1000).toISOString(), distributionName: NAME, namespace: 'Lightsail/Distributions', metrics, delaySeconds, settings,
});

/** What a run has written, and what it could not do. */
export interface Outcome {
  readonly lines: readonly object[];
  readonly failures: readonly string[];
}

/** A distribution in a simulated Lightsail, and the metrics that the runs of its monitor publish. */
export class Monitored {
  readonly clock = new ManualClock(new Date(START * 1000));
  readonly service = new LightsailService({ clock: this.clock });
  readonly claims = new MemoryClaims();
  readonly cloudWatch = new ExtractedMetrics();

  constructor(seed: DistributionPatch = {}) {
    this.service.seeds.seedDistribution(NAME, seed);
  }

  get now(): number {
    return this.clock.now() / 1000;
  }

  get reads(): Pick<Ports, 'lightsail' | 'claims'> {
    return { lightsail: simulatedReads(this.service), claims: this.claims };
  }

  /** One run, now or late. */
  async run(options: Options = {}, scheduledAt = this.now, reads = this.reads): Promise<Outcome> {
    const lines: object[] = [];
    const write = (line: object) => {
      lines.push(line);
      this.cloudWatch.extract([line]);
    };
    const request = parseRequest(eventAt(scheduledAt, options), (time) => Date.parse(time) / 1000);
    return { failures: await run({ ...reads, write }, request, { now: this.now, month: MONTH }), lines };
  }

  seed(metricName: 'Requests' | 'BytesDownloaded' | 'BytesUploaded' | 'Http5xxErrorRate', values: Readonly<Record<number, number>>): void {
    const samples = Object.entries(values).map(([timestamp, value]) => ({ timestamp: Number(timestamp), value }));
    this.service.seeds.seedMetricData(NAME, { metricName, samples });
  }
}
