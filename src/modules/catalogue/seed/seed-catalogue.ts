import type { Model } from 'mongoose';
import type { CatalogueModels } from '../models/index.ts';
import type { ImageConfigurationRecord, ImportRecord } from '../models/records.ts';
import { insertMissing } from '../stores/insert-missing.ts';
import { readBundledFilms } from './bundled-films.ts';
import type { CleaningReport } from './cleaning-report.ts';
import type { CleanedFilms } from './film-cleaning.ts';

/** Told after each batch: how many of all records are in. */
export type SeedProgress = (done: number, total: number) => void;

/** The sizes that TMDB's configuration lists, which the paths of imported films will be of. */
const imageConfiguration: ImageConfigurationRecord = {
  _id: 'images',
  baseUrl: 'http://image.tmdb.org/t/p/',
  secureBaseUrl: 'https://image.tmdb.org/t/p/',
  posterSizes: ['w92', 'w154', 'w185', 'w342', 'w500', 'w780', 'original'],
  backdropSizes: ['w300', 'w780', 'w1280', 'original'],
  profileSizes: ['w45', 'w185', 'h632', 'original'],
};

const batchSize = 400;

const bundledFilms = 'bundled-films';

/** Whether the bundled films have been loaded once: what an operator deleted of them does not come back. */
export const isCatalogueSeeded = async ({ imports }: CatalogueModels): Promise<boolean> =>
  (await imports.exists({ _id: bundledFilms })) !== null;

/**
 * Loads films with their people and genres: by default all that are bundled. Idempotent.
 * @returns what had to be cleaned up, and how many films there are.
 */
export const seedCatalogue = async (
  models: CatalogueModels,
  progress: SeedProgress,
  films?: CleanedFilms,
): Promise<CleaningReport> => {
  const { movies, people, genres, report } = films ?? (await readBundledFilms());
  const total = movies.length + people.length + genres.length + 2;
  let done = 0;
  const add = async <Value extends { _id: string }>(
    model: Model<Value>,
    records: readonly Value[],
  ): Promise<void> => {
    for (let start = 0; start < records.length; start += batchSize) {
      const batch = records.slice(start, start + batchSize);
      await insertMissing(model, batch);
      done += batch.length;
      progress(done, total);
    }
  };
  await add(models.genres, genres);
  await add(models.people, people);
  await add(models.movies, movies);
  await add(models.configurations, [imageConfiguration]);
  // Last, since it says that all the others are in.
  const now = new Date();
  const mark: ImportRecord = {
    _id: bundledFilms,
    name: 'the bundled films',
    position: movies.length,
    created: movies.length,
    updated: 0,
    unchanged: 0,
    faulty: 0,
    startedAt: now,
    writing: null,
    writingSince: null,
    finishedAt: now,
  };
  await add(models.imports, [mark]);
  return report;
};
