import type { Plugin } from '@envelop/core';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Environment } from './config/environment.ts';
import type { Context } from './graphql/context.ts';
import { readCacheHints, type CacheHints } from './graphql/response-cache/cache-hints.ts';
import { useStockResponseCache } from './graphql/response-cache/stock.ts';
import { createNodeResolvers, type LoadNode } from './graphql/resolvers/node.ts';
import { createSchema } from './graphql/schema.ts';
import { createOperatorKeyAuthentication } from './graphql/viewer.ts';
import { createMarqueeYoga, graphqlEndpoint } from './graphql/yoga.ts';
import { createHealthProbes } from './http/health.ts';
import { createHttpServer } from './http/server.ts';
import { connectMongo } from './infra/mongo.ts';
import { createRedisClient } from './infra/redis.ts';
import {
  catalogueNodes,
  catalogueResolvers,
  createCatalogue,
  createCatalogueModels,
  isCatalogueSeeded,
  prepareCatalogueCollections,
  seedCatalogue,
  type SeedProgress,
} from './modules/catalogue/index.ts';
import type { Logger } from './shared/logger.ts';

export type AppOptions = Pick<
  Environment,
  'cacheEngine' | 'corsOrigins' | 'development' | 'operatorKey' | 'redisUrl'
> & {
  readonly mongodbUri: string;
  readonly log: Logger;
  /** Told while an empty database is filled with the bundled films; `undefined`: it stays empty. */
  readonly seedProgress: SeedProgress | undefined;
};

/** The server and all it holds, ready to listen. */
export interface App {
  /** The connection that requests are answered from. */
  readonly mongo: Connection;
  /** @returns the address of the API. */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Ends in the reverse order of starting, requests under way first. */
  close(): Promise<void>;
}

/** Milliseconds that requests under way have to finish. */
const graceMs = 10_000;

/** The resolvers of all domains, and the root fields that belong to none. */
export const allResolvers = [
  catalogueResolvers,
  createNodeResolvers(
    Object.fromEntries(
      Object.entries(catalogueNodes).map(([typeName, load]): [string, LoadNode] => [
        typeName,
        (key, { catalogue }, info) => load(key, catalogue, info),
      ]),
    ),
  ),
];

const responseCacheOf = (
  options: AppOptions,
  hints: CacheHints,
  redis: Redis | undefined,
): Plugin<Context> | undefined => {
  switch (options.cacheEngine) {
    case 'stock':
      return useStockResponseCache({ hints, redis, explain: options.development, log: options.log });
    case 'off':
      return undefined;
  }
};

/** Builds every part and hands each what it needs. Fails, with nothing left open, when one cannot be built. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const { log } = options;
  await using opened = new AsyncDisposableStack();

  const schema = await createSchema(allResolvers);
  const hints = readCacheHints(schema);

  const mongo = await connectMongo(options.mongodbUri, { monitorCommands: true });
  opened.defer(() => mongo.close());
  const redis = options.redisUrl === undefined ? undefined : createRedisClient(options.redisUrl, log);
  opened.defer(() => redis?.disconnect());

  const models = createCatalogueModels(mongo);
  await prepareCatalogueCollections(models);
  if (options.seedProgress && !(await isCatalogueSeeded(models))) {
    const report = await seedCatalogue(models, options.seedProgress);
    log.info({ films: report.films, repairs: report.repairs }, 'The bundled films are loaded.');
  }
  const createOperationCatalogue = createCatalogue(models);

  const yoga = createMarqueeYoga({
    schema,
    authenticate: createOperatorKeyAuthentication(options.operatorKey),
    forOperation: () => ({ catalogue: createOperationCatalogue() }),
    responseCache: responseCacheOf(options, hints, redis),
    corsOrigins: options.corsOrigins,
    log,
  });
  opened.defer(() => yoga.dispose());

  let stopping = false;
  const probes = createHealthProbes({
    dependencies: [
      {
        name: 'mongo',
        check: () => mongo.db?.command({ ping: 1 }) ?? Promise.reject(new Error('not connected')),
      },
      ...(redis ? [{ name: 'redis', check: () => redis.ping() }] : []),
    ],
    isStopping: () => stopping,
  });
  const server = createHttpServer(
    [
      probes,
      (request, response) => {
        const path = request.url?.split('?', 1)[0];
        if (path === '/') {
          response.writeHead(302, { location: graphqlEndpoint }).end();
          return true;
        }
        if (path !== graphqlEndpoint) return false;
        yoga.requestListener(request, response);
        return true;
      },
    ],
    log,
  );
  opened.defer(() => server.close(graceMs));

  const resources = opened.move();
  return {
    mongo,
    listen: async (port, host) => ({ port: await server.listen(port, host) }),
    close: async () => {
      stopping = true;
      await resources.disposeAsync();
    },
  };
};
