import { Monitored, START, type Options } from './monitored';
import type { Ports } from '../../monitor/ports';
import { PERIOD } from '../../monitor/traffic/periods';

type Reads = Pick<Ports, 'lightsail' | 'claims'>;

/** What goes wrong at a call: before the service has done anything, after it, or with the process that makes it. */
export const CALL_KINDS = ['throttled', 'serverError', 'lostBefore', 'lostAfter', 'killedBefore', 'killedAfter'] as const;
/** What goes wrong with a run. The last is an outage of Lightsail in this run and the next ones. */
export const RUN_KINDS = ['missed', 'late', 'twiceAtOnce', 'twiceAfterwards', 'outage'] as const;

export interface Disturbance {
  readonly kind: typeof CALL_KINDS[number] | typeof RUN_KINDS[number];
  readonly run: number;
  /** Of the first try of the run; only with the kinds of a call. */
  readonly call?: number;
}

/** Runs that can be disturbed, and the further ones until everything that can be made up for has been. */
export const RUNS = 12;
const AFTERWARDS = 40;
const OUTAGE_RUNS = 9;
/** In seconds. */
const LATE = 1_500;
/** In seconds: when Lightsail has the data of a period. */
const LAG = 420;

type ByStart = Readonly<Record<number, number>>;

/** Requests and bytes of each period, with holes in both. */
export function trueValues(): { readonly Requests: ByStart; readonly BytesDownloaded: ByStart } {
  const periods = Array.from({ length: RUNS + 4 }, (_, index) => START + index * PERIOD);
  const series = (keep: (index: number) => boolean, value: (index: number) => number) =>
    Object.fromEntries(periods.flatMap((start, index) => (keep(index) ? [[start, value(index)]] : [])));
  return {
    Requests: series((index) => index % 5 !== 3, (index) => 10 + index),
    BytesDownloaded: series((index) => index % 5 !== 3 && index !== 6, (index) => 1_000 * (index + 1)),
  };
}

const OPTIONS: Options = { metrics: ['Requests', 'BytesDownloaded', 'Drift'], settings: { isEnabled: true } };

interface DueRun {
  readonly at: number;
  readonly scheduledAt: number;
  readonly index: number;
  readonly tries: number;
}

/** A monitor whose runs are disturbed, and what CloudWatch has of it in the end. */
export class DisturbedMonitor extends Monitored {
  /** Runs that ended with an exception that is not one of the failures they report. */
  readonly exceptions: unknown[] = [];
  /** By run, how many calls its first try made. */
  readonly calls: number[] = [];
  private readonly due: DueRun[] = [];

  constructor(private readonly disturbances: readonly Disturbance[]) {
    super();
    const { Requests, BytesDownloaded } = trueValues();
    this.seed('Requests', Requests);
    this.seed('BytesDownloaded', BytesDownloaded);
  }

  /** From the start on, until long after the last disturbance. */
  async live(): Promise<this> {
    for (let index = 0; index < RUNS + AFTERWARDS; index += 1) {
      const at = START + (index + 1) * PERIOD;
      if (this.has('missed', index)) continue;
      this.due.push({ at: this.has('late', index) ? at + LATE : at, scheduledAt: at, index, tries: 0 });
      if (this.has('twiceAfterwards', index)) this.due.push({ at: at + 240, scheduledAt: at, index, tries: 0 });
    }
    for (;;) {
      this.due.sort((one, other) => one.at - other.at);
      const next = this.due.shift();
      if (next === undefined) return this;
      if (next.at > this.now) this.clock.advance(next.at - this.now);
      const outcomes = await Promise.all(Array.from({ length: this.has('twiceAtOnce', next.index) && next.tries === 0 ? 2 : 1 }, () => this.attempt(next)));
      // Lambda makes another try after a minute, and one more after two.
      const tries = next.tries + 1;
      if (outcomes.some((isDone) => !isDone) && tries < 3) this.due.push({ ...next, at: this.now + 60 * tries, tries });
    }
  }

