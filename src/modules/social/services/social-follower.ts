import type { CommentRecord } from '../models/records.ts';

/** That a viewer likes or follows something, or did. */
export interface Deed {
  readonly userId: string;
  /** Whether it stands now: they may have taken it back, or done it again, from elsewhere, since this was told. */
  stands(): Promise<boolean>;
}

/** What of a video or a channel decides whom it concerns. */
export interface OwnedThing {
  readonly _id: string;
  readonly ownerId: string;
}

export type LikedComment = Pick<CommentRecord, '_id' | 'authorId' | 'videoId'>;

/** Another domain, which has something about what viewers do. It is told when that is done, and may be told again. */
export interface SocialFollower {
  videoLiked(deed: Deed, video: OwnedThing): Promise<void>;
  videoLikeTakenBack(deed: Deed, videoId: string): Promise<void>;
  commentLiked(deed: Deed, comment: LikedComment): Promise<void>;
  commentLikeTakenBack(deed: Deed, commentId: string): Promise<void>;
  channelFollowed(deed: Deed, channel: OwnedThing): Promise<void>;
  channelLeft(deed: Deed, channelId: string): Promise<void>;
  /** By the author of the comment, whom the deed names. */
  commentAdded(
    deed: Deed,
    comment: CommentRecord,
    concerned: { readonly videoOwnerId: string; readonly answeredAuthorId: string | null },
  ): Promise<void>;
  commentRemoved(commentId: string): Promise<void>;
}
