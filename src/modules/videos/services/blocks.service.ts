import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import { blockIdOf, type UserBlockRecord } from '../models/records.ts';
import type { VideoStores } from '../stores/index.ts';
import type { UserBlockStore } from '../stores/user-block.store.ts';
import { lastBlockedFirst } from '../video-orders.ts';
import type { VideoFollower } from './video-removal.service.ts';

export interface Blocks {
  /** The latest first. @returns BAD_USER_INPUT for a bad page. */
  list(userId: string, page: PageArguments): Promise<Result<Connection<UserBlockRecord>>>;
  /** @returns what is there then: a block that was there stays. CONFLICT for oneself. */
  block(userId: string, blockedId: string): Promise<Result<UserBlockRecord>>;
  unblock(userId: string, blockedId: string): Promise<void>;
  /** Whether somebody blocked somebody. */
  has(userId: string, blockedId: string): Promise<boolean>;
}

/** The one that is there then. */
const blockOf = async (
  blocks: UserBlockStore,
  userId: string,
  blockedId: string,
): Promise<UserBlockRecord> => {
  const _id = blockIdOf(userId, blockedId);
  for (;;) {
    const block: UserBlockRecord = { _id, userId, blockedId, blockedAt: new Date() };
    if (await blocks.insert(block)) return block;
    const before = await blocks.byId(_id);
    if (before) return before;
  }
};

export const createBlocks = (
  { blocks, channels }: Pick<VideoStores, 'blocks' | 'channels'>,
  followers: readonly VideoFollower[],
): Blocks => ({
  list: async (userId, page) => {
    const request = pageRequest(lastBlockedFirst, page);
    if (!request.ok) return request;
    return ok(await readPage(blocks.listing(userId, lastBlockedFirst), lastBlockedFirst, request.value));
  },
  block: async (userId, blockedId) => {
    if (userId === blockedId)
      return fail('CONFLICT', 'Expected another user: nobody does this to themselves.');
    const block = await blockOf(blocks, userId, blockedId);
    const between = {
      ofBlocker: (await channels.ofOwner(userId, []))?._id,
      ofBlocked: (await channels.ofOwner(blockedId, []))?._id,
    };
    for (const follower of followers) await follower.userBlocked?.(userId, blockedId, between);
    return ok(block);
  },
  has: async (userId, blockedId) => (await blocks.byId(blockIdOf(userId, blockedId))) !== null,
  unblock: async (userId, blockedId) => void (await blocks.remove(blockIdOf(userId, blockedId))),
});
