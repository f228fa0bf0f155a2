import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MovieRecord } from '../../../src/modules/catalogue/models/records.ts';
import { cleanFilms } from '../../../src/modules/catalogue/seed/film-cleaning.ts';
import { repairTitle } from '../../../src/modules/catalogue/seed/title-repair.ts';

/** The only film of a made-up row. */
function cleanRow(row: Record<string, unknown>): MovieRecord | undefined {
  return cleanFilms([{ Title: 'Made Up', ...row }]).movies[0];
}

describe('faulty rows', () => {
  it('that cannot be a film are rejected with their place and a reason, and the others are kept', () => {
    const { movies, report } = cleanFilms([
      null,
      undefined,
      7,
      'a text',
      ['Title'],
      {},
      { Title: '   ' },
      { Title: { deep: true } },
      { Title: 'A Film' },
    ]);
    expect(movies.map((movie) => movie.title)).toEqual(['A Film']);
    expect(report).toMatchObject({ rows: 9, films: 1 });
    const title = 'expected the title to be a number or a text that is not blank but got';
    expect(report.rejected).toEqual([
      { index: 0, reason: 'expected an object but got null' },
      { index: 1, reason: 'expected an object but got undefined' },
      { index: 2, reason: 'expected an object but got number' },
      { index: 3, reason: 'expected an object but got string' },
      { index: 4, reason: 'expected an object but got an array' },
      { index: 5, reason: `${title} undefined` },
      { index: 6, reason: `${title} string` },
      { index: 7, reason: `${title} object` },
    ]);
  });

  it('a row of nothing but a title is a film of which nothing else is known', () => {
    expect(cleanRow({ Title: ' The  Lost Reel ' })).toMatchObject({
      title: 'The Lost Reel',
      titleKey: 'lost reel',
      releaseDate: null,
      genreIds: [],
      directorIds: [],
      runtimeMinutes: null,
      mpaaRating: null,
      budgetUsd: null,
      rating: null,
      votes: 0,
      posterPath: null,
      tmdbId: null,
      popularity: 0,
    });
  });

  it('values of the wrong type or out of range are not known, and counted', () => {
    const { movies, report } = cleanFilms([
      {
        Title: 'Made Up',
        'IMDB Rating': 11,
        'IMDB Votes': -3,
        'Running Time min': 0,
        'Rotten Tomatoes Rating': 101,
        'US Gross': -1,
        'Production Budget': 'a lot',
        Distributor: 5,
        Director: ['Jane Doe'],
      },
    ]);
    expect(movies).toMatchObject([
      {
        rating: null,
        votes: 0,
        runtimeMinutes: null,
        rottenTomatoesRating: null,
        usGrossUsd: null,
        budgetUsd: null,
        distributor: null,
        directorIds: [],
      },
    ]);
    expect(report.repairs.refusedValues).toBe(8);
  });

  it.each(['Feb 30 2001', 'Foo 01 2001', '2001-02-03', 'Jan 01 1850', 'Jan 01 2150', '', 20_010_203, {}])(
    'the release date %j is not known',
    (date) => {
      const { movies, report } = cleanFilms([{ Title: 'Made Up', 'Release Date': date }]);
      expect(movies).toMatchObject([{ releaseDate: null }]);
      expect(report.repairs.unreadableDates).toBe(1);
    },
  );

  it('a credit of several directors is split, and a repeated one counts once', () => {
    expect(cleanRow({ Director: 'Ann Lee and Bo Ek' })?.directorIds).toEqual(['ann-lee', 'bo-ek']);
    expect(cleanRow({ Director: 'Ann Lee, Bo Ek, & Cy Fox' })?.directorIds).toEqual([
      'ann-lee',
      'bo-ek',
      'cy-fox',
    ]);
    expect(cleanRow({ Director: 'Ann Lee/ANN LEE' })?.directorIds).toEqual(['ann-lee']);
    expect(cleanRow({ Director: 'Bo Ek, Jr.' })?.directorIds).toEqual(['bo-ek-jr']);
    expect(cleanRow({ Director: 'Andy Sanders' })?.directorIds).toEqual(['andy-sanders']);
  });

  it('a film that is there twice is kept once, and one of the same name and another day is kept', () => {
    const row = { Title: 'Made Up', 'Release Date': 'Jun 12 1998' };
    const { movies, report } = cleanFilms([row, { ...row, 'Release Date': 'Jun 13 1998' }, { ...row }]);
    expect(movies).toHaveLength(2);
    expect(report.rejected).toEqual([{ index: 2, reason: 'has the title and the release date of row 0' }]);
  });

  it('a row that is rejected adds nothing to the counts of repairs', () => {
    const { report } = cleanFilms([{ Title: null, 'US Gross': 0, 'Release Date': 'Jan 01 2040' }]);
    expect(Object.values(report.repairs).every((count) => count === 0)).toBe(true);
  });

  it('a title that is right is not decoded, and a year that is not the release year stays', () => {
    for (const title of [
      'Été',
      "L'Étudiante",
      'LÉON',
      'Ödipussi',
      'Ω',
      'Death Race (2000)',
      'Amen, The End',
    ]) {
      expect(repairTitle(title, 1999)).toBe(title);
    }
  });

  it('of any content give films or reasons, one for each row, and never throw', () => {
    const anyRow = fc.record(
      {
        Title: fc.oneof(fc.string({ unit: 'grapheme' }), fc.anything()),
        'Major Genre': fc.oneof(fc.constantFrom('constructor', '__proto__'), fc.anything()),
        'Creative Type': fc.oneof(fc.constantFrom('constructor', '__proto__'), fc.anything()),
        Director: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
        'Release Date': fc.anything(),
        'IMDB Rating': fc.oneof(fc.double(), fc.anything()),
        'IMDB Votes': fc.oneof(fc.double(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(anyRow, fc.anything())), (rows) => {
        const { movies, report } = cleanFilms(rows);
        expect(movies.length + report.rejected.length).toBe(rows.length);
      }),
    );
  });
});
