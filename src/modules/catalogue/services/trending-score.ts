import type { TrendingWindow } from '../../../graphql/generated/resolvers.ts';

/** Views of a film within one hour. */
export interface HourOfViews {
  /** Hours since 1970. */
  readonly hour: number;
  readonly views: number;
}

/** How far back a window looks, and after how many hours a view counts half. */
export const trendingWindows: Readonly<
  Record<TrendingWindow, { readonly hours: number; readonly halfLifeHours: number }>
> = {
  DAY: { hours: 24, halfLifeHours: 6 },
  WEEK: { hours: 168, halfLifeHours: 48 },
};

/**
 * How much a film trends when an hour begins: its views in the window, each counting half after every half-life.
 *
 *     Σ views(h) · 2^(-(hour - h) / halfLifeHours)   over the hours h with hour - hours ≤ h ≤ hour
 *
 * Views of the hour itself, which there are where a ranking is made late, count in full. Rounded to three decimals.
 */
export const trendingScore = (
  buckets: readonly HourOfViews[],
  window: TrendingWindow,
  hour: number,
): number => {
  const { hours, halfLifeHours } = trendingWindows[window];
  let score = 0;
  for (const { hour: at, views } of buckets) {
    if (at >= hour - hours && at <= hour) score += views * 2 ** (-(hour - at) / halfLifeHours);
  }
  return Math.round(score * 1000) / 1000;
};
