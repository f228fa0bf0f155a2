import type { MovieRecord } from '../models/records.ts';
import { titleKeyOf } from '../services/film-identity.ts';
import { popularityOf } from '../services/popularity.ts';
import type { ImportedFilm } from './import-items.ts';

type Fields = Partial<Omit<MovieRecord, '_id'>>;

const isSame = (a: unknown, b: unknown): boolean => {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => value === b[index]);
  }
  // A record from before the field was known lacks it.
  return (a ?? null) === (b ?? null);
};

const withDerived = (fields: Fields, before: Pick<MovieRecord, 'rating' | 'votes'>): Fields => {
  const voted = fields.rating !== undefined || fields.votes !== undefined;
  return {
    ...fields,
    ...(fields.title !== undefined && { titleKey: titleKeyOf(fields.title) }),
    ...(voted && {
      popularity: popularityOf({
        rating: fields.rating === undefined ? before.rating : fields.rating,
        votes: fields.votes ?? before.votes,
      }),
    }),
  };
};

const fieldsOf = (
  { fields, genreIds }: ImportedFilm,
  directorIds: readonly string[] | undefined,
): Fields => ({
  ...fields,
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
    votes: 0,
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
  const { rating, votes, ...others } = fieldsOf(item, directorIds);
  const takesRating = item.ratingOfMoreVotes !== true || (votes ?? 0) >= film.votes;
  const wanted: Fields = {
    ...others,
    ...(takesRating && rating !== undefined && { rating }),
    ...(takesRating && votes !== undefined && { votes }),
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => !isSame(film[name as keyof MovieRecord], value),
  );
  if (changed.length === 0) return undefined;
  // Derived from what changes alone: what follows from the rest is as it should be, and may know more than we do.
  const changes = withDerived(Object.fromEntries(changed), film);
  // What popularity was computed from must be there still.
  const guarded = new Set([...Object.keys(changes), ...('popularity' in changes ? ['rating', 'votes'] : [])]);
  const expected = Object.fromEntries(
    [...guarded].map((name) => [name, film[name as keyof MovieRecord] ?? null]),
  ) as Partial<MovieRecord>;
  return { changes, expected };
};
