import type { MovieRecord } from '../catalogue/index.ts';
import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type { FavouriteRecord, MovieRatingRecord, WatchProgressRecord } from './models/records.ts';

/** What types without a record of their own resolve from. */
export interface WatchEntryModel {
  readonly movie: MovieRecord;
  readonly progress: WatchProgressRecord;
}
export type FavouriteModel = FavouriteRecord & { readonly movie: MovieRecord };
export type MovieRatingModel = MovieRatingRecord & { readonly movie: MovieRecord };

export type WatchEdgeModel = Edge<WatchEntryModel>;
export type WatchConnectionModel = Connection<WatchEntryModel>;
export type FavouriteEdgeModel = Edge<FavouriteModel>;
export type FavouriteConnectionModel = Connection<FavouriteModel>;
export type MovieRatingEdgeModel = Edge<MovieRatingModel>;
export type MovieRatingConnectionModel = Connection<MovieRatingModel>;
