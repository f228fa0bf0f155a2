import type { MovieRecord } from '../models/records.ts';
import { titleKeyOf } from '../services/film-identity.ts';

/** What tells which film is meant. */
export interface FilmIdentity {
  readonly id: string;
  readonly title: string;
  readonly releaseDate: Date | null;
  readonly tmdbId: number | null;
  /** Slugs; empty when they are not known. */
  readonly directorIds: readonly string[];
}

export type FilmMatch =
  | { readonly kind: 'known'; readonly film: MovieRecord }
  | { readonly kind: 'new' }
  /** It has the place of another film. */
  | { readonly kind: 'taken'; readonly film: MovieRecord };

/** Sources differ by country, and by whether the year alone was known. */
const dayMs = 86_400_000;
const datesApartMs = 366 * dayMs;

const mayBeSame = (film: MovieRecord, { title, releaseDate, directorIds }: FilmIdentity): boolean =>
  (film.tmdbId ?? null) === null &&
  film.titleKey === titleKeyOf(title) &&
  film.releaseDate !== null &&
  releaseDate !== null &&
  Math.abs(film.releaseDate.getTime() - releaseDate.getTime()) <= datesApartMs &&
  (film.directorIds.length === 0 ||
    directorIds.length === 0 ||
    film.directorIds.some((id) => directorIds.includes(id)));

/**
 * Which of these films is meant:
 *
 * 1. the one with its TMDB id;
 * 2. the one with its title and day (the same id), unless that is known as another film of TMDB's;
 * 3. where its TMDB id is given, the only one of its title, without a TMDB id, that came out within a year of it and
 *    shares a director with it (or has none, or it has none): a film of another source, with its own idea of the day;
 * 4. none.
 */
export const matchFilm = (identity: FilmIdentity, films: Iterable<MovieRecord>): FilmMatch => {
  const { id, tmdbId } = identity;
  const all = [...films];
  const byTmdb = tmdbId === null ? undefined : all.find((film) => film.tmdbId === tmdbId);
  if (byTmdb) return { kind: 'known', film: byTmdb };
  const byId = all.find((film) => film._id === id);
  if (byId) {
    const itsTmdbId = byId.tmdbId ?? null;
    return { kind: tmdbId === null || itsTmdbId === null ? 'known' : 'taken', film: byId };
  }
  if (tmdbId === null) return { kind: 'new' };
  const [candidate, ...others] = all.filter((film) => mayBeSame(film, identity));
  return candidate && others.length === 0 ? { kind: 'known', film: candidate } : { kind: 'new' };
};
