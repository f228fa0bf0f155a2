import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import { createEntityCache } from './cache/entity-cache.ts';
import { createCacheEvents, type CacheEvents } from './cache/events.ts';
import type { InvalidationLog } from './cache/log/invalidation-log.ts';
import { createLocalProver } from './cache/log/local-prover.ts';
import { createMemoryLog } from './cache/log/memory-log.ts';
import type { Prover } from './cache/log/prover.ts';
import { createRedisLog, LOG_REDIS_OPTIONS } from './cache/log/redis-log.ts';
import { createProver } from './cache/log/remote-prover.ts';
import { createResponseCache, type ResponseCache } from './cache/response/response-cache.ts';
import { createMemoryStore } from './cache/stores/memory-store.ts';
import { createRedisLeases } from './cache/stores/redis-leases.ts';
import { createRedisStore } from './cache/stores/redis-store.ts';
import type { OperationTracking } from './graphql/response-cache/marquee.ts';
import { createRedisClient } from './infra/redis.ts';
import type { EntityReader } from './shared/entity-reader.ts';
import { FaultError } from './shared/faults.ts';
import type { Logger } from './shared/logger.ts';
import { createDeclarations, type CollectionDeclaration } from './tracking/facets/declarations.ts';
import { createEntityReader, withEntities } from './tracking/entity-reader.ts';
import { createGate, type Gate } from './tracking/gate/gate.ts';
import type { GateTimings } from './tracking/gate/gate-timings.ts';
import { laterOf } from './tracking/operation/time.ts';
import { createTracking, type Tracked } from './tracking/tracking.ts';
import type { SettledWrites } from './tracking/writes/ledger.ts';

export interface CachingOptions {
  /** Answers requests; everything that goes through it is followed. */
  readonly requests: Connection;
  /** For the gate: its commands are no part of any answer. */
  readonly background: Connection;
  /** How the collections may be read narrowly. */
  readonly collections: readonly CollectionDeclaration[];
  /** `undefined`: the log and the entries are in this process, which is the only one to cache. */
  readonly redisUrl: string | undefined;
  readonly redisPrefix: string;
  /** Bytes that entries may take in this process. */
  readonly memoryBytes: number;
  /** Milliseconds that a request may wait for Redis before it is answered without the cache. */
  readonly redisBudgetMs: number;
  /** Changes with the code: what another version kept is not read. */
  readonly codeVersion: string;
  /** All processes on one database need the same; for tests, which cannot wait for the usual ones. */
  readonly gateTimings?: Partial<GateTimings>;
  readonly log: Logger;
}

/** The engine with all its parts, running. */
export interface Caching {
  readonly cache: ResponseCache;
  readonly tracking: OperationTracking;
  /** For the loaders of the modules. */
  readonly entities: EntityReader;
  readonly gate: Gate;
  readonly events: CacheEvents;
  close(): Promise<void>;
}

/** Milliseconds that an expired answer may be served while it is refreshed. */
const graceMs = 60_000;

/** Milliseconds that a record below the answers may be kept: as long as the detail of a film. */
const entityMaxAgeMs = 3_600_000;

/** Milliseconds that a mutation waits for the gate, or for its record in the log, before it is told that neither comes. */
const mutationWaitMs = 20_000;

/** The wait for `work`, but not longer than {@link mutationWaitMs}; the work itself goes on. */
const inTime = async (work: Promise<void>, message: string): Promise<void> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new FaultError({ code: 'UNAVAILABLE', message })),
    mutationWaitMs,
  );
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

const valueOf = <T>({ outcome }: Tracked<T>): T => {
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
};

