import { MetricName, MetricSample } from './model/metric';
import { TrafficSeed } from './model/traffic';

/** One sample a minute, in seconds. */
const MINUTE = 60;
const MINUTES_A_DAY = 1_440;
const DAY = 86_400;

/** The requests of a minute, and which of them failed. A series is a function of the seed and the time, so that nothing is stored. */
interface Minute {
  readonly requests: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
}

type Measure = (minute: Minute, seed: TrafficSeed) => number | undefined;

const rate = (errors: number, { requests }: Minute) => (requests === 0 ? undefined : errors / requests * 100);

/** What each metric makes of a minute. Without requests there is no rate. */
const measures: { readonly [M in MetricName]?: Measure } = {
  Requests: ({ requests }) => requests || undefined,
  BytesDownloaded: ({ requests }, { bytesPerRequest = 50_000 }) => requests * bytesPerRequest || undefined,
  BytesUploaded: ({ requests }) => requests * 500 || undefined,
  TotalErrorRate: (minute) => rate(minute.clientErrors + minute.serverErrors, minute),
  Http4xxErrorRate: (minute) => rate(minute.clientErrors, minute),
  Http5xxErrorRate: (minute) => rate(minute.serverErrors, minute),
};

/** The samples of a metric in a time, in seconds: a day with its night, and chance. */
export function trafficSamples(seed: TrafficSeed, metricName: MetricName, from: number, to: number): readonly MetricSample[] {
  const measure = measures[metricName];
  const samples: MetricSample[] = [];
  const start = Math.ceil(Math.max(from, seed.since ?? 0) / MINUTE) * MINUTE;
  for (let timestamp = start; measure && timestamp < to; timestamp += MINUTE) {
    const value = measure(minuteAt(timestamp, seed), seed);
    if (value !== undefined) samples.push({ timestamp, value });
  }
  return samples;
}

function minuteAt(timestamp: number, seed: TrafficSeed): Minute {
  const { requestsPerDay, clientErrorPercent = 1, serverErrorPercent = 0.1, incidents = [] } = seed;
  const chance = (purpose: number) => random(seed.seed ?? 1, timestamp / MINUTE, purpose);
  // Twice as much as on average in the evening, hardly anything before dawn.
  const ofDay = 1 + 0.9 * Math.sin((timestamp % DAY) / DAY * 2 * Math.PI - Math.PI * 0.75);
  const requests = whole(requestsPerDay / MINUTES_A_DAY * ofDay * (0.7 + 0.6 * chance(0)), chance(1));
  const serverPercent = incidents.find(({ from, to }) => timestamp >= from && timestamp < to)?.serverErrorPercent ?? serverErrorPercent;
  return {
    requests,
    clientErrors: Math.min(requests, whole(requests * clientErrorPercent / 100 * 2 * chance(2), chance(3))),
    serverErrors: Math.min(requests, whole(requests * serverPercent / 100 * (0.8 + 0.4 * chance(4)), chance(5))),
  };
}

/** Rounded up or down by chance, so that the mean stays. */
function whole(value: number, chance: number): number {
  return Math.floor(value) + (chance < value % 1 ? 1 : 0);
}

/* eslint-disable no-bitwise */
/** From 0 to 1, the same for the same numbers: the finalizer of MurmurHash3, which spreads neighbouring ones. */
function random(...numbers: readonly number[]): number {
  const hash = numbers.reduce((mixed, one) => mix(mixed ^ mix(one | 0)), 0x9e3779b9);
  return (hash >>> 0) / 2 ** 32;
}

function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) + 0x7f4a7c15 | 0;
}
