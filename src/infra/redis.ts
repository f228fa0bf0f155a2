import { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../shared/logger.ts';
import { parseRedisAddress, type RedisAddress } from './redis-address.ts';

/** Milliseconds. */
const connectTimeout = 2_000;
const commandTimeout = 2_000;
const longestPauseMs = 1_000;

const pauseMs = (attempt: number): number => Math.min(attempt * 50, longestPauseMs);

/** Options that go before our own: for one server, which Sentinels may name, and for a Cluster. */
export interface GivenRedisOptions {
  readonly single?: ServerOptions;
  readonly cluster?: Omit<ClusterOptions, 'redisOptions'> & { readonly redisOptions?: ServerOptions };
}

type ServerOptions = Omit<RedisOptions, 'replyMapping'>;

type Single = Exclude<RedisAddress, { kind: 'cluster' }>;

const accessOf = ({
  username,
  password,
  isTls,
}: Exclude<RedisAddress, { kind: 'single' }>): ServerOptions => ({
  ...(username !== undefined && { username }),
  ...(password !== undefined && { password }),
  ...(isTls && { tls: {} }),
});

const openSingle = (address: Single, given: GivenRedisOptions['single']): Redis => {
  const options: ServerOptions = {
    connectTimeout,
    commandTimeout,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: pauseMs,
    ...given,
  };
  if (address.kind === 'single') return new Redis(address.url, options);
  return new Redis({
    ...options,
    ...accessOf(address),
    sentinels: [...address.nodes],
    name: address.master,
    db: address.db,
    sentinelRetryStrategy: pauseMs,
    ...(address.isTls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
  });
};

const openCluster = (
  address: Extract<RedisAddress, { kind: 'cluster' }>,
  given: NonNullable<GivenRedisOptions['cluster']> = {},
): Cluster => {
  const { redisOptions, ...rest } = given;
  return new Cluster([...address.nodes], {
    // This client connects to a server at the first command for it, and would fail those that come meanwhile.
    enableOfflineQueue: true,
    clusterRetryStrategy: pauseMs,
    scaleReads: 'master',
    ...rest,
    redisOptions: {
      connectTimeout,
      commandTimeout,
      maxRetriesPerRequest: 0,
      ...redisOptions,
      ...accessOf(address),
    },
  });
};

/**
 * A client that connects in the background, and again whenever the connection is lost. Until then commands fail at once:
 * nothing waits in a queue for a server that may never come.
 * @param url as `REDIS_URL`.
 * @throws TypeError on anything else.
 */
export const createRedisClient = (
  url: string,
  log: Logger,
  given: GivenRedisOptions = {},
): Redis | Cluster => {
  const address = parseRedisAddress(url);
  if (!address) throw new TypeError('expected an address of Redis such as redis://localhost:6379/0');
  const client =
    address.kind === 'cluster' ? openCluster(address, given.cluster) : openSingle(address, given.single);
  let reachable: boolean | undefined;
  client.on('error', (error: Error) => {
    if (reachable !== false) log.warn({ err: error }, 'Redis does not answer; trying again.');
    reachable = false;
  });
  client.on('ready', () => {
    if (reachable === false) log.info({}, 'Redis answers again.');
    reachable = true;
  });
  return client;
};
