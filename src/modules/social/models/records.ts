export type ReactionValue = 'LIKE' | 'DISLIKE';

/** What a viewer thinks of a video, in `reactions`. How many think so is counted apart. */
export interface ReactionRecord {
  /** See `reactionIdOf`: there is one of each video and viewer. */
  _id: string;
  videoId: string;
  userId: string;
  value: ReactionValue;
  reactedAt: Date;
}

/** That a viewer follows a channel, in `channelSubscriptions`. */
export interface ChannelSubscriptionRecord {
  /** See `subscriptionIdOf`. */
  _id: string;
  channelId: string;
  userId: string;
  subscribedAt: Date;
}

export const reactionIdOf = (videoId: string, userId: string): string => `${videoId}:${userId}`;
export const subscriptionIdOf = (channelId: string, userId: string): string => `${channelId}:${userId}`;
