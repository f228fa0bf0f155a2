export { createCatalogue, type Catalogue } from './catalogue.ts';
export { createDiscovery, type Discovery } from './discovery.ts';
export {
  catalogueCollections,
  createCatalogueModels,
  prepareCatalogueCollections,
  type CatalogueModels,
} from './models/index.ts';
export { createViewingModels, prepareViewingCollections, type ViewingModels } from './models/viewing.ts';
export type { GenreRecord, ImageConfigurationRecord, MovieRecord, PersonRecord } from './models/records.ts';
export { catalogueResolvers } from './resolvers/index.ts';
export { catalogueNodes } from './resolvers/nodes.ts';
export { isCatalogueSeeded, seedCatalogue, type SeedProgress } from './seed/seed-catalogue.ts';
export type {
  MovieConnectionModel,
  MovieEdgeModel,
  RecommendationConnectionModel,
  RecommendationEdgeModel,
  RecommendationReasonModel,
  SearchConnectionModel,
  SearchEdgeModel,
  SearchResultModel,
  TrendingConnectionModel,
  TrendingEdgeModel,
} from './resolver-models.ts';
