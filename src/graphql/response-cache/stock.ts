import { createInMemoryCache, useResponseCache, type Cache } from '@envelop/response-cache';
import { createRedisCache } from '@envelop/response-cache-redis';
import { Cluster, type Redis } from 'ioredis';
import { StartupError } from '../../shared/startup-error.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Context } from '../context.ts';
import type { CacheHints } from './cache-hints.ts';

export interface StockResponseCacheOptions {
  readonly hints: CacheHints;
  /** `undefined`: entries are kept in this process. */
  /** One server: with a Cluster it does not start. */
  readonly redis: Redis | Cluster | undefined;
  /** Whether answers explain in `extensions.responseCache` what the cache did. */
  readonly explain: boolean;
  readonly log: Logger;
}

/**
 * The plugin awaits neither `set` nor `invalidate`, and lets a failing `get` fail the request: without this, a Redis
 * that is gone ends the process.
 */
const surviving = (cache: Cache, log: Logger): Cache => {
  const guard = async <Value>(
    step: string,
    run: () => Value | PromiseLike<Value>,
  ): Promise<Value | undefined> => {
    try {
      return await run();
    } catch (error) {
      log.warn({ err: error, step }, 'The response cache failed; the request goes on without it.');
      return undefined;
    }
  };
  return {
    get: (id) => guard('get', () => cache.get(id)),
    set: (id, data, entities, ttl) => guard('set', () => cache.set(id, data, entities, ttl)),
    invalidate: (entities) => guard('invalidate', () => cache.invalidate(entities)),
  };
};

const entriesInMemory = 10_000;

/**
 * The response cache of Envelop, as it comes: the baseline that the bench and the checker compare with. It is NOT safe
 * from stale answers: an answer computed before a write may be stored after its invalidation, and lists do not learn
 * of new members before their time is over.
 */
export const useStockResponseCache = ({ hints, redis, explain, log }: StockResponseCacheOptions) => {
  // It knows fields and object types only; what it does not know it would keep for ever, hence `ttl: 0`.
  const ttlPerSchemaCoordinate = Object.fromEntries(
    [...hints].flatMap(([coordinate, { maxAgeMs }]) =>
      maxAgeMs === undefined ? [] : [[coordinate, maxAgeMs]],
    ),
  );
  if (redis instanceof Cluster) {
    throw new StartupError(
      'CACHE_ENGINE=stock cannot use a Redis Cluster: set REDIS_URL to one server, or take marquee.',
    );
  }
  const cache = redis ? createRedisCache({ redis }) : createInMemoryCache({ max: entriesInMemory });
  return useResponseCache<Context>({
    cache: surviving(cache, log),
    ttl: 0,
    ttlPerSchemaCoordinate,
    session: ({ viewer }) => viewer.look()?.id ?? null,
    includeExtensionMetadata: explain,
  });
};
