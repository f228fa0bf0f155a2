import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type { MovieRecord, PersonRecord } from './models/records.ts';
import type { RecommendationReason, RecommendedFilm } from './services/recommendations.service.ts';
import type { SearchEdge } from './services/search.service.ts';
import type { TrendingFilm } from './services/trending.service.ts';

/** What types without a record of their own resolve from. */
export type MovieConnectionModel = Connection<MovieRecord>;
export type MovieEdgeModel = Edge<MovieRecord>;
/** `__typename` tells GraphQL which member of the union it is. */
export type SearchResultModel =
  (MovieRecord & { readonly __typename: 'Movie' }) | (PersonRecord & { readonly __typename: 'Person' });
export type SearchEdgeModel = SearchEdge<SearchResultModel>;
export type RecommendationConnectionModel = Connection<RecommendedFilm>;
export type RecommendationEdgeModel = Edge<RecommendedFilm>;
export type RecommendationReasonModel = RecommendationReason;
export type TrendingConnectionModel = Connection<TrendingFilm>;
export type TrendingEdgeModel = Edge<TrendingFilm>;
export type SearchConnectionModel = Connection<SearchResultModel, SearchEdgeModel>;
