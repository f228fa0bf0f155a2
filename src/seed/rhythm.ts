/** When people view films: UTC. */
export interface Rhythm {
  /**
   * The moment at which a share of all views has been had. Never falls when the share grows.
   * @param share from 0, below 1.
   * @returns milliseconds since 1970, from the beginning of the time, before its end.
   */
  at(share: number): number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How much each hour of the day is, from midnight on: a rest by night, a rise at noon, the evening. */
const hours = [
  2.4, 1.5, 0.9, 0.6, 0.5, 0.5, 0.8, 1.2, 1.6, 2, 2.4, 2.9, 3.4, 3.3, 3.2, 3.4, 3.9, 4.9, 6.4, 8.2, 9.4, 9, 7,
  4.6,
] as const;
/** Likewise each day of the week, from Sunday on. */
const days = [1.4, 0.85, 0.85, 0.9, 0.95, 1.2, 1.5] as const;

/** @param endMs milliseconds since 1970; exclusive. */
export const createRhythm = (endMs: number, lengthDays: number): Rhythm => {
  const startMs = endMs - lengthDays * dayMs;
  /** Whole hours, but for the first and the last. */
  const bounds: number[] = [startMs];
  for (let hour = (Math.floor(startMs / hourMs) + 1) * hourMs; hour < endMs; hour += hourMs)
    bounds.push(hour);
  const upTo = new Float64Array(bounds.length);
  let sum = 0;
  for (const [index, from] of bounds.entries()) {
    const moment = new Date(from);
    const weight = (hours[moment.getUTCHours()] ?? 0) * (days[moment.getUTCDay()] ?? 0);
    sum += (weight * ((bounds[index + 1] ?? endMs) - from)) / hourMs;
    upTo[index] = sum;
  }
  return {
    at: (share) => {
      const wanted = share * sum;
      let low = 0;
      let high = bounds.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((upTo[middle] ?? sum) > wanted) high = middle;
        else low = middle + 1;
      }
      const before = upTo[low - 1] ?? 0;
      const within = (wanted - before) / ((upTo[low] ?? sum) - before);
      const from = bounds[low] ?? startMs;
      const to = bounds[low + 1] ?? endMs;
      return Math.min(Math.floor(from + within * (to - from)), endMs - 1);
    },
  };
};
