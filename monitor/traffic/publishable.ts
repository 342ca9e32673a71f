import { PERIOD } from './periods';
import type { Point } from '../lightsail/lightsail';
import type { TrafficName } from '../metrics';

/** In seconds: how much longer than others a period waits for a metric that has no data for it. */
export const GRACE = 900;

/** The series of each metric that is published. */
export type Series = ReadonlyMap<TrafficName, readonly Point[]>;

/** What was measured in one period. */
export interface Measured {
  readonly start: number;
  readonly values: { readonly [M in TrafficName]?: number };
}

/**
 * The periods that can be published now. A period without any data is left to a later run, since its data may still arrive. So is a period without
 * data of some metric, but not for longer than the grace: a distribution without uploads may never have that metric.
 *
 * @param end of the newest period that is old enough
 */
export function publishable(due: readonly number[], series: Series, end: number): readonly Measured[] {
  return due.map((start) => ({ start, values: valuesAt(start, series) })).filter(({ start, values }) => {
    const found = Object.keys(values).length;
    return found === series.size || (found > 0 && end - (start + PERIOD) >= GRACE);
  });
}

function valuesAt(start: number, series: Series): Measured['values'] {
  return Object.fromEntries([...series].flatMap(([name, points]) => {
    const point = points.find((one) => one.start === start);
    return point === undefined ? [] : [[name, point.value]];
  }));
}
