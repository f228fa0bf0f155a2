import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  trendingScore,
  trendingWindows,
  type HourOfViews,
} from '../../../src/modules/catalogue/services/trending-score.ts';

const hour = 500_000;

describe('how much a film trends', () => {
  test('is its views where all are of now', () => {
    expect(trendingScore([{ hour, views: 7 }], 'DAY', hour)).toBe(7);
    expect(trendingScore([{ hour, views: 7 }], 'WEEK', hour)).toBe(7);
  });

  test('halves with each half-life', () => {
    expect(trendingScore([{ hour: hour - 6, views: 8 }], 'DAY', hour)).toBe(4);
    expect(trendingScore([{ hour: hour - 12, views: 8 }], 'DAY', hour)).toBe(2);
    expect(trendingScore([{ hour: hour - 48, views: 8 }], 'WEEK', hour)).toBe(4);
  });

  test('counts what lies within the window, its ends included', () => {
    expect(trendingScore([{ hour: hour - 24, views: 16 }], 'DAY', hour)).toBe(1);
    expect(trendingScore([{ hour: hour - 25, views: 16 }], 'DAY', hour)).toBe(0);
    expect(trendingScore([{ hour: hour - 168, views: 10_000 }], 'WEEK', hour)).toBeGreaterThan(0);
    expect(trendingScore([{ hour: hour - 169, views: 10_000 }], 'WEEK', hour)).toBe(0);
    expect(trendingScore([{ hour: hour + 1, views: 10_000 }], 'DAY', hour)).toBe(0);
  });

  test('is the sum of its hours, more for each view, and less the longer ago it was', () => {
    const buckets = fc.array(
      fc.record<HourOfViews>({
        hour: fc.integer({ min: hour - 200, max: hour }),
        views: fc.integer({ min: 1, max: 10_000 }),
      }),
      { maxLength: 50 },
    );
    const windows = fc.constantFrom('DAY' as const, 'WEEK' as const);
    fc.assert(
      fc.property(buckets, windows, fc.integer({ min: 0, max: 23 }), (given, window, ago) => {
        const score = trendingScore(given, window, hour);
        const alone = given.reduce((sum, bucket) => sum + trendingScore([bucket], window, hour), 0);
        expect(Math.abs(score - alone)).toBeLessThan(0.001 * (given.length + 1));
        expect(trendingScore([...given, { hour: hour - ago, views: 1 }], window, hour)).toBeGreaterThan(
          score,
        );
        const aged = given.map((bucket) => ({ ...bucket, hour: bucket.hour - 1 }));
        expect(trendingScore(aged, window, hour)).toBeLessThanOrEqual(score);
        expect(trendingWindows[window].halfLifeHours).toBeLessThan(trendingWindows[window].hours);
      }),
    );
  });
});
