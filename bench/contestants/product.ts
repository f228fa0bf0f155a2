import { allResolvers } from '../../src/domains.ts';
import type { Context } from '../../src/graphql/context.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createViewerSeam } from '../../src/graphql/viewer.ts';
import { connectMongo } from '../../src/infra/mongo.ts';
import {
  createCatalogue,
  createCatalogueModels,
  createDiscovery,
  createViewingModels,
} from '../../src/modules/catalogue/index.ts';
import { createLibrary, createLibraryModels } from '../../src/modules/library/index.ts';
import { unkeptLife } from '../../src/shared/answer-life.ts';
import { uncachedEntities } from '../../src/shared/entity-reader.ts';
import { createTransactions } from '../../src/shared/transactions.ts';
import type { Caller } from '../../src/shared/viewer.ts';
import { createCommandCount } from './command-count.ts';
import type { Contestant, ContestantSettings } from './contestant.ts';

/** What resolvers and guards of the product need of a context. */
export type ProductContext = Pick<Context, 'catalogue' | 'discovery' | 'library' | 'life' | 'viewer'>;

type Modules = Pick<ProductContext, 'catalogue' | 'discovery' | 'library'>;

/** The product without its cache and its server: schema, resolvers, loaders, driver. What every peer is given. */
export interface Product extends Pick<Contestant, 'commands' | 'countCommands'> {
  readonly schema: Awaited<ReturnType<typeof createSchema>>;
  /** Made anew for each request, loaders included. */
  contextFor(authorization: string | undefined): ProductContext;
}

/**
 * Two connections: the driver pays for monitoring, so peers are measured without it, and counted with it.
 */
export const openProduct = async ({
  mongodbUri,
  authorization: adminAuthorization,
  viewers,
}: ContestantSettings): Promise<Product> => {
  const catalogueOn = async (monitorCommands: boolean) => {
    const connection = await connectMongo(mongodbUri, { monitorCommands });
    const films = createCatalogueModels(connection);
    const createOperationCatalogue = createCatalogue({
      models: films,
      entities: uncachedEntities,
      inTransaction: createTransactions(connection),
      followers: [],
    });
    const viewing = createViewingModels(connection);
    const discovery = createDiscovery({
      models: viewing,
      background: viewing,
      films,
      entities: uncachedEntities,
    });
    const createOperationLibrary = createLibrary({
      models: createLibraryModels(connection),
      entities: uncachedEntities,
      inTransaction: createTransactions(connection),
      write: (run) => run(),
    });
    const create = (): Modules => {
      const catalogue = createOperationCatalogue();
      return {
        catalogue,
        discovery: discovery.forOperation(),
        library: createOperationLibrary(catalogue),
      };
    };
    return { connection, create };
  };
  const measured = await catalogueOn(false);
  const counted = await catalogueOn(true);
  const count = createCommandCount(counted.connection);
  let createModules: () => Modules = measured.create;
  const callers = new Map<string | undefined, Caller>([
    [adminAuthorization, { id: 'admin', roles: ['ADMIN'] }],
    ...viewers.map(({ userId, authorization }): [string, Caller] => [
      authorization,
      { id: userId, roles: ['VIEWER'] },
    ]),
  ]);
  return {
    schema: await createSchema(allResolvers),
    contextFor: (authorization) => ({
      ...createModules(),
      life: unkeptLife,
      viewer: createViewerSeam(callers.get(authorization)),
    }),
    countCommands: () => {
      createModules = counted.create;
      count.begin();
    },
    commands: count.total,
  };
};
