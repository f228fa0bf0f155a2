import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import { blockIdOf, type UserBlockRecord } from '../models/records.ts';
import type { VideoStores } from '../stores/index.ts';
import { lastBlockedFirst } from '../video-orders.ts';

/** Somebody, and their channel if they have one. */
export interface Blocking {
  readonly userId: string;
  readonly channelId: string | undefined;
}

/** Another domain, which has something between two users. What it is told of may be told again. */
export interface BlockFollower {
  blocked(blocker: Blocking, blocked: Blocking): Promise<void>;
}

export interface Blocks {
  /** The latest first. @returns BAD_USER_INPUT for a bad page. */
  list(userId: string, page: PageArguments): Promise<Result<Connection<UserBlockRecord>>>;
  /** @returns what is there then: a block that was there stays. CONFLICT for oneself. */
  block(userId: string, blockedId: string): Promise<Result<UserBlockRecord>>;
  unblock(userId: string, blockedId: string): Promise<void>;
  /** Whether somebody blocked somebody. */
  has(userId: string, blockedId: string): Promise<boolean>;
}

export const createBlocks = (
  { blocks, channels }: Pick<VideoStores, 'blocks' | 'channels'>,
  followers: readonly Partial<BlockFollower>[],
): Blocks => {
  const sideOf = async (userId: string): Promise<Blocking> => ({
    userId,
    channelId: (await channels.ofOwner(userId, []))?._id,
  });
  const tell = async (userId: string, blockedId: string): Promise<void> => {
    const [blocker, blocked] = [await sideOf(userId), await sideOf(blockedId)];
    for (const follower of followers) await follower.blocked?.(blocker, blocked);
  };

  return {
    list: async (userId, page) => {
      const request = pageRequest(lastBlockedFirst, page);
      if (!request.ok) return request;
      return ok(await readPage(blocks.listing(userId, lastBlockedFirst), lastBlockedFirst, request.value));
    },
    block: async (userId, blockedId) => {
      if (userId === blockedId)
        return fail('CONFLICT', 'Expected another user: nobody does this to themselves.');
      const _id = blockIdOf(userId, blockedId);
      for (;;) {
        const block: UserBlockRecord = { _id, userId, blockedId, blockedAt: new Date() };
        const there = (await blocks.insert(block)) ? block : await blocks.byId(_id);
        if (!there) continue;
        await tell(userId, blockedId);
        return ok(there);
      }
    },
    has: async (userId, blockedId) => (await blocks.byId(blockIdOf(userId, blockedId))) !== null,
    unblock: async (userId, blockedId) => void (await blocks.remove(blockIdOf(userId, blockedId))),
  };
};
