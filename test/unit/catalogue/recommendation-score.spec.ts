import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  leastSharedViewers,
  recommendationScore,
  type LikenedFilm,
} from '../../../src/modules/catalogue/services/recommendation-score.ts';

const film = (given: Partial<LikenedFilm> = {}): LikenedFilm => ({
  _id: 'film',
  genreIds: [],
  directorIds: [],
  popularity: 0,
  ...given,
});

describe('how much a film recommends itself', () => {
  test('is nothing without anything in common, however popular it is', () => {
    expect(
      recommendationScore(film({ genreIds: ['drama'] }), film({ genreIds: ['war'], popularity: 60 })),
    ).toBe(0);
    expect(recommendationScore(film(), film())).toBe(0);
  });

  test('is the share of directors and genres in common', () => {
    const one = film({ directorIds: ['a', 'b'], genreIds: ['drama', 'war'] });
    expect(recommendationScore(one, film({ directorIds: ['a', 'b'] }))).toBe(2);
    expect(recommendationScore(one, film({ directorIds: ['a'] }))).toBe(1);
    expect(recommendationScore(one, film({ genreIds: ['war', 'drama'] }))).toBe(1);
    expect(recommendationScore(one, film({ genreIds: ['war', 'comedy'] }))).toBe(0.3333);
  });

  test('is decided by popularity among films that are alike', () => {
    const one = film({ genreIds: ['drama'] });
    expect(recommendationScore(one, film({ genreIds: ['drama'], popularity: 30 }))).toBe(1.25);
    expect(recommendationScore(one, film({ genreIds: ['drama'], popularity: 600 }))).toBe(1.5);
  });

  test('is 4 times the cosine of viewers, half of it at five that are shared', () => {
    const all = { shared: 5, ofOne: 5, ofOther: 5 };
    expect(recommendationScore(film(), film(), all)).toBe(2);
    expect(recommendationScore(film(), film(), { ...all, ofOther: 20 })).toBe(1);
  });

  test('says nothing of viewers that are too few', () => {
    const few = leastSharedViewers - 1;
    expect(recommendationScore(film(), film(), { shared: few, ofOne: few, ofOther: few })).toBe(0);
  });

  test('grows with what is shared, and lies between 0 and 7.5', () => {
    const films = fc.record({
      _id: fc.constant('film'),
      genreIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
      directorIds: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
      popularity: fc.double({ min: 0, max: 80, noNaN: true }),
    });
    const viewing = fc
      .tuple(fc.nat(500), fc.nat(500), fc.nat(500))
      .map(([shared, more, others]) => ({ shared, ofOne: shared + more, ofOther: shared + others }));
    fc.assert(
      fc.property(films, films, viewing, (one, other, given) => {
        const score = recommendationScore(one, other, given);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(7.5);
        const more = {
          ...given,
          shared: given.shared + 1,
          ofOne: given.ofOne + 1,
          ofOther: given.ofOther + 1,
        };
        expect(recommendationScore(one, other, more)).toBeGreaterThanOrEqual(score);
        expect(recommendationScore(one, other)).toBe(recommendationScore({ ...one, popularity: 0 }, other));
      }),
    );
  });
});
