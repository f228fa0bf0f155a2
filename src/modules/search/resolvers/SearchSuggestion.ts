import type { SearchSuggestionResolvers } from '../../../graphql/generated/resolvers.ts';
import { typeOf } from './types.ts';

export const SearchSuggestion: SearchSuggestionResolvers = {
  type: ({ kind }) => (kind === null ? null : typeOf[kind]),
};
