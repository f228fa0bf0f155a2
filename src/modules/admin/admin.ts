import { fail, type Result } from '../../shared/faults.ts';
import type { Audit, CacheAdministration } from './ports.ts';
import { createCacheClearing, type CacheClearing } from './services/cache-clearing.service.ts';
import { createCacheViewing, type CacheViewing } from './services/cache-viewing.service.ts';

/** What operators can see and do. */
export interface Admin {
  /** CONFLICT where there is no cache to look after. */
  readonly cache: Result<CacheClearing & CacheViewing>;
}

/** @param cache `undefined` with another engine than ours, or none. */
export const createAdmin = (cache: CacheAdministration | undefined, audit: Audit): Admin => ({
  cache: cache
    ? { ok: true, value: { ...createCacheClearing(cache, audit), ...createCacheViewing(cache, audit) } }
    : fail(
        'CONFLICT',
        'There is no cache to look after: this server does not run with CACHE_ENGINE=marquee.',
      ),
});
