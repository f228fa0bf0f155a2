import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const clearCache: NonNullable<MutationResolvers['clearCache']> = async (
  _root,
  { what },
  { admin, viewer },
) => ({ stamped: [...unwrap(await unwrap(admin.cache).clear(what, viewer.look()?.id ?? 'nobody'))] });
