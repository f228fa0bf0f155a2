import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  movieIdOf,
  nameKeyOf,
  slugOf,
  tidyText,
  titleKeyOf,
} from '../../../src/modules/catalogue/services/film-identity.ts';
import { popularityOf } from '../../../src/modules/catalogue/services/popularity.ts';

const anyText = fc.string({ unit: 'grapheme' });

describe('the id of a film', () => {
  it('follows from title and day alone, whatever the time of day and the white space', () => {
    const id = movieIdOf('King Kong', new Date('1933-04-07'));
    expect(id).toMatch(/^[0-9a-f]{12}$/u);
    expect(movieIdOf('  King  Kong ', new Date('1933-04-07T20:15:00Z'))).toBe(id);
    expect(movieIdOf('King Kong', new Date('1976-12-17'))).not.toBe(id);
    expect(movieIdOf('King Kong', null)).not.toBe(id);
  });

  it('is the same in every version: links and cached answers hold it', () => {
    expect(movieIdOf('The Land Girls', new Date('1998-06-12'))).toBe('a4dbc6f79d63');
    expect(movieIdOf('Drei', null)).toBe('99189acfb0f5');
  });

  it('is refused for a date that does not exist', () => {
    expect(() => movieIdOf('King Kong', new Date('never'))).toThrow(RangeError);
  });
});

describe('a slug', () => {
  it.each([
    ['Thriller/Suspense', 'thriller-suspense'],
    ['Alfonso Cuarón', 'alfonso-cuaron'],
    ['M. Night Shyamalan', 'm-night-shyamalan'],
    ["Pat O'Connor", 'pat-oconnor'],
    ['Søren Kragh-Jacobsen', 'soren-kragh-jacobsen'],
  ])('of %s is readable', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('tells names in other scripts apart, also by what is not Latin in them', () => {
    expect(slugOf('宮崎 駿')).toMatch(/^[0-9a-f]{8}$/u);
    expect(slugOf('宮崎 駿')).not.toBe(slugOf('黒澤 明'));
    expect(slugOf('Иван II')).toMatch(/^ii-[0-9a-f]{8}$/u);
  });

  it('is never empty and never holds anything else than letters, digits and single hyphens', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
      }),
    );
  });
});

describe('a sort key', () => {
  it.each([
    ['The Apartment', 'apartment'],
    ['A', 'a'],
    ['The The', 'the'],
    ['Theatre', 'theatre'],
    ['M*A*S*H', 'mash'],
    ['20,000 Leagues Under the Sea', '20000 leagues under the sea'],
    ['Léon', 'leon'],
    ['Alien³', 'alien 3'],
    ['...', '...'],
    ['Солярис', 'солярис'],
  ])('of the title %s leaves out what does not sort', (title, key) => {
    expect(titleKeyOf(title)).toBe(key);
  });

  it('of a name keeps an article, which may be a name', () => {
    expect(nameKeyOf('An Hui')).toBe('an hui');
    expect(nameKeyOf('Jean-Pierre Jeunet')).toBe('jean pierre jeunet');
  });

  it('is empty only for what is blank', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(titleKeyOf(text) === '').toBe(tidyText(text) === '');
        expect(nameKeyOf(text) === '').toBe(tidyText(text) === '');
      }),
    );
  });
});

describe('popularity', () => {
  const ratings = fc.double({ min: 0, max: 10, noNaN: true });
  const votes = fc.integer({ min: 0, max: 1e9 });

  it('is nothing without votes and grows with each tenfold of them', () => {
    expect(popularityOf({ rating: null, votes: 0 })).toBe(0);
    expect(popularityOf({ rating: null, votes: 999 })).toBe(18.9);
    expect(popularityOf({ rating: 9.2, votes: 519_541 })).toBe(52.552);
  });

  it('holds few votes of 10 for less than many of 8', () => {
    expect(popularityOf({ rating: 10, votes: 10 })).toBeLessThan(popularityOf({ rating: 8, votes: 10_000 }));
  });

  it('never falls when the rating rises', () => {
    fc.assert(
      fc.property(ratings, ratings, votes, (one, other, count) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(popularityOf({ rating: low, votes: count })).toBeLessThanOrEqual(
          popularityOf({ rating: high, votes: count }),
        );
      }),
    );
  });

  it.each([
    { rating: 11, votes: 1 },
    { rating: Number.NaN, votes: 1 },
    { rating: 5, votes: -1 },
    { rating: 5, votes: 1.5 },
  ])('is refused for $rating and $votes votes', (film) => {
    expect(() => popularityOf(film)).toThrow(RangeError);
  });
});
