import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { InTransaction } from '../../../shared/transactions.ts';
import type { MovieFollower } from '../movie-follower.ts';
import type { MovieRecord } from '../models/records.ts';
import type { GenreStore } from '../stores/genre.store.ts';
import type { MovieStore } from '../stores/movie.store.ts';
import type { PersonStore } from '../stores/person.store.ts';
import { movieIdOf, nameKeyOf, slugOf, tidyText, titleKeyOf } from './film-identity.ts';
import { parseMovieChanges, parseNewMovie } from './movie-input.ts';
import { ratingOf } from './film-rating.ts';
import { popularityOf } from './popularity.ts';

export interface MovieEditing {
  /** @returns BAD_USER_INPUT; CONFLICT when the title and date are those of a film that exists. */
  create(input: unknown): Promise<Result<MovieRecord>>;
  /** @returns BAD_USER_INPUT; NOT_FOUND. */
  update(id: string, input: unknown): Promise<Result<MovieRecord>>;
  /** @returns the film as it was; NOT_FOUND. */
  remove(id: string): Promise<Result<MovieRecord>>;
}

interface Parts {
  readonly inTransaction: InTransaction;
  readonly followers: readonly MovieFollower[];
  readonly movies: MovieStore;
  readonly genres: GenreStore;
  readonly people: PersonStore;
}

const noSuchMovie = () => fail('NOT_FOUND', 'There is no film with this id.');

const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };

export const createMovieEditing = ({
  movies,
  genres,
  people,
  inTransaction,
  followers,
}: Parts): MovieEditing => {
  const genreIds = async (slugs: readonly string[]): Promise<Result<string[]>> => {
    const wanted = [...new Set(slugs)];
    const known = new Set((await genres.byIds(wanted, [])).map(({ _id }) => _id));
    const unknown = wanted.filter((slug) => !known.has(slug));
    return unknown.length === 0
      ? ok(wanted)
      : fail('BAD_USER_INPUT', `input.genres: expected slugs of genres, but got ${JSON.stringify(unknown)}.`);
  };

  const directorIds = async (names: readonly string[]): Promise<string[]> => {
    const records = names
      .map(tidyText)
      .map((name) => ({ _id: slugOf(name), name, nameKey: nameKeyOf(name) }));
    const distinct = [...new Map(records.map((record) => [record._id, record])).values()];
    // Most are there already: a write that adds nobody would still be one for the cache to follow.
    const known = new Set(
      (
        await people.byIds(
          distinct.map(({ _id }) => _id),
          [],
        )
      ).map(({ _id }) => _id),
    );
    await people.insertMissing(distinct.filter(({ _id }) => !known.has(_id)));
    return distinct.map(({ _id }) => _id);
  };

  /** Rating and popularity follow from these: written only over those they were computed from. */
  const updateVoted = async (id: string, changes: Partial<MovieRecord>): Promise<MovieRecord | null> => {
    for (;;) {
      const now = await movies.ratingParts(id);
      if (!now) return null;
      const { rating: _follows, ...expected } = now;
      const next = { ...expected, ...changes };
      const follow = {
        rating: ratingOf(next),
        popularity: popularityOf({ rating: next.importedRating, votes: next.votes }),
      };
      const updated = await movies.update(id, { ...changes, ...follow }, expected);
      if (updated) return updated;
    }
  };

  return {
    create: async (input) => {
      const parsed = parseNewMovie(input);
      if (!parsed.ok) return parsed;
      const { genres: slugs, directors: names, ...given } = parsed.value;
      const genreResult = await genreIds(slugs ?? []);
      if (!genreResult.ok) return genreResult;
      const title = tidyText(given.title);
      const releaseDate = given.releaseDate ?? null;
      const rating = given.rating ?? null;
      const votes = given.votes ?? 0;
      const movie: MovieRecord = {
        _id: movieIdOf(title, releaseDate),
        title,
        titleKey: titleKeyOf(title),
        releaseDate,
        genreIds: genreResult.value,
        directorIds: await directorIds(names ?? []),
        runtimeMinutes: given.runtimeMinutes ?? null,
        mpaaRating: given.mpaaRating ?? null,
        distributor: given.distributor ?? null,
        source: given.source ?? null,
        creativeType: given.creativeType ?? null,
        budgetUsd: given.budgetUsd ?? null,
        usGrossUsd: given.usGrossUsd ?? null,
        worldwideGrossUsd: given.worldwideGrossUsd ?? null,
        usDvdSalesUsd: given.usDvdSalesUsd ?? null,
        rating,
        importedRating: rating,
        votes,
        viewerRatingSum: 0,
        viewerRatingCount: 0,
        rottenTomatoesRating: given.rottenTomatoesRating ?? null,
        posterPath: given.posterPath ?? null,
        tmdbId: null,
        popularity: popularityOf({ rating, votes }),
      };
      if (await movies.insert(movie)) return ok(movie);
      const day = releaseDate?.toISOString().slice(0, 10) ?? 'an unknown day';
      return fail('CONFLICT', `There is a film with the title ${JSON.stringify(title)} of ${day} already.`);
    },

    update: async (id, input) => {
      const parsed = parseMovieChanges(input);
      if (!parsed.ok) return parsed;
      const { title, genres: slugs, directors: names, rating, votes, ...rest } = parsed.value;
      const genreResult = slugs === undefined ? undefined : await genreIds(slugs ?? []);
      if (genreResult && !genreResult.ok) return genreResult;
      const tidied = title === undefined ? undefined : tidyText(title);
      const changes = defined({
        ...rest,
        title: tidied,
        titleKey: tidied === undefined ? undefined : titleKeyOf(tidied),
        genreIds: genreResult?.value,
        directorIds: names === undefined ? undefined : await directorIds(names ?? []),
        importedRating: rating,
        votes: votes === undefined ? undefined : (votes ?? 0),
      });
      const voted = changes.importedRating !== undefined || changes.votes !== undefined;
      const movie = voted ? await updateVoted(id, changes) : await movies.update(id, changes);
      return movie ? ok(movie) : noSuchMovie();
    },

    remove: async (id) => {
      const movie = await inTransaction(async (transaction) => {
        const removed = await movies.remove(id, transaction);
        if (removed) for (const follower of followers) await follower.movieRemoved(id, transaction);
        return removed;
      });
      return movie ? ok(movie) : noSuchMovie();
    },
  };
};
