import type { VideoModels } from './models/index.ts';
import { blockIdOf } from './models/records.ts';
import { createUserBlockStore } from './stores/user-block.store.ts';

/** Who wants nothing of whom, for those who bring something to somebody. */
export interface BlockReader {
  /** Those among some who blocked a user. */
  whoBlocked(blockedId: string, among: readonly string[]): Promise<ReadonlySet<string>>;
}

export const createBlockReader = (models: VideoModels): BlockReader => {
  const blocks = createUserBlockStore(models);
  return {
    whoBlocked: async (blockedId, among) => {
      const ids = among.map((userId) => blockIdOf(userId, blockedId));
      return new Set((await blocks.byIds(ids, ['userId'])).map(({ userId }) => userId));
    },
  };
};
