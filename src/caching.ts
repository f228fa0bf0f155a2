import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { createEntityCache } from './cache/entity-cache.ts';
import { createCacheEvents, type CacheEvents } from './cache/events.ts';
import { createCacheInspection, type CacheInspection } from './cache/inspection.ts';
import { createLogMeter, type LogReport } from './cache/log/log-meter.ts';
import { createCacheStatistics, type StatisticsReport } from './cache/statistics.ts';
import type { Tag } from './cache/tags.ts';
import type { OperationTime } from './cache/log/invalidation-log.ts';
import { createLocalProver } from './cache/log/local-prover.ts';
import { createMemoryLog } from './cache/log/memory-log.ts';
import type { Proof, Prover } from './cache/log/prover.ts';
import { createRedisLog, LOG_CLUSTER_OPTIONS, LOG_REDIS_OPTIONS } from './cache/log/redis-log.ts';
import { createProver } from './cache/log/remote-prover.ts';
import type { ComputationStart } from './cache/response/answers.ts';
import { createResponseCache, type ResponseCache } from './cache/response/response-cache.ts';
import { createMemoryStore } from './cache/stores/memory-store.ts';
import { createRedisLeases } from './cache/stores/redis-leases.ts';
import { createRedisPatience, type RedisPatience } from './cache/stores/redis-guard.ts';
import { createRedisStore } from './cache/stores/redis-store.ts';
import type { FollowedQuery, OperationTracking } from './graphql/response-cache/marquee.ts';
import { createRedisClient } from './infra/redis.ts';
import { withAfterwards } from './shared/afterwards.ts';
import type { EntityReader } from './shared/entity-reader.ts';
import { FaultError } from './shared/faults.ts';
import type { Logger } from './shared/logger.ts';
import { createDeclarations, type CollectionDeclaration } from './tracking/facets/declarations.ts';
import { createEntityReader, withEntities } from './tracking/entity-reader.ts';
import { createFollower, type FollowerTimings } from './tracking/follower/follower.ts';
import type { FollowerReport } from './tracking/follower/follower-meter.ts';
import { createGate, type Gate, type GateReport } from './tracking/gate/gate.ts';
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
  /** Shared with whatever else of this process uses this Redis. Default: the engine's own. */
  readonly redisPatience?: RedisPatience | undefined;
  /** Changes with the code: what another version kept is not read. */
  readonly codeVersion: string;
  /** Whether it may begin epochs: false for a command that writes and leaves. Default true. */
  readonly mayOpen?: boolean;
  /** All processes on one database need the same; for tests, which cannot wait for the usual ones. */
  readonly gateTimings?: Partial<GateTimings>;
  /** Likewise. */
  readonly followerTimings?: Partial<FollowerTimings>;
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
  readonly inspection: CacheInspection;
  /** Bytes that entries may take in this process. */
  readonly memoryBytes: number;
  /** What happened since the start, and how things stand now. */
  report(): CachingReport;
  /** From now on, while this process runs: writes that no request reports are followed, by it or another instance. */
  followWrites(): void;
  /** Brings this process up to the log. @returns whether the log gave a proof. */
  catchUp(): Promise<boolean>;
  /**
   * Drops, on every instance, what carries one of these tags.
   * @returns once no instance serves it any more.
   * @throws FaultError UNAVAILABLE when that is not known in time.
   */
  stamp(tags: readonly Tag[]): Promise<void>;
  close(): Promise<void>;
}

export interface CachingReport {
  readonly instanceId: string;
  readonly statistics: StatisticsReport;
  readonly log: LogReport;
  readonly gate: GateReport;
  readonly memory: { readonly entries: number; readonly bytes: number };
  /** `undefined`: this process does not follow writes. */
  readonly follower: FollowerReport | undefined;
}

/** Milliseconds that an expired answer may be served while it is refreshed. */
const graceMs = 60_000;

/** Milliseconds that a record below the answers may be kept: as long as the details of a film that many view. */
const entityMaxAgeMs = 7_200_000;

