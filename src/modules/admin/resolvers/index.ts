import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { CacheStatistics } from './CacheStatistics.ts';
import { clearCache } from './Mutation/clearCache.ts';
import { cacheEntry } from './Query/cacheEntry.ts';
import { cacheStatistics } from './Query/cacheStatistics.ts';

export const adminResolvers: Resolvers = {
  Query: { cacheEntry, cacheStatistics },
  Mutation: { clearCache },
  CacheStatistics,
};
