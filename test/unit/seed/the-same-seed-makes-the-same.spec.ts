import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAudience } from '../../../src/seed/index.ts';
import { filmsToView } from './films-to-view.ts';

const sizes = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  users: fc.integer({ min: 1, max: 60 }),
  views: fc.integer({ min: 1, max: 120 }),
  days: fc.integer({ min: 1, max: 40 }),
  endAt: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
});
const films = filmsToView(80);

describe('an audience', () => {
  test('is the same for the same seed, sizes, films and end, in whatever order it is asked for', () => {
    const asks = fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 60 });
    fc.assert(
      fc.property(sizes, asks, (options, asked) => {
        const inOrder = createAudience({ ...options, films });
        const views = [...inOrder.views.between(0, options.views)];
        const users = Array.from({ length: options.users }, (_, index) => inOrder.population.at(index));
        const other = createAudience({ ...options, films: films.toReversed() });
        const { views: otherViews, population } = other;
        const drawn = asked.map(([isView, draw]) =>
          isView ? otherViews.at(draw % options.views) : population.at(draw % options.users),
        );
        const expected = asked.map(([isView, draw]) =>
          isView ? views[draw % options.views] : users[draw % options.users],
        );
        expect(drawn).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('begins with the same people, however many there are', () => {
    const of = (users: number) =>
      createAudience({ seed: 5, users, views: 1, days: 1, endAt: new Date(), films }).population;
    for (const index of [0, 1, 9]) expect(of(10).at(index)).toEqual(of(1_000).at(index));
  });

  test('is another one with another seed', () => {
    const of = (seed: number) =>
      createAudience({ seed, users: 50, views: 50, days: 3, endAt: new Date('2026-01-01'), films });
    const ids = (seed: number) => Array.from({ length: 50 }, (_, index) => of(seed).population.at(index).id);
    expect(new Set([...ids(1), ...ids(2)]).size).toBe(100);
    expect([...of(1).views.between(0, 50)]).not.toEqual([...of(2).views.between(0, 50)]);
  });

  test('has views one after the other, within its time, of its films and by its users', () => {
    const known = new Set(films.map(({ id }) => id));
    fc.assert(
      fc.property(sizes, (options) => {
        const endMs = options.endAt.getTime();
        let last = endMs - options.days * 86_400_000;
        for (const view of createAudience({ ...options, films }).views.between(0, options.views)) {
          const at = view.at.getTime();
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThan(endMs);
          expect(view.endedAt.getTime()).toBeGreaterThanOrEqual(at);
          expect(view.endedAt.getTime()).toBeLessThanOrEqual(endMs);
          expect(known.has(view.filmId)).toBe(true);
          expect(view.user ?? 0).toBeLessThan(options.users);
          expect(view.positionSeconds).toBeLessThanOrEqual(view.durationSeconds);
          expect([undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(view.rating);
          // What they say and keep is theirs.
          expect(view.user === undefined && (view.rating !== undefined || view.isFavourite)).toBe(false);
          last = at;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('refuses a user that it has not, and to view nothing', () => {
    const { population } = createAudience({ seed: 1, users: 3, views: 1, days: 1, endAt: new Date(), films });
    expect(() => population.at(3)).toThrow('expected a user from 0 to 2, but got 3');
    expect(() =>
      createAudience({ seed: 1, users: 3, views: 1, days: 1, endAt: new Date(), films: [] }),
    ).toThrow('expected films to draw from, but got none');
  });
});
