import type { z } from 'zod';
import type { GenreRecord, ImageConfigurationRecord } from '../models/records.ts';
import { slugOf, tidyText } from '../services/film-identity.ts';
import { faultsOf } from '../services/movie-input.ts';
import type { ImportedFields, ImportedFilm, ImportItem } from './import-items.ts';
import { configuration, type FilmDetails, filmDetails, genreList } from './tmdb-shapes.ts';

type Fault = { readonly fault: string };

const shaped = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> | Fault => {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : { fault: faultsOf(parsed.error, body, 'TMDB’s answer').join('; ') };
};

const isFault = (value: object): value is Fault => 'fault' in value;

/** Genres that TMDB calls otherwise than the bundled films do. */
const ourGenres: ReadonlyMap<string, string> = new Map([['Thriller', 'Thriller/Suspense']]);

const genreOf = (name: string): GenreRecord => {
  const ours = ourGenres.get(tidyText(name)) ?? tidyText(name);
  return { _id: slugOf(ours), name: ours };
};

/** TMDB's "not rated", in the words of the bundled films. */
const certifications: ReadonlyMap<string, string> = new Map(
  ['G', 'PG', 'PG-13', 'R', 'NC-17', 'Not Rated'].map((name) => [name === 'Not Rated' ? 'NR' : name, name]),
);

const theatrical = 3;

/** The American one, of the release in theatres if there was one. */
const mpaaRatingOf = ({ release_dates }: FilmDetails): string | undefined => {
  const american = release_dates.results.find(({ iso_3166_1 }) => iso_3166_1 === 'US')?.release_dates ?? [];
  const known = american
    .toSorted((a, b) => Number(b.type === theatrical) - Number(a.type === theatrical))
    .flatMap(({ certification }) => certifications.get(certification ?? '') ?? []);
  return known[0];
};

const dayOf = (text: string | null | undefined): Date | null | Fault => {
  if (text === null || text === undefined || text === '') return null;
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime())
    ? date
    : { fault: `release_date: expected a day such as "1999-03-31", but got ${JSON.stringify(text)}` };
};

/** Zero is TMDB's word for an amount that nobody has told it. */
const known = (amount: number | null | undefined): number | undefined =>
  amount !== null && amount !== undefined && amount > 0 ? amount : undefined;

const withoutUndefined = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };

/** A film by TMDB's details of it. What TMDB does not know is absent. */
export const filmOfDetails = (body: unknown): ImportedFilm | Fault => {
  const details = shaped(filmDetails, body);
  if (isFault(details)) return details;
  const title = tidyText(details.title);
  if (title === '') return { fault: 'title: expected some text, but got ""' };
  const releaseDate = dayOf(details.release_date);
  if (releaseDate !== null && 'fault' in releaseDate) return releaseDate;
  const genres = details.genres.map(({ name }) => genreOf(name));
  const directors = details.credits.crew.filter(({ job }) => job === 'Director').map(({ name }) => name);
  const fields: ImportedFields = {
    ...withoutUndefined({
      runtimeMinutes: known(details.runtime),
      mpaaRating: mpaaRatingOf(details),
      budgetUsd: known(details.budget),
      worldwideGrossUsd: known(details.revenue),
      posterPath: details.poster_path ?? undefined,
      ...(details.vote_count > 0 && { rating: details.vote_average, votes: details.vote_count }),
    }),
    title,
    // A day that TMDB does not know is no reason to forget it here.
    ...(releaseDate && { releaseDate }),
    tmdbId: details.id,
  };
  return {
    kind: 'movie',
    fields,
    ratingOfMoreVotes: true,
    ...(genres.length > 0 && { genreIds: [...new Set(genres.map(({ _id }) => _id))], newGenres: genres }),
    ...(directors.length > 0 && { directors }),
  };
};

/** One item a genre. */
export const genresOfList = (body: unknown): readonly ImportItem[] | Fault => {
  const list = shaped(genreList, body);
  if (isFault(list)) return list;
  return list.genres.map(({ name }) => ({ kind: 'genre', record: genreOf(name), keepsName: true }));
};

export const imagesOfConfiguration = (body: unknown): ImportItem | Fault => {
  const parsed = shaped(configuration, body);
  if (isFault(parsed)) return parsed;
  const { images } = parsed;
  const record: ImageConfigurationRecord = {
    _id: 'images',
    baseUrl: images.base_url,
    secureBaseUrl: images.secure_base_url,
    posterSizes: images.poster_sizes,
    backdropSizes: images.backdrop_sizes,
    profileSizes: images.profile_sizes,
  };
  return { kind: 'images', record };
};
