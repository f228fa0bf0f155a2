import { connectMongo } from '../src/infra/mongo.ts';
import {
  createCatalogueModels,
  prepareCatalogueCollections,
  seedCatalogue,
} from '../src/modules/catalogue/index.ts';
import { createLibraryModels, prepareLibraryCollections } from '../src/modules/library/index.ts';

/** Fills a database with the bundled films, as `npm start` does with an empty one. */
export const seedDatabase = async (mongodbUri: string): Promise<void> => {
  const connection = await connectMongo(mongodbUri);
  try {
    const models = createCatalogueModels(connection);
    await prepareCatalogueCollections(models);
    await seedCatalogue(models, () => undefined);
    await prepareLibraryCollections(createLibraryModels(connection));
  } finally {
    await connection.close();
  }
};
