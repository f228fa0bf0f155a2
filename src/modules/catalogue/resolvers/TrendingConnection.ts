import type { TrendingConnectionResolvers } from '../../../graphql/generated/resolvers.ts';

export const TrendingConnection: TrendingConnectionResolvers = {
  nodes: ({ nodes }) => nodes.map(({ film }) => film),
};
