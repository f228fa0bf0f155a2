import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { RedisClient } from '../../../src/cache/stores/key-slots.ts';
import type { RedisServer } from '../../../src/infra/embedded/index.ts';
import { createMemoryCounter } from '../../../src/limits/memory-counter.ts';
import type { LimitCounter } from '../../../src/limits/policy.ts';
import { createRedisCounter, type RedisCounterOptions } from '../../../src/limits/redis-counter.ts';
import { startOwnRedisCluster } from '../../testkit/redis-cluster.ts';
import { startOwnRedis } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

export interface CounterHost extends AsyncDisposable {
  /** A counter that has counted nothing. */
  fresh(): LimitCounter;
}

export interface RedisCounterHost extends CounterHost {
  readonly client: RedisClient;
  /** Each over a connection of its own. */
  readonly servers: readonly Redis[];
  readonly pids: readonly number[];
  freshRedis(options?: Partial<RedisCounterOptions>): LimitCounter & { readonly prefix: string };
}

export const startMemoryHost = async (): Promise<CounterHost> => ({
  fresh: () => createMemoryCounter(),
  [Symbol.asyncDispose]: async () => undefined,
});

/** Two cores run many servers here: what is not about time shall not fail for lack of it. */
const patientMs = 5_000;

const redisHost = async (
  client: RedisClient,
  running: readonly RedisServer[],
  resources: AsyncDisposableStack,
): Promise<RedisCounterHost> => {
  const servers = running.map(({ url }) => new Redis(url));
  for (const connection of [client, ...servers]) {
    resources.defer(() => connection.disconnect());
    connection.on('error', () => undefined);
  }
  await waitFor(() => client.status === 'ready', 'the client is connected');
  const freshRedis = (options: Partial<RedisCounterOptions> = {}) => {
    const prefix = options.prefix ?? `test-${randomUUID()}`;
    const counter = createRedisCounter({ client, prefix, budgetMs: patientMs, ...options });
    resources.defer(() => counter.close());
    return { ...counter, prefix };
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

const startRedisHost = async (release: '6.2' | '7'): Promise<RedisCounterHost> => {
  const resources = new AsyncDisposableStack();
  const server = resources.use(await startOwnRedis({ release }));
  return redisHost(new Redis(server.url), [server], resources);
};

const startClusterHost = async (): Promise<RedisCounterHost> => {
  const resources = new AsyncDisposableStack();
  const cluster = resources.use(await startOwnRedisCluster());
  return redisHost(cluster.connect(), cluster.servers, resources);
};

/** Every Redis that limits must be counted on. */
export const redisHosts = [
  ['Redis 7', () => startRedisHost('7')],
  ['Redis 6.2', () => startRedisHost('6.2')],
  ['a Redis Cluster', startClusterHost],
] as const;

export const allHosts: readonly (readonly [string, () => Promise<CounterHost>])[] = [
  ['memory', startMemoryHost],
  ...redisHosts,
];
