import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  leastImportedWeight,
  mostImportedWeight,
  ratingOf,
  viewerRatingOf,
} from '../../../src/modules/catalogue/services/film-rating.ts';
import { priorRating } from '../../../src/modules/catalogue/services/popularity.ts';

const importedRating = fc.option(
  fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
  { nil: null },
);
const votes = fc.nat(3_000_000);
const ratings = fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 300 });

const withRatings = (imported: number | null, importedVotes: number, given: readonly number[]) => ({
  importedRating: imported,
  votes: importedVotes,
  viewerRatingSum: given.reduce((sum, rating) => sum + rating, 0),
  viewerRatingCount: given.length,
});

describe('the rating of a film', () => {
  test('is the imported one as it is until a viewer rates it', () => {
    fc.assert(
      fc.property(importedRating, votes, (imported, count) => {
        expect(ratingOf(withRatings(imported, count, []))).toBe(imported);
      }),
    );
  });

  test('is the mean of the prior, given many times over, and of the viewers', () => {
    fc.assert(
      fc.property(importedRating, votes, ratings, (imported, count, given) => {
        fc.pre(given.length > 0);
        const weight =
          imported === null
            ? leastImportedWeight
            : Math.max(leastImportedWeight, Math.min(mostImportedWeight, count));
        const all = [...Array.from({ length: weight }, () => imported ?? priorRating), ...given];
        const mean = all.reduce((sum, rating) => sum + rating, 0) / all.length;
        expect(ratingOf(withRatings(imported, count, given))).toBeCloseTo(mean, 1);
      }),
    );
  });

  test('lies between what it is made of, and goes up with a better rating', () => {
    fc.assert(
      fc.property(importedRating, votes, ratings, (imported, count, given) => {
        fc.pre(given.length > 0);
        const rating = ratingOf(withRatings(imported, count, given)) ?? Number.NaN;
        const parts = [imported ?? priorRating, ...given];
        expect(rating).toBeGreaterThanOrEqual(Math.min(...parts));
        expect(rating).toBeLessThanOrEqual(Math.max(...parts));
        const better = ratingOf(withRatings(imported, count, given.with(0, 10))) ?? Number.NaN;
        expect(better).toBeGreaterThanOrEqual(rating);
      }),
    );
  });

  test.for([
    [withRatings(8, 500_000, [10]), 8.02],
    [withRatings(8, 50, [10]), 8.04],
    [withRatings(8, 0, [10]), 8.18],
    [withRatings(null, 0, [10]), 6.64],
    [withRatings(null, 0, []), null],
    [
      withRatings(
        5,
        1000,
        Array.from({ length: 100 }, () => 9),
      ),
      7,
    ],
  ] as const)('%j is %s', ([parts, expected]) => {
    expect(ratingOf(parts)).toBe(expected);
  });
});

test("the viewers' rating is their mean, to two decimals", () => {
  expect(viewerRatingOf({ viewerRatingSum: 0, viewerRatingCount: 0 })).toBeNull();
  expect(viewerRatingOf({ viewerRatingSum: 20, viewerRatingCount: 3 })).toBe(6.67);
});
