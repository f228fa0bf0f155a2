import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import { toGlobalId } from '../../shared/resolving/global-id.ts';
import { fullNotificationPreferences } from './services/preferences.service.ts';
import type { NotificationStores } from './stores/index.ts';

const removedAtOnce = 1_000;

const idOf = (typeName: string, key: string | null) => (key === null ? null : toGlobalId(typeName, key));

/** What this domain keeps of users: what they were told is theirs to have, and is gone with them, as is what others were told of them. */
export const createNotificationData = ({
  notifications,
  preferences,
}: NotificationStores): PersonalDataHolder => ({
  domain: 'notifications',
  exportOf: async (userId) => {
    const [told, [chosen]] = await Promise.all([notifications.of(userId), preferences.byIds([userId])]);
    return {
      preferences: fullNotificationPreferences(chosen),
      notifications: told
        .filter(({ listedIn }) => listedIn.length > 0)
        .map(({ kind, actorId, videoId, commentId, channelId, createdAt, readAt }) => ({
          kind,
          actorId: toGlobalId('User', actorId),
          videoId: idOf('Video', videoId),
          commentId: idOf('Comment', commentId),
          channelId: idOf('Channel', channelId),
          createdAt,
          readAt,
        })),
    };
  },
  eraseOf: async (userId) => {
    for (const about of [{ userId }, { actorId: userId }]) {
      while ((await notifications.removeSome(about, removedAtOnce)) === removedAtOnce);
    }
    await preferences.remove(userId);
  },
});
