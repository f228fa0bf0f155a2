import type { CounterGroup } from '../../../shared/counters.ts';
import { countOfDays, daysFrom, shifted, type Day } from '../days.ts';
import {
  keyOf,
  rollingDays,
  videoFigures,
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

const unbegun = { through: '', generation: '' };

/** Days that are read at once. */
const batchSize = 5_000;

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
    const { through: reached, generation } = (await baselines.progress(period)) ?? unbegun;
    const kept = await baselines.of(videoIds);
    const totals = await video.read(videoIds);
    const periodDays = daysFrom(shifted(upTo, 1), today);
    const isFar = reached === '' || countOfDays(reached, upTo) - 1 > rollingDays[period];

    /** Of each video, the days that have to be read; its whole period where there is nothing to build on. */
    const plans = videoIds.map((id) => {
      const found = kept.get(id)?.[period];
      const baseline = found?.generation === generation ? found : { ...none, through: reached };
      const since = baseline.through > reached ? baseline.through : reached;
      // One that is ahead was taken in where it is tomorrow already.
      const isWhole = isFar || since > upTo;
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
