import { LOG_CLUSTER_OPTIONS, LOG_REDIS_OPTIONS } from './cache/log/redis-log.ts';
import { createRedisClient } from './infra/redis.ts';
import { createLiveEvents, type LocalEvents } from './live/live-events.ts';
import { createRedisBridge } from './live/redis-bridge.ts';
import type { Logger } from './shared/logger.ts';

export interface TellingOptions {
  /** `undefined`: each instance tells those who listen to it, and no others. */
  readonly redisUrl: string | undefined;
  readonly redisPrefix: string;
  readonly log: Logger;
}

export const openTelling = ({ redisUrl, redisPrefix: prefix, log }: TellingOptions): LocalEvents => {
  if (redisUrl === undefined) return createLiveEvents();
  return createLiveEvents((receive) =>
    createRedisBridge({
      // What listens has nothing to ask again, and subscribes by itself.
      listening: createRedisClient(redisUrl, log, {
        single: { ...LOG_REDIS_OPTIONS, autoResubscribe: false },
        cluster: LOG_CLUSTER_OPTIONS,
      }),
      sending: createRedisClient(redisUrl, log, { single: LOG_REDIS_OPTIONS, cluster: LOG_CLUSTER_OPTIONS }),
      prefix,
      receive,
      log,
    }),
  );
};
