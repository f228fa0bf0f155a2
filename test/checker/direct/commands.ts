import type mongoose from 'mongoose';

type Fields = Readonly<Record<string, unknown>>;
export type Document = Fields & { readonly _id: string };
type Collection = mongoose.mongo.Collection<Document>;

/** One document and what becomes of it. */
export interface Target {
  readonly collection: Collection;
  /** Matches it while nothing newer is there. */
  readonly filter: Fields & { readonly _id: string };
}

const within = (session: mongoose.mongo.ClientSession | undefined) => (session ? { session } : {});
const changed = (isThere: boolean): number => (isThere ? 1 : 0);

/** The ways to change fields of a document, as people do by hand. Each tells how many documents it changed. */
export const updates: Readonly<
  Record<
    string,
    (target: Target, set: Fields, session: mongoose.mongo.ClientSession | undefined) => Promise<number>
  >
> = {
  updateOne: async ({ collection, filter }, set, session) =>
    (await collection.updateOne(filter, { $set: set }, within(session))).modifiedCount,
  findOneAndUpdate: async ({ collection, filter }, set, session) =>
    changed((await collection.findOneAndUpdate(filter, { $set: set }, within(session))) !== null),
  updateMany: async ({ collection, filter }, set, session) =>
    (await collection.updateMany(filter, { $set: set }, within(session))).modifiedCount,
  bulkWrite: async ({ collection, filter }, set, session) =>
    (await collection.bulkWrite([{ updateOne: { filter, update: { $set: set } } }], within(session)))
      .modifiedCount,
  'updateOne with a pipeline': async ({ collection, filter }, set, session) => {
    const literal = Object.fromEntries(
      Object.entries(set).map(([path, value]) => [path, { $literal: value }]),
    );
    return (await collection.updateOne(filter, [{ $set: literal }], within(session))).modifiedCount;
  },
  'replaceOne of what was read': async ({ collection, filter }, set, session) => {
    const found = await collection.findOne(filter, within(session));
    if (!found) return 0;
    return (await collection.replaceOne(filter, { ...found, ...set }, within(session))).modifiedCount;
  },
};

export const inserts: Readonly<
  Record<string, (collection: Collection, document: Document) => Promise<number>>
> = {
  insertOne: async (collection, document) => changed((await collection.insertOne(document)).acknowledged),
  insertMany: async (collection, document) => (await collection.insertMany([document])).insertedCount,
  'updateOne with upsert': async (collection, { _id, ...fields }) =>
    (await collection.updateOne({ _id }, { $set: fields }, { upsert: true })).upsertedCount,
};

export const removals: Readonly<Record<string, (target: Target) => Promise<number>>> = {
  deleteOne: async ({ collection, filter }) => (await collection.deleteOne(filter)).deletedCount,
  deleteMany: async ({ collection, filter }) => (await collection.deleteMany(filter)).deletedCount,
  findOneAndDelete: async ({ collection, filter }) =>
    changed((await collection.findOneAndDelete(filter)) !== null),
};
