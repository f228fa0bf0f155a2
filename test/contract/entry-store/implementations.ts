import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Entry, EntryStore } from '../../../src/cache/entry.ts';
import type { RedisClient } from '../../../src/cache/stores/key-slots.ts';
import { createMemoryStore } from '../../../src/cache/stores/memory-store.ts';
import { createRedisStore, type RedisStoreOptions } from '../../../src/cache/stores/redis-store.ts';
import type { RedisServer } from '../../../src/infra/embedded/index.ts';
import { startOwnRedisCluster } from '../../testkit/redis-cluster.ts';
import { startOwnRedis } from '../../testkit/servers.ts';

export interface StoreHost extends AsyncDisposable {
  /** A store with nothing in it. */
  fresh(options?: { readonly clock?: () => number; readonly graceMs?: number }): EntryStore;
}

export interface RedisStoreHost extends StoreHost {
  readonly client: RedisClient;
  /** The servers, each over a connection of its own. */
  readonly servers: readonly Redis[];
  readonly pids: readonly number[];
  freshRedis(options?: Partial<RedisStoreOptions>): EntryStore & { readonly prefix: string };
}

export const startMemoryHost = async (): Promise<StoreHost> => ({
  fresh: (options = {}) => createMemoryStore({ maxBytes: 10_000_000, ...options }),
  [Symbol.asyncDispose]: async () => undefined,
});

/** Two cores run many servers here: what is not about time shall not fail for lack of it. */
const PATIENT_MS = 5000;

const redisHost = (
  client: RedisClient,
  running: readonly RedisServer[],
  resources: AsyncDisposableStack,
): RedisStoreHost => {
  const servers = running.map(({ url }) => new Redis(url));
  for (const connection of [client, ...servers]) {
    resources.defer(() => connection.disconnect());
    // A connection that a test breaks says so; the store says it in its events.
    connection.on('error', () => undefined);
  }
  const freshRedis = (options: Partial<RedisStoreOptions> = {}) => {
    const prefix = `test-${randomUUID()}`;
    const store = createRedisStore({ client, prefix, budgetMs: PATIENT_MS, ...options });
    resources.defer(() => store.close());
    return { ...store, prefix };
  };
  return {
    client,
    servers,
    pids: running.map(({ pid }) => pid),
    freshRedis,
    fresh: freshRedis,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
};

const startRedisHost = async (release: '6.2' | '7'): Promise<RedisStoreHost> => {
  const resources = new AsyncDisposableStack();
  const server = resources.use(await startOwnRedis({ release }));
  return redisHost(new Redis(server.url), [server], resources);
};

export const startRedis7Host = (): Promise<RedisStoreHost> => startRedisHost('7');
export const startRedis62Host = (): Promise<RedisStoreHost> => startRedisHost('6.2');

export const startClusterHost = async (): Promise<RedisStoreHost> => {
  const resources = new AsyncDisposableStack();
  const cluster = resources.use(await startOwnRedisCluster());
  return redisHost(cluster.connect(), cluster.servers, resources);
};

/** Every Redis that the store must run on. */
export const REDIS_HOSTS = [
  ['Redis 7', startRedis7Host],
  ['Redis 6.2', startRedis62Host],
  ['a Redis Cluster', startClusterHost],
] as const;

export const ALL_HOSTS: readonly (readonly [string, () => Promise<StoreHost>])[] = [
  ['memory', startMemoryHost],
  ...REDIS_HOSTS,
];

export const entry = (change: Partial<Entry> = {}): Entry => ({
  body: Buffer.from('{"data":{}}'),
  tags: ['db.films:1', 'db.films[]'],
  asOf: 1,
  computedAtMs: Date.now(),
  ttlMs: 60_000,
  costMs: 12.5,
  audience: 'everyone',
  meta: { types: ['Film'] },
  ...change,
});

/** As plain values, whatever kind of byte array an implementation gives. */
export const plain = (found: Entry | undefined): unknown =>
  found && { ...found, body: Buffer.from(found.body).toString('hex') };
