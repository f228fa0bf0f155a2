import type { GenreRecord, ImageConfigurationRecord, MovieRecord, PersonRecord } from '../models/records.ts';

/** Fields of a film that an import may set, beside those that say which film it is. */
export type ImportedFields = Partial<
  Omit<MovieRecord, '_id' | 'titleKey' | 'genreIds' | 'directorIds' | 'popularity'>
> & { readonly title: string };

/** A film as some source tells it. What is absent is not known there, and stays as it is. */
export interface ImportedFilm {
  readonly kind: 'movie';
  readonly fields: ImportedFields;
  /** Slugs. Genres that `newGenres` does not hold must exist. */
  readonly genreIds?: readonly string[];
  /** Added if they are missing. */
  readonly newGenres?: readonly GenreRecord[];
  /** Names, in order of credit. People who are missing are added. */
  readonly directors?: readonly string[];
  /** Rating and votes are taken only where at least as many people voted as for what is there. */
  readonly ratingOfMoreVotes?: boolean;
}

export type ImportItem =
  | ImportedFilm
  | { readonly kind: 'genre'; readonly record: GenreRecord; readonly keepsName?: boolean }
  | { readonly kind: 'person'; readonly record: PersonRecord }
  | { readonly kind: 'images'; readonly record: ImageConfigurationRecord };

/** One thing that a source holds. */
export interface SourceItem {
  /** Where it is, for messages, such as `line 12`. */
  readonly place: string;
  /** What is to be imported; or, in words, what was expected and what came; or nothing, as in an empty line. */
  readonly found: ImportItem | { readonly fault: string } | undefined;
}

/** Things to import, in an order that stays the same as long as `id` does. */
export interface ImportSource {
  /** The same for the same content: an interrupted import goes on where another of this id was. */
  readonly id: string;
  /** In words. */
  readonly name: string;
  readonly total: number;
  /**
   * @param from how many to leave out.
   * @throws StartupError when it cannot be read on.
   */
  read(from: number, signal: AbortSignal): AsyncIterable<SourceItem>;
}

export const outcomes = ['created', 'updated', 'unchanged', 'faulty'] as const;
export type Outcome = (typeof outcomes)[number];
export type OutcomeCounts = Record<Outcome, number>;

export const noOutcomes = (): OutcomeCounts => ({ created: 0, updated: 0, unchanged: 0, faulty: 0 });
