import type { CatalogueModels } from './models/index.ts';
import type { ViewingModels } from './models/viewing.ts';
import { createAudienceRecording, type AudienceRecording } from './services/audience.service.ts';
import { createAudienceStore } from './stores/audience.store.ts';

/** What many viewers leave behind in the catalogue. @param models of the client whose writes are followed. */
export const createCatalogueAudience = (models: CatalogueModels, viewing: ViewingModels): AudienceRecording =>
  createAudienceRecording(createAudienceStore(models, viewing));
