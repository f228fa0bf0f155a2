import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import type { ChannelRecord, Videos } from '../../videos/index.ts';
import { maySeeFigures } from '../policy.ts';

type Field = keyof ChannelRecord;

/**
 * The channel that somebody asks about.
 * @param channelId `undefined` for their own.
 * @returns `null` where there is none; FORBIDDEN for one that is somebody else's.
 */
export type ChooseChannel = (
  viewer: Viewer,
  channelId: string | undefined,
  fields: readonly Field[],
) => Promise<Result<ChannelRecord | null>>;

export const createChannelChoice =
  ({ channels, loaders }: Pick<Videos, 'channels' | 'loaders'>): ChooseChannel =>
  async (viewer, channelId, fields) => {
    const needed: readonly Field[] = [...fields, 'ownerId', 'createdAt'];
    if (channelId === undefined) return ok(await channels.ofOwner(viewer.id, needed));
    const channel = await loaders.channelById.load(channelId, needed);
    return !channel || maySeeFigures(viewer, channel)
      ? ok(channel)
      : fail('FORBIDDEN', 'Only the owner of a channel and admins see how it does.');
  };
