import { EndOfStream, NothingToTell } from '../../../../shared/event-streams.ts';
import { fail, unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import type { ViewerSeam } from '../../../../shared/viewer.ts';
import type { Videos } from '../../../videos/index.ts';
import type { CommentEvent } from '../../services/live.service.ts';

interface Watching {
  readonly videos: Videos;
  readonly viewer: ViewerSeam;
}

const isThere = async (key: string, { videos, viewer }: Watching): Promise<boolean> =>
  (await videos.access.video(key, [], viewer)) !== null;

/**
 * Begins to listen to something about a video.
 * @throws FaultError BAD_USER_INPUT; NOT_FOUND when the video is not there for them.
 */
export const watchVideo = async <Event>(
  id: string,
  context: Watching,
  listen: (key: string) => AsyncIterableIterator<Event>,
): Promise<AsyncIterableIterator<Event>> => {
  const key = unwrap(keyOfGlobalId('Video', id));
  // First: a video that goes while it is looked for is told of.
  const stream = listen(key);
  try {
    if (await isThere(key, context)) return stream;
  } catch (error) {
    await stream.return?.();
    throw error;
  }
  await stream.return?.();
  return unwrap(fail('NOT_FOUND', 'There is no video with this id.'));
};

/** Key of a video that is listened to. @throws EndOfStream when it is not there for them any more. */
export const videoStillWatched = async (id: string, context: Watching): Promise<string> => {
  const key = unwrap(keyOfGlobalId('Video', id));
  if (!(await isThere(key, context))) throw new EndOfStream();
  return key;
};

/** The comment that an event is about. @throws EndOfStream; NothingToTell for an event about the video. */
export const commentIdIn = async (
  { commentId }: CommentEvent,
  videoId: string,
  context: Watching,
): Promise<string> => {
  await videoStillWatched(videoId, context);
  if (commentId === null) throw new NothingToTell();
  return commentId;
};
