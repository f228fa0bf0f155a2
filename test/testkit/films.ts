import { connectMongo } from '../../src/infra/mongo.ts';
import {
  createCatalogueModels,
  prepareCatalogueCollections,
  seedCatalogue,
} from '../../src/modules/catalogue/index.ts';
import { readBundledRows } from '../../src/modules/catalogue/seed/bundled-films.ts';
import { cleanFilms } from '../../src/modules/catalogue/seed/film-cleaning.ts';
import { freshMongo } from './servers.ts';

const every = 16;

/**
 * The run's MongoDB, with a database that nobody else uses. It holds 201 of the bundled films, of all genres, known and unknown;
 * a server takes them for all that it comes with, and loads no more: all of them take it a second.
 */
export const freshMongoWithFilms = async (): Promise<string> => {
  const mongodbUri = freshMongo();
  const connection = await connectMongo(mongodbUri);
  try {
    const models = createCatalogueModels(connection);
    await prepareCatalogueCollections(models);
    const rows = (await readBundledRows()).filter((_row, at) => at % every === 0);
    await seedCatalogue(models, () => undefined, cleanFilms(rows));
  } finally {
    await connection.close();
  }
  return mongodbUri;
};
