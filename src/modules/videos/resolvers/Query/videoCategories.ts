import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { videoCategories as all } from '../../categories.ts';

export const videoCategories: NonNullable<QueryResolvers['videoCategories']> = () => [...all];
