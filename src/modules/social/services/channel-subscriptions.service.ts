import type { CounterGroup } from '../../../shared/counters.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { subscriptionIdOf, type ChannelSubscriptionRecord } from '../models/records.ts';
import type { SubscriptionStore } from '../stores/index.ts';
import type { Deed, OwnedThing, SocialFollower } from './social-follower.ts';

export type ChannelCounters = CounterGroup<'subscribers'>;

export interface ChannelSubscriptions {
  /** The latest first. @returns BAD_USER_INPUT for a bad page. */
  list(userId: string, page: PageArguments): Promise<Result<Connection<ChannelSubscriptionRecord>>>;
  /** Of the channels whose videos make somebody's feed. */
  followedBy(userId: string): Promise<readonly string[]>;
  /** @returns what is there then: one that was there stays. CONFLICT for one's own channel. */
  subscribe(userId: string, channel: OwnedThing): Promise<Result<ChannelSubscriptionRecord>>;
  unsubscribe(userId: string, channelId: string): Promise<void>;
}

const lastSubscribedFirst: Order<ChannelSubscriptionRecord> = {
  name: 'SUBSCRIBED_AT:DESC',
  path: 'subscribedAt',
  kind: 'date',
  nullable: false,
  direction: -1,
};

/** Channels that a feed is made of: those that were followed first. */
const mostInFeed = 1_000;

/** See `createReactions`: one atomic step, then counted by who made it. */
export const createChannelSubscriptions = (
  subscriptions: SubscriptionStore,
  counts: ChannelCounters,
  followers: readonly SocialFollower[],
): ChannelSubscriptions => {
  const followingOf = (userId: string, channelId: string): Deed => ({
    userId,
    stands: async () => (await subscriptions.byId(subscriptionIdOf(channelId, userId))) !== null,
  });
  const added = async (userId: string, channelId: string): Promise<ChannelSubscriptionRecord> => {
    const _id = subscriptionIdOf(channelId, userId);
    for (;;) {
      const record: ChannelSubscriptionRecord = { _id, channelId, userId, subscribedAt: new Date() };
      if (await subscriptions.insert(record)) {
        await counts.add(channelId, { subscribers: 1 });
        return record;
      }
      const before = await subscriptions.byId(_id);
      if (before) return before;
    }
  };
  return {
    list: async (userId, page) => {
      const request = pageRequest(lastSubscribedFirst, page);
      if (!request.ok) return request;
      const listing = subscriptions.listing(userId, lastSubscribedFirst);
      return ok(await readPage(listing, lastSubscribedFirst, request.value));
    },
    followedBy: (userId) => subscriptions.channelIdsOf(userId, mostInFeed),
    subscribe: async (userId, channel) => {
      if (userId === channel.ownerId)
        return fail('CONFLICT', 'Expected another channel: nobody follows their own.');
      const record = await added(userId, channel._id);
      for (const follower of followers)
        await follower.channelFollowed(followingOf(userId, channel._id), channel);
      return ok(record);
    },
    unsubscribe: async (userId, channelId) => {
      const before = await subscriptions.remove(subscriptionIdOf(channelId, userId));
      if (before) await counts.add(channelId, { subscribers: -1 });
      for (const follower of followers) await follower.channelLeft(followingOf(userId, channelId), channelId);
    },
  };
};
