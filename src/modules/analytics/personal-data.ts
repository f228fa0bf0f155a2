import type { CounterGroup } from '../../shared/counters.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import { toGlobalId } from '../../shared/resolving/global-id.ts';
import { dayOf } from './days.ts';
import { keyOf, type ChannelFigure, type VideoFigure } from './models/records.ts';
import type { FoldedDaysStore } from './stores/folded-days.store.ts';

/** What somebody publishes. */
export interface OwnedChannel {
  readonly _id: string;
  readonly videoIds: readonly string[];
}

export interface AnalyticsDataParts {
  readonly folded: FoldedDaysStore;
  readonly channelDay: Pick<CounterGroup<ChannelFigure>, 'read'>;
  readonly videoDay: Pick<CounterGroup<VideoFigure>, 'read'>;
  readonly ownedBy: (userId: string) => Promise<OwnedChannel | null>;
  readonly nowMs: () => number;
}

const isSomething = (counts: object): boolean => Object.values(counts).some((count) => count !== 0);

/** How somebody's channel did: theirs to have. It goes with the channel. */
export const createAnalyticsData = ({
  folded,
  channelDay,
  videoDay,
  ownedBy,
  nowMs,
}: AnalyticsDataParts): PersonalDataHolder => {
  /** Days of a thing on which something happened. */
  const daysOf = async <Counts extends object>(
    id: string,
    keys: readonly string[],
    group: { read(ids: readonly string[]): Promise<readonly Counts[]> },
  ) => {
    const all = [...new Set([...keys, ...freshKeysOf(id, nowMs())])].toSorted();
    const found = await group.read(all);
    return found.flatMap((counts, at) =>
      isSomething(counts) ? [{ day: (all[at] ?? '').slice(id.length + 1), ...counts }] : [],
    );
  };
  return {
    domain: 'analytics',
    exportOf: async (userId) => {
      const channel = await ownedBy(userId);
      if (!channel) return { channelDays: [], videoDays: [] };
      const videoDays = [];
      for (const id of channel.videoIds) {
        const days = await daysOf(id, await folded.videoDays(id), videoDay);
        if (days.length > 0) videoDays.push({ video: toGlobalId('Video', id), days });
      }
      return {
        channelDays: await daysOf(channel._id, await folded.channelDays(channel._id), channelDay),
        videoDays,
      };
    },
    eraseOf: () => Promise.resolve(),
  };
};

/** Milliseconds. */
const dayMs = 86_400_000;

/** Of a thing, days of which what was counted may not be folded: for as long as clocks and folds may be apart. */
export const freshKeysOf = (id: string, nowMs: number): readonly string[] =>
  [-1, 0, 1].map((days) => keyOf(id, dayOf(nowMs + days * dayMs)));
