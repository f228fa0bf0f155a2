import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const recordSearch: NonNullable<MutationResolvers['recordSearch']> = async (
  _root,
  { query },
  { search, viewer, client },
) => {
  const who = viewer.look();
  const by = who ? `user:${who.id}` : `network:${client.network}`;
  return { counted: unwrap(await search.popular.record(query, by)) };
};
