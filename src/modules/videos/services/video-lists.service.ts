import type { VideoSort, VideoStatus } from '../../../graphql/generated/resolvers.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import { expectedCategory, isCategory } from '../categories.ts';
import type { VideoRecord } from '../models/records.ts';
import type { VideoCriteria, VideoField, VideoStore } from '../stores/video.store.ts';
import { lastUploadedFirst, videoOrder } from '../video-orders.ts';

type Page = Promise<Result<Connection<VideoRecord>>>;

export interface VideoLists {
  /** Public ones. @returns BAD_USER_INPUT for a bad filter or page. */
  list(
    request: { readonly criteria: VideoCriteria; readonly sort: VideoSort; readonly page: PageArguments },
    fields: readonly VideoField[],
  ): Page;
  /** Public ones of these channels, the newest first. @returns BAD_USER_INPUT for a bad page. */
  ofChannels(channelIds: readonly string[], page: PageArguments, fields: readonly VideoField[]): Page;
  /** All of somebody, of any status or of one. @returns BAD_USER_INPUT for a bad page. */
  owned(
    request: {
      readonly ownerId: string;
      readonly status: VideoStatus | undefined;
      readonly page: PageArguments;
    },
    fields: readonly VideoField[],
  ): Page;
  /** All of somebody, of any status, those that were uploaded last; at most so many. */
  readonly latestOf: VideoStore['latestOf'];
}

const newestFirst = videoOrder({ field: 'PUBLISHED_AT', direction: 'DESC' });

export const createVideoLists = (videos: VideoStore): VideoLists => ({
  latestOf: videos.latestOf,
  list: async ({ criteria, sort, page }, fields) => {
    const { category } = criteria;
    if (category !== undefined && !isCategory(category)) {
      const message = `filter.category: ${expectedCategory}, but got ${JSON.stringify(category.slice(0, 80))}.`;
      return fail('BAD_USER_INPUT', message);
    }
    const order = videoOrder(sort);
    const request = pageRequest(order, page);
    if (!request.ok) return request;
    return ok(await readPage(videos.public(criteria, order, fields), order, request.value));
  },
  ofChannels: async (channelIds, page, fields) => {
    const request = pageRequest(newestFirst, page);
    if (!request.ok) return request;
    const listing = videos.publicOf(channelIds, newestFirst, fields);
    return ok(await readPage(listing, newestFirst, request.value));
  },
  owned: async ({ ownerId, status, page }, fields) => {
    const request = pageRequest(lastUploadedFirst, page);
    if (!request.ok) return request;
    const listing = videos.owned(ownerId, status, lastUploadedFirst, fields);
    return ok(await readPage(listing, lastUploadedFirst, request.value));
  },
});
