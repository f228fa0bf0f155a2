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

/** What somebody wrote about a video, in `comments`. */
export interface CommentRecord {
  /** 22 characters of base64url, random. */
  _id: string;
  videoId: string;
  authorId: string;
  /** The comment that it answers, which answers none itself; `null` when it is about the video. */
  parentId: string | null;
  /** The list that it stands in: see `threadOf`. */
  thread: string;
  text: string;
  createdAt: Date;
  editedAt: Date | null;
}

/** That somebody likes a comment, in `commentLikes`. */
export interface CommentLikeRecord {
  /** See `commentLikeIdOf`. */
  _id: string;
  commentId: string;
  userId: string;
  likedAt: Date;
}

export const threadOf = {
  video: (videoId: string): string => `video:${videoId}`,
  comment: (commentId: string): string => `comment:${commentId}`,
} as const;

export const commentLikeIdOf = (commentId: string, userId: string): string => `${commentId}:${userId}`;