/** Builds the engine: log, gate, proofs, entries, and what follows reads and writes. */
export const openCaching = async (options: CachingOptions): Promise<Caching> => {
  const {
    requests,
    background,
    collections,
    redisUrl,
    redisPrefix: prefix,
    redisBudgetMs: budgetMs,
    log: logger,
  } = options;
  await using opened = new AsyncDisposableStack();
  const events = createCacheEvents(logger);
  const declarations = createDeclarations(requests.name, collections);

  // A connection each: a large entry on its way must not delay a proof.
  const logClient =
    redisUrl === undefined ? undefined : createRedisClient(redisUrl, logger, LOG_REDIS_OPTIONS);
  const entryClient = redisUrl === undefined ? undefined : createRedisClient(redisUrl, logger);
  opened.defer(() => entryClient?.disconnect());
  const memoryLog = logClient ? undefined : createMemoryLog();
  const log: InvalidationLog =
    memoryLog ?? createRedisLog({ client: logClient as Redis, prefix, proofTimeoutMs: budgetMs });
  opened.defer(() => log.close());

  const gate = createGate({
    client: background.getClient(),
    databaseName: background.name,
    log,
    mode: memoryLog ? 'memory' : 'redis',
    instanceId: randomUUID(),
    ...(options.gateTimings && { timings: options.gateTimings }),
    logger,
  });
  const prover: Prover = memoryLog
    ? createLocalProver({ log: memoryLog, authority: gate, declarations: declarations.hash })
    : createProver({ log, authority: gate, declarations: declarations.hash, budgetMs });

  // Answers and entities share the stores, and so their room.
  const shared = {
    prover,
    authority: gate,
    memory: createMemoryStore({ maxBytes: options.memoryBytes, graceMs, events }),
    events,
    logger,
  };
  const store = entryClient && createRedisStore({ client: entryClient, prefix, graceMs, budgetMs, events });
  const leases = entryClient && createRedisLeases({ client: entryClient, prefix, budgetMs, events });
  const cache = createResponseCache({
    ...shared,
    ...(store && leases && { remote: { store, leases } }),
    tuning: { graceMs },
  });
  const entityCache = createEntityCache({
    ...shared,
    ...(store && { remote: store }),
    version: options.codeVersion,
  });
  opened.defer(() => {
    store?.close();
    leases?.close();
  });

  const acknowledge = ({ tags, operationTime }: SettledWrites): Promise<void> =>
    gate.acknowledge(async (epoch) => {
      await log.append(epoch, {
        tags,
        declarations: declarations.hash,
        ...(operationTime && { operationTime }),
      });
    });

  const followed = createTracking({
    declarations,
    onOrphanWrite: (writes) => {
      logger.warn({ tags: writes.tags }, 'A write outside of any operation was seen.');
      void acknowledge(writes).catch((error: unknown) => {
        logger.error({ err: error }, 'A write outside of any operation could not be put into the log.');
      });
    },
  });
  opened.defer(followed.attach(requests));

  const finish = async <T>(tracked: Tracked<T>): Promise<T> => {
    if (tracked.writes.tags.length > 0) {
      // Given up by the client, it goes on here: until it ends, instances may serve what the write has changed.
      await inTime(
        acknowledge(tracked.writes),
        'Whether the change took effect is not known. Read again before you repeat it.',
      );
    }
    return valueOf(tracked);
  };
  const tracking: OperationTracking = {
    query: async (start, run) => {
      // At an epoch's start its log knows of no write, but those before it must be seen too.
      const readAfter = start && laterOf(gate.firstLiveOperationTime(start.epoch), start.operationTime);
      const { value: tracked, expiresAtMs } = await withEntities(start, () =>
        followed.run({ kind: 'query', readAfter }, run),
      );
      return { value: await finish(tracked), expiresAtMs, ...tracked.reads };
    },
    mutation: async (run) => {
      await inTime(
        gate.mayWrite(),
        'Nothing was changed: the database does not answer. Try again in a moment.',
      );
      const tracked = await followed.run({ kind: 'mutation', readAfter: undefined }, run);
      return { value: await finish(tracked), stamped: tracked.writes.tags };
    },
  };

  const entities = createEntityReader({
    cache: entityCache,
    tracking: followed,
    databaseName: requests.name,
    maxAgeMs: entityMaxAgeMs,
  });

  await gate.start();
  opened.defer(() => gate.stop());
  opened.defer(async () => {
    await Promise.all([cache.idle(), entityCache.idle()]);
  });
  const resources = opened.move();
  return { cache, tracking, entities, gate, events, close: () => resources.disposeAsync() };
};
