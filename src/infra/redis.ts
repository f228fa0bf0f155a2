import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../shared/logger.ts';

/** Milliseconds. */
const connectTimeout = 2_000;
const commandTimeout = 2_000;
const longestPauseMs = 1_000;

/**
 * A client that connects in the background, and again whenever the connection is lost. Until then commands fail at once:
 * nothing waits in a queue for a server that may never come.
 * @param given options that go before our own.
 */
export const createRedisClient = (
  url: string,
  log: Logger,
  given: Omit<RedisOptions, 'replyMapping'> = {},
): Redis => {
  const options: Omit<RedisOptions, 'replyMapping'> = {
    connectTimeout,
    commandTimeout,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 50, longestPauseMs),
    ...given,
  };
  const client = new Redis(url, options);
  let reachable: boolean | undefined;
  client.on('error', (error) => {
    if (reachable !== false) log.warn({ err: error }, 'Redis does not answer; trying again.');
    reachable = false;
  });
  client.on('ready', () => {
    if (reachable === false) log.info({}, 'Redis answers again.');
    reachable = true;
  });
  return client;
};
