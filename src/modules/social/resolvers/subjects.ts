import type { GraphQLResolveInfo } from 'graphql';
import { fail, unwrap } from '../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { CommentRecord } from '../models/records.ts';
import type { Social } from '../social.ts';
import {
  channelPaths,
  videoPaths,
  type ChannelRecord,
  type VideoRecord,
  type Videos,
} from '../../videos/index.ts';

const wholeComment = ['videoId', 'authorId', 'parentId', 'text', 'createdAt', 'editedAt'] as const;

/** The video that a mutation is about, as far as the viewer may see it. @throws FaultError BAD_USER_INPUT; NOT_FOUND. */
export const videoOf = async (
  id: string,
  { videos, viewer }: { readonly videos: Videos; readonly viewer: ViewerSeam },
  info: GraphQLResolveInfo,
): Promise<VideoRecord> => {
  const key = unwrap(keyOfGlobalId('Video', id));
  const video = await videos.access.video(
    key,
    [...videoPaths(fieldsSelectedOf(info, 'Video')), 'ownerId', 'channelId'],
    viewer,
  );
  return video ?? unwrap(fail('NOT_FOUND', 'There is no video with this id.'));
};

/** A whole comment, as far as the viewer may see its video. @throws FaultError BAD_USER_INPUT; NOT_FOUND. */
export const commentOf = async (
  id: string,
  context: { readonly social: Social; readonly videos: Videos; readonly viewer: ViewerSeam },
): Promise<{ readonly comment: CommentRecord; readonly video: VideoRecord }> => {
  const { social, videos, viewer } = context;
  const key = unwrap(keyOfGlobalId('Comment', id));
  const comment = await social.commentById.load(key, wholeComment);
  const video = comment && (await videos.access.video(comment.videoId, [], viewer));
  return comment && video
    ? { comment, video }
    : unwrap(fail('NOT_FOUND', 'There is no comment with this id.'));
};

/** The channel that a mutation is about. @throws FaultError BAD_USER_INPUT; NOT_FOUND. */
export const channelOf = async (
  id: string,
  { videos }: { readonly videos: Videos },
  info: GraphQLResolveInfo,
): Promise<ChannelRecord> => {
  const key = unwrap(keyOfGlobalId('Channel', id));
  const paths = [...channelPaths(fieldsSelectedOf(info, 'Channel')), 'ownerId' as const];
  return (
    (await videos.loaders.channelById.load(key, paths)) ??
    unwrap(fail('NOT_FOUND', 'There is no channel with this id.'))
  );
};
