export { createLibraryAudience } from './audience.ts';
export { createLibrary, type Library } from './library.ts';
export { createLibraryData, createLibraryFollower } from './library-data.ts';
export {
  createLibraryModels,
  libraryCollections,
  prepareLibraryCollections,
  type LibraryModels,
} from './models/index.ts';
export type { FavouriteRecord, MovieRatingRecord, WatchProgressRecord } from './models/records.ts';
export { libraryResolvers } from './resolvers/index.ts';
export type { LibraryAudience } from './services/audience.service.ts';
export type { FullPreferences } from './services/preferences.service.ts';
export type {
  FavouriteConnectionModel,
  FavouriteEdgeModel,
  FavouriteModel,
  MovieRatingConnectionModel,
  MovieRatingEdgeModel,
  MovieRatingModel,
  WatchConnectionModel,
  WatchEdgeModel,
  WatchEntryModel,
} from './resolver-models.ts';
