export { createCatalogueAudience } from './audience.ts';
export { createCatalogue, createFilmRatings, type Catalogue } from './catalogue.ts';
export { findableMovies } from './findable-movies.ts';
export { createDiscovery, type Discovery } from './discovery.ts';
export {
  catalogueCollections,
  createCatalogueModels,
  prepareCatalogueCollections,
  type CatalogueModels,
} from './models/index.ts';
export { createViewingModels, prepareViewingCollections, type ViewingModels } from './models/viewing.ts';
export type { GenreRecord, ImageConfigurationRecord, MovieRecord, PersonRecord } from './models/records.ts';
export { createCatalogueImport, type CatalogueImport } from './imports/catalogue-import.ts';
export type { ImportSource } from './imports/import-items.ts';
export { openJsonLines } from './imports/jsonl-source.ts';
export type { ImportSummary } from './imports/run-import.ts';
export { maxPages as maxTmdbPages, openTmdb, type TmdbChoice } from './imports/tmdb-source.ts';
export type { MovieFollower } from './movie-follower.ts';
export { moviePaths } from './record-fields.ts';
export { catalogueResolvers } from './resolvers/index.ts';
export { catalogueNodes } from './resolvers/nodes.ts';
export type { AudienceRecording } from './services/audience.service.ts';
export type { ViewerRatings } from './services/viewer-ratings.service.ts';
export type { MovieField } from './stores/movie.store.ts';
export { createFilmCountReader } from './stores/view.store.ts';
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
