import type { SocialModels } from './models/index.ts';
import type { ChannelSubscriptionRecord } from './models/records.ts';
import { createSocialStores } from './stores/index.ts';

/** Who follows a channel, read in parts, however many they are. */
export interface SubscriberReader {
  /**
   * In the order of their ids.
   * @param after an id, or an empty text at the beginning.
   * @returns fewer than `most` where there are no more.
   */
  ofChannel(channelId: string, after: string, most: number): Promise<readonly ChannelSubscriptionRecord[]>;
}

export const createSubscriberReader = (models: SocialModels): SubscriberReader => {
  const { subscriptions } = createSocialStores(models);
  return { ofChannel: subscriptions.ofChannelAfter };
};