  /** Whether the run has ended without a failure. A process that is killed writes nothing more. */
  private async attempt({ scheduledAt, index, tries }: DueRun): Promise<boolean> {
    let kill!: () => void;
    const killed = new Promise<undefined>((resolve) => { kill = () => resolve(undefined); });
    const ports = this.disturbed(index, tries, kill);
    try {
      const outcome = await Promise.race([this.run(OPTIONS, scheduledAt, ports), killed]);
      return outcome?.failures.length === 0;
    } catch (error) {
      this.exceptions.push(error);
      return false;
    }
  }

  private disturbed(index: number, tries: number, kill: () => void): Reads {
    const faults = tries > 0 ? [] : this.disturbances.filter(({ run, call }) => run === index && call !== undefined);
    const isOut = this.disturbances.some(({ kind, run }) => kind === 'outage' && index >= run && index < run + OUTAGE_RUNS);
    let made = 0;
    const wrap = <P extends object>(port: P, isLightsail: boolean): P => new Proxy(port, {
      get: (target, name) => async (...args: unknown[]) => {
        const kinds = faults.filter(({ call }) => call === made).map(({ kind }) => kind);
        made += 1;
        if (tries === 0) this.calls[index] = Math.max(this.calls[index] ?? 0, made);
        if (kinds.includes('killedBefore')) return never(kill);
        if (kinds.includes('throttled')) throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
        if ((isLightsail && isOut) || kinds.includes('serverError')) throw Object.assign(new Error('unavailable'), { name: 'ServiceException', $metadata: { httpStatusCode: 500 } });
        if (kinds.includes('lostBefore')) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
        const answer: unknown = await (target[name as keyof P] as (...given: unknown[]) => Promise<unknown>).apply(target, args);
        if (kinds.includes('killedAfter')) return never(kill);
        if (kinds.includes('lostAfter')) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
        return answer;
      },
    });
    const { lightsail, claims } = this.reads;
    return { lightsail: wrap(this.lagging(lightsail), true), claims: wrap(claims, false) };
  }

  /** Data that Lightsail does not have yet is not in its answers. */
  private lagging(lightsail: Ports['lightsail']): Ports['lightsail'] {
    const metricData: Ports['lightsail']['metricData'] = async (...args) =>
      (await lightsail.metricData(...args)).filter(({ start }) => start + PERIOD + LAG <= this.now);
    return { ...lightsail, metricData };
  }

  private has(kind: Disturbance['kind'], index: number): boolean {
    return this.disturbances.some((one) => one.kind === kind && one.run === index);
  }
}

function never(kill: () => void): Promise<never> {
  kill();
  return new Promise(() => undefined);
}

/** What may not be: a sum that is wrong, an exception, a period that is missing although nothing was in doubt about its claim. */
export function violations({ cloudWatch, exceptions }: DisturbedMonitor, disturbances: readonly Disturbance[]): readonly string[] {
  const truth = trueValues();
  const wrong: string[] = exceptions.map(String);
  const mayMiss = disturbances.some(({ kind }) => /^(killed|lostAfter)/.test(kind));
  for (const name of ['Requests', 'BytesDownloaded'] as const) {
    const published = new Map(cloudWatch.of(name).map(([start, ...values]) => [start, values]));
    for (const [start, values] of published) {
      if (values.length !== 1 || values[0] !== truth[name][start]) wrong.push(`${name} of ${start - START} is ${values.join(' + ')}, not ${truth[name][start]}`);
    }
    const missing = Object.keys(truth[name]).filter((start) => !published.has(Number(start)));
    if (missing.length > 0 && !mayMiss) wrong.push(`${name} has no period ${missing.map((start) => Number(start) - START).join(', ')}`);
  }
  if (cloudWatch.of('Drift').some(([, ...values]) => values.some((value) => value !== 0))) wrong.push('there is no drift');
  return wrong;
}
