import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import { countedKinds, type CountedNames } from '../../src/counting.ts';
import { createBaseStore } from '../../src/counters/base-store.ts';
import { openCounters, type Counters } from '../../src/counters/counters.ts';
import { createSharedAccounts } from '../../src/counters/shared-accounts.ts';
import { connectMongo } from '../../src/infra/mongo.ts';
import {
  createAnalyticsDomain,
  createAnalyticsModels,
  prepareAnalyticsCollections,
  type AnalysedVideos,
  type Analytics,
  type AnalyticsDomain,
} from '../../src/modules/analytics/index.ts';
import { quiet } from './quiet-log.ts';
import { freshMongo, freshRedis } from './servers.ts';
import { waitFor } from './wait-for.ts';

/** An instance that counts, and tells how channels do. */
export interface CountingInstance {
  readonly counters: Counters<CountedNames>;
  readonly domain: AnalyticsDomain;
  readonly analytics: Analytics;
}

/** Two instances on one database and one Redis, and a time of their own: of the rest there are ids alone. */
export interface AnalyticsSite extends AsyncDisposable {
  readonly mongo: Connection;
  readonly instances: readonly [CountingInstance, CountingInstance];
  /** Milliseconds since 1970. */
  nowMs: number;
  /** Videos by the channel that they are in, which is its owner's id too, in the order in which they were uploaded. */
  readonly videos: Map<string, readonly string[]>;
  foldAll(): Promise<void>;
}

/** They fold when they are told. */
const neverMs = 2_000_000_000;

export const startAnalytics = async (nowMs: number): Promise<AnalyticsSite> => {
  await using opened = new AsyncDisposableStack();
  const mongo = await connectMongo(freshMongo());
  opened.defer(() => mongo.close());
  opened.defer(() => mongo.dropDatabase());
  const base = createBaseStore({ connection: mongo, kinds: countedKinds, log: quiet });
  await base.prepare();
  const background = createAnalyticsModels(mongo);
  await prepareAnalyticsCollections(background);
  const client = new Redis(freshRedis().url);
  opened.defer(() => client.disconnect());
  await waitFor(() => client.status === 'ready', 'Redis is there');
  const prefix = `test-${randomUUID()}`;
  const videos: AnalyticsSite['videos'] = new Map();
  const time = { nowMs };

  const latestOf: AnalysedVideos['lists']['latestOf'] = async (ownerId, most) =>
    (videos.get(ownerId) ?? [])
      .map((_id, place) => ({ _id, createdAt: new Date(place) }))
      .toReversed()
      .slice(0, most);
  const start = async (): Promise<CountingInstance> => {
    const counters = await openCounters<CountedNames>({
      kinds: countedKinds,
      base,
      shared: createSharedAccounts({ client, prefix, budgetMs: 5_000 }),
      foldEveryMs: neverMs,
      log: quiet,
    });
    opened.defer(() => counters.close());
    const domain = createAnalyticsDomain({
      background,
      counts: {
        video: counters.of('video'),
        channel: counters.of('channel'),
        channelDay: counters.of('channelDay'),
        channelMonth: counters.of('channelMonth'),
      },
      unfollowed: { video: counters.of('video'), videoDay: counters.of('videoDay') },
      channelOf: async (videoId) => [...videos].find(([, ids]) => ids.includes(videoId))?.[0],
      ownedBy: async (userId) => ({ _id: userId, videoIds: videos.get(userId) ?? [] }),
      nowMs: () => time.nowMs,
    });
    return { counters, domain, analytics: domain.forOperation({ lists: { latestOf } } as AnalysedVideos) };
  };
  const instances = [await start(), await start()] as const;
  const resources = opened.move();
  return {
    mongo,
    instances,
    videos,
    get nowMs() {
      return time.nowMs;
    },
    set nowMs(given) {
      time.nowMs = given;
    },
    foldAll: async () => {
      for (const { counters } of instances) await counters.foldNow();
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
};
