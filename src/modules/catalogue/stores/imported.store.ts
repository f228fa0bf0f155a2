import type { Model } from 'mongoose';
import type { CatalogueModels } from '../models/index.ts';
import type { GenreRecord, ImageConfigurationRecord, MovieRecord, PersonRecord } from '../models/records.ts';
import { insertMissing } from './insert-missing.ts';
import { wholeBatch } from './whole-batch.ts';

/** What a batch of films may already be here as. */
export interface FilmKeys {
  readonly ids: readonly string[];
  readonly tmdbIds: readonly number[];
  /** Any film of these titles. */
  readonly titleKeys: readonly string[];
}

/** Reads what an import compares with: whole records, as a majority of the servers has them. */
export interface ImportedReader {
  films(keys: FilmKeys): Promise<readonly MovieRecord[]>;
  genres(): Promise<readonly GenreRecord[]>;
  people(ids: readonly string[]): Promise<readonly PersonRecord[]>;
  images(): Promise<ImageConfigurationRecord | null>;
}

/** Records that have no more to them than their fields. */
export type PlainRecord = GenreRecord | PersonRecord | ImageConfigurationRecord;
export type PlainCollection = 'genres' | 'people' | 'configurations';

export interface ImportedWriter {
  /** Adds those who are missing. */
  addMissing(collection: PlainCollection, records: readonly PlainRecord[]): Promise<void>;
  /** Sets all fields of a record, which is added if it is missing. */
  put(collection: PlainCollection, record: PlainRecord): Promise<void>;
  /**
   * Writes that nothing is known of, for the log: whoever kept an answer about films, genres, people or pictures must not
   * serve it any more. Changes no record.
   */
  doubtEverything(): Promise<void>;
}

/** @param models of the background client: what an import only reads is no write for the cache to follow. */
export const createImportedReader = (models: CatalogueModels): ImportedReader => ({
  films: ({ ids, tmdbIds, titleKeys }) =>
    models.movies
      .find({
        $or: [
          { _id: { $in: [...ids] } },
          { tmdbId: { $in: [...tmdbIds] } },
          { titleKey: { $in: [...titleKeys] } },
        ],
      })
      .read('primary')
      .readConcern('majority')
      .batchSize(wholeBatch)
      .lean<MovieRecord[]>(),
  genres: () => models.genres.find().read('primary').readConcern('majority').lean<GenreRecord[]>(),
  people: (ids) =>
    models.people
      .find({ _id: { $in: [...ids] } })
      .read('primary')
      .readConcern('majority')
      .batchSize(wholeBatch)
      .lean<PersonRecord[]>(),
  images: () =>
    models.configurations
      .findById('images')
      .read('primary')
      .readConcern('majority')
      .lean<ImageConfigurationRecord | null>(),
});

/** @param models of the client whose writes are followed. */
export const createImportedWriter = (models: CatalogueModels): ImportedWriter => {
  const modelOf = (collection: PlainCollection) => models[collection] as unknown as Model<PlainRecord>;
  return {
    addMissing: (collection, records) => insertMissing(modelOf(collection), records),
    put: async (collection, { _id, ...fields }) => {
      await modelOf(collection).updateOne({ _id }, { $set: fields }, { upsert: true });
    },
    doubtEverything: async () => {
      // An update of many that finds nothing does not know what it touched: it stamps the collection as a whole.
      await models.movies.updateMany({ titleKey: '' }, { $set: { titleKey: '' } });
      await models.genres.updateMany({ name: '' }, { $set: { name: '' } });
      await models.people.updateMany({ nameKey: '' }, { $set: { nameKey: '' } });
      await models.configurations.updateMany({ baseUrl: '' }, { $set: { baseUrl: '' } });
    },
  };
};
