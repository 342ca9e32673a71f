/** The distribution of repeated measurements of one value. */
export interface Spread {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly count: number;
}

export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error('spread: nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), lowerQuartile: quantile(sorted, 0.25), upperQuartile: quantile(sorted, 0.75), count: sorted.length };
}

/** Interpolates linearly between two values. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  return below + (sorted[Math.ceil(position)] - below) * (position % 1);
}
