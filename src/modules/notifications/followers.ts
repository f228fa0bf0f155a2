import type { SocialFollower } from '../social/index.ts';
import type { VideoFollower } from '../videos/index.ts';
import type { TellingOne } from './services/telling.service.ts';
import type { TellingWorker } from './services/telling-worker.ts';
import type { NotificationStores } from './stores/index.ts';

const removedAtOnce = 1_000;

/** Tells people what others do with what is theirs. */
export const createSocialFollower = (
  { tell, withdraw }: TellingOne,
  { notifications }: NotificationStores,
): SocialFollower => ({
  videoLiked: (deed, { _id: videoId, ownerId }) =>
    tell(deed, { kind: 'LIKE', actorId: deed.userId, userId: ownerId, videoId }),
  videoLikeTakenBack: (deed, videoId) => withdraw(deed, { kind: 'LIKE', actorId: deed.userId, videoId }),
  commentLiked: (deed, { _id: commentId, authorId, videoId }) =>
    tell(deed, { kind: 'LIKE', actorId: deed.userId, userId: authorId, videoId, commentId }),
  commentLikeTakenBack: (deed, commentId) =>
    withdraw(deed, { kind: 'LIKE', actorId: deed.userId, commentId }),
  channelFollowed: (deed, { _id: channelId, ownerId }) =>
    tell(deed, { kind: 'SUBSCRIBER', actorId: deed.userId, userId: ownerId, channelId }),
  channelLeft: (deed, channelId) => withdraw(deed, { kind: 'SUBSCRIBER', actorId: deed.userId, channelId }),
  commentAdded: async (deed, { _id: commentId, authorId, videoId }, { videoOwnerId, answeredAuthorId }) => {
    const about = { actorId: authorId, videoId, commentId };
    if (answeredAuthorId !== null) await tell(deed, { ...about, kind: 'REPLY', userId: answeredAuthorId });
    // Who was answered is told of that already.
    if (answeredAuthorId !== videoOwnerId)
      await tell(deed, { ...about, kind: 'COMMENT', userId: videoOwnerId });
  },
  commentRemoved: async (commentId) => {
    while ((await notifications.removeSome({ commentId }, removedAtOnce)) === removedAtOnce);
  },
});

/** Tells the followers of a channel of its new videos, in the background, and takes back what is about what is gone. */
export const createNotificationVideoFollower = (
  { dismissFrom }: TellingOne,
  { notifications, tellings }: NotificationStores,
  { wake }: Pick<TellingWorker, 'wake'>,
): VideoFollower => ({
  listing: {
    videoListed: (video, transaction) => tellings.aim(video, 'TELL', transaction),
    videoUnlisted: (video, transaction) => tellings.aim(video, 'WITHDRAW', transaction),
    changed: wake,
  },
  videoRemoved: async (_id) => {
    await tellings.aim({ _id, channelId: null, ownerId: null, publishedAt: null }, 'REMOVE');
    wake();
  },
  channelRemoved: async (channelId) => {
    while ((await notifications.removeSome({ channelId }, removedAtOnce)) === removedAtOnce);
  },
  userBlocked: (userId, blockedId) => dismissFrom(blockedId, userId),
});
