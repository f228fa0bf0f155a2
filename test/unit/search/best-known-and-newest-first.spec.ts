import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMoved, rankOf } from '../../../src/modules/search/services/ranking.ts';

const now = new Date('2026-06-01T00:00:00Z');
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const video = (days: number | null, views: number): number =>
  rankOf({ kind: 'Video', publishedAt: days === null ? null : ago(days) }, views, now);

test('what came out now stands beside what is old and has a hundred times the audience', () => {
  expect(video(0, 99)).toBe(4);
  expect(video(null, 9_999)).toBe(4);
  expect(video(30, 999)).toBe(4);
});

test('more views or a later day never make it worse, and every rank is a number above 0', () => {
  const days = fc.double({ min: -10, max: 50_000, noNaN: true });
  const views = fc.nat({ max: 10_000_000_000 });
  fc.assert(
    fc.property(days, days, views, views, (a, b, few, many) => {
      const [sooner, later] = a > b ? [a, b] : [b, a];
      const [less, more] = few < many ? [few, many] : [many, few];
      expect(video(sooner, less)).toBeLessThanOrEqual(video(later, more));
      expect(video(later, more)).toBeGreaterThanOrEqual(0);
      expect(video(later, more)).toBeLessThan(13);
    }),
  );
});

test('ranks are written for a step that somebody would see', () => {
  expect(isMoved(3, 3.04)).toBe(false);
  expect(isMoved(3, 3.06)).toBe(true);
});
