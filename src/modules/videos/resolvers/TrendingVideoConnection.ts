import type { TrendingVideoConnectionResolvers } from '../../../graphql/generated/resolvers.ts';

export const TrendingVideoConnection: TrendingVideoConnectionResolvers = {
  nodes: ({ nodes }) => nodes.map(({ video }) => video),
};
