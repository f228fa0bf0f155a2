import type { BlockReader } from '../../videos/index.ts';
import type { NotificationKind } from '../../../graphql/generated/resolvers.ts';
import { wishOf } from '../models/records.ts';
import type { NotificationPreferencesStore } from '../stores/preferences.store.ts';

/** Those of some who want to be told of a kind of deed by somebody: it is not their own, they did not turn the kind off, and did not block them. */
export type WhoWants = (
  kind: NotificationKind,
  actorId: string,
  among: readonly string[],
) => Promise<ReadonlySet<string>>;

export const createWhoWants =
  (preferences: NotificationPreferencesStore, blocks: BlockReader): WhoWants =>
  async (kind, actorId, among) => {
    const others = among.filter((userId) => userId !== actorId);
    if (others.length === 0) return new Set();
    const [chosen, blocking] = await Promise.all([
      preferences.byIds(others),
      blocks.whoBlocked(actorId, others),
    ]);
    const declining = new Set(chosen.filter((of) => of[wishOf[kind]] === false).map(({ _id }) => _id));
    return new Set(others.filter((userId) => !declining.has(userId) && !blocking.has(userId)));
  };
