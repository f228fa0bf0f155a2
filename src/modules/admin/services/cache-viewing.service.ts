import type {
  CacheLookup,
  CacheStatistics,
  QueryCacheEntryArgs,
} from '../../../graphql/generated/resolvers.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { Audit, CacheAdministration } from '../ports.ts';

export interface CacheViewing {
  statistics(): Promise<CacheStatistics>;
  /** BAD_USER_INPUT unless it asks by key or by query, and by one of them only. */
  entry(asked: QueryCacheEntryArgs, actor: string): Promise<Result<CacheLookup>>;
}

export const createCacheViewing = (cache: CacheAdministration, audit: Audit): CacheViewing => ({
  statistics: () => cache.statistics(),
  async entry({ key, query, operationName, variables, viewer }, actor) {
    if ((key === undefined || key === null) === (query === undefined || query === null)) {
      return fail('BAD_USER_INPUT', 'Expected either a key or a query.');
    }
    // Whose answers somebody looks for is theirs to know.
    await audit({
      actor,
      action: 'cache.inspect',
      details: { ...(key && { key }), ...(query && { query }), ...(viewer && { viewer: viewer.id }) },
    });
    if (typeof key === 'string') return ok(await cache.ofKey(key));
    return cache.ofQuestion({
      query: query ?? '',
      operationName: operationName ?? undefined,
      variables: variables ?? undefined,
      viewer: viewer ? { id: viewer.id, roles: viewer.roles ?? [] } : undefined,
    });
  },
});
