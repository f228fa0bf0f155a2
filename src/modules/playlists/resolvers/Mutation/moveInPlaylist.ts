import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { ownPlaylist, videoKey, wantedPlace } from '../subjects.ts';

export const moveInPlaylist: NonNullable<MutationResolvers['moveInPlaylist']> = async (
  _root,
  { input: { playlistId, videoId, place } },
  context,
) => ({
  playlist: unwrap(
    await context.playlists.arranging.move(
      await ownPlaylist(playlistId, context),
      videoKey(videoId),
      wantedPlace(place),
    ),
  ),
});
