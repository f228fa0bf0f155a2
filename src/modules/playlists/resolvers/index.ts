import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { Channel } from './Channel.ts';
import { Mutation } from './Mutation/index.ts';
import { Playlist } from './Playlist.ts';
import { PlaylistItem } from './PlaylistItem.ts';
import { PlaylistVideoConnection } from './PlaylistVideoConnection.ts';
import { PlaylistVideoEdge } from './PlaylistVideoEdge.ts';
import { PublicProfile } from './PublicProfile.ts';
import { Query } from './Query/index.ts';

export const playlistResolvers: Resolvers = {
  Query,
  Mutation,
  Channel,
  Playlist,
  PlaylistItem,
  PlaylistVideoConnection,
  PlaylistVideoEdge,
  PublicProfile,
};
