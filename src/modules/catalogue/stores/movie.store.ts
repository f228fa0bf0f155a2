import type { QueryFilter } from 'mongoose';
import { countIn } from '../../../shared/paging/collection-listing.ts';
import type { FindableFollowing } from '../../../shared/findable.ts';
import { beyond, type Order } from '../../../shared/paging/order.ts';
import { within, type Transaction } from '../../../shared/transactions.ts';
import type { Listing, Range } from '../../../shared/paging/connection.ts';
import type { CatalogueModels } from '../models/index.ts';
import type { MovieRecord } from '../models/records.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { wholeBatch } from './whole-batch.ts';

export type MovieField = keyof MovieRecord;

/** What `ratingOf` takes, and what it gave. */
export type RatedRecord = Pick<MovieRecord, (typeof ratedFields)[number]>;
const ratedFields = ['rating', 'importedRating', 'votes', 'viewerRatingSum', 'viewerRatingCount'] as const;

/** What a list of films is narrowed by; what is absent does not narrow. */
export interface MovieCriteria {
  readonly genreId?: string | undefined;
  readonly directorId?: string | undefined;
  readonly releasedFrom?: Date | undefined;
  /** Exclusive. */
  readonly releasedBefore?: Date | undefined;
  readonly ratingMin?: number | undefined;
  readonly ratingMax?: number | undefined;
}

type Filter = QueryFilter<MovieRecord>;

const between = <Value>(bounds: readonly (readonly [string, Value | undefined])[]) => {
  const given = bounds.filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
};

const filterOf = (criteria: MovieCriteria): Filter => {
  const parts = {
    genreIds: criteria.genreId,
    directorIds: criteria.directorId,
    releaseDate: between([
      ['$gte', criteria.releasedFrom],
      ['$lt', criteria.releasedBefore],
    ]),
    rating: between([
      ['$gte', criteria.ratingMin],
      ['$lte', criteria.ratingMax],
    ]),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
};

const projection = (fields: readonly MovieField[]) => Object.fromEntries(fields.map((field) => [field, 1]));

export interface MovieStore {
  byIds(ids: readonly string[], fields: readonly MovieField[]): Promise<readonly MovieRecord[]>;
  ratingParts(id: string, transaction?: Transaction): Promise<RatedRecord | null>;
  /** The films of any of these people. */
  byDirectorIds(
    directorIds: readonly string[],
    fields: readonly MovieField[],
  ): Promise<readonly MovieRecord[]>;
  listing(
    criteria: MovieCriteria,
    order: Order<MovieRecord>,
    fields: readonly MovieField[],
  ): Listing<MovieRecord>;
  /** @returns whether it was added: not when its `_id` is taken. */
  insert(movie: MovieRecord, transaction?: Transaction): Promise<boolean>;
  /**
   * @param expected changes nothing unless the film still has these.
   * @returns the film as it is then; `null` when there is none, or not as expected.
   */
  update(
    id: string,
    changes: Partial<Omit<MovieRecord, '_id'>>,
    expected?: Partial<MovieRecord>,
    transaction?: Transaction,
  ): Promise<MovieRecord | null>;
  /** @returns the film as it was; `null` when there was none. */
  remove(id: string, transaction?: Transaction): Promise<MovieRecord | null>;
}

/** @param following told of each write; `undefined` for stores that change nothing that films are found by. */
export const createMovieStore = (
  models: CatalogueModels,
  following?: FindableFollowing<MovieRecord>,
): MovieStore => {
  const store = createPlainMovieStore(models);
  return following
    ? {
        ...store,
        insert: (movie) => following.insert(movie, (transaction) => store.insert(movie, transaction)),
        update: (id, changes, expected, transaction) =>
          following.update(changes, (one) => store.update(id, changes, expected, one), transaction),
        remove: (id, transaction) => following.remove((one) => store.remove(id, one), transaction),
      }
    : store;
};

const createPlainMovieStore = ({ movies }: CatalogueModels): MovieStore => {
  /** Fields that were not selected are absent at run time: resolvers read what they declared. */
  const find = (filter: Filter, fields: readonly MovieField[]) =>
    movies
      .find(filter, projection(['_id', ...fields]))
      .batchSize(wholeBatch)
      .lean<MovieRecord[]>();

  const withRange = (
    filter: Filter,
    order: Order<MovieRecord>,
    { after, before }: Pick<Range, 'after' | 'before'>,
  ) => {
    const bounds = [
      ...(after ? [beyond(order, after, 'after')] : []),
      ...(before ? [beyond(order, before, 'before')] : []),
    ];
    return bounds.length === 0 ? filter : ({ ...filter, $and: bounds } as Filter);
  };

  return {
    byIds: (ids, fields) => find({ _id: { $in: [...ids] } }, fields),
    ratingParts: async (id, transaction) => {
      const found = await movies
        .findOne({ _id: id }, projection(ratedFields), within(transaction))
        .lean<RatedRecord & { _id?: string }>();
      if (!found) return null;
      const { _id, ...parts } = found;
      return parts;
    },
    byDirectorIds: (directorIds, fields) =>
      find({ directorIds: { $in: [...directorIds] } }, [...fields, 'directorIds']),
    listing: (criteria, order, fields) => {
      const filter = filterOf(criteria);
      return {
        slice: (range) => {
          const direction = range.backward ? -order.direction : order.direction;
          return find(withRange(filter, order, range), [...fields, order.path])
            .sort([
              [order.path, direction === 1 ? 1 : -1],
              ['_id', direction === 1 ? 1 : -1],
            ])
            .limit(range.limit);
        },
        exists: async (range) => (await find(withRange(filter, order, range), []).limit(1)).length > 0,
        // A query runs each time it is awaited; a promise does not.
        count: () => countIn(movies, filter),
      };
    },
    insert: async (movie, transaction) => {
      try {
        await new movies(movie).save(within(transaction));
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    update: (id, changes, expected, transaction) =>
      movies
        .findOneAndUpdate(
          { ...expected, _id: id },
          { $set: changes },
          { returnDocument: 'after', ...within(transaction) },
        )
        .lean<MovieRecord | null>(),
    remove: (id, transaction) =>
      movies.findOneAndDelete({ _id: id }, within(transaction)).lean<MovieRecord | null>(),
  };
};
