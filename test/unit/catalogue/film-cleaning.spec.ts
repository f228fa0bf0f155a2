import { beforeAll, describe, expect, it } from 'vitest';
import { readBundledFilms, readBundledRows } from '../../../src/modules/catalogue/seed/bundled-films.ts';
import { cleanFilms, type CleanedFilms } from '../../../src/modules/catalogue/seed/film-cleaning.ts';
import { repairTitle } from '../../../src/modules/catalogue/seed/title-repair.ts';
import type { MovieRecord } from '../../../src/modules/catalogue/models/records.ts';

let bundled: CleanedFilms;

beforeAll(async () => {
  bundled = await readBundledFilms();
});

function filmsNamed(title: string): MovieRecord[] {
  return bundled.movies.filter((movie) => movie.title === title);
}

function daysOf(title: string): (string | undefined)[] {
  return filmsNamed(title).map((movie) => movie.releaseDate?.toISOString());
}

describe('the bundled films', () => {
  it('are all kept, under ids of twelve hex digits that differ', () => {
    expect(bundled.movies).toHaveLength(3201);
    expect(new Set(bundled.movies.map((movie) => movie._id)).size).toBe(3201);
    expect(bundled.movies.filter((movie) => !/^[0-9a-f]{12}$/u.test(movie._id))).toEqual([]);
  });

  it('have the faults that the folder describes, and no others', () => {
    expect(bundled.report).toEqual({
      rows: 3201,
      films: 3201,
      repairs: {
        numberTitles: 9,
        missingTitles: 1,
        garbledTitles: 18,
        trailingArticles: 5,
        yearsInTitles: 3,
        spacesInTitles: 2,
        wrongCenturies: 22,
        emptyDates: 8,
        unreadableDates: 0,
        zeroAmounts: 113,
        unknownMpaaRatings: 2,
        unknownDistributors: 1,
        quotedNames: 1,
        sharedCredits: 0,
        refusedValues: 0,
      },
      doubts: { noDirector: 1331, noGenre: 265, noReleaseDate: 8, turnOfYearDates: 97, sharedVotes: 72 },
      rejected: [],
    });
  });

  it('give the same records each time, and leave the rows as they were', async () => {
    const rows = await readBundledRows();
    const before = structuredClone(rows);
    expect(cleanFilms(rows)).toEqual(bundled);
    expect(rows).toEqual(before);
  });

  it('have titles with a sort key, without entities, control characters or superfluous space', () => {
    const odd = bundled.movies.filter(
      ({ title, titleKey }) =>
        title !== title.trim() ||
        title === '' ||
        titleKey === '' ||
        titleKey !== titleKey.toLowerCase() ||
        /\s\s|\p{C}|&#?\w+;|, The$/u.test(title),
    );
    expect(odd).toEqual([]);
  });

  it('have titles that another cleaning does not change', () => {
    const changed = bundled.movies.filter(
      ({ title, releaseDate }) => repairTitle(title, releaseDate?.getUTCFullYear() ?? null) !== title,
    );
    expect(changed).toEqual([]);
  });

  it('are dated at midnight UTC from 1915 to 2011, or not at all', () => {
    const times = bundled.movies.flatMap((movie) => movie.releaseDate?.getTime() ?? []);
    expect(times).toHaveLength(3193);
    expect(times.every((time) => time % 86_400_000 === 0)).toBe(true);
    const years = times.map((time) => new Date(time).getUTCFullYear());
    expect([Math.min(...years), Math.max(...years)]).toEqual([1915, 2011]);
  });

  it('have amounts above zero, ratings from 0 to 10, and running times that a film can have', () => {
    const isOptional = (value: number | null, min: number, max: number, isWhole = true) =>
      value === null || (value >= min && value <= max && (!isWhole || Number.isInteger(value)));
    const odd = bundled.movies.filter(
      (movie) =>
        !isOptional(movie.rating, 0, 10, false) ||
        !isOptional(movie.votes, 0, 1e6) ||
        (movie.rating === null) !== (movie.votes === 0) ||
        !isOptional(movie.rottenTomatoesRating, 0, 100) ||
        !isOptional(movie.runtimeMinutes, 40, 240) ||
        !isOptional(movie.budgetUsd, 200, 1e9) ||
        !isOptional(movie.usGrossUsd, 1, 1e10) ||
        !isOptional(movie.worldwideGrossUsd, movie.usGrossUsd ?? 1, 1e10) ||
        !isOptional(movie.usDvdSalesUsd, 1, 1e10) ||
        !isOptional(movie.popularity, 0, 60, false),
    );
    expect(odd).toEqual([]);
  });

  it('name only genres and directors that exist, and every one of those is named', () => {
    const genreIds = bundled.movies.flatMap((movie) => movie.genreIds);
    const directorIds = bundled.movies.flatMap((movie) => movie.directorIds);
    expect([...new Set(genreIds)].toSorted()).toEqual(bundled.genres.map((genre) => genre._id));
    expect([...new Set(directorIds)].toSorted()).toEqual(bundled.people.map((person) => person._id));
    expect(bundled.genres).toHaveLength(16);
    expect(bundled.people).toHaveLength(550);
    const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
    expect([...genreIds, ...directorIds].filter((id) => !slug.test(id))).toEqual([]);
  });

  it('put the widely seen and highly rated first when sorted by popularity', () => {
    const byPopularity = bundled.movies.toSorted((a, b) => b.popularity - a.popularity);
    expect(byPopularity.slice(0, 3).map((movie) => movie.title)).toEqual([
      'The Shawshank Redemption',
      'The Godfather',
      'The Dark Knight',
    ]);
  });
});

