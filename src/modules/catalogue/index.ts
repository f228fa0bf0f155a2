import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type { MovieRecord, PersonRecord } from './models/records.ts';
import type { SearchEdge } from './services/search.service.ts';

export { createCatalogue, type Catalogue } from './catalogue.ts';
export {
  catalogueCollections,
  createCatalogueModels,
  prepareCatalogueCollections,
  type CatalogueModels,
} from './models/index.ts';
export type { GenreRecord, ImageConfigurationRecord, MovieRecord, PersonRecord } from './models/records.ts';
export { catalogueResolvers } from './resolvers/index.ts';
export { catalogueNodes } from './resolvers/nodes.ts';
export { isCatalogueSeeded, seedCatalogue, type SeedProgress } from './seed/seed-catalogue.ts';

export type MovieConnectionModel = Connection<MovieRecord>;
export type MovieEdgeModel = Edge<MovieRecord>;
/** `__typename` tells GraphQL which member of the union it is. */
export type SearchResultModel =
  (MovieRecord & { readonly __typename: 'Movie' }) | (PersonRecord & { readonly __typename: 'Person' });
export type SearchEdgeModel = SearchEdge<SearchResultModel>;
export type SearchConnectionModel = Connection<SearchResultModel, SearchEdgeModel>;
