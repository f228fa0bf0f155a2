import {
  type CatalogueImport,
  createCatalogueImport,
  createCatalogueModels,
  prepareCatalogueCollections,
} from '../../modules/catalogue/index.ts';
import {
  createFindableIndex,
  createSearchModels,
  prepareSearchCollections,
} from '../../modules/search/index.ts';
import { createTransactions } from '../../shared/transactions.ts';
import { openWriter, type WriterOptions } from '../writer.ts';

export type CatalogueWriterOptions = WriterOptions;

export interface CatalogueWriter extends AsyncDisposable {
  readonly catalogueImport: CatalogueImport;
}

/**
 * A process beside the server that changes the catalogue.
 * @throws StartupError when MongoDB does not answer
 */
export const openCatalogueWriter = async (options: CatalogueWriterOptions): Promise<CatalogueWriter> => {
  const writer = await openWriter(options, 'import', async (background) => {
    const models = createCatalogueModels(background);
    await prepareCatalogueCollections(models);
    await prepareSearchCollections(createSearchModels(background));
    return models;
  });
  const catalogueImport = createCatalogueImport({
    models: createCatalogueModels(writer.followed),
    backgroundModels: writer.prepared,
    inTransaction: createTransactions(writer.followed),
    index: createFindableIndex(createSearchModels(writer.followed)),
    write: writer.write,
  });
  return { catalogueImport, [Symbol.asyncDispose]: () => writer[Symbol.asyncDispose]() };
};
