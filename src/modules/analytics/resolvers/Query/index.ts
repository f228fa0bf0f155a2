import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { channelAnalytics } from './channelAnalytics.ts';

export const Query: QueryResolvers = { channelAnalytics };
