import { Schema, type Connection, type Model } from 'mongoose';
import { viewingCollections } from './viewing.ts';
import type { GenreRecord, ImageConfigurationRecord, MovieRecord, PersonRecord } from './records.ts';

export interface CatalogueModels {
  readonly movies: Model<MovieRecord>;
  readonly genres: Model<GenreRecord>;
  readonly people: Model<PersonRecord>;
  readonly configurations: Model<ImageConfigurationRecord>;
}

/**
 * What the cache may know of how these collections are read: the paths whose equality names a partition (leading fields
 * of the indexes below), and those of the text index. Held against the indexes at the start.
 */
export const catalogueCollections = [
  { collection: 'movies', facets: ['genreIds', 'directorIds'], textPaths: ['title'], textLanguage: 'none' },
  { collection: 'genres' },
  { collection: 'people', textPaths: ['name'], textLanguage: 'none' },
  { collection: 'configurations' },
  ...viewingCollections,
] as const;

/** A path or value that the schema does not know is a defect, so it throws; `_id` is the only id. */
const options = {
  strict: 'throw',
  strictQuery: 'throw',
  id: false,
  versionKey: false,
  autoIndex: false,
} as const;

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const optionalNumber = { type: Number, default: null } as const;
const slugs = { type: [String], required: true } as const;

/** Paths that lists are sorted by; `_id` decides among equals. */
const sortPaths = ['titleKey', 'releaseDate', 'rating', 'votes', 'popularity'] as const;
/** Paths that lists are narrowed by before they are sorted. */
const partitionPaths = ['genreIds', 'directorIds'] as const;

const movieSchema = (): Schema<MovieRecord> => {
  const schema = new Schema<MovieRecord>(
    {
      _id: text,
      title: text,
      titleKey: text,
      releaseDate: { type: Date, default: null },
      genreIds: slugs,
      directorIds: slugs,
      runtimeMinutes: optionalNumber,
      mpaaRating: optionalText,
      distributor: optionalText,
      source: optionalText,
      creativeType: optionalText,
      budgetUsd: optionalNumber,
      usGrossUsd: optionalNumber,
      worldwideGrossUsd: optionalNumber,
      usDvdSalesUsd: optionalNumber,
      rating: optionalNumber,
      votes: { type: Number, required: true },
      rottenTomatoesRating: optionalNumber,
      posterPath: optionalText,
      popularity: { type: Number, required: true },
    },
    { ...options, collection: 'movies' },
  );
  for (const sort of sortPaths) {
    schema.index({ [sort]: 1, _id: 1 });
    for (const partition of partitionPaths) schema.index({ [partition]: 1, [sort]: 1, _id: 1 });
  }
  // Titles such as "It" and "Up" are stop words in every language but "none".
  schema.index({ title: 'text' }, { name: 'title_text', default_language: 'none' });
  return schema;
};

const genreSchema = (): Schema<GenreRecord> => {
  const schema = new Schema<GenreRecord>({ _id: text, name: text }, { ...options, collection: 'genres' });
  return schema.index({ name: 1, _id: 1 });
};

const personSchema = (): Schema<PersonRecord> => {
  const schema = new Schema<PersonRecord>(
    { _id: text, name: text, nameKey: text },
    { ...options, collection: 'people' },
  );
  return schema.index({ name: 'text' }, { name: 'name_text', default_language: 'none' });
};

const imageConfigurationSchema = (): Schema<ImageConfigurationRecord> =>
  new Schema<ImageConfigurationRecord>(
    {
      _id: text,
      baseUrl: text,
      secureBaseUrl: text,
      posterSizes: [String],
      backdropSizes: [String],
      profileSizes: [String],
    },
    { ...options, collection: 'configurations' },
  );

export const createCatalogueModels = (connection: Connection): CatalogueModels => ({
  movies: connection.model<MovieRecord, Model<MovieRecord>>('Movie', movieSchema()),
  genres: connection.model<GenreRecord, Model<GenreRecord>>('Genre', genreSchema()),
  people: connection.model<PersonRecord, Model<PersonRecord>>('Person', personSchema()),
  configurations: connection.model<ImageConfigurationRecord, Model<ImageConfigurationRecord>>(
    'Configuration',
    imageConfigurationSchema(),
  ),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareCatalogueCollections = async (models: CatalogueModels): Promise<void> => {
  for (const model of Object.values(models) as readonly Model<unknown>[]) {
    await model.createCollection();
    await model.createIndexes();
  }
};
