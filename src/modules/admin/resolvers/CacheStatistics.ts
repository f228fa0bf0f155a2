import type { CacheStatisticsResolvers } from '../../../graphql/generated/resolvers.ts';

export const CacheStatistics: CacheStatisticsResolvers = {
  byOperation: ({ byOperation }, { first }) => byOperation.slice(0, Math.max(0, first)),
};
