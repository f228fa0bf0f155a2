import { createByKeyLoader, type ByKeyLoader } from '../../../shared/by-key-loader.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  listingOf,
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { MovieFilter, MovieSort } from '../../../graphql/generated/resolvers.ts';
import type { MovieRecord } from '../models/records.ts';
import { movieOrder } from '../movie-orders.ts';
import { slug } from './slug-argument.ts';
import type { MovieCriteria, MovieField, MovieStore } from '../stores/movie.store.ts';

export interface MovieLists {
  /** @returns BAD_USER_INPUT for a bad filter or page. */
  list(
    request: {
      readonly filter?: MovieFilter | null | undefined;
      readonly sort: MovieSort;
      readonly page: PageArguments;
    },
    fields: readonly MovieField[],
  ): Promise<Result<Connection<MovieRecord>>>;
  /** A page of the films of one person; all people asked for at once are read at once. */
  directedBy(
    directorId: string,
    request: { readonly sort: MovieSort; readonly page: PageArguments },
    fields: readonly MovieField[],
  ): Promise<Result<Connection<MovieRecord>>>;
  clear(): void;
}

interface Bounds {
  readonly min?: number | null | undefined;
  readonly max?: number | null | undefined;
}

const range = (
  argument: string,
  lowest: number,
  highest: number,
  bounds: Bounds | null | undefined,
): Result<{ min: number | undefined; max: number | undefined }> => {
  const min = bounds?.min ?? undefined;
  const max = bounds?.max ?? undefined;
  for (const [end, value] of Object.entries({ min, max })) {
    if (value !== undefined && (value < lowest || value > highest)) {
      const message = `${argument}.${end}: expected a number from ${lowest} to ${highest}, but got ${value}.`;
      return fail('BAD_USER_INPUT', message);
    }
  }
  if (min !== undefined && max !== undefined && min > max) {
    return fail('BAD_USER_INPUT', `${argument}: expected min to be at most max, but got ${min} and ${max}.`);
  }
  return ok({ min, max });
};

/** `Date.UTC` takes a year below 100 for one of the twentieth century. */
const startOfYear = (year: number): Date => {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year);
  return date;
};

const criteriaOf = (filter: MovieFilter): Result<MovieCriteria> => {
  const genreId = slug('filter.genre', 'science-fiction', filter.genre);
  if (!genreId.ok) return genreId;
  const directorId = slug('filter.director', 'steven-spielberg', filter.director);
  if (!directorId.ok) return directorId;
  const year = range('filter.year', 1, 9998, filter.year);
  if (!year.ok) return year;
  const rating = range('filter.rating', 0, 10, filter.rating);
  if (!rating.ok) return rating;
  return ok({
    genreId: genreId.value,
    directorId: directorId.value,
    releasedFrom: year.value.min === undefined ? undefined : startOfYear(year.value.min),
    releasedBefore: year.value.max === undefined ? undefined : startOfYear(year.value.max + 1),
    ratingMin: rating.value.min,
    ratingMax: rating.value.max,
  });
};

/** All films of one director, as a value of the loader. */
interface Filmography {
  readonly _id: string;
  readonly films: readonly MovieRecord[];
}

export const createMovieLists = (store: MovieStore): MovieLists => {
  const filmographies: ByKeyLoader<Filmography, MovieField> = createByKeyLoader(
    async (directorIds, fields) => {
      const films = await store.byDirectorIds(directorIds, fields);
      return directorIds.map((_id) => ({
        _id,
        films: films.filter((film) => film.directorIds.includes(_id)),
      }));
    },
  );

  return {
    list: async ({ filter, sort, page }, fields) => {
      const order = movieOrder(sort);
      const criteria = criteriaOf(filter ?? {});
      if (!criteria.ok) return criteria;
      const request = pageRequest(order, page);
      if (!request.ok) return request;
      return ok(await readPage(store.listing(criteria.value, order, fields), order, request.value));
    },
    directedBy: async (directorId, { sort, page }, fields) => {
      const order = movieOrder(sort);
      const request = pageRequest(order, page);
      if (!request.ok) return request;
      const filmography = await filmographies.load(directorId, [...fields, order.path]);
      return ok(await readPage(listingOf(order, filmography?.films ?? []), order, request.value));
    },
    clear: () => filmographies.clear(),
  };
};
