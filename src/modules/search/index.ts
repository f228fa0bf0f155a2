export {
  createSearchModels,
  prepareSearchCollections,
  searchCollections,
  type SearchModels,
} from './models/index.ts';
export type {
  SearchAllConnectionModel,
  SearchAllEdgeModel,
  SearchAllResultModel,
  SearchSuggestionModel,
} from './resolver-models.ts';
export { searchResolvers } from './resolvers/index.ts';
export { createFindableIndex, createSearch, createSearchIndexing, type Search } from './search.ts';
export type { BuildReport, Indexing, ReadAudiences } from './services/indexing.service.ts';
