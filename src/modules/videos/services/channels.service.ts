import { fail, ok, type Result } from '../../../shared/faults.ts';
import { given } from '../../../shared/parse-input.ts';
import type { ChannelRecord } from '../models/records.ts';
import type { ChannelField } from '../stores/channel.store.ts';
import type { VideoStores } from '../stores/index.ts';
import { newChannelId } from './naming.ts';
import { handleKeyOf, parseChannelChanges, parseNewChannel } from './video-input.ts';
import type { VideoFollower, VideoRemoval } from './video-removal.service.ts';

export interface Channels {
  byHandle(handle: string, fields: readonly ChannelField[]): Promise<ChannelRecord | null>;
  ofOwner(ownerId: string, fields: readonly ChannelField[]): Promise<ChannelRecord | null>;
  /** @returns BAD_USER_INPUT; CONFLICT for who has one, and for a handle that is taken. */
  create(ownerId: string, input: unknown): Promise<Result<ChannelRecord>>;
  /** @returns BAD_USER_INPUT; NOT_FOUND for who has none; CONFLICT for a handle that is taken. */
  update(ownerId: string, input: unknown): Promise<Result<ChannelRecord>>;
  /** With all its videos; goes on where a call before stopped. @returns its id; NOT_FOUND for who has none. */
  remove(ownerId: string): Promise<Result<string>>;
}

const noChannel = () => fail('NOT_FOUND', 'You have no channel.');
const isTaken = (handle: string) => fail('CONFLICT', `The handle ${JSON.stringify(handle)} is taken.`);

export const createChannels = (
  { channels, videos }: VideoStores,
  removal: VideoRemoval,
  followers: readonly VideoFollower[],
): Channels => {
  const removeVideos = async (ownerId: string): Promise<void> => {
    for (const id of await videos.idsOwnedBy(ownerId)) await removal.remove(id);
  };

  return {
    byHandle: (handle, fields) => channels.byHandle(handleKeyOf(handle), fields),
    ofOwner: (ownerId, fields) => channels.ofOwner(ownerId, fields),

    create: async (ownerId, input) => {
      const parsed = parseNewChannel(input);
      if (!parsed.ok) return parsed;
      const { avatarUrl, ...details } = parsed.value;
      const channel: ChannelRecord = {
        _id: newChannelId(),
        ownerId,
        ...details,
        avatarUrl: avatarUrl ?? null,
        createdAt: new Date(),
      };
      if (await channels.insert(channel)) return ok(channel);
      return (await channels.ofOwner(ownerId))
        ? fail('CONFLICT', 'You have a channel already.')
        : isTaken(channel.handle);
    },

    update: async (ownerId, input) => {
      const parsed = parseChannelChanges(input);
      if (!parsed.ok) return parsed;
      const channel = await channels.ofOwner(ownerId);
      if (!channel) return noChannel();
      const changes = given(parsed.value);
      if (Object.keys(changes).length === 0) return ok(channel);
      const changed = await channels.change(channel._id, changes);
      if (changed === 'taken') return isTaken(changes.handle ?? channel.handle);
      return changed ? ok(changed) : noChannel();
    },

    remove: async (ownerId) => {
      const channel = await channels.ofOwner(ownerId);
      // Without a channel too: a call before may have been cut off behind it.
      await removeVideos(ownerId);
      if (!channel) return noChannel();
      for (const follower of followers) await follower.channelRemoved(channel._id);
      await channels.remove(channel._id);
      // What was uploaded meanwhile: whoever uploads looks for the channel once more.
      await removeVideos(ownerId);
      return ok(channel._id);
    },
  };
};
