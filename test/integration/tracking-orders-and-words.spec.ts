import * as fc from 'fast-check';
import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStampTable } from '../../src/cache/stamps.ts';
import { orderKey } from '../../src/tracking/order-key.ts';
import { trackedDatabase, type TrackedDatabase } from './tracking-kit.ts';
import type { Doc } from './tracking-draws.ts';
import { followed, NAME, raw } from './tracking-property.ts';

let db: TrackedDatabase;
beforeAll(async () => {
  db = await trackedDatabase(
    [{ collection: NAME, facets: ['kind'], textPaths: ['title'], textLanguage: 'none' }],
    async (connection) => {
      await connection.createCollection(NAME);
      await connection.collection(NAME).createIndex({ kind: 1, n: 1 });
      await connection.collection(NAME).createIndex({ title: 'text' }, { default_language: 'none' });
    },
  );
});
afterAll(() => db[Symbol.asyncDispose]());

const { Double, Int32, Long, ObjectId } = mongo.BSON;

it('keys of values are in the order in which Mongo sorts them', async () => {
  const values = fc.oneof<fc.Arbitrary<unknown>[]>(
    fc.constant(null),
    fc.constant(undefined),
    fc.boolean(),
    fc.double({ noNaN: true }),
    fc.integer().map((value) => new Int32(value)),
    fc.double({ noNaN: true }).map((value) => new Double(value)),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
    fc.date({ noInvalidDate: true, min: new Date(-8e14), max: new Date(8e14) }),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u{ffee}', '\u{1f600}', '\0'), maxLength: 40 }),
    fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
    fc.constant([1]),
    fc.constant({ a: 1 }),
  );
  const unseen = raw(db.unseen.getClient(), db);
  await fc.assert(
    fc.asyncProperty(fc.array(values, { minLength: 2, maxLength: 40 }), async (drawn) => {
      await unseen.deleteMany({});
      await unseen.insertMany(drawn.map((n, index) => ({ _id: `d${index}`, ...(n !== undefined && { n }) })));
      // Lists are sorted by an element, and have no key.
      const sorted = await unseen.find({}, { promoteValues: false }).sort({ n: 1 }).toArray();
      const keys = sorted
        .map(({ n }) => orderKey(n instanceof mongo.BSON.BSONSymbol ? undefined : n))
        .filter((key) => key !== undefined);
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }),
    { numRuns: 150 },
  );
});

/** Which of some reads are still current after a write. */
const survivors = async (
  docs: readonly Doc[],
  reads: Readonly<Record<string, () => Promise<unknown>>>,
  write: () => Promise<unknown>,
): Promise<readonly string[]> => {
  const unseen = raw(db.unseen.getClient(), db);
  await unseen.deleteMany({});
  await unseen.insertMany(docs.map((doc) => ({ ...doc })));
  const readAfter = await db.time();
  const kept = await Promise.all(
    Object.entries(reads).map(async ([name, read]) => {
      const { reads: found } = await db.query(read, { readAfter });
      expect(found.uncacheable).toEqual([]);
      return { name, tags: found.tags };
    }),
  );
  const { writes } = await db.mutation(write);
  const stamps = createStampTable();
  stamps.apply({ position: 1, tags: writes.tags });
  return kept.filter(({ tags }) => stamps.isCurrent(tags, 0)).map(({ name }) => name);
};

const set = (_id: string, $set: Record<string, unknown>) => () => followed(db).updateOne({ _id }, { $set });

describe('the first documents of an order', () => {
  const films = [
    { _id: 'a', kind: 'film', n: 90, s: 'x' },
    { _id: 'b', kind: 'film', n: 80, s: 'x' },
    { _id: 'c', kind: 'film', n: 70, s: 'x' },
    { _id: 'd', kind: 'film', n: 60, s: 'y' },
    { _id: 'e', kind: 'other', n: 10, s: 'x' },
  ];
  const list =
    (filter: object, direction: 1 | -1, limit: number, rest: object = {}) =>
    () =>
      followed(db)
        .find(filter, { sort: { n: direction, _id: 1 }, limit, ...rest })
        .toArray();

  const reads = {
    'two highest films': list({ kind: 'film' }, -1, 2),
    'two highest of all': list({}, -1, 2),
    'lowest film': list({ kind: 'film' }, 1, 1),
    'all films': list({ kind: 'film' }, -1, 9),
    'others above 5': list({ kind: 'other', n: { $gt: 5 } }, -1, 9),
    'highest without n': list({ kind: 'film' }, -1, 2, { projection: { s: 1 } }),
    'second highest': list({ kind: 'film' }, -1, 1, { skip: 1 }),
  };
  const lowFilm = ['two highest films', 'two highest of all', 'others above 5'];

  it.each<[string, () => Promise<unknown>, readonly string[]]>([
    ['one that stays below them', set('d', { n: 65 }), lowFilm],
    ['one that comes among them', set('d', { n: 80 }), ['others above 5']],
    ['one that falls below all', set('d', { n: 1 }), lowFilm],
    ['one that is shown', set('a', { n: 95 }), ['lowest film', 'others above 5']],
    [
      'one of another kind',
      set('e', { n: 3 }),
      ['two highest films', 'two highest of all', 'lowest film', 'all films', 'highest without n'],
    ],
    [
      'one that is computed',
      () => followed(db).updateOne({ _id: 'd' }, { $inc: { n: 1 } } as object),
      lowFilm,
    ],
    ['a list', set('d', { n: [65] }), ['others above 5']],
    [
      'no value any more',
      () => followed(db).updateOne({ _id: 'd' }, { $unset: { n: '' } } as object),
      lowFilm,
    ],
  ])('stay through %s unless it concerns them', async (_name, write, expected) => {
    const stay = await survivors(films, reads, write);
    expect(stay.toSorted()).toEqual([...expected].toSorted());
  });
});

describe('what a search found', () => {
  const films = [
    { _id: 'a', title: 'Red Fox' },
    { _id: 'b', title: 'Hen' },
    { _id: 'c', title: 'Chien', language: 'french' },
  ];
  const searchFor =
    ($search: string, rest: object = {}) =>
    () =>
      followed(db)
        .find({ $text: { $search, ...rest } })
        .toArray();
  const reads = {
    fox: searchFor('FOX'),
    hen: searchFor('hen'),
    'fox or hen': searchFor('fox "hen"'),
    café: searchFor('café'),
    'hen in English': searchFor('hen', { $language: 'english' }),
    'how many foxes': () => followed(db).countDocuments({ $text: { $search: 'fox' } }),
  };

  it.each<[string, () => Promise<unknown>, readonly string[]]>([
    ['a title with another word', set('b', { title: 'Dog' }), ['fox']],
    ['a title with the word', set('b', { title: 'Hen, fox' }), []],
    [
      'a new one',
      () => followed(db).insertOne({ _id: 'd', title: 'Arctic foxes' }),
      ['fox', 'fox or hen', 'hen'],
    ],
    ['a new one with the word', () => followed(db).insertOne({ _id: 'd', title: 'Arctic fox' }), ['hen']],
    ['one that goes', () => followed(db).deleteOne({ _id: 'b' }), ['fox']],
    ['a title of other letters', set('b', { title: 'Renard roulé' }), []],
    ['a title in its own language', set('c', { title: 'Chat' }), []],
    ['a title that gets a language', set('b', { language: 'french' }), []],
    ['no title', set('b', { n: 1 }), ['café', 'fox', 'how many foxes']],
  ])('stays through %s unless it concerns it', async (_name, write, expected) => {
    expect((await survivors(films, reads, write)).toSorted()).toEqual(expected);
  });
});
