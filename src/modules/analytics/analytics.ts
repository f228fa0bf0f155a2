import type { CounterGroup } from '../../shared/counters.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import type { VideoFollower, Videos } from '../videos/index.ts';
import { dayOf, monthOf, shifted } from './days.ts';
import type { AnalyticsModels } from './models/index.ts';
import { keyOf, type ChannelFigure, type VideoFigure } from './models/records.ts';
import { createAnalyticsData, freshKeysOf, type OwnedChannel } from './personal-data.ts';
import { createBaselineWork } from './services/baselines.service.ts';
import { createChannelChoice, type ChooseChannel } from './services/channel-choice.service.ts';
import { createChannelFigures, type ChannelFiguresService } from './services/channel-figures.service.ts';
import { createDayCounting, type ChannelCount, type DayCounting } from './services/day-counting.service.ts';
import { createPerformance, type Performance } from './services/performance.service.ts';
import { createPeriodFigures } from './services/period-figures.service.ts';
import { createBaselineStore } from './stores/baseline.store.ts';
import { createFoldedDaysStore } from './stores/folded-days.store.ts';

/** How channels do, as one operation sees it. */
export interface Analytics {
  readonly choose: ChooseChannel;
  readonly figures: ChannelFiguresService;
  readonly performance: Performance;
}

export interface AnalyticsParts {
  /** On a client whose commands are not followed. */
  readonly background: AnalyticsModels;
  /** Answers that hold days and months of channels depend on them. */
  readonly counts: {
    readonly video: CounterGroup<VideoFigure>;
    readonly channel: CounterGroup<ChannelCount>;
    readonly channelDay: CounterGroup<ChannelFigure>;
    readonly channelMonth: CounterGroup<ChannelFigure>;
  };
  /** Read and added to, without an answer depending on it. */
  readonly unfollowed: {
    readonly video: Pick<CounterGroup<VideoFigure>, 'read'>;
    readonly videoDay: CounterGroup<VideoFigure>;
  };
  /** The channel of a video; `undefined` where there is no such video any more. */
  readonly channelOf: (videoId: string) => Promise<string | undefined>;
  readonly ownedBy: (userId: string) => Promise<OwnedChannel | null>;
  /** Milliseconds since 1970, which say the day on which something is counted; default `Date.now`. */
  readonly nowMs?: () => number;
}

/** What of channels and videos figures are about. */
export type AnalysedVideos = Pick<Videos, 'channels' | 'loaders'> & {
  readonly lists: Pick<Videos['lists'], 'latestOf'>;
};

export interface AnalyticsDomain {
  /** The counters of `counts`, which count by day as well: for whoever counts what viewers do. */
  readonly counting: DayCounting;
  /** @param videos of the same operation. */
  forOperation(videos: AnalysedVideos): Analytics;
  /** Forgets the days of what goes. */
  readonly follower: VideoFollower;
  readonly personalData: PersonalDataHolder;
  /** Lets the baselines follow the days: on one instance at a time, each day. */
  keepBaselines(stop: AbortSignal): Promise<void>;
}

export const createAnalyticsDomain = (parts: AnalyticsParts): AnalyticsDomain => {
  const { background, counts, unfollowed, channelOf, ownedBy, nowMs = Date.now } = parts;
  const { channelDay, channelMonth } = counts;
  const { videoDay } = unfollowed;
  const baselines = createBaselineStore(background);
  const folded = createFoldedDaysStore(background);
  const figures = createChannelFigures({ channelDay, channelMonth });
  const periodFigures = createPeriodFigures({ video: unfollowed.video, videoDay, baselines });
  return {
    counting: createDayCounting({ ...counts, videoDay, channelOf, nowMs }),
    keepBaselines: createBaselineWork(baselines, nowMs),
    forOperation: (videos) => ({
      choose: createChannelChoice(videos),
      figures,
      performance: createPerformance({ latestOf: videos.lists.latestOf, periodFigures, channelMonth }),
    }),
    follower: {
      videoRemoved: async (videoId) => {
        const days = [...(await folded.videoDays(videoId)), ...freshKeysOf(videoId, nowMs())];
        await videoDay.forget([...new Set(days)]);
        await baselines.remove(videoId);
      },
      channelRemoved: async (channelId) => {
        const days = [...(await folded.channelDays(channelId)), ...freshKeysOf(channelId, nowMs())];
        await channelDay.forget([...new Set(days)]);
        const fresh = [-1, 0, 1].map((by) => keyOf(channelId, monthOf(shifted(dayOf(nowMs()), by))));
        const months = [...(await folded.channelMonths(channelId)), ...fresh];
        await channelMonth.forget([...new Set(months)]);
      },
    },
    personalData: createAnalyticsData({ folded, channelDay, videoDay, ownedBy, nowMs }),
  };
};
