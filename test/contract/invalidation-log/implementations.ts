import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { InvalidationLog } from '../../../src/cache/log/invalidation-log.ts';
import { createMemoryLog } from '../../../src/cache/log/memory-log.ts';
import {
  createRedisLog,
  LOG_CLUSTER_OPTIONS,
  LOG_REDIS_OPTIONS,
  type RedisLogOptions,
} from '../../../src/cache/log/redis-log.ts';
import type { RedisServer } from '../../../src/infra/embedded/index.ts';
import { startOwnRedisCluster } from '../../testkit/redis-cluster.ts';
import { startOwnRedis } from '../../testkit/servers.ts';

export interface LogOptions {
  readonly maxRecords?: number;
  readonly maxTail?: number;
  readonly proofTimeoutMs?: number;
  readonly appendTimeoutMs?: number;
}

/** One log that nobody else uses. */
export interface LogPlace {
  /** The log as one more instance sees it, over a connection of its own. */
  instance(options?: LogOptions): Promise<InvalidationLog>;
}

export interface RedisLogPlace extends LogPlace {
  readonly prefix: string;
  readonly head: string;
  readonly stream: string;
  /** The server that holds the log. */
  readonly server: RedisServer;
  /** An ordinary connection to it. */
  readonly redis: Redis;
}

export interface LogHost<Place extends LogPlace> extends AsyncDisposable {
  place(): Promise<Place>;
}

// Two cores run many servers here: what is not about time shall not fail for lack of it.
const PATIENT = { proofTimeoutMs: 5000, appendTimeoutMs: 5000 };

export const startMemoryHost = async (): Promise<LogHost<LogPlace>> => ({
  place: async () => {
    let log: InvalidationLog | undefined;
    return {
      instance: async ({ maxRecords } = {}) =>
        (log ??= createMemoryLog(maxRecords === undefined ? {} : { maxRecords })),
    };
  },
  [Symbol.asyncDispose]: async () => undefined,
});

const startRedisHost = async (release: '6.2' | '7'): Promise<LogHost<RedisLogPlace>> => {
  const resources = new AsyncDisposableStack();
  const debug = release === '7' ? ['--enable-debug-command', 'yes'] : [];
  const args = [...debug, '--repl-diskless-sync-delay', '0'];
  const server = resources.use(await startOwnRedis({ release, args }));
  const connect = () => new Redis(server.url, LOG_REDIS_OPTIONS);
  return {
    place: async () => redisPlace(server, connect, resources),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
};

export const startRedis7Host = (): Promise<LogHost<RedisLogPlace>> => startRedisHost('7');
export const startRedis62Host = (): Promise<LogHost<RedisLogPlace>> => startRedisHost('6.2');

export const startClusterHost = async (): Promise<LogHost<RedisLogPlace>> => {
  const resources = new AsyncDisposableStack();
  const cluster = resources.use(await startOwnRedisCluster());
  const connect = () => cluster.connect(LOG_CLUSTER_OPTIONS);
  return {
    async place() {
      const prefix = `test-${randomUUID()}`;
      return redisPlace(await cluster.ownerOf(`${prefix}:{log}:head`), connect, resources, prefix);
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
};

const redisPlace = (
  server: RedisServer,
  connect: () => RedisLogOptions['client'],
  resources: AsyncDisposableStack,
  prefix = `test-${randomUUID()}`,
): RedisLogPlace => {
  const redis = new Redis(server.url);
  resources.defer(() => redis.disconnect());
  return {
    prefix,
    head: `${prefix}:{log}:head`,
    stream: `${prefix}:{log}:stream`,
    server,
    redis,
    async instance(options = {}) {
      const client = connect();
      resources.defer(() => client.disconnect());
      // A connection that a test breaks says so; the log says it to its callers.
      client.on('error', () => undefined);
      await whenReady(client);
      return createRedisLog({ client, prefix, ...PATIENT, ...options });
    },
  };
};

export const whenReady = async (client: RedisLogOptions['client']): Promise<void> => {
  if (client.status === 'ready') return;
  const { promise, resolve } = Promise.withResolvers<void>();
  client.once('ready', resolve);
  await promise;
};

/** Every Redis that the log must run on. */
export const REDIS_HOSTS = [
  ['Redis 7', startRedis7Host],
  ['Redis 6.2', startRedis62Host],
  ['a Redis Cluster', startClusterHost],
] as const;

export const ALL_HOSTS: readonly (readonly [string, () => Promise<LogHost<LogPlace>>])[] = [
  ['memory', startMemoryHost],
  ...REDIS_HOSTS,
];
