import type { VideoSort, VideoSortField } from '../../graphql/generated/resolvers.ts';
import type { Order } from '../../shared/paging/order.ts';
import type { UserBlockRecord, VideoRecord, VideoReportRecord } from './models/records.ts';

const fields: Record<VideoSortField, Pick<Order<VideoRecord>, 'path' | 'kind'>> = {
  PUBLISHED_AT: { path: 'publishedAt', kind: 'date' },
  TITLE: { path: 'titleKey', kind: 'text' },
  DURATION: { path: 'durationSeconds', kind: 'number' },
};

/** Of public videos, which have all that they are sorted by. */
export const videoOrder = ({ field, direction = 'ASC' }: VideoSort): Order<VideoRecord> => ({
  ...fields[field],
  name: `${field}:${direction}`,
  direction: direction === 'ASC' ? 1 : -1,
  nullable: false,
});

const byDate = { kind: 'date', nullable: false } as const;

export const lastUploadedFirst: Order<VideoRecord> = {
  ...byDate,
  name: 'CREATED_AT:DESC',
  path: 'createdAt',
  direction: -1,
};

export const firstReportedFirst: Order<VideoReportRecord> = {
  ...byDate,
  name: 'CREATED_AT:ASC',
  path: 'createdAt',
  direction: 1,
};

export const lastBlockedFirst: Order<UserBlockRecord> = {
  ...byDate,
  name: 'BLOCKED_AT:DESC',
  path: 'blockedAt',
  direction: -1,
};
