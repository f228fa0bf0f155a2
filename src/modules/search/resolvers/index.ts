import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { recordSearch } from './Mutation/recordSearch.ts';
import { Query } from './Query/index.ts';
import { SearchSuggestion } from './SearchSuggestion.ts';

export const searchResolvers: Resolvers = { Query, Mutation: { recordSearch }, SearchSuggestion };