describe('repairs of known films', () => {
  it.each(['9', '21', '54', '300', '1408', '1776', '1941', '2012', '2046'])(
    'the title %s is text',
    (title) => {
      expect(filmsNamed(title)).toHaveLength(1);
    },
  );

  it.each([
    ['Gone with the Wind', '1939-12-15'],
    ['Snow White and the Seven Dwarfs', '1937-12-21'],
    ['The Birth of a Nation', '1915-02-08'],
    ['The Best Years of Our Lives', '1946-11-21'],
    ['Wings', '1927-08-12'],
  ])('%s is of its own century', (title, day) => {
    expect(daysOf(title)).toEqual([`${day}T00:00:00.000Z`]);
  });

  it('a date in this century that is right stays', () => {
    expect(daysOf('300')).toEqual(['2007-03-09T00:00:00.000Z']);
    expect(daysOf('The Adventures of Tintin: Secret of the Unicorn')).toEqual(['2011-12-23T00:00:00.000Z']);
  });

  it('the zero of the Unix clock is no date', () => {
    expect(daysOf('The Magic Flute')).toEqual([undefined]);
  });

  it('three films named King Kong and two named Lolita differ by their dates', () => {
    const years = (title: string) => filmsNamed(title).map((movie) => movie.releaseDate?.getUTCFullYear());
    expect(years('King Kong')).toEqual([1933, 1976, 2005]);
    expect(years('Lolita')).toEqual([1962, 1998]);
  });

  it.each([
    'Léon',
    'The Naked Gun 2½: The Smell of Fear',
    'Déjà Vu',
    'Per qualche dollaro in più',
    "I Love You … Don't Touch Me!",
    'Obsluhoval jsem anglického krále',
    'Die Fälscher',
    'Joyeux Noël',
  ])('%s is spelled in its own letters', (title) => {
    expect(filmsNamed(title)).toHaveLength(1);
  });

  it.each(['Alien³', 'Ri¢hie Ri¢h', 'M*A*S*H', "What the #$'! Do We Know", 'eXistenZ', 'WALL-E'])(
    '%s keeps its style',
    (title) => {
      expect(filmsNamed(title)).toHaveLength(1);
    },
  );

  it('articles come first', () => {
    expect(filmsNamed('The Charge of the Light Brigade')).toHaveLength(1);
    expect(filmsNamed('Les Couloirs du temps: Les visiteurs 2')).toHaveLength(1);
  });

  it('the film named Unknown has its name back', () => {
    expect(filmsNamed('Unknown')).toMatchObject([{ runtimeMinutes: 85, distributor: 'IFC Films' }]);
  });

  it('a gross of nothing, a rating that does not exist and an unknown distributor are not known', () => {
    expect(filmsNamed('How Green Was My Valley')).toMatchObject([
      { usGrossUsd: null, worldwideGrossUsd: null },
    ]);
    expect(filmsNamed('Requiem for a Dream')).toMatchObject([{ mpaaRating: null }]);
    expect(bundled.movies.filter((movie) => /unknown/iu.test(movie.distributor ?? ''))).toEqual([]);
  });

  it('genres join the major genre and the kinds of story that are genres', () => {
    expect(filmsNamed('The Apartment')).toMatchObject([{ genreIds: ['comedy', 'romance'] }]);
    expect(filmsNamed('The Dark Knight')).toMatchObject([
      { genreIds: ['action', 'super-hero'], creativeType: 'Super Hero' },
    ]);
    expect(filmsNamed('Finding Nemo')).toMatchObject([{ genreIds: ['adventure', 'family'] }]);
  });

  it('a director is a person with a name and a sort key', () => {
    expect(filmsNamed('Inception')).toMatchObject([{ directorIds: ['christopher-nolan'] }]);
    expect(bundled.people).toContainEqual({
      _id: 'christopher-nolan',
      name: 'Christopher Nolan',
      nameKey: 'christopher nolan',
    });
    expect(bundled.people.map((person) => person.name)).toContain('Jeff "King Jeff" Hollins');
  });
});
