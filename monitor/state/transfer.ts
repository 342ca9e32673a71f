import type { Point } from '../lightsail/lightsail';
import type { Gauges } from '../metrics';

/** In seconds. */
export const DAY = 86_400;

/** The forecast continues the trend of these days. */
const TREND = 7 * DAY;

/** From when to when, in seconds since 1970. */
export interface Month {
  readonly start: number;
  readonly end: number;
}

/** The first day whose bytes are needed. */
export function firstDay({ start }: Month, now: number): number {
  return Math.min(start, Math.floor(now / DAY) * DAY - TREND);
}

/**
 * The share of the quota that the month has used, and that it will have used if the rest of it is like the last seven days, in percent.
 *
 * @param days bytes by day
 * @param createdAt of the distribution, which may be younger than seven days
 */
export function transferGauges(days: readonly Point[], quotaBytes: number, month: Month, now: number, createdAt: number): Gauges {
  const since = Math.max(Math.floor(now / DAY) * DAY - TREND, Math.floor(createdAt / DAY) * DAY);
  const used = bytesFrom(days, month.start);
  const perSecond = bytesFrom(days, since) / Math.max(DAY, now - since);
  const percent = (bytes: number) => Math.round(bytes / quotaBytes * 10_000) / 100;
  return { TransferUsed: percent(used), TransferForecast: percent(used + perSecond * Math.max(0, month.end - now)) };
}

function bytesFrom(days: readonly Point[], start: number): number {
  return days.filter((day) => day.start >= start).reduce((sum, { value }) => sum + value, 0);
}
