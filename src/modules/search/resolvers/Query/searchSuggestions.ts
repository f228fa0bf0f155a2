import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const searchSuggestions: NonNullable<QueryResolvers['searchSuggestions']> = async (
  _root,
  { prefix, first },
  { search },
) => [...unwrap(await search.suggestions.suggest(prefix, first))];
