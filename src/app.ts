import type { Plugin } from '@envelop/core';
import type { Connection } from 'mongoose';
import { openCaching, type Caching } from './caching.ts';
import type { Environment } from './config/environment.ts';
import type { Context } from './graphql/context.ts';
import { createGraphqlHost, maxRequestBodySize } from './graphql/host.ts';
import { readCacheHints } from './graphql/response-cache/cache-hints.ts';
import { readCodeVersions } from './graphql/response-cache/code-version.ts';
import { servedText, useMarqueeResponseCache } from './graphql/response-cache/marquee.ts';
import { viewerKey } from './graphql/response-cache/computation-context.ts';
import { explainServed } from './graphql/response-cache/explanation.ts';
import { createOperationPlanning } from './graphql/response-cache/operation-plan.ts';
import { createSchemaVersions } from './graphql/response-cache/schema-versions.ts';
import { useStockResponseCache } from './graphql/response-cache/stock.ts';
import { createNodeResolvers, type LoadNode } from './graphql/resolvers/node.ts';
import { createSchema, type SchemaExtension } from './graphql/schema.ts';
import { createCallers, uncachedCallers } from './graphql/callers.ts';
import type { Authenticate } from './graphql/viewer.ts';
import { createWarming, warmEveryMs } from './graphql/warming.ts';
import { createMarqueeYoga, graphqlEndpoint } from './graphql/yoga.ts';
import { createHealthProbes } from './http/health.ts';
import { createGraphqlEndpoint } from './http/graphql/graphql-endpoint.ts';
import { createHttpServer, type Handler } from './http/server.ts';
import { createLoadGauge } from './infra/load-gauge.ts';
import { createMailSender } from './infra/mail.ts';
import { connectMongo } from './infra/mongo.ts';
import { createPeriodicWorkers } from './infra/periodic-work.ts';
import { createRedisClient } from './infra/redis.ts';
import {
  accountCollections,
  accountResolvers,
  createAccountModels,
  createAccounts,
  createAuthentication,
  createSessionActivity,
  prepareAccountCollections,
  type Accounts,
} from './modules/accounts/index.ts';
import {
  catalogueCollections,
  catalogueNodes,
  catalogueResolvers,
  createCatalogue,
  createCatalogueModels,
  createDiscovery,
  createViewingModels,
  isCatalogueSeeded,
  prepareCatalogueCollections,
  prepareViewingCollections,
  seedCatalogue,
  type SeedProgress,
} from './modules/catalogue/index.ts';
import { uncachedEntities } from './shared/entity-reader.ts';
import { createIdleWork } from './shared/idle-work.ts';
import type { Logger } from './shared/logger.ts';
import type { TokenKey } from './shared/token-key.ts';
import { checkCollections } from './tracking/facets/check-collections.ts';
import type { CollectionDeclaration } from './tracking/facets/declarations.ts';
import type { GateTimings } from './tracking/gate/gate-timings.ts';

export type AppOptions = Pick<
  Environment,
  | 'cacheEngine'
  | 'cacheMemoryMb'
  | 'cacheRedisBudgetMs'
  | 'corsOrigins'
  | 'development'
  | 'httpMaxAge'
  | 'mailFrom'
  | 'redisPrefix'
  | 'redisUrl'
  | 'smtpUrl'
  | 'webUrl'
> & {
  readonly mongodbUri: string;
  /** The first one signs access tokens, all verify. */
  readonly tokenKeys: readonly TokenKey[];
  readonly log: Logger;
  /** Told while an empty database is filled with the bundled films; `undefined`: it stays empty. */
  readonly seedProgress: SeedProgress | undefined;
  /** What many will ask for is computed at the start and every six hours; `undefined`: it is not. */
  readonly warming?: { readonly progress?: (done: number, total: number) => void };
  readonly extension?: AppExtension;
  readonly gateTimings?: Partial<GateTimings>;
};

/** What tests add to the server, through the same seams as a domain of `src/modules`. */
export interface AppExtension extends SchemaExtension {
  /** Called once, with the connection of the requests; what it returns makes a part of each operation's context. */
  open(mongo: Connection): Promise<() => object>;
  /** The collections that it reads: an answer from any other is not kept. */
  readonly collections?: readonly CollectionDeclaration[];
  /** Instead of access tokens. */
  readonly authenticate?: Authenticate;
}

