import { followFindable, type FindableIndex } from '../../../shared/findable.ts';
import type { InTransaction } from '../../../shared/transactions.ts';
import { findableMovies } from '../findable-movies.ts';
import type { CatalogueModels } from '../models/index.ts';
import { createImportStore, type ImportStore } from '../stores/import.store.ts';
import { createImportedReader, createImportedWriter, type ImportedWriter } from '../stores/imported.store.ts';
import { createMovieStore } from '../stores/movie.store.ts';
import { createApplyBatch } from './apply-batch.ts';
import { runImport, type ImportSummary, type RunImportOptions } from './run-import.ts';

export interface CatalogueImportOptions {
  /** Of the client whose writes are followed. */
  readonly models: CatalogueModels;
  /** Of a client whose commands are nobody's. */
  readonly backgroundModels: CatalogueModels;
  readonly inTransaction: InTransaction;
  /** Where films are found. */
  readonly index: FindableIndex;
  /** Resolves when everyone can see what `run` wrote, in what is cached too. */
  readonly write: <T>(run: () => Promise<T>) => Promise<T>;
}

/** Brings films, genres, people and the picture configuration into the catalogue from elsewhere. */
export interface CatalogueImport {
  readonly store: ImportStore;
  run(options: Omit<RunImportOptions, 'store' | 'apply' | 'writer' | 'write'>): Promise<ImportSummary>;
}

export const createCatalogueImport = ({
  models,
  backgroundModels,
  inTransaction,
  index,
  write,
}: CatalogueImportOptions): CatalogueImport => {
  const store = createImportStore(backgroundModels);
  const imported = createImportedWriter(models);
  const writer: ImportedWriter = {
    ...imported,
    doubtEverything: async () => {
      await imported.doubtEverything();
      await index.doubtEverything();
    },
  };
  const apply = createApplyBatch({
    reader: createImportedReader(backgroundModels),
    writer,
    movies: createMovieStore(models, followFindable(findableMovies, index, inTransaction)),
    write,
  });
  return { store, run: (options) => runImport({ ...options, store, writer, apply, write }) };
};
