import type { RecordBatch } from '../../../shared/record-batch.ts';
import { sortKeyOf } from '../../../shared/sort-key.ts';
import type { Transaction } from '../../../shared/transactions.ts';
import { listsOf, type Placed } from '../lists-of-video.ts';
import type { ChannelRecord, FileRecord, VideoRecord } from '../models/records.ts';

/** A channel that was made up. */
export type MadeUpChannel = Omit<ChannelRecord, 'avatarUrl'>;

/** A public video that was made up. */
export type MadeUpVideo = Pick<
  VideoRecord,
  '_id' | 'channelId' | 'ownerId' | 'title' | 'description' | 'category'
> & {
  readonly durationSeconds: number;
  readonly publishedAt: Date;
  /** What plays. */
  readonly file: FileRecord;
};

/** Adds what was made up, many at once. What is there stays as it is. */
export interface VideoAudience {
  /** @returns how many were added: not those whose owner has a channel, or whose handle is taken. */
  addChannels(channels: readonly MadeUpChannel[]): Promise<number>;
  /** @returns how many were added: not those whose channel is not there. */
  addVideos(videos: readonly MadeUpVideo[]): Promise<number>;
  /** Which of these videos there are. */
  present(ids: readonly string[], transaction: Transaction): Promise<ReadonlySet<string>>;
  presentChannels(ids: readonly string[], transaction: Transaction): Promise<ReadonlySet<string>>;
}

const recordOf = (video: MadeUpVideo): VideoRecord => {
  const { _id, channelId, category, title, publishedAt } = video;
  const placed: Placed = { status: 'PUBLIC', takenDownAt: null, category, channelId };
  return {
    ...video,
    ...placed,
    titleKey: sortKeyOf(title),
    listedIn: listsOf(placed),
    isReady: true,
    uploadEndsAt: publishedAt,
    fileName: `${_id}.mp4`,
    thumbnail: null,
    createdAt: publishedAt,
    updatedAt: publishedAt,
    takenDownFor: null,
  };
};

export const createVideoAudience = ({
  channels,
  videos,
}: {
  readonly channels: RecordBatch<ChannelRecord>;
  readonly videos: RecordBatch<VideoRecord>;
}): VideoAudience => ({
  addChannels: (given) => channels.insertMissing(given.map((channel) => ({ ...channel, avatarUrl: null }))),
  addVideos: async (given) => {
    const there = await channels.present([...new Set(given.map(({ channelId }) => channelId))]);
    return videos.insertMissing(given.filter(({ channelId }) => there.has(channelId)).map(recordOf));
  },
  present: videos.present,
  presentChannels: channels.present,
});
