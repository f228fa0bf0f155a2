import mongoose from 'mongoose';
import { nameKeyOf } from '../../src/modules/catalogue/services/film-identity.ts';
import type { Servers } from './servers/servers.ts';
import { writeSocialData } from './social/starting-data.ts';
import { directors, genres, type World } from './world.ts';

interface Record {
  readonly _id: string;
}

/** Writes the world as it is at the start, before there is an instance that could cache anything of it. */
export const writeStartingData = async (mongo: Servers['mongo'], world: World): Promise<void> => {
  const options = { autoIndex: false, writeConcern: { w: 'majority' } } as const;
  const connection = await mongoose.createConnection(mongo.uri, options).asPromise();
  try {
    // A killed instance leaves its transaction open, and Mongo would hold the locks for a minute.
    if (mongo.kind === 'single')
      await connection.db?.admin().command({ setParameter: 1, transactionLifetimeLimitSeconds: 3 });
    const insert = async (collection: string, records: readonly Record[]) => {
      if (records.length > 0) await connection.collection<Record>(collection).insertMany([...records]);
    };
    const existing = (subjects: World['items'] | World['groups']): Record[] =>
      [...subjects.values()].flatMap(({ id, history }) => {
        const value = history.certain?.value;
        return value ? [{ _id: id, seq: 0, ...value }] : [];
      });
    await insert('checkItems', existing(world.items));
    await insert('checkGroups', existing(world.groups));
    await insert(
      'genres',
      genres.map((slug) => ({ _id: slug, name: slug })),
    );
    await insert(
      'people',
      directors.map(({ slug, name }) => ({ _id: slug, name, nameKey: nameKeyOf(name) })),
    );
    await writeSocialData(connection, world.social);
  } finally {
    await connection.close();
  }
};
