import type { FindableIndex } from '../../shared/findable.ts';
import type { FindableSource } from '../../shared/findable-source.ts';
import type { InTransaction } from '../../shared/transactions.ts';
import type { SearchModels } from './models/index.ts';
import {
  createIndexing,
  createSearchIndex,
  type Indexing,
  type ReadAudiences,
} from './services/indexing.service.ts';
import { createPopularSearches, type PopularSearches } from './services/popular.service.ts';
import { createSearchAll, type SearchAll } from './services/search.service.ts';
import { createSuggestions, type Suggestions } from './services/suggestions.service.ts';
import { createEntryStore, createEntryUpkeep, createEntryWriter } from './stores/entry.store.ts';
import { createPhraseReader, createPhraseWriter, type PhraseCount } from './stores/phrase.store.ts';

/** Searching, as operations see it. */
export interface Search {
  readonly all: SearchAll;
  readonly suggestions: Suggestions;
  readonly popular: PopularSearches;
}

const dayMs = 86_400_000;

const phraseCount: PhraseCount = {
  halfLifeMs: 3 * dayMs,
  enoughPeople: 5,
  unshownLifeMs: 2 * dayMs,
  shownLifeMs: 30 * dayMs,
  maxPhrases: 100_000,
};

/** @param background on a client whose commands are not followed. */
export const createSearch = (models: SearchModels, background: SearchModels): Search => {
  const entries = createEntryStore(models, background);
  const phrases = createPhraseReader(models);
  return {
    all: createSearchAll(entries),
    suggestions: createSuggestions(entries, phrases),
    popular: createPopularSearches(entries, phrases, createPhraseWriter(background, phraseCount)),
  };
};

/** Nothing was counted elsewhere. */
const noAudiences: ReadAudiences = async (_kind, ids) => ids.map(() => 0);

/** Where whatever everybody may find is told of, in the transaction that changes it. */
export const createFindableIndex = (
  models: Pick<SearchModels, 'entries'>,
  audiences: ReadAudiences = noAudiences,
): FindableIndex => createSearchIndex(createEntryWriter(models), audiences);

export interface SearchIndexingParts {
  readonly models: SearchModels;
  readonly background: SearchModels;
  readonly index: FindableIndex;
  readonly sources: readonly FindableSource[];
  readonly audiences: ReadAudiences;
  readonly inTransaction: InTransaction;
}

export const createSearchIndexing = ({ models, background, ...parts }: SearchIndexingParts): Indexing =>
  createIndexing({
    ...parts,
    writer: createEntryWriter(models),
    upkeep: createEntryUpkeep(background),
  });