/** The server and all it holds, ready to listen. */
export interface App {
  /** The connection that requests are answered from. */
  readonly mongo: Connection;
  /** The engine; `undefined` with another one. */
  readonly caching: Caching | undefined;
  /** Runs something on accounts as a mutation would, so that every process learns of what it wrote. */
  withAccounts<T>(run: (accounts: Accounts) => Promise<T>): Promise<T>;
  /** Resolves when what nobody waits for is done: pages computed ahead. For tests. */
  idle(): Promise<void>;
  /** @returns the address of the API. */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Ends in the reverse order of starting, requests under way first. */
  close(): Promise<void>;
}

/** Milliseconds that requests under way have to finish. */
const graceMs = 10_000;

/** Milliseconds that loading the films may take. */
const seedWaitMs = 600_000;

/** The resolvers of all domains, and the root fields that belong to none. */
export const allResolvers = [
  catalogueResolvers,
  accountResolvers,
  createNodeResolvers(
    Object.fromEntries(
      Object.entries(catalogueNodes).map(([typeName, load]): [string, LoadNode] => [
        typeName,
        (key, context, info) => load(key, context, info),
      ]),
    ),
  ),
];

const declaredCollections = ({ extension }: AppOptions): readonly CollectionDeclaration[] => [
  ...accountCollections,
  ...catalogueCollections,
  ...(extension?.collections ?? []),
];

const openEngine = (
  options: AppOptions,
  requests: Connection,
  background: Connection,
  codeVersion: string,
): Promise<Caching> =>
  openCaching({
    requests,
    background,
    collections: declaredCollections(options),
    redisUrl: options.redisUrl,
    redisPrefix: options.redisPrefix,
    memoryBytes: options.cacheMemoryMb * 1_000_000,
    redisBudgetMs: options.cacheRedisBudgetMs,
    codeVersion,
    ...(options.gateTimings && { gateTimings: options.gateTimings }),
    log: options.log,
  });

