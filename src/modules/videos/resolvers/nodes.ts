import type { GraphQLResolveInfo } from 'graphql';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { ChannelRecord, VideoRecord } from '../models/records.ts';
import { channelPaths, videoPaths } from '../record-fields.ts';
import type { Videos } from '../videos.ts';

/** Loads the record behind a global id's key, for `Query.node`, if it is there for the viewer. */
type LoadNode = (
  key: string,
  context: { readonly videos: Videos; readonly viewer: ViewerSeam },
  info: GraphQLResolveInfo,
) => Promise<ChannelRecord | VideoRecord | null>;

export const videoNodes: Readonly<Record<string, LoadNode>> = {
  Channel: (key, { videos }, info) =>
    videos.loaders.channelById.load(key, channelPaths(fieldsSelectedOf(info, 'Channel'))),
  Video: (key, { videos, viewer }, info) =>
    videos.access.video(key, videoPaths(fieldsSelectedOf(info, 'Video')), viewer),
};
