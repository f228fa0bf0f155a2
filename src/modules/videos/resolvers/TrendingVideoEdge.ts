import type { TrendingVideoEdgeResolvers } from '../../../graphql/generated/resolvers.ts';

export const TrendingVideoEdge: TrendingVideoEdgeResolvers = {
  node: ({ node }) => node.video,
  score: ({ node }) => node.score,
};