/** Milliseconds that a query may compute before it is told that the database does not answer. */
const queryWaitMs = 8_000;
/** Milliseconds that a mutation may take, the gate and the log included, before it is told that nothing is known. */
const mutationWaitMs = 20_000;
/** Milliseconds that writes have to reach the log when the server stops: longer than anybody waits for one. */
const drainMs = 25_000;

/** The wait for `work`, but not longer; the work itself goes on. */
const within = async <T>(waitMs: number, work: Promise<T>, message: string): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new FaultError({ code: 'UNAVAILABLE', message })), waitMs);
  try {
    return await Promise.race([work, late.promise]);
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
    redisPatience: patience = createRedisPatience(),
    log: logger,
  } = options;
  await using opened = new AsyncDisposableStack();
  const events = createCacheEvents(logger);
  const statistics = createCacheStatistics({ events });
  const logMeter = createLogMeter();
  const instanceId = randomUUID();
  const declarations = createDeclarations(requests.name, collections);

  // A connection each: a large entry on its way must not delay a proof.
  const logClient =
    redisUrl === undefined
      ? undefined
      : createRedisClient(redisUrl, logger, { single: LOG_REDIS_OPTIONS, cluster: LOG_CLUSTER_OPTIONS });
  const entryClient = redisUrl === undefined ? undefined : createRedisClient(redisUrl, logger);
  opened.defer(() => entryClient?.disconnect());
  const openLog = () => {
    if (!logClient) {
      const memoryLog = logMeter.meterMemory(createMemoryLog());
      return { bareLog: memoryLog, log: memoryLog, memoryLog };
    }
    const bareLog = createRedisLog({ client: logClient, prefix, proofTimeoutMs: budgetMs });
    return { bareLog, log: logMeter.meter(bareLog), memoryLog: undefined };
  };
  const { bareLog, log, memoryLog } = openLog();
  opened.defer(() => log.close());

  const gate = createGate({
    client: background.getClient(),
    databaseName: background.name,
    log,
    mode: memoryLog ? 'memory' : 'redis',
    instanceId,
    ...(options.gateTimings && { timings: options.gateTimings }),
    ...(options.mayOpen !== undefined && { mayOpen: options.mayOpen }),
    logger,
  });
  const proving = { authority: gate, declarations: declarations.hash, events };
  const prover: Prover = memoryLog
    ? createLocalProver({ log: memoryLog, ...proving })
    : createProver({ log, budgetMs, onWaitedInVain: patience.spend, ...proving });

  const memory = createMemoryStore({ maxBytes: options.memoryBytes, graceMs, events });
  // What nobody may have any more need not take room; the other tier's expires by itself.
  events.on(({ type }) => {
    if (type === 'cleared') memory.clear();
  });
  // Answers and entities share the stores, and so their room.
  const shared = {
    prover,
    authority: gate,
    memory,
    events,
    logger,
  };
  const guarded = { prefix, budgetMs, patience, events };
  const store = entryClient && createRedisStore({ client: entryClient, graceMs, ...guarded });
  const leases = entryClient && createRedisLeases({ client: entryClient, ...guarded });
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

  /** Operations that may still write, and records on their way to the log: what stopping has to wait for. */
  const underWay = new Set<Promise<void>>();
  const awaited = <T>(work: Promise<T>): Promise<T> => {
    const ended = work.then(
      () => undefined,
      () => undefined, // whoever asked for it is told
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    return work;
  };
  const drain = async (): Promise<void> => {
    const settle = async (): Promise<void> => {
      while (underWay.size > 0) await Promise.all(underWay);
    };
    try {
      await within(drainMs, settle(), 'Some writes did not reach the log.');
    } catch {
      logger.error({ operations: underWay.size }, 'Stopping with writes that are not in the log.');
    }
  };

  const recordOrphan = async (writes: SettledWrites): Promise<void> => {
    logger.warn({ tags: writes.tags }, 'A write outside of any operation was seen.');
    try {
      await acknowledge(writes);
    } catch (error) {
      logger.error({ err: error }, 'A write outside of any operation could not be put into the log.');
    }
  };
  const followed = createTracking({
    declarations,
    onOrphanWrite: (writes) => void awaited(recordOrphan(writes)),
  });
  opened.defer(followed.attach(requests));

  /** The latest time of Mongo's that this process knows of: no answer, kept or not, may be from before it. */
  let latest: OperationTime | undefined;

  /** Runs to its end, the record in the log included, whoever still waits for it. */
  const follow = <T>(
    kind: 'query' | 'mutation',
    start: ComputationStart | undefined,
    run: () => Promise<T>,
  ): Promise<{ tracked: Tracked<T>; expiresAtMs: number }> =>
    withAfterwards(async () => {
      const { value: tracked, expiresAtMs } = await withEntities(start, () =>
        followed.run({ kind, readAfter: latest }, run),
      );
      latest = laterOf(latest, tracked.writes.operationTime);
      if (tracked.writes.tags.length > 0) await acknowledge(tracked.writes);
      return { tracked, expiresAtMs };
    });

  const query = async <T>(
    start: ComputationStart | undefined,
    proof: Proof | undefined,
    run: () => Promise<T>,
  ): Promise<FollowedQuery<T>> => {
    // At an epoch's start its log knows of no write, but those before it must be seen too.
    if (proof)
      latest = laterOf(latest, laterOf(gate.firstLiveOperationTime(proof.epoch), proof.operationTime));
    const { tracked, expiresAtMs } = await within(
      queryWaitMs,
      awaited(follow('query', start, run)),
      'The database does not answer. Try again in a moment.',
    );
    return { value: valueOf(tracked), expiresAtMs, ...tracked.reads };
  };

  const tracking: OperationTracking = {
    query: async (start, run) => query(start, start?.proof ?? (await prover.prove()), run),
    unkept: async (run) => {
      const proof = await prover.prove();
      const start = proof && {
        epoch: proof.epoch,
        asOf: proof.position,
        operationTime: proof.operationTime,
        proof,
      };
      return (await query(start, proof, run)).value;
    },
    mutation: async (run, waitMs = mutationWaitMs) => {
      await within(
        waitMs,
        gate.mayWrite(),
        'Nothing was changed: the database does not answer. Try again in a moment.',
      );
      const { tracked } = await within(
        waitMs,
        awaited(follow('mutation', undefined, run)),
        'Whether the change took effect is not known. Read again before you repeat it.',
      );
      return { value: valueOf(tracked), stamped: tracked.writes.tags };
    },
  };

  const entities = createEntityReader({
    cache: entityCache,
    tracking: followed,
    databaseName: requests.name,
    maxAgeMs: entityMaxAgeMs,
  });

  const follower = createFollower({
    client: background.getClient(),
    databaseName: background.name,
    declarations,
    gate,
    log: bareLog,
    instanceId,
    ...(options.followerTimings && { timings: options.followerTimings }),
    logger,
  });
  let follows = false;

  await gate.start();
  opened.defer(() => gate.stop());
  opened.defer(() => follower.stop());
  opened.defer(async () => {
    await Promise.all([cache.idle(), entityCache.idle(), drain()]);
  });
  const resources = opened.move();
  return {
    cache,
    tracking,
    entities,
    gate,
    events,
    inspection: createCacheInspection({ prover, authority: gate, memory, remote: store, graceMs }),
    memoryBytes: options.memoryBytes,
    report: () => ({
      instanceId,
      statistics: statistics.report(),
      log: logMeter.report(),
      gate: gate.state(),
      memory: { entries: memory.size, bytes: memory.bytes },
      follower: follows ? follower.report() : undefined,
    }),
    followWrites: () => {
      if (!follows) follower.start();
      follows = true;
    },
    catchUp: async () => (await prover.prove()) !== undefined,
    stamp: (tags) =>
      within(
        mutationWaitMs,
        awaited(acknowledge({ tags, operationTime: undefined, majority: true })),
        'Whether the cache was cleared is not known. Try again.',
      ),
    close: () => resources.disposeAsync(),
  };
};
