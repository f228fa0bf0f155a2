import type { PlaylistVideoEdgeResolvers } from '../../../graphql/generated/resolvers.ts';

export const PlaylistVideoEdge: PlaylistVideoEdgeResolvers = {
  node: ({ node }) => node.video,
  addedAt: ({ node }) => node.addedAt,
};
