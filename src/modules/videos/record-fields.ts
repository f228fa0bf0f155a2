import type { Channel, Video } from '../../graphql/generated/resolvers.ts';
import { pathsOf } from '../../shared/resolving/paths-of.ts';
import type { ChannelRecord, VideoRecord } from './models/records.ts';

type FieldsOf<Type> = Exclude<keyof Type, '__typename'>;

/**
 * Which paths of the record each field of the type is resolved from, so that only those are read. A field that is not
 * listed here does not compile.
 */
const channelFields: Record<FieldsOf<Channel>, readonly (keyof ChannelRecord)[]> = {
  id: [],
  handle: ['handle'],
  name: ['name'],
  description: ['description'],
  avatarUrl: ['avatarUrl'],
  owner: ['ownerId'],
  createdAt: ['createdAt'],
  statistics: [],
  videos: [],
  subscribers: [],
  viewerIsSubscribed: [],
  playlists: ['ownerId'],
};

const videoFields: Record<FieldsOf<Video>, readonly (keyof VideoRecord)[]> = {
  id: [],
  views: [],
  likes: [],
  dislikes: [],
  viewerReaction: [],
  commentCount: [],
  comments: [],
  title: ['title'],
  description: ['description'],
  category: ['category'],
  channel: ['channelId'],
  status: ['status'],
  isReady: ['isReady'],
  durationSeconds: ['durationSeconds'],
  thumbnailUrl: ['isReady', 'thumbnail'],
  playback: ['isReady', 'file'],
  publishedAt: ['publishedAt'],
  createdAt: ['createdAt'],
  updatedAt: ['updatedAt'],
  takenDownAt: ['takenDownAt'],
  takenDownFor: ['takenDownFor'],
};

/** The paths that the selected fields of `Channel` need; `_id` is always read. */
export const channelPaths = pathsOf(channelFields);
export const videoPaths = pathsOf(videoFields);
