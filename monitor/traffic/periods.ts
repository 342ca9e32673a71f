import type { Range } from '../lightsail/lightsail';

/** In seconds: the length of a period, of which each is published once, and the time between two runs. */
export const PERIOD = 300;

/** In seconds: how long later runs publish the periods of a run that was missed or failed. */
export const CATCH_UP = 3 * 3_600;

/** In seconds: a claim that is older than this can no longer be needed, whatever the time of the run's schedule. */
export const CLAIM_LIFETIME = CATCH_UP + 3_600;

const floor = (seconds: number) => Math.floor(seconds / PERIOD) * PERIOD;

interface Times {
  readonly scheduledAt: number;
  readonly now: number;
  readonly delay: number;
}

/**
 * The periods that a run publishes if no other run has: all that ended at least the delay before the time of its schedule, up to the catch-up time.
 * The newest period depends on the schedule, so that a late or repeated run has the same one. The oldest period depends on the clock, like the
 * claims that are dropped: a run that is hours late must not publish a period whose claim was dropped.
 */
export function periodsOf({ scheduledAt, now, delay }: Times): readonly number[] {
  const end = floor(Math.min(scheduledAt, now) - delay);
  const first = floor(now - delay - CATCH_UP);
  return Array.from({ length: Math.max(0, (end - first) / PERIOD) }, (_, index) => first + index * PERIOD);
}

/** The periods that nobody has claimed. */
export function unclaimed(periods: readonly number[], claimed: readonly number[]): readonly number[] {
  const taken = new Set(claimed);
  return periods.filter((start) => !taken.has(start));
}

/** From the first to the last of these periods, of which there is at least one. */
export function rangeOf(periods: readonly number[]): Range {
  return { from: periods[0], to: periods[periods.length - 1] + PERIOD, period: PERIOD };
}
