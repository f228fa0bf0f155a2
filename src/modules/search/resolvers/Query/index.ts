import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { popularSearches } from './popularSearches.ts';
import { searchAll } from './searchAll.ts';
import { searchSuggestions } from './searchSuggestions.ts';

export const Query: QueryResolvers = { popularSearches, searchAll, searchSuggestions };
