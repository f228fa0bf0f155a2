import { createByKeyLoader, type ByKeyLoader } from '../../shared/by-key-loader.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import { toGlobalId } from '../../shared/resolving/global-id.ts';
import type { VideoFollower } from '../videos/index.ts';
import type { SocialModels } from './models/index.ts';
import type { ChannelSubscriptionRecord, ReactionRecord } from './models/records.ts';
import {
  createChannelSubscriptions,
  type ChannelCounters,
  type ChannelSubscriptions,
} from './services/channel-subscriptions.service.ts';
import { createReactions, type Reactions, type VideoCounters } from './services/reactions.service.ts';
import { createSocialStores } from './stores/index.ts';

/** What viewers do with videos and channels, as one operation sees it. */
export interface Social {
  /** By `reactionIdOf`. */
  readonly reactionById: ByKeyLoader<ReactionRecord, 'value'>;
  /** By `subscriptionIdOf`. */
  readonly subscriptionById: ByKeyLoader<ChannelSubscriptionRecord, never>;
  readonly videoCounts: VideoCounters;
  readonly channelCounts: ChannelCounters;
  readonly reactions: Reactions;
  readonly subscriptions: ChannelSubscriptions;
}

export interface SocialParts {
  readonly models: SocialModels;
  readonly entities: EntityReader;
  /** Whose readings depend on the reactions, and on the channel subscriptions, that they count. */
  readonly counts: { readonly video: VideoCounters; readonly channel: ChannelCounters };
}

export interface SocialDomain {
  forOperation(): Social;
  readonly personalData: PersonalDataHolder;
  /** Removes what is about a video or a channel that goes. */
  readonly follower: VideoFollower;
}

export const createSocialDomain = ({ models, entities, counts }: SocialParts): SocialDomain => {
  const stores = createSocialStores(models);
  const reactions = createReactions(stores.reactions, counts.video);
  const subscriptions = createChannelSubscriptions(stores.subscriptions, counts.channel);
  return {
    forOperation: () => {
      const reactionById = createByKeyLoader<ReactionRecord, 'value'>((keys, fields) =>
        entities.read('reactions', keys, fields, stores.reactions.byIds),
      );
      const subscriptionById = createByKeyLoader<ChannelSubscriptionRecord, never>((keys, fields) =>
        entities.read('channelSubscriptions', keys, fields, stores.subscriptions.byIds),
      );
      const forgetting =
        <Given extends unknown[], Value>(run: (...given: Given) => Promise<Value>) =>
        async (...given: Given): Promise<Value> => {
          try {
            return await run(...given);
          } finally {
            reactionById.clear();
            subscriptionById.clear();
          }
        };
      return {
        reactionById,
        subscriptionById,
        videoCounts: counts.video,
        channelCounts: counts.channel,
        reactions: { react: forgetting(reactions.react), takeBack: forgetting(reactions.takeBack) },
        subscriptions: {
          ...subscriptions,
          subscribe: forgetting(subscriptions.subscribe),
          unsubscribe: forgetting(subscriptions.unsubscribe),
        },
      };
    },
    personalData: {
      domain: 'social',
      exportOf: async (userId) => ({
        reactions: (await stores.reactions.of(userId)).map(({ videoId, value, reactedAt }) => ({
          videoId: toGlobalId('Video', videoId),
          value,
          reactedAt,
        })),
        channelSubscriptions: (await stores.subscriptions.of(userId)).map(({ channelId, subscribedAt }) => ({
          channelId: toGlobalId('Channel', channelId),
          subscribedAt,
        })),
      }),
      eraseOf: async (userId) => {
        for (const { videoId } of await stores.reactions.of(userId))
          await reactions.takeBack(userId, videoId);
        for (const { channelId } of await stores.subscriptions.of(userId))
          await subscriptions.unsubscribe(userId, channelId);
      },
    },
    follower: {
      videoRemoved: async (videoId) => {
        await stores.reactions.removeAbout(videoId);
        await counts.video.forget([videoId]);
      },
      channelRemoved: async (channelId) => {
        await stores.subscriptions.removeAbout(channelId);
        await counts.channel.forget([channelId]);
      },
    },
  };
};
