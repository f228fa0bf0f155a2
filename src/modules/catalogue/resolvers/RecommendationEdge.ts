import type { RecommendationEdgeResolvers } from '../../../graphql/generated/resolvers.ts';

export const RecommendationEdge: RecommendationEdgeResolvers = {
  node: ({ node }) => node.film,
  score: ({ node }) => node.score,
  reasons: ({ node }) => [...node.reasons],
};
