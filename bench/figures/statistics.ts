/** A figure as several rounds gave it. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: readonly number[];
}

/**
 * The value below which the given share of the values lies, by nearest rank; NaN of nothing.
 * @param share from 0 to 1
 */
export const percentile = (values: Iterable<number>, share: number): number => {
  const sorted = Float64Array.from(values).toSorted();
  if (sorted.length === 0) return Number.NaN;
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] as number;
};

/** The one in the middle, or the mean of the two there; NaN of nothing. */
export const median = (values: Iterable<number>): number => {
  const sorted = Float64Array.from(values).toSorted();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

export const spreadOf = (rounds: readonly number[]): Spread => ({
  median: median(rounds),
  min: Math.min(...rounds),
  max: Math.max(...rounds),
  rounds,
});
