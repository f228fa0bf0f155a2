import type { CatalogueModels } from '../models/index.ts';
import type { ImageConfigurationRecord } from '../models/records.ts';

export interface ImageConfigurationStore {
  get(): Promise<ImageConfigurationRecord | null>;
}

export const createImageConfigurationStore = ({
  configurations,
}: CatalogueModels): ImageConfigurationStore => ({
  get: () => configurations.findOne({ _id: 'images' }).lean<ImageConfigurationRecord | null>(),
});
