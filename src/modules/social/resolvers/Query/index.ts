import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { myChannelSubscriptions } from './myChannelSubscriptions.ts';
import { subscriptionFeed } from './subscriptionFeed.ts';

export const Query: QueryResolvers = { myChannelSubscriptions, subscriptionFeed };
