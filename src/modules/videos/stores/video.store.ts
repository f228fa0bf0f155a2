import type { VideoStatus } from '../../../graphql/generated/resolvers.ts';
import { followedStore, type FindableFollowing } from '../../../shared/findable.ts';
import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { createRecordStore, wholeBatch, type RecordStore } from '../../../shared/record-store.ts';
import { listOf } from '../lists-of-video.ts';
import type { VideoModels } from '../models/index.ts';
import type { VideoRecord } from '../models/records.ts';

export type VideoField = keyof VideoRecord;

/** What a list of public videos is narrowed by; what is absent does not narrow. */
export interface VideoCriteria {
  readonly category?: string | undefined;
  readonly channelId?: string | undefined;
}

export interface VideoStore extends RecordStore<VideoRecord> {
  public(
    criteria: VideoCriteria,
    order: Order<VideoRecord>,
    fields: readonly VideoField[],
  ): Listing<VideoRecord>;
  publicOf(
    channelIds: readonly string[],
    order: Order<VideoRecord>,
    fields: readonly VideoField[],
  ): Listing<VideoRecord>;
  /** Of any status, or of one. */
  owned(
    ownerId: string,
    status: VideoStatus | undefined,
    order: Order<VideoRecord>,
    fields: readonly VideoField[],
  ): Listing<VideoRecord>;
  /** Of any status, the one that was uploaded last first. */
  latestOf(ownerId: string, most: number): Promise<readonly Pick<VideoRecord, '_id' | 'createdAt'>[]>;
  /** `undefined` where there is no such video. */
  channelIdOf(id: string): Promise<string | undefined>;
  publicCountOf(channelId: string): Promise<number>;
  idsOwnedBy(ownerId: string): Promise<readonly string[]>;
  /** With all that is kept of them. */
  ownedBy(ownerId: string): Promise<readonly VideoRecord[]>;
  /** Of those that are not ready, and whose upload ended before a moment. */
  idsUnfinishedSince(moment: Date): Promise<readonly string[]>;
}

const listFor = ({ category, channelId }: VideoCriteria): string => {
  if (channelId === undefined) return category === undefined ? listOf.all : listOf.category(category);
  return category === undefined ? listOf.channel(channelId) : listOf.categoryOfChannel(channelId, category);
};

export const createVideoStore = (
  { videos }: VideoModels,
  following?: FindableFollowing<VideoRecord>,
): VideoStore => {
  const idsOf = async (filter: object): Promise<readonly string[]> =>
    (await videos.find(filter, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id);
  return {
    ...followedStore(createRecordStore(videos), following),
    public: (criteria, order, fields) => listingIn(videos, { listedIn: listFor(criteria) }, order, fields),
    publicOf: (channelIds, order, fields) =>
      listingIn(videos, { listedIn: { $in: channelIds.map(listOf.channel) } }, order, fields),
    owned: (ownerId, status, order, fields) =>
      listingIn(videos, { ownerId, ...(status && { status }) }, order, fields),
    latestOf: (ownerId, most) =>
      videos
        .find({ ownerId }, { createdAt: 1 })
        .sort({ createdAt: -1, _id: -1 })
        .limit(most)
        .batchSize(wholeBatch)
        .lean<Pick<VideoRecord, '_id' | 'createdAt'>[]>(),
    channelIdOf: async (id) =>
      (await videos.findOne({ _id: id }, { channelId: 1 }).lean<Pick<VideoRecord, 'channelId'> | null>())
        ?.channelId,
    publicCountOf: async (channelId) => videos.countDocuments({ listedIn: listOf.channel(channelId) }),
    idsOwnedBy: (ownerId) => idsOf({ ownerId }),
    ownedBy: (ownerId) => videos.find({ ownerId }).sort({ createdAt: 1, _id: 1 }).lean<VideoRecord[]>(),
    idsUnfinishedSince: (moment) => idsOf({ isReady: false, uploadEndsAt: { $lt: moment } }),
  };
};
