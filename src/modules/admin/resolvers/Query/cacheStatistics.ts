import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const cacheStatistics: NonNullable<QueryResolvers['cacheStatistics']> = (
  _root,
  _arguments,
  { admin },
) => unwrap(admin.cache).statistics();
