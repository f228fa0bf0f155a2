import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const cacheEntry: NonNullable<QueryResolvers['cacheEntry']> = async (
  _root,
  asked,
  { admin, viewer },
) => unwrap(await unwrap(admin.cache).entry(asked, viewer.look()?.id ?? 'nobody'));
