import { createCacheEvents } from './cache/events.ts';
import type { RedisPatience } from './cache/stores/redis-guard.ts';
import { LOG_CLUSTER_OPTIONS, LOG_REDIS_OPTIONS } from './cache/log/redis-log.ts';
import { generalPolicyName } from './graphql/rate-limit-directive.ts';
import { createRedisClient } from './infra/redis.ts';
import { createGeneralLimit, type GeneralLimit } from './limits/general-limit.ts';
import { createMemoryCounter } from './limits/memory-counter.ts';
import { createPolicy, type LimitCounter, type LimitWindow } from './limits/policy.ts';
import { createRedisCounter } from './limits/redis-counter.ts';
import { createRedisSharedCounts } from './limits/shared-counts.ts';
import type { Logger } from './shared/logger.ts';

export interface LimitsOptions {
  readonly rateLimitGeneral: Pick<LimitWindow, 'limit' | 'windowMs'>;
  /** `undefined`: each instance counts for itself. */
  readonly redisUrl: string | undefined;
  readonly redisPrefix: string;
  /** Milliseconds that a request may wait for Redis before it is counted in the process. */
  readonly cacheRedisBudgetMs: number;
  readonly redisPatience?: RedisPatience | undefined;
  readonly log: Logger;
}

/** What counts requests, and fields. */
export interface Limits {
  readonly general: GeneralLimit;
  readonly fields: LimitCounter;
  /** Tells the other instances what they were not told yet. */
  close(): Promise<void>;
}

export const openLimits = (options: LimitsOptions): Limits => {
  const { redisUrl, redisPrefix: prefix, cacheRedisBudgetMs: budgetMs, log } = options;
  const policy = createPolicy(generalPolicyName, [options.rateLimitGeneral]);
  if (redisUrl === undefined) {
    const general = createGeneralLimit({ policy });
    return { general, fields: createMemoryCounter(), close: async () => general.close() };
  }
  // A connection of their own: many counts at once must not delay a proof or an answer.
  const client = createRedisClient(redisUrl, log, {
    single: LOG_REDIS_OPTIONS,
    cluster: LOG_CLUSTER_OPTIONS,
  });
  const events = createCacheEvents(log);
  events.on((event) => {
    if (event.type === 'store-unavailable')
      log.warn({ reason: event.reason }, 'Limits are counted in this process alone.');
    if (event.type === 'store-available') log.info({}, 'Limits are counted for all instances again.');
  });
  const shared = { client, prefix, budgetMs, events, patience: options.redisPatience };
  const general = createGeneralLimit({ policy, shared: createRedisSharedCounts(shared) });
  const fields = createRedisCounter(shared);
  return {
    general,
    fields,
    async close() {
      await general.flushed();
      general.close();
      fields.close();
      client.disconnect();
    },
  };
};