/** Builds every part and hands each what it needs. Fails, with nothing left open, when one cannot be built. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const { log } = options;
  await using opened = new AsyncDisposableStack();

  const schema = await createSchema(allResolvers, options.extension);
  const hints = readCacheHints(schema);
  const codeVersions = await readCodeVersions();

  // Two clients: every command of the requests' one is part of some answer or write, and followed as that.
  const mongo = await connectMongo(options.mongodbUri, { monitorCommands: true });
  opened.defer(() => mongo.close());
  const background = await connectMongo(options.mongodbUri);
  opened.defer(() => background.close());
  const redis = options.redisUrl === undefined ? undefined : createRedisClient(options.redisUrl, log);
  opened.defer(() => redis?.disconnect());

  const backgroundModels = createCatalogueModels(background);
  await prepareCatalogueCollections(backgroundModels);
  const backgroundViewingModels = createViewingModels(background);
  await prepareViewingCollections(backgroundViewingModels);
  const backgroundAccountModels = createAccountModels(background);
  await prepareAccountCollections(backgroundAccountModels);
  const caching =
    options.cacheEngine === 'marquee'
      ? await openEngine(options, mongo, background, codeVersions.all.slice(0, 12))
      : undefined;
  opened.defer(() => caching?.close());

  const models = createCatalogueModels(mongo);
  const write = async <T>(run: () => Promise<T>, waitMs?: number): Promise<T> =>
    caching ? (await caching.tracking.mutation(run, waitMs)).value : run();
  const { seedProgress } = options;
  if (seedProgress && !(await isCatalogueSeeded(backgroundModels))) {
    await write(async () => {
      const report = await seedCatalogue(models, seedProgress);
      log.info({ films: report.films, repairs: report.repairs }, 'The bundled films are loaded.');
    }, seedWaitMs);
  }
  const entities = caching?.entities ?? uncachedEntities;
  const createOperationCatalogue = createCatalogue(models, entities);
  const discovery = createDiscovery({
    models: createViewingModels(mongo),
    background: backgroundViewingModels,
    films: backgroundModels,
    entities,
  });
  const mailer = createMailSender({ smtpUrl: options.smtpUrl, from: options.mailFrom, log });
  opened.defer(() => mailer.close());
  const accountModels = createAccountModels(mongo);
  const createOperationAccounts = createAccounts({
    models: accountModels,
    entities,
    tokenKeys: options.tokenKeys,
    mailer,
    webUrl: options.webUrl,
    holders: [discovery.personalData],
  });
  const extendOperation = await options.extension?.open(mongo);
  await checkCollections(background, declaredCollections(options));
  const forOperation = () => ({
    accounts: createOperationAccounts(),
    catalogue: createOperationCatalogue(),
    discovery: discovery.forOperation(),
    ...extendOperation?.(),
  });

  const gauge = createLoadGauge();
  opened.defer(() => gauge.close());
  const ahead = createIdleWork({ isQuiet: gauge.isQuiet, log });
  opened.defer(() => ahead.close());

  const responseCache = (): Plugin<Context> | undefined => {
    const explain = options.development;
    if (caching) {
      const plan = createOperationPlanning({
        schema,
        hints,
        versions: createSchemaVersions(schema, codeVersions),
      });
      return useMarqueeResponseCache({ ...caching, plan, forOperation, ahead, explain });
    }
    return options.cacheEngine === 'stock'
      ? useStockResponseCache({ hints, redis, explain, log })
      : undefined;
  };

  const yoga = createMarqueeYoga({
    schema,
    forOperation,
    responseCache: responseCache(),
    maxRequestBodySize,
    log,
  });
  opened.defer(() => yoga.dispose());
  const authentication = createAuthentication(accountModels, entities, options.tokenKeys);
  const activity = createSessionActivity(backgroundAccountModels, log);
  opened.defer(() => activity.close());
  const authenticateOtherwise = options.extension?.authenticate;
  const callers = authenticateOtherwise
    ? uncachedCallers(authenticateOtherwise)
    : createCallers({
        ...authentication,
        caching,
        onSeen: ({ session }) => session && activity.note(session),
      });
  const endpoint = createGraphqlEndpoint({
    host: createGraphqlHost(yoga, log, gauge.began),
    kept: caching?.cache,
    callers,
    viewerKey,
    explained: options.development ? (served) => servedText(served, explainServed(served)) : undefined,
    maxAge: options.httpMaxAge,
    corsOrigins: options.corsOrigins,
    log,
  });

  const workers = createPeriodicWorkers({ connection: background, log });
  opened.defer(() => workers.close());
  for (const work of discovery.work) workers.start(work);
  const stopped = new AbortController();
  if (caching && options.warming) {
    const warming = createWarming({
      host: createGraphqlHost(yoga, log),
      isLive: () => caching.gate.live() !== undefined,
      isQuiet: gauge.isQuiet,
      log,
      progress: options.warming.progress,
    });
    // Each instance at its start, for its own memory; then one for all, where they share a Redis.
    const atStart = warming
      .warm(stopped.signal)
      .catch((error: unknown) => log.warn({ err: error }, 'What many will ask for could not be computed.'));
    opened.defer(() => atStart);
    workers.start({ name: 'warming', everyMs: warmEveryMs, run: warming.warm });
  }
  opened.defer(() => stopped.abort());

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
  const toTheApi: Handler = ({ url = '/' }, response) => {
    if (url.split('?', 1)[0] !== '/') return false;
    response.writeHead(302, { location: graphqlEndpoint }).end();
    return true;
  };
  const server = createHttpServer({
    api: { path: graphqlEndpoint, endpoint },
    handlers: [probes, toTheApi],
    log,
  });
  opened.defer(() => server.close(graceMs));

  const resources = opened.move();
  return {
    mongo,
    caching,
    withAccounts: (run) => write(() => run(createOperationAccounts())),
    idle: () => ahead.idle(),
    listen: async (port, host) => ({ port: await server.listen(port, host) }),
    close: async () => {
      stopping = true;
      await resources.disposeAsync();
    },
  };
};
