import type { VideoRecord } from './models/records.ts';

/** What decides in which lists a video stands. */
export type Placed = Pick<VideoRecord, 'status' | 'takenDownAt' | 'category' | 'channelId'>;

/** Names of lists of public videos, as `VideoRecord.listedIn` has them. */
export const listOf = {
  all: 'all',
  category: (category: string): string => `category:${category}`,
  channel: (channelId: string): string => `channel:${channelId}`,
  categoryOfChannel: (channelId: string, category: string): string => `channel:${channelId}:${category}`,
} as const;

/** The lists that a video stands in: none unless it is public, and was not taken down. */
export const listsOf = ({ status, takenDownAt, category, channelId }: Placed): string[] =>
  status === 'PUBLIC' && takenDownAt === null
    ? [
        listOf.all,
        listOf.category(category),
        listOf.channel(channelId),
        listOf.categoryOfChannel(channelId, category),
      ]
    : [];
