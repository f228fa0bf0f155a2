import type { Plugin } from '@envelop/core';
import type { Connection } from 'mongoose';
import { createCacheAdministration } from './administration.ts';
import type { App, AppOptions } from './app-options.ts';
import { createRedisPatience, type RedisPatience } from './cache/stores/redis-guard.ts';
import { openCaching, type Caching } from './caching.ts';
import { openCounting, tagsOfCounts } from './counting.ts';
import { allCollections, allResolvers, createDomains, prepareDomains } from './domains.ts';
import type { Context } from './graphql/context.ts';
import { createGraphqlHost, maxRequestBodySize } from './graphql/host.ts';
import { readCacheHints } from './graphql/response-cache/cache-hints.ts';
import { readCodeVersions } from './graphql/response-cache/code-version.ts';
import { createKeptAnswers } from './graphql/response-cache/kept-answers.ts';
import { servedText, useMarqueeResponseCache } from './graphql/response-cache/marquee.ts';
import { viewerKey } from './graphql/response-cache/computation-context.ts';
import { explainServed } from './graphql/response-cache/explanation.ts';
import { createOperationPlanning } from './graphql/response-cache/operation-plan.ts';
import { createSchemaVersions } from './graphql/response-cache/schema-versions.ts';
import { useStockResponseCache } from './graphql/response-cache/stock.ts';
import { createSchema } from './graphql/schema.ts';
import { createCallers, uncachedCallers } from './graphql/callers.ts';
import { createWarming, warmEveryMs } from './graphql/warming.ts';
import { createPhaseClock } from './graphql/plugins/use-phase-clock.ts';
import { useAfterwards } from './graphql/plugins/use-afterwards.ts';
import { createStreams } from './graphql/subscriptions/streams.ts';
import { useLiveSubscriptions } from './graphql/subscriptions/use-live-subscriptions.ts';
import { createMarqueeYoga } from './graphql/yoga.ts';
import type { Pulse } from './http/graphql/event-stream.ts';
import { createClientAddress } from './http/client-address.ts';
import { createGraphqlEndpoint } from './http/graphql/graphql-endpoint.ts';
import { createPastTheCache } from './http/graphql/past-the-cache.ts';
import { createLoadGauge } from './infra/load-gauge.ts';
import { createMailSender } from './infra/mail.ts';
import { openLimits } from './limiting.ts';
import { createRequestClock } from './http/timed-response.ts';
import { createMongoClock } from './infra/mongo-clock.ts';
import { connectMongo } from './infra/mongo.ts';
import { createPeriodicWorkers } from './infra/periodic-work.ts';
import { createRedisClient } from './infra/redis.ts';
import { createAdmin, type Audit } from './modules/admin/index.ts';
import { createAuthentication, createSessionActivity } from './modules/accounts/index.ts';
import { createServing } from './serving.ts';
import { withAfterwards } from './shared/afterwards.ts';
import { uncachedEntities } from './shared/entity-reader.ts';
import { createIdleWork } from './shared/idle-work.ts';
import { isPermitted } from './shared/permissions.ts';
import { openObjectStore } from './storing.ts';
import { openTelling } from './telling.ts';
import { checkCollections } from './tracking/facets/check-collections.ts';
import type { CollectionDeclaration } from './tracking/facets/declarations.ts';

export type { App, AppExtension, AppOptions } from './app-options.ts';

/** Of the memory that the cache may take: for answers with live fields, put together. */
const filledShare = 1 / 8;

/** Milliseconds that requests under way have to finish. */
const graceMs = 10_000;

const usualPulse: Pulse = { keepAliveMs: 12_000, slowMs: 30_000 };
const usualStreams = { perClient: 100, total: 10_000 };

const declaredCollections = ({ extension }: AppOptions): readonly CollectionDeclaration[] => [
  ...allCollections,
  ...(extension?.collections ?? []),
];

