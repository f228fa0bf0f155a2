import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  listingOf,
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { expectedCategory, isCategory, videoCategories } from '../categories.ts';
import type { VideoLoaders } from '../loaders/video-loaders.ts';
import { hourMs, type RankedVideoRecord, type VideoRecord } from '../models/records.ts';
import type { HotVideo, RankingStore } from '../stores/ranking.store.ts';
import type { VideoField } from '../stores/video.store.ts';
import { heatHours } from './video-heat.ts';

/** A video in a ranking, with what of it was asked for. */
export interface TrendingVideo {
  /** Of the video. */
  readonly _id: string;
  readonly score: number;
  readonly video: VideoRecord;
}

export interface Trending {
  /** The best twenty, of all or of a category. @returns BAD_USER_INPUT for a bad category or page. */
  list(
    request: { readonly category: string | undefined; readonly page: PageArguments },
    fields: readonly VideoField[],
  ): Promise<Result<Connection<TrendingVideo>>>;
}

/** Name of the ranking of all categories together. */
const allVideos = 'all';
/** Videos that trend. */
const shown = 20;
/** Videos in a ranking: some may have been hidden or removed since it was made. */
const ranked = 60;
/** Videos that are looked up at once. */
const lookedUp = 500;

const bestFirst: Order<TrendingVideo> = {
  name: 'TRENDING',
  path: 'score',
  kind: 'number',
  nullable: false,
  direction: -1,
};

export const createTrending = (
  rankings: Pick<RankingStore, 'byId'>,
  { videoById }: VideoLoaders,
): Trending => ({
  list: async ({ category, page }, fields) => {
    if (category !== undefined && !isCategory(category)) {
      const message = `category: ${expectedCategory}, but got ${JSON.stringify(category.slice(0, 80))}.`;
      return fail('BAD_USER_INPUT', message);
    }
    const request = pageRequest(bestFirst, page);
    if (!request.ok) return request;
    const ranking = (await rankings.byId(category ?? allVideos))?.videos ?? [];
    const found: TrendingVideo[] = [];
    for (let at = 0; at < ranking.length && found.length < shown;) {
      const candidates = ranking.slice(at, at + shown - found.length);
      at += candidates.length;
      const videos = await videoById.loadMany(
        candidates.map(({ videoId }) => videoId),
        [...fields, 'status', 'takenDownAt', 'category'],
      );
      const byId = new Map(videos.map((video) => [video._id, video]));
      for (const { videoId, score } of candidates) {
        const video = byId.get(videoId);
        const isListed = video?.status === 'PUBLIC' && video.takenDownAt === null;
        if (video && isListed && (category === undefined || video.category === category))
          found.push({ _id: videoId, score, video });
      }
    }
    return ok(await readPage(listingOf(bestFirst, found), bestFirst, request.value));
  },
});

export interface RankingParts {
  /** Reads for nobody's answer. */
  readonly read: RankingStore;
  readonly write: RankingStore;
  /** Runs what writes, and resolves when everybody is told of it. */
  readonly recorded: <T>(run: () => Promise<T>) => Promise<T>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The first of each ranking; what more there is of others is not looked at when all are full. */
const rank = async (read: RankingStore, hot: AsyncIterable<HotVideo>, stop: AbortSignal) => {
  const byName = new Map<string, RankedVideoRecord[]>(
    [allVideos, ...videoCategories.map(({ slug }) => slug)].map((name) => [name, []]),
  );
  const isFull = (): boolean => [...byName.values()].every((list) => list.length >= ranked);
  let batch: HotVideo[] = [];
  const take = async (): Promise<void> => {
    const categories = await read.publicCategories(batch.map(({ videoId }) => videoId));
    for (const { videoId, score } of batch) {
      const category = categories.get(videoId);
      if (category === undefined) continue;
      for (const name of [allVideos, category]) {
        const list = byName.get(name);
        if (list && list.length < ranked) list.push({ videoId, score });
      }
    }
    batch = [];
  };
  for await (const video of hot) {
    if (stop.aborted || isFull()) break;
    batch.push(video);
    if (batch.length === lookedUp) await take();
  }
  await take();
  return byName;
};

/**
 * Makes all rankings anew, of what was counted in buckets of an hour. May be done by two at once, and begun again: the later one
 * stays.
 */
export const createRanking =
  ({ read, write, recorded, now = Date.now }: RankingParts) =>
  async (stop: AbortSignal): Promise<void> => {
    const nowHours = now() / hourMs;
    const since = Math.floor(nowHours) - heatHours;
    const rankings = await rank(read, read.hottest(since, nowHours), stop);
    if (stop.aborted) return;
    const before = new Map((await read.all()).map(({ _id, videos }) => [_id, videos]));
    const computedAt = new Date(now());
    const changed = [...rankings].filter(
      ([name, videos]) => JSON.stringify(before.get(name) ?? []) !== JSON.stringify(videos),
    );
    if (changed.length > 0) {
      await recorded(async () => {
        for (const [name, videos] of changed) {
          const isThere = await write.update(name, { videos, computedAt });
          if (!isThere) await write.insert({ _id: name, videos, computedAt });
        }
      });
    }
    await read.dropHoursBefore(since);
  };
