import { METRIC_NAMES, type MetricName } from './metrics';
import { parseSettings } from '../lambda/distribution/parse-settings';
import type { Settings } from '../lambda/distribution/settings';
import { listOf, oneOf, record, text, textLike, wholeNumber, type Codec } from '../lambda/protocol/codec';

/** What one run of a schedule does. */
export interface MonitorRequest {
  /** The time of the schedule, in seconds since 1970. A repeated run and a late one have the same. */
  readonly scheduledAt: number;
  readonly distributionName: string;
  readonly namespace: string;
  readonly metrics: readonly MetricName[];
  /** In seconds: how old a period is before Lightsail is asked for it. */
  readonly delay: number;
  /** The settings of the template; absent if the template manages none. */
  readonly desired?: Settings;
}

interface Input {
  readonly time: string;
  readonly distributionName: string;
  readonly namespace: string;
  readonly metrics: readonly MetricName[];
  readonly delaySeconds: number;
  readonly settings?: Settings;
}

const time = textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'a time such as 2026-06-01T12:05:00Z is allowed');

const input: Codec<Input> = record<Input>({
  time,
  distributionName: text,
  namespace: text,
  metrics: listOf(oneOf(...METRIC_NAMES)),
  delaySeconds: wholeNumber,
  settings: parseSettings,
}, ['time', 'distributionName', 'namespace', 'metrics', 'delaySeconds']);

/** Reads the input of the schedule, which the construct has written. */
export function parseRequest(event: unknown, secondsOf: (time: string) => number): MonitorRequest {
  const { time: scheduled, delaySeconds, settings, ...rest } = input(event, 'event');
  return { ...rest, scheduledAt: secondsOf(scheduled), delay: delaySeconds, desired: settings };
}
