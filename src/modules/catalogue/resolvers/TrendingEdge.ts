import type { TrendingEdgeResolvers } from '../../../graphql/generated/resolvers.ts';

export const TrendingEdge: TrendingEdgeResolvers = {
  node: ({ node }) => node.film,
  score: ({ node }) => node.score,
};
