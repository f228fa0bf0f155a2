import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import { toGlobalId } from '../../shared/resolving/global-id.ts';
import type { Channels } from './services/channels.service.ts';
import type { VideoStores } from './stores/index.ts';

/** What this domain keeps of users: theirs to have, and gone with them. */
export const createVideoData = (
  { channels, videos, reports, blocks }: VideoStores,
  { remove }: Pick<Channels, 'remove'>,
): PersonalDataHolder => ({
  domain: 'videos',
  exportOf: async (userId) => {
    const [channel, owned, reported, blocked] = await Promise.all([
      channels.ofOwner(userId),
      videos.ownedBy(userId),
      reports.byReporter(userId),
      blocks.by(userId),
    ]);
    const { _id: channelId, ownerId: _owner, ...shown } = channel ?? { _id: '', ownerId: userId };
    return {
      channel: channel && { id: toGlobalId('Channel', channelId), ...shown },
      videos: owned.map(({ _id, channelId: _c, ownerId: _o, titleKey: _t, listedIn: _l, ...rest }) => ({
        id: toGlobalId('Video', _id),
        ...rest,
      })),
      reports: reported.map(({ videoId, reason, details, status, createdAt }) => ({
        videoId: toGlobalId('Video', videoId),
        reason,
        details,
        status,
        createdAt,
      })),
      blockedUsers: blocked.map(({ blockedId, blockedAt }) => ({
        userId: toGlobalId('User', blockedId),
        blockedAt,
      })),
    };
  },
  eraseOf: async (userId) => {
    await remove(userId);
    for (const { _id } of await reports.byReporter(userId)) await reports.remove(_id);
    for (const { _id } of [...(await blocks.by(userId)), ...(await blocks.of(userId))]) {
      await blocks.remove(_id);
    }
  },
});
