import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { createConnection, type Connection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readImportArguments } from '../../../src/commands/import/arguments.ts';
import { runImportCommand } from '../../../src/commands/import/import-command.ts';
import { fileOf } from '../../testkit/imports.ts';
import { quickGate } from '../../testkit/engine-app.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { startTmdb, tmdbFilm, type TmdbServer, tmdbToken } from '../../testkit/tmdb.ts';

let mongo: Connection;
let mongodbUri: string;
let tmdb: TmdbServer;
beforeEach(async () => {
  mongodbUri = freshMongo();
  mongo = await createConnection(mongodbUri).asPromise();
  tmdb = await startTmdb();
});
afterEach(async () => {
  await mongo.close();
  await tmdb[Symbol.asyncDispose]();
});

const run = async (...args: readonly string[]) => {
  const told: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  let summary = '';
  try {
    const code = await runImportCommand({
      request: readImportArguments(args),
      mongodbUri,
      redisUrl: undefined,
      redisPrefix: `test-${randomUUID()}`,
      gateTimings: quickGate,
      tmdb: { key: tmdbToken, baseUrl: tmdb.url, requestsPerSecond: 1000, attempts: 2, backOffMs: 1 },
      input: Readable.from([]),
      print: (line) => void (summary = line),
      signal: new AbortController().signal,
      log: quiet,
    });
    const faults = told
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('TMDB film'));
    return { code, summary, faults };
  } finally {
    stderr.mockRestore();
  }
};
const films = () => mongo.collection('movies').find().sort({ tmdbId: 1 }).toArray();
const ids = async () => (await films()).map(({ tmdbId }) => Number(tmdbId));

test('the details of a film become a record', async () => {
  tmdb.films.set(
    603,
    tmdbFilm(603, {
      title: 'The Matrix',
      release_date: '1999-03-31',
      genres: [
        { id: 28, name: 'Action' },
        { id: 53, name: 'Thriller' },
      ],
      budget: 63_000_000,
      revenue: 463_517_383,
    }),
  );
  expect(await run('tmdb', 'movie', '603')).toMatchObject({ code: 0 });
  expect(await films()).toMatchObject([
    {
      title: 'The Matrix',
      releaseDate: new Date('1999-03-31'),
      genreIds: ['action', 'thriller-suspense'],
      directorIds: ['ada-director'],
      runtimeMinutes: 100,
      mpaaRating: 'PG-13',
      budgetUsd: 63_000_000,
      worldwideGrossUsd: 463_517_383,
      rating: 7.25,
      votes: 400,
      posterPath: '/poster-603.jpg',
      tmdbId: 603,
    },
  ]);
  expect((await run('tmdb', 'movie', '603')).summary).toContain(
    '0 created, 0 updated, 1 unchanged, 0 faulty',
  );
});

test('what TMDB does not know stays unknown, or as it was', async () => {
  tmdb.films.set(
    1,
    tmdbFilm(1, { runtime: 0, poster_path: null, release_date: '', vote_count: 0, vote_average: 0 }),
  );
  await run('tmdb', 'movie', '1');
  const [film] = await films();
  expect(film).toMatchObject({
    runtimeMinutes: null,
    posterPath: null,
    releaseDate: null,
    rating: null,
    votes: 0,
    budgetUsd: null,
  });
});

test.for([
  ['popular', ['tmdb', 'popular', '--pages', '2']],
  ['trending', ['tmdb', 'trending', '--window', 'week', '--pages', '2']],
] as const)('as many pages of %s films are read as are asked for', async ([, args]) => {
  tmdb.pages = [[1, 2], [2, 3], [4]];
  for (const id of [1, 2, 3, 4]) tmdb.films.set(id, tmdbFilm(id));
  expect((await run(...args)).summary).toContain('3 created');
  expect(await ids()).toEqual([1, 2, 3]);
});

test('a list that moves while its import is interrupted is finished as it was', async () => {
  const all = Array.from({ length: 30 }, (_, index) => index + 1);
  tmdb.pages = [all];
  for (const id of all) tmdb.films.set(id, tmdbFilm(id));
  for (const id of all.slice(22, 27)) tmdb.fail(`movie/${id}`, { status: 500 }, { status: 500 });
  await expect(run('tmdb', 'popular')).rejects.toThrow('5 films in a row could not be had');
  expect(await ids()).toEqual(all.slice(0, 20));
  tmdb.pages = [[99]];
  expect((await run('tmdb', 'popular')).summary).toContain(
    '30 created, 0 updated, 0 unchanged, 0 faulty (20 of them by an earlier run)',
  );
});

