import type { FindableRecords } from '../../shared/findable.ts';
import { categoryOf } from './categories.ts';
import type { ChannelRecord, VideoRecord } from './models/records.ts';

/** Videos that stand in lists, by title, category and description. */
export const findableVideos: FindableRecords<VideoRecord> = {
  kind: 'Video',
  textPaths: ['title', 'description', 'category', 'publishedAt'],
  placePaths: ['status', 'takenDownAt'],
  findableOf: ({ _id, title, description, category, publishedAt, listedIn }) =>
    listedIn.length === 0
      ? null
      : { kind: 'Video', id: _id, title, texts: [categoryOf(category).name, description], publishedAt },
};

/** All channels, by name, handle and description. */
export const findableChannels: FindableRecords<ChannelRecord> = {
  kind: 'Channel',
  textPaths: ['name', 'handle', 'description'],
  placePaths: [],
  findableOf: ({ _id, name, handle, description }) => ({
    kind: 'Channel',
    id: _id,
    title: name,
    names: [handle],
    texts: [description],
    publishedAt: null,
  }),
};
