import type { MovieRecord } from '../models/records.ts';
import { titleKeyOf } from '../services/film-identity.ts';
import { ratingOf, type RatingParts } from '../services/film-rating.ts';
import { popularityOf } from '../services/popularity.ts';
import type { ImportedFilm } from './import-items.ts';

const ratingParts = ['importedRating', 'votes', 'viewerRatingSum', 'viewerRatingCount'] as const;

type Fields = Partial<Omit<MovieRecord, '_id'>>;

const isSame = (a: unknown, b: unknown): boolean => {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => value === b[index]);
  }
  // A record from before the field was known lacks it.
  return (a ?? null) === (b ?? null);
};

const withDerived = (fields: Fields, before: RatingParts): Fields => {
  const voted = fields.importedRating !== undefined || fields.votes !== undefined;
  const { importedRating = before.importedRating, votes = before.votes } = fields;
  const { viewerRatingSum, viewerRatingCount } = before;
  return {
    ...fields,
    ...(fields.title !== undefined && { titleKey: titleKeyOf(fields.title) }),
    ...(voted && {
      rating: ratingOf({ importedRating, votes, viewerRatingSum, viewerRatingCount }),
      popularity: popularityOf({ rating: importedRating, votes }),
    }),
  };
};

const fieldsOf = (
  { fields: { rating, ...fields }, genreIds }: ImportedFilm,
  directorIds: readonly string[] | undefined,
): Fields => ({
  ...fields,
  ...(rating !== undefined && { importedRating: rating }),
  ...(genreIds && { genreIds: [...genreIds] }),
  ...(directorIds && { directorIds: [...directorIds] }),
});

/** A film that is not there yet. */
export const newFilm = (
  id: string,
  item: ImportedFilm,
  directorIds: readonly string[] | undefined,
): MovieRecord => {
  const nothing: MovieRecord = {
    _id: id,
    title: item.fields.title,
    titleKey: titleKeyOf(item.fields.title),
    releaseDate: null,
    genreIds: [],
    directorIds: [],
    runtimeMinutes: null,
    mpaaRating: null,
    distributor: null,
    source: null,
    creativeType: null,
    budgetUsd: null,
    usGrossUsd: null,
    worldwideGrossUsd: null,
    usDvdSalesUsd: null,
    rating: null,
    importedRating: null,
    votes: 0,
    viewerRatingSum: 0,
    viewerRatingCount: 0,
    rottenTomatoesRating: null,
    posterPath: null,
    tmdbId: null,
    popularity: 0,
  };
  return { ...nothing, ...withDerived(fieldsOf(item, directorIds), nothing) };
};

/**
 * What an import changes of a film, and what these fields hold now: written only over that, so that nobody's change in
 * between is lost. `undefined` when it changes nothing.
 */
export const changesOf = (
  film: MovieRecord,
  item: ImportedFilm,
  directorIds: readonly string[] | undefined,
): { readonly changes: Fields; readonly expected: Partial<MovieRecord> } | undefined => {
  const { importedRating, votes, ...others } = fieldsOf(item, directorIds);
  const takesRating = item.ratingOfMoreVotes !== true || (votes ?? 0) >= film.votes;
  const wanted: Fields = {
    ...others,
    ...(takesRating && importedRating !== undefined && { importedRating }),
    ...(takesRating && votes !== undefined && { votes }),
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => !isSame(film[name as keyof MovieRecord], value),
  );
  if (changed.length === 0) return undefined;
  // Derived from what changes alone: what follows from the rest is as it should be, and may know more than we do.
  const changes = withDerived(Object.fromEntries(changed), film);
  // What rating and popularity were computed from must be there still.
  const guarded = new Set([...Object.keys(changes), ...('popularity' in changes ? ratingParts : [])]);
  const expected = Object.fromEntries(
    [...guarded].map((name) => [name, film[name as keyof MovieRecord] ?? null]),
  ) as Partial<MovieRecord>;
  return { changes, expected };
};
