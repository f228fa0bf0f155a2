import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import { optionalNumber, optionalText, recordOptions, text } from '../../../shared/record-schema.ts';
import { viewingCollections } from './viewing.ts';
import type {
  GenreRecord,
  ImageConfigurationRecord,
  ImportRecord,
  MovieRecord,
  PersonRecord,
} from './records.ts';

export interface CatalogueModels {
  readonly movies: Model<MovieRecord>;
  readonly genres: Model<GenreRecord>;
  readonly people: Model<PersonRecord>;
  readonly configurations: Model<ImageConfigurationRecord>;
  /** Read by no query. */
  readonly imports: Model<ImportRecord>;
}

/**
 * What the cache may know of how these collections are read: the paths whose equality names a partition (leading fields
 * of the indexes below), and those of the text index. Held against the indexes at the start.
 */
export const catalogueCollections = [
  {
    collection: 'movies',
    type: 'Movie',
    facets: ['genreIds', 'directorIds'],
    textPaths: ['title'],
    textLanguage: 'none',
  },
  { collection: 'genres', type: 'Genre' },
  { collection: 'people', type: 'Person', textPaths: ['name'], textLanguage: 'none' },
  { collection: 'configurations', type: 'ImageConfiguration' },
  ...viewingCollections,
] as const;

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
      importedRating: optionalNumber,
      votes: { type: Number, required: true },
      viewerRatingSum: { type: Number, default: 0 },
      viewerRatingCount: { type: Number, default: 0 },
      rottenTomatoesRating: optionalNumber,
      posterPath: optionalText,
      tmdbId: optionalNumber,
      popularity: { type: Number, required: true },
    },
    { ...recordOptions, collection: 'movies' },
  );
  for (const sort of sortPaths) {
    schema.index({ [sort]: 1, _id: 1 });
    for (const partition of partitionPaths) schema.index({ [partition]: 1, [sort]: 1, _id: 1 });
  }
  schema.index({ tmdbId: 1 }, { unique: true, partialFilterExpression: { tmdbId: { $type: 'number' } } });
  // Titles such as "It" and "Up" are stop words in every language but "none".
  schema.index({ title: 'text' }, { name: 'title_text', default_language: 'none' });
  return schema;
};

const genreSchema = (): Schema<GenreRecord> => {
  const schema = new Schema<GenreRecord>(
    { _id: text, name: text },
    { ...recordOptions, collection: 'genres' },
  );
  return schema.index({ name: 1, _id: 1 });
};

const personSchema = (): Schema<PersonRecord> => {
  const schema = new Schema<PersonRecord>(
    { _id: text, name: text, nameKey: text },
    { ...recordOptions, collection: 'people' },
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
    { ...recordOptions, collection: 'configurations' },
  );

const importSchema = (): Schema<ImportRecord> => {
  const count = { type: Number, required: true } as const;
  return new Schema<ImportRecord>(
    {
      _id: text,
      name: text,
      position: count,
      created: count,
      updated: count,
      unchanged: count,
      faulty: count,
      ids: { type: [Number], default: undefined },
      startedAt: { type: Date, required: true },
      writing: optionalText,
      writingSince: { type: Date, default: null },
      finishedAt: { type: Date, default: null },
    },
    { ...recordOptions, collection: 'imports' },
  );
};

export const createCatalogueModels = (connection: Connection): CatalogueModels => ({
  movies: connection.model<MovieRecord, Model<MovieRecord>>('Movie', movieSchema()),
  genres: connection.model<GenreRecord, Model<GenreRecord>>('Genre', genreSchema()),
  people: connection.model<PersonRecord, Model<PersonRecord>>('Person', personSchema()),
  configurations: connection.model<ImageConfigurationRecord, Model<ImageConfigurationRecord>>(
    'Configuration',
    imageConfigurationSchema(),
  ),
  imports: connection.model<ImportRecord, Model<ImportRecord>>('Import', importSchema()),
});

/** Makes the collections, indexes and fields that are missing. Leaves others alone. */
export const prepareCatalogueCollections = async (models: CatalogueModels): Promise<void> => {
  await prepareCollections(models);
  // Films of before viewers could rate them.
  await models.movies.updateMany(
    { viewerRatingCount: { $exists: false } },
    [{ $set: { importedRating: '$rating', viewerRatingSum: 0, viewerRatingCount: 0 } }],
    { updatePipeline: true },
  );
};
