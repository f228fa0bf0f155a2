import type { RecommendationConnectionResolvers } from '../../../graphql/generated/resolvers.ts';

export const RecommendationConnection: RecommendationConnectionResolvers = {
  nodes: ({ nodes }) => nodes.map(({ film }) => film),
};
