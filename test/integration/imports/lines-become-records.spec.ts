import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Connection } from 'mongoose';
import { createConnection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readImportArguments } from '../../../src/commands/import/arguments.ts';
import { runImportCommand } from '../../../src/commands/import/import-command.ts';
import type { MovieRecord } from '../../../src/modules/catalogue/index.ts';
import { movieIdOf } from '../../../src/modules/catalogue/services/film-identity.ts';
import { popularityOf } from '../../../src/modules/catalogue/services/popularity.ts';
import { quickGate } from '../../testkit/engine-app.ts';
import { fileOf } from '../../testkit/imports.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { freshMongo } from '../../testkit/servers.ts';

let mongo: Connection;
let mongodbUri: string;
beforeEach(async () => {
  mongodbUri = freshMongo();
  mongo = await createConnection(mongodbUri).asPromise();
});
afterEach(() => mongo.close());

const run = async (args: readonly string[], input = '') => {
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
      tmdb: undefined,
      input: Readable.from([input]),
      print: (line) => void (summary = line),
      signal: new AbortController().signal,
      log: quiet,
    });
    const faults = told
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('line '));
    return { code, summary, faults };
  } finally {
    stderr.mockRestore();
  }
};

const importing = async (lines: readonly (string | object)[]) => run(['jsonl', await fileOf(lines)]);
const films = () => mongo.collection<MovieRecord>('movies');
const drama = { kind: 'genre', name: 'Drama' };

test('a genre, a person and a film are as the model has them', async () => {
  const { code } = await importing([
    {
      title: ' The  Film ',
      releaseDate: '2001-02-03',
      genres: ['drama'],
      directors: ['José Álvarez'],
      rating: 8,
      votes: 9,
    },
    drama,
    { kind: 'person', name: 'Ada Lovelace', slug: 'ada-lovelace' },
  ]);
  expect(code).toBe(0);
  expect(await films().findOne()).toEqual({
    _id: movieIdOf('The Film', new Date('2001-02-03')),
    title: 'The Film',
    titleKey: 'film',
    releaseDate: new Date('2001-02-03'),
    genreIds: ['drama'],
    directorIds: ['jose-alvarez'],
    runtimeMinutes: null,
    mpaaRating: null,
    distributor: null,
    source: null,
    creativeType: null,
    budgetUsd: null,
    usGrossUsd: null,
    worldwideGrossUsd: null,
    usDvdSalesUsd: null,
    rating: 8,
    importedRating: 8,
    viewerRatingSum: 0,
    viewerRatingCount: 0,
    votes: 9,
    rottenTomatoesRating: null,
    posterPath: null,
    tmdbId: null,
    popularity: popularityOf({ rating: 8, votes: 9 }),
  });
  const people = await mongo.collection('people').find().sort({ nameKey: 1 }).toArray();
  expect(people.map(({ name }) => String(name))).toEqual(['Ada Lovelace', 'José Álvarez']);
});

describe('a line about a film that is there', () => {
  const film = { title: 'A Film', releaseDate: '2001-02-03', rating: 8, votes: 9, distributor: 'Somebody' };

  test('changes what it gives, clears what it gives as null, and leaves the rest', async () => {
    await importing([film]);
    const { summary } = await importing([
      { title: 'A Film', releaseDate: '2001-02-03', votes: 20, distributor: null },
    ]);
    expect(summary).toContain('0 created, 1 updated, 0 unchanged, 0 faulty');
    expect(await films().findOne()).toMatchObject({
      rating: 8,
      votes: 20,
      distributor: null,
      popularity: popularityOf({ rating: 8, votes: 20 }),
    });
  });

  test('leaves a popularity that follows from more than its votes, when it gives the same votes', async () => {
    await importing([film]);
    await films().updateOne({}, { $set: { popularity: 99 } });
    expect((await importing([film])).summary).toContain('1 unchanged');
    await importing([{ ...film, source: 'Play' }]);
    expect(await films().findOne()).toMatchObject({ source: 'Play', popularity: 99 });
  });

  test('is taken after the line before it, when one file has both', async () => {
    const { summary } = await importing([film, { ...film, votes: 10 }, { ...film, votes: 11 }]);
    expect(summary).toContain('1 created, 2 updated');
    expect(await films().find().toArray()).toMatchObject([{ votes: 11 }]);
  });
});

test('a faulty line is told by its number and what was expected, and the others are imported', async () => {
  const { code, summary, faults } = await importing([
    drama,
    '{"title": "Cut off',
    '',
    { title: 'Kept' },
    '[1]',
    { kind: 'series', title: 'X' },
    { title: 7 },
    { title: 'X', votes: 1.5, rating: 11 },
    { title: 'X', releaseDate: '2021-02-30' },
    { title: 'X', genres: ['drama', 'dramma'] },
    { title: 'X', raiting: 7 },
    { kind: 'genre', name: 'Film Noir', slug: 'noir' },
    { title: 'x'.repeat(200_000) },
  ]);
  expect(code).toBe(2);
  expect(summary).toContain('2 created, 0 updated, 0 unchanged, 10 faulty');
  expect(faults).toEqual(
    [
      String.raw`line 2: expected an object in JSON, but got "{\"title\": \"Cut off"`,
      'line 5: expected an object in JSON, but got [1]',
      'line 6: kind: expected "movie", "genre" or "person", but got "series"',
      'line 7: title: expected a string, but got 7',
      expect.stringMatching(/^line 8: .*votes: expected a whole number from 0, but got 1.5/),
      'line 9: releaseDate: expected a day such as "1999-03-31", but got "2021-02-30"',
      'line 11: raiting: expected no field of this name',
      'line 12: slug: expected "film-noir", which follows from the name, but got "noir"',
      'line 13: expected at most 100000 characters, but got more',
      'line 10: genres: expected slugs of genres, but got ["dramma"]',
    ].toSorted(byLine),
  );
  expect(await films().countDocuments()).toBe(1);
});

const numberOf = (line: unknown): number => {
  const text = typeof line === 'string' ? line : 'line 8';
  return Number(/\d+/.exec(text)?.[0]);
};
const byLine = (a: unknown, b: unknown): number => numberOf(a) - numberOf(b);

test('standard input is a file like any other', async () => {
  const { code, summary } = await run(['jsonl', '-'], '{"title":"A"}\r\n{"title":"B"}');
  expect({ code, summary }).toEqual({
    code: 0,
    summary: 'Imported standard input: 2 created, 0 updated, 0 unchanged, 0 faulty.',
  });
});

test('an empty file is imported at once', async () => {
  expect(await run(['jsonl', '-'])).toMatchObject({ code: 0 });
});

test('a file that cannot be read is named', async () => {
  await expect(run(['jsonl', '/nowhere/films.jsonl'])).rejects.toThrow(
    '/nowhere/films.jsonl cannot be read: there is no such file.',
  );
});
