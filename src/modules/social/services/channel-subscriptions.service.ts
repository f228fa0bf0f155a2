import type { CounterGroup } from '../../../shared/counters.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import type { Blocks } from '../../videos/index.ts';
import { subscriptionIdOf, type ChannelSubscriptionRecord } from '../models/records.ts';
import type { SubscriptionStore } from '../stores/index.ts';
import type { Deed, OwnedThing, SocialFollower } from './social-follower.ts';

export type ChannelCounters = CounterGroup<'subscribers' | 'views'>;
/** By the id of a user. */
export type UserCounters = CounterGroup<'subscriptions'>;

export interface ChannelSubscriptions {
  /** The latest first. @returns BAD_USER_INPUT for a bad page. */
  list(userId: string, page: PageArguments): Promise<Result<Connection<ChannelSubscriptionRecord>>>;
  /** Of the channels whose videos make somebody's feed. */
  followedBy(userId: string): Promise<readonly string[]>;
  /**
   * @returns what is there then: one that was there stays. CONFLICT for one's own channel, and for that of whom they blocked; FORBIDDEN
   *   by an owner who blocked them.
   */
  subscribe(
    userId: string,
    channel: OwnedThing,
    blocks: Pick<Blocks, 'has'>,
  ): Promise<Result<ChannelSubscriptionRecord>>;
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
  counts: { readonly channel: ChannelCounters; readonly user: UserCounters },
  followers: readonly SocialFollower[],
): ChannelSubscriptions => {
  const followingOf = (userId: string, channelId: string): Deed => ({
    userId,
    stands: async () => (await subscriptions.byId(subscriptionIdOf(channelId, userId))) !== null,
  });
  const count = async ({ channelId, userId }: ChannelSubscriptionRecord, by: 1 | -1): Promise<void> => {
    await counts.channel.add(channelId, { subscribers: by });
    await counts.user.add(userId, { subscriptions: by });
  };
  const added = async (userId: string, channelId: string): Promise<ChannelSubscriptionRecord> => {
    const _id = subscriptionIdOf(channelId, userId);
    for (;;) {
      const record: ChannelSubscriptionRecord = { _id, channelId, userId, subscribedAt: new Date() };
      if (await subscriptions.insert(record)) {
        await count(record, 1);
        return record;
      }
      const before = await subscriptions.byId(_id);
      if (before) return before;
    }
  };
  const unsubscribe = async (userId: string, channelId: string): Promise<void> => {
    const before = await subscriptions.remove(subscriptionIdOf(channelId, userId));
    if (before) await count(before, -1);
    for (const follower of followers) await follower.channelLeft(followingOf(userId, channelId), channelId);
  };
  const refusal = async (userId: string, ownerId: string, blocks: Pick<Blocks, 'has'>) => {
    if (await blocks.has(ownerId, userId))
      return fail('FORBIDDEN', 'The owner of this channel does not take you as a subscriber.');
    return (await blocks.has(userId, ownerId))
      ? fail('CONFLICT', 'You blocked the owner of this channel: unblock them first.')
      : undefined;
  };

  return {
    list: async (userId, page) => {
      const request = pageRequest(lastSubscribedFirst, page);
      if (!request.ok) return request;
      const listing = subscriptions.listing(userId, lastSubscribedFirst);
      return ok(await readPage(listing, lastSubscribedFirst, request.value));
    },
    followedBy: (userId) => subscriptions.channelIdsOf(userId, mostInFeed),
    subscribe: async (userId, channel, blocks) => {
      const { _id: channelId, ownerId } = channel;
      if (userId === ownerId) return fail('CONFLICT', 'Expected another channel: nobody follows their own.');
      const refused = await refusal(userId, ownerId, blocks);
      if (refused) return refused;
      const record = await added(userId, channelId);
      // Whoever blocks ends subscriptions afterwards: one of the two sees the other.
      const late = await refusal(userId, ownerId, blocks);
      if (late) {
        await unsubscribe(userId, channelId);
        return late;
      }
      for (const follower of followers)
        await follower.channelFollowed(followingOf(userId, channelId), channel);
      return ok(record);
    },
    unsubscribe,
  };
};
