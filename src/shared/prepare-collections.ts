import type { Model, mongo } from 'mongoose';

/**
 * Makes the collections and indexes of models that are missing, those of a collection in one command; leaves others alone.
 * @throws MongoServerError where an index of that name is another one.
 */
export const prepareCollections = async (models: object): Promise<void> => {
  await Promise.all(
    (Object.values(models) as readonly Model<unknown>[]).map(async (model) => {
      await model.createCollection();
      const indexes = model.schema.indexes().map(([key, { background: _ofOldServers, ...options }]) => ({
        key,
        ...options,
      }));
      // What Mongoose adds to a driver's options is not used here.
      if (indexes.length > 0) await model.collection.createIndexes(indexes as mongo.IndexDescription[]);
    }),
  );
};
