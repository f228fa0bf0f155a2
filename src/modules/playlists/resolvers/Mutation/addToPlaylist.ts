import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fail, unwrap } from '../../../../shared/faults.ts';
import { ownPlaylist, videoKey, wantedPlace } from '../subjects.ts';

const noSuchVideo = (): never => unwrap<never>(fail('NOT_FOUND', 'There is no video with this id.'));

export const addToPlaylist: NonNullable<MutationResolvers['addToPlaylist']> = async (
  _root,
  { input },
  context,
) => {
  const { playlists, videos, viewer } = context;
  const playlistId = await ownPlaylist(input.playlistId, context);
  const videoId = videoKey(input.videoId);
  if (!(await videos.access.video(videoId, [], viewer))) return noSuchVideo();
  const playlist = unwrap(await playlists.arranging.add(playlistId, videoId, wantedPlace(input.place)));
  // Whoever removes the video takes it out of playlists afterwards: one of the two sees the other.
  videos.loaders.clear();
  if (await videos.loaders.videoById.load(videoId, [])) return { playlist };
  await playlists.arranging.remove(playlistId, videoId);
  return noSuchVideo();
};
