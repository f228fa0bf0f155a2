/** What was observed so far, as Prometheus has it, for reading. */
export interface HistogramSnapshot {
  /** Upper bounds in seconds, ascending; one more bucket above the last. */
  readonly bounds: readonly number[];
  /** Observations in each bucket alone, not added up. */
  readonly counts: readonly number[];
  readonly count: number;
  /** Seconds. */
  readonly sum: number;
}

/** Durations sorted into buckets as they come: counting one is a few steps and makes no object. */
export interface Histogram {
  observe(seconds: number): void;
  snapshot(): HistogramSnapshot;
}

/** From what a hit takes to what nobody waits for. In seconds. */
export const DURATION_BOUNDS: readonly number[] = [
  0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5,
  10,
];

/** @param bounds in seconds, ascending. */
export const createHistogram = (bounds: readonly number[] = DURATION_BOUNDS): Histogram => {
  const limits = Float64Array.from(bounds);
  const counts = new Float64Array(limits.length + 1);
  /** Sum alone: in an array of numbers it is changed where it stands, a variable would be a new object each time. */
  const total = new Float64Array(1);
  return {
    observe(seconds) {
      let at = 0;
      while (at < limits.length && seconds > (limits[at] ?? 0)) at += 1;
      counts[at] = (counts[at] ?? 0) + 1;
      total[0] = (total[0] ?? 0) + seconds;
    },
    snapshot: () => {
      const each = [...counts];
      return { bounds, counts: each, count: each.reduce((sum, n) => sum + n, 0), sum: total[0] ?? 0 };
    },
  };
};

/** All observations of several histograms of the same bounds. */
export const merged = (
  snapshots: readonly HistogramSnapshot[],
  bounds: readonly number[] = DURATION_BOUNDS,
): HistogramSnapshot => ({
  bounds,
  counts: Array.from({ length: bounds.length + 1 }, (_, at) =>
    snapshots.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
  ),
  count: snapshots.reduce((sum, { count }) => sum + count, 0),
  sum: snapshots.reduce((total, { sum }) => total + sum, 0),
});

/**
 * The duration in seconds that this share of the observations stayed below, by straight lines within the buckets, as
 * Prometheus' `histogram_quantile` has it; `undefined` when there were none.
 * @param share from 0 to 1.
 */
export const quantile = ({ bounds, counts, count }: HistogramSnapshot, share: number): number | undefined => {
  if (count === 0) return undefined;
  const rank = share * count;
  let below = 0;
  for (const [at, inBucket] of counts.entries()) {
    const upper = bounds[at];
    // Above the last bound nothing more is known.
    if (upper === undefined) return bounds.at(-1);
    if (inBucket > 0 && below + inBucket >= rank) {
      const lower = at === 0 ? 0 : (bounds[at - 1] ?? 0);
      return lower + ((upper - lower) * (rank - below)) / inBucket;
    }
    below += inBucket;
  }
  return bounds.at(-1);
};
