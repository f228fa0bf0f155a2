import type { PlaylistVideoConnectionResolvers } from '../../../graphql/generated/resolvers.ts';

export const PlaylistVideoConnection: PlaylistVideoConnectionResolvers = {
  nodes: ({ nodes }) => nodes.map(({ video }) => video),
};