test('a film that cannot be had or read is told, and the others are imported', async () => {
  for (const id of [1, 2, 5]) tmdb.films.set(id, tmdbFilm(id));
  tmdb.films.set(3, { ...tmdbFilm(3), vote_average: 'high' });
  tmdb.films.set(4, tmdbFilm(4, { release_date: '2021-13-01' }));
  tmdb.fail('movie/2', { status: 500 }, { status: 500 });
  const { code, faults } = await run('tmdb', 'movie', '1', '2', '3', '4', '5', '6');
  expect(code).toBe(2);
  expect(faults).toEqual([
    'TMDB film 2: TMDB answered 500 (2 attempts).',
    'TMDB film 3: TMDB’s answer.vote_average: expected a number, but got "high"',
    'TMDB film 4: release_date: expected a day such as "1999-03-31", but got "2021-13-01"',
    'TMDB film 6: expected a film, but TMDB has none of this id',
  ]);
  expect(await ids()).toEqual([1, 5]);
});

test('genres are those of the bundled films where they mean the same', async () => {
  expect((await run('tmdb', 'genres')).summary).toContain('4 created');
  const genres = await mongo.collection<{ _id: string }>('genres').find().sort({ _id: 1 }).toArray();
  expect(genres.map(({ _id }) => _id)).toEqual(['action', 'drama', 'thriller-suspense', 'tv-movie']);
  expect((await run('tmdb', 'genres')).summary).toContain('4 unchanged');
});

test('the configuration of pictures is taken', async () => {
  await run('tmdb', 'configuration');
  expect(await mongo.collection('configurations').find().toArray()).toEqual([
    {
      _id: 'images',
      baseUrl: 'http://images.example.com/t/p/',
      secureBaseUrl: 'https://images.example.com/t/p/',
      posterSizes: ['w92', 'original'],
      backdropSizes: ['w300', 'original'],
      profileSizes: ['w45', 'original'],
    },
  ]);
});

describe('a film of another source', () => {
  const here = {
    title: 'The Film',
    releaseDate: '2021-06-03',
    rating: 8,
    votes: 9000,
    distributor: 'Somebody',
  };
  const importing = async (...lines: readonly object[]) => run('jsonl', await fileOf(lines));

  test('of the same title and about the same day is that film; the rating that more voted for stays', async () => {
    await importing(here);
    tmdb.films.set(1, tmdbFilm(1, { title: 'The Film' }));
    expect((await run('tmdb', 'movie', '1')).summary).toContain('0 created, 1 updated');
    expect(await films()).toMatchObject([
      { releaseDate: new Date('2021-06-01'), rating: 8, votes: 9000, distributor: 'Somebody', tmdbId: 1 },
    ]);
    expect((await run('tmdb', 'movie', '1')).summary).toContain('1 unchanged');
  });

  test.for([
    ['came out in another time', { ...here, releaseDate: '2001-06-03' }],
    ['was directed by someone else', { ...here, directors: ['Somebody Else'] }],
    ['is known as another one of TMDB', { ...here, tmdbId: 2 }],
  ] as const)('that %s is another film', async ([, line]) => {
    await importing(line);
    tmdb.films.set(1, tmdbFilm(1, { title: 'The Film' }));
    expect((await run('tmdb', 'movie', '1')).summary).toContain('1 created');
    expect(await films()).toHaveLength(2);
  });

  test('of the same title and day, but another TMDB id, is told', async () => {
    await importing({ ...here, releaseDate: '2021-06-01', tmdbId: 2 });
    tmdb.films.set(1, tmdbFilm(1, { title: 'The Film' }));
    expect((await run('tmdb', 'movie', '1')).faults).toEqual([
      'TMDB film 1: tmdbId: expected 2, by which "The Film" of 2021-06-01 is known here, but got 1',
    ]);
  });

  test('keeps its id when TMDB changes its title and day', async () => {
    tmdb.films.set(1, tmdbFilm(1));
    await run('tmdb', 'movie', '1');
    const [before] = await films();
    tmdb.films.set(1, tmdbFilm(1, { title: 'Renamed', release_date: '2022-01-01' }));
    await run('tmdb', 'movie', '1');
    expect(await films()).toMatchObject([{ _id: before?._id, title: 'Renamed', titleKey: 'renamed' }]);
  });
});
