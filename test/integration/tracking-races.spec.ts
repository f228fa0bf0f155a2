import { expect, it } from 'vitest';
import { trackedDatabase } from './tracking-kit.ts';

/** How many write a document at once, each moving it into a partition of its own. */
const WRITERS = 40;

it('every partition that a document was in is named by the write that took it out, whoever else writes', async () => {
  await using db = await trackedDatabase([{ collection: 'films', facets: ['genre'] }], async (connection) => {
    await connection.createCollection('films');
    await connection.collection('films').createIndex({ genre: 1 });
  });
  interface Film {
    readonly _id: string;
    readonly genre: string;
  }
  const films = db.connection.getClient().db(db.database).collection<Film>('films');
  await db.unseen.collection<Film>('films').insertOne({ _id: 'f', genre: 'start' });
  const followed = db.connection.collection<Film>('films');

  const moves = await Promise.all(
    Array.from({ length: WRITERS }, (_, index) =>
      db.mutation(() => followed.updateOne({ _id: 'f' }, { $set: { genre: `g${index}` } })),
    ),
  );

  const last = (await films.findOne({ _id: 'f' }))?.genre;
  const named = moves.flatMap(({ writes }) => writes.tags.filter((tag) => tag.includes('[genre=')));
  const timesNamed = (genre: string) => named.filter((tag) => tag.endsWith(`[genre=s${genre}]`)).length;
  // Entered by its writer and left by the next, but for the first and the last.
  expect(timesNamed('start')).toBe(1);
  for (let index = 0; index < WRITERS; index += 1) {
    expect([`g${index}`, timesNamed(`g${index}`)]).toEqual([`g${index}`, `g${index}` === last ? 1 : 2]);
  }
});
