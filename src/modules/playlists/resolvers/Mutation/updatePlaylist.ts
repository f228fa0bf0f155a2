import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { ownPlaylist } from '../subjects.ts';

export const updatePlaylist: NonNullable<MutationResolvers['updatePlaylist']> = async (
  _root,
  { id, input },
  context,
) => ({
  playlist: unwrap(await context.playlists.editing.update(await ownPlaylist(id, context), input)),
});
