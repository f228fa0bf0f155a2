import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { ownPlaylist } from '../subjects.ts';

export const deletePlaylist: NonNullable<MutationResolvers['deletePlaylist']> = async (
  _root,
  { id },
  context,
) => {
  await context.playlists.editing.remove(await ownPlaylist(id, context));
  return { id };
};
