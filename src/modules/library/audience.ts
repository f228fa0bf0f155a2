import type { LibraryModels } from './models/index.ts';
import { createLibraryAudience as createService, type LibraryAudience } from './services/audience.service.ts';
import { createOwnBatchStore } from './stores/own-batch.store.ts';

/** What many viewers leave behind of their own. @param models of the client whose writes are followed. */
export const createLibraryAudience = (models: LibraryModels): LibraryAudience =>
  createService({
    watchProgress: createOwnBatchStore(models.watchProgress),
    favourites: createOwnBatchStore(models.favourites),
    movieRatings: createOwnBatchStore(models.movieRatings),
  });