const openEngine = (
  options: AppOptions,
  requests: Connection,
  background: Connection,
  codeVersion: string,
  redisPatience: RedisPatience,
): Promise<Caching> =>
  openCaching({
    requests,
    background,
    collections: declaredCollections(options),
    redisUrl: options.redisUrl,
    redisPrefix: options.redisPrefix,
    memoryBytes: options.cacheMemoryMb * (1 - filledShare) * 1_000_000,
    redisBudgetMs: options.cacheRedisBudgetMs,
    redisPatience,
    codeVersion,
    ...(options.gateTimings && { gateTimings: options.gateTimings }),
    ...(options.followerTimings && { followerTimings: options.followerTimings }),
    log: options.log,
  });

/** Builds every part and hands each what it needs. Fails, with nothing left open, when one cannot be built. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const { log } = options;
  await using opened = new AsyncDisposableStack();

  const redisPatience = createRedisPatience();
  const limits = options.rateLimits ? openLimits({ ...options, redisPatience }) : undefined;
  opened.defer(() => limits?.close());
  const schema = await createSchema(allResolvers, options.extension, limits?.fields);
  const hints = readCacheHints(schema);
  const codeVersions = await readCodeVersions();

  // Two clients: every command of the requests' one is part of some answer or write, and followed as that.
  const mongo = await connectMongo(options.mongodbUri, { monitorCommands: true });
  opened.defer(() => mongo.close());
  const background = await connectMongo(options.mongodbUri);
  opened.defer(() => background.close());
  const counters = await openCounting({ ...options, background, redisPatience });
  opened.defer(() => counters.close());
  const events = openTelling(options);
  opened.defer(() => events.close());
  const redis = options.redisUrl === undefined ? undefined : createRedisClient(options.redisUrl, log);
  opened.defer(() => redis?.disconnect());

  const backgroundModels = await prepareDomains(background);
  const caching =
    options.cacheEngine === 'marquee'
      ? await openEngine(options, mongo, background, codeVersions.all.slice(0, 12), redisPatience)
      : undefined;
  opened.defer(() => caching?.close());
  if (caching) counters.onShared((things) => caching.stamp(tagsOfCounts(things, mongo.name)));

  const write = async <T>(run: () => Promise<T>, waitMs?: number): Promise<T> =>
    caching ? (await caching.tracking.mutation(run, waitMs)).value : withAfterwards(run);
  const entities = caching?.entities ?? uncachedEntities;
  const objects = openObjectStore(options);
  opened.defer(() => objects.close());
  const mailer = createMailSender({ smtpUrl: options.smtpUrl, from: options.mailFrom, log });
  opened.defer(() => mailer.close());
  const domains = createDomains({
    ...options,
    events,
    mongo,
    background: backgroundModels,
    entities,
    write,
    counters,
    files: options.objectStore ?? objects,
    mailer,
  });
  opened.defer(() => domains.close());
  const report = options.seedProgress && (await domains.seedFilms(options.seedProgress));
  if (report) log.info({ films: report.films, repairs: report.repairs }, 'The bundled films are loaded.');
  const extendOperation = await options.extension?.open(mongo);
  await checkCollections(background, declaredCollections(options));
  if (options.followWrites !== false) caching?.followWrites();
  const requests = createRequestClock();
  const plan = createOperationPlanning({
    schema,
    hints,
    versions: createSchemaVersions(schema, codeVersions),
  });
  const audit: Audit = async (act) => {
    log.info({ audit: act }, 'An operator acted.');
    const kind = act.action === 'cache.clear' ? 'CACHE_CLEARED' : 'CACHE_INSPECTED';
    const entry = { kind, actorId: act.actor, client: undefined, details: act.details } as const;
    await write(() => domains.accounts().audit.note(entry));
  };
  const admin = createAdmin(
    caching &&
      createCacheAdministration({
        caching,
        requests,
        redis,
        schema,
        plan,
        databaseName: mongo.name,
        collections: declaredCollections(options),
      }),
    audit,
  );
  const forOperation = () => ({ ...domains.forOperation(), admin, ...extendOperation?.() });

  const gauge = createLoadGauge(options.loadLimits);
  opened.defer(() => gauge.close());
  const ahead = createIdleWork({ isQuiet: gauge.isQuiet, log });
  opened.defer(() => ahead.close());

  const responseCache = (): Plugin<Context> | undefined => {
    const explain = options.development;
    if (caching) {
      return useMarqueeResponseCache({ ...caching, plan, forOperation, ahead, explain });
    }
    return options.cacheEngine === 'stock'
      ? useStockResponseCache({ hints, redis, explain, log })
      : undefined;
  };

  const streamLimits = options.liveStreams ?? usualStreams;
  const streams = createStreams(streamLimits);
  const subscriptions = useLiveSubscriptions({
    forOperation,
    tracking: caching?.tracking,
    streams,
    recheckEveryMs: options.pulse?.recheckEveryMs,
    log,
  });
  const pulse = { ...usualPulse, ...options.pulse };

  const phases = createPhaseClock();
  const yoga = createMarqueeYoga({
    schema,
    phases,
    forOperation,
    responseCache: responseCache(),
    subscriptions: caching ? [subscriptions] : [subscriptions, useAfterwards()],
    maxRequestBodySize,
    log,
  });
  opened.defer(() => yoga.dispose());
  const authentication = createAuthentication(domains.accountModels, entities, options.tokenKeys);
  const activity = createSessionActivity(backgroundModels.accounts, log);
  opened.defer(() => activity.close());
  const authenticateOtherwise = options.extension?.authenticate;
  const callers = authenticateOtherwise
    ? uncachedCallers(authenticateOtherwise)
    : createCallers({
        ...authentication,
        caching,
        onSeen: ({ session }) => session && activity.note(session),
      });
  const host = createGraphqlHost(yoga, log, gauge.began);
  const addressOf = createClientAddress(options.trustProxy);
  const endpoint = createGraphqlEndpoint({
    host,
    kept: caching && createKeptAnswers(caching.cache, options.cacheMemoryMb * filledShare * 1_000_000),
    callers,
    limit: limits?.general,
    addressOf,
    viewerKey,
    past: createPastTheCache({
      share: caching ? (options.cacheBypassShare ?? 0) : 0,
      mayAsk: ({ roles }) => isPermitted(roles, 'OPERATE'),
    }),
    explained: options.development ? (served) => servedText(served, explainServed(served)) : undefined,
    maxAge: options.httpMaxAge,
    corsOrigins: options.corsOrigins,
    pulse,
    log,
  });

  const workers = createPeriodicWorkers({ connection: background, log });
  opened.defer(() => workers.close());
  for (const work of domains.work) workers.start(work);
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
    workers.start({
      name: 'warming',
      everyMs: warmEveryMs,
      isAble: () => caching.gate.live() !== undefined,
      run: warming.warm,
    });
  }
  opened.defer(() => stopped.abort());

  let stopping = false;
  const mongoCommands = createMongoClock(mongo.getClient());
  opened.defer(() => mongoCommands.close());
  const server = createServing({
    mongo,
    mongoCommands,
    redis,
    caching,
    requests,
    phases,
    events,
    streams,
    streamLimits,
    pulse,
    endpoint,
    host,
    callers,
    limit: limits?.general,
    addressOf,
    corsOrigins: options.corsOrigins,
    publicUrl: options.publicUrl,
    metricsToken: options.metricsToken,
    handlers: objects.endpoint ? [objects.endpoint] : [],
    isStopping: () => stopping,
    log,
  });
  opened.defer(() => server.close(graceMs));

  const resources = opened.move();
  return {
    mongo,
    objects,
    caching,
    withAccounts: (run) => write(() => run(domains.accounts())),
    seedCourses: domains.seedCourses,
    rebuildSearch: domains.rebuildSearch,
    idle: () => ahead.idle(),
    listen: async (port, host) => {
      const listening = await server.listen(port, host);
      objects.listensOn(listening);
      return { port: listening };
    },
    close: async () => {
      stopping = true;
      await resources.disposeAsync();
    },
  };
};
