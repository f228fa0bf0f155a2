import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import {
  anyText,
  boolean,
  moment,
  number,
  optionalMoment,
  recordOptions,
  text,
} from '../../../shared/record-schema.ts';
import type {
  SearchBuildRecord,
  SearchEntryRecord,
  SearchMarkRecord,
  SearchPhraseRecord,
} from './records.ts';

export interface SearchModels {
  readonly entries: Model<SearchEntryRecord>;
  readonly phrases: Model<SearchPhraseRecord>;
  readonly marks: Model<SearchMarkRecord>;
  readonly builds: Model<SearchBuildRecord>;
}

/**
 * What the cache may know of how these collections are read. A word is a partition, so an answer depends on what holds its words.
 */
export const searchCollections = [
  { collection: 'searchEntries', facets: ['terms', 'heads'] },
  {
    collection: 'searchPhrases',
    facets: ['isShown', 'heads'],
    unfollowed:
      'searches are counted all the time: what is popular is as old as the hints in the schema allow',
  },
] as const;

const entrySchema = (): Schema<SearchEntryRecord> =>
  new Schema<SearchEntryRecord>(
    {
      _id: text,
      kind: text,
      thingId: text,
      title: anyText,
      titles: [String],
      titleWords: [String],
      words: [String],
      terms: [String],
      heads: [String],
      starts: [String],
      publishedAt: optionalMoment,
      rank: number,
      version: number,
      removedAt: optionalMoment,
    },
    { ...recordOptions, collection: 'searchEntries' },
  )
    .index({ terms: 1, kind: 1, rank: 1, _id: 1 })
    .index({ heads: 1, rank: 1, _id: 1 })
    .index({ removedAt: 1 }, { partialFilterExpression: { removedAt: { $type: 'date' } } });

const phraseSchema = (): Schema<SearchPhraseRecord> =>
  new Schema<SearchPhraseRecord>(
    {
      _id: text,
      heads: [String],
      starts: [String],
      score: number,
      people: [String],
      isShown: boolean,
      expiresAt: moment,
    },
    { ...recordOptions, collection: 'searchPhrases' },
  )
    .index({ isShown: 1, score: 1, _id: 1 })
    .index({ heads: 1, isShown: 1, score: 1, _id: 1 })
    .index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const markSchema = (): Schema<SearchMarkRecord> =>
  new Schema<SearchMarkRecord>(
    { _id: text, expiresAt: moment },
    { ...recordOptions, collection: 'searchMarks' },
  ).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const buildSchema = (): Schema<SearchBuildRecord> =>
  new Schema<SearchBuildRecord>(
    { _id: text, version: number, builtAt: moment },
    { ...recordOptions, collection: 'searchBuilds' },
  );

export const createSearchModels = (connection: Connection): SearchModels => ({
  entries: connection.model<SearchEntryRecord, Model<SearchEntryRecord>>('SearchEntry', entrySchema()),
  phrases: connection.model<SearchPhraseRecord, Model<SearchPhraseRecord>>('SearchPhrase', phraseSchema()),
  marks: connection.model<SearchMarkRecord, Model<SearchMarkRecord>>('SearchMark', markSchema()),
  builds: connection.model<SearchBuildRecord, Model<SearchBuildRecord>>('SearchBuild', buildSchema()),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareSearchCollections = async (models: SearchModels): Promise<void> => {
  await prepareCollections(models);
};
