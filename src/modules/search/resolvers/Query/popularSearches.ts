import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';

export const popularSearches: NonNullable<QueryResolvers['popularSearches']> = async (
  _root,
  _given,
  { search },
) => (await search.popular.list()).map((query) => ({ query }));
