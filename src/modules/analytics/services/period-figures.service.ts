import type { CounterGroup } from '../../../shared/counters.ts';
import { countOfDays, daysFrom, shifted, type Day } from '../days.ts';
import {
  keyOf,
  rollingDays,
  videoFigures,
  type Baseline,
  type RollingPeriod,
  type VideoFigure,
  type VideoFigures,
} from '../models/records.ts';
import type { BaselineStore } from '../stores/baseline.store.ts';
import { lastBefore } from './baselines.service.ts';

export interface PeriodFiguresParts {
  readonly video: Pick<CounterGroup<VideoFigure>, 'read'>;
  readonly videoDay: Pick<CounterGroup<VideoFigure>, 'read'>;
  readonly baselines: BaselineStore;
}

/** @returns what happened to videos in a period that ends today, in the order of the ids. */
export type ReadPeriodFigures = (
  videoIds: readonly string[],
  period: RollingPeriod | undefined,
  today: Day,
) => Promise<readonly VideoFigures[]>;

const none: VideoFigures = { views: 0, likes: 0, dislikes: 0, comments: 0 };

const combined = (one: VideoFigures, other: VideoFigures, sign: 1 | -1): VideoFigures => {
  const of = (figure: VideoFigure): number => one[figure] + sign * other[figure];
  const [views, likes, dislikes, comments] = videoFigures;
  return { views: of(views), likes: of(likes), dislikes: of(dislikes), comments: of(comments) };
};

/** Days that are read at once. */
const batchSize = 5_000;

/** Of whom there is no baseline, and of whom nothing else is to be taken away. */
const from = (day: Day): Baseline => ({ ...none, through: day });

/**
 * A period is all there is, without what was before it: that is kept (`createBaselineWork`), and what lacks there is read by day.
 * So a period of ninety days costs three reads a video, and is exact, since the total is.
 */
export const createPeriodFigures = ({
  video,
  videoDay,
  baselines,
}: PeriodFiguresParts): ReadPeriodFigures => {
  /** @param wanted of each video, days to add up. */
  const sumsOf = async (
    wanted: readonly (readonly [videoId: string, days: readonly Day[]])[],
  ): Promise<ReadonlyMap<string, VideoFigures>> => {
    const keys = wanted.flatMap(([id, days]) => days.map((day) => [id, keyOf(id, day)] as const));
    const sums = new Map<string, VideoFigures>();
    for (let at = 0; at < keys.length; at += batchSize) {
      const batch = keys.slice(at, at + batchSize);
      const found = await videoDay.read(batch.map(([, key]) => key));
      for (const [place, [id]] of batch.entries())
        sums.set(id, combined(sums.get(id) ?? none, found[place] ?? none, 1));
    }
    return sums;
  };

  return async (videoIds, period, today) => {
    if (period === undefined || videoIds.length === 0) return video.read(videoIds);
    const upTo = lastBefore(period, today);
    // Before the baselines: what is taken in meanwhile says so itself.
    const reached = await baselines.through(period);
    const kept = await baselines.of(videoIds);
    const totals = await video.read(videoIds);
    const periodDays = daysFrom(shifted(upTo, 1), today);
    const isFar = reached === undefined || countOfDays(reached, upTo) - 1 > rollingDays[period];

    /** Of each video, from which day on days have to be read, or that its whole period has. */
    const plans = videoIds.map((id) => {
      const baseline = kept.get(id)?.[period] ?? from(reached ?? '');
      // One that is ahead was taken in where it is tomorrow already.
      const isWhole = isFar || baseline.through > upTo || reached > upTo;
      const since = baseline.through > (reached ?? '') ? baseline.through : (reached ?? '');
      return { id, baseline, isWhole, days: isWhole ? periodDays : daysFrom(shifted(since, 1), upTo) };
    });
    const sums = await sumsOf(plans.map(({ id, days }) => [id, days]));
    return plans.map(({ id, baseline, isWhole }, place) => {
      const byDay = sums.get(id) ?? none;
      if (isWhole) return byDay;
      return combined(combined(totals[place] ?? none, baseline, -1), byDay, -1);
    });
  };
};
