import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { addToPlaylist } from './addToPlaylist.ts';
import { createPlaylist } from './createPlaylist.ts';
import { deletePlaylist } from './deletePlaylist.ts';
import { moveInPlaylist } from './moveInPlaylist.ts';
import { removeFromPlaylist } from './removeFromPlaylist.ts';
import { updatePlaylist } from './updatePlaylist.ts';

export const Mutation: MutationResolvers = {
  addToPlaylist,
  createPlaylist,
  deletePlaylist,
  moveInPlaylist,
  removeFromPlaylist,
  updatePlaylist,
};
