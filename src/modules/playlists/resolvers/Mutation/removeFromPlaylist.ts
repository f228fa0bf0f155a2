import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { ownPlaylist, videoKey } from '../subjects.ts';

export const removeFromPlaylist: NonNullable<MutationResolvers['removeFromPlaylist']> = async (
  _root,
  { input: { playlistId, videoId } },
  context,
) => ({
  playlist: unwrap(
    await context.playlists.arranging.remove(await ownPlaylist(playlistId, context), videoKey(videoId)),
  ),
});
