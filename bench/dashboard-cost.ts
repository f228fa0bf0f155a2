import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { LOG_REDIS_OPTIONS } from '../src/cache/log/redis-log.ts';
import { readEnvironment } from '../src/config/environment.ts';
import { countedKinds, type CountedNames } from '../src/counting.ts';
import { createBaseStore } from '../src/counters/base-store.ts';
import { openCounters } from '../src/counters/counters.ts';
import { createSharedAccounts } from '../src/counters/shared-accounts.ts';
import { provisionRedisServer, startEmbeddedMongod, startRedisServer } from '../src/infra/embedded/index.ts';
import { connectMongo } from '../src/infra/mongo.ts';
import {
  createAnalyticsDomain,
  createAnalyticsModels,
  prepareAnalyticsCollections,
} from '../src/modules/analytics/index.ts';
import { unkeptLife } from '../src/shared/answer-life.ts';
import { unwrap } from '../src/shared/faults.ts';
import { median } from './figures/statistics.ts';
import { quiet } from '../test/testkit/quiet-log.ts';

/**
 * What the dashboard of a channel costs to compute, with something to tell of every video on every day; and what counting by
 * day adds to counting.
 *
 *     node bench/dashboard-cost.ts [--videos 2000] [--days 100] [--adds 20000]
 */
const { values } = parseArgs({
  options: {
    videos: { type: 'string', default: '2000' },
    days: { type: 'string', default: '100' },
    adds: { type: 'string', default: '20000' },
  },
});
const [videos, days, adds] = [Number(values.videos), Number(values.days), Number(values.adds)];
if (![videos, days, adds].every((value) => Number.isSafeInteger(value) && value > 0)) {
  throw new TypeError('Expected --videos, --days and --adds to be positive whole numbers.');
}

const dayMs = 86_400_000;
const atOnce = 100;
const rounds = 9;
const { downloadDir } = readEnvironment();

await using opened = new AsyncDisposableStack();
const dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-bench-'));
opened.defer(() => rm(dataDir, { recursive: true, force: true }));
const mongod = await startEmbeddedMongod({ dataDir, downloadDir, log: quiet });
opened.defer(() => mongod.stop());
const { command } = await provisionRedisServer({ downloadDir, log: quiet });
const redis = await startRedisServer({ dir: dataDir, binary: command });
opened.defer(() => redis.stop());
const mongo = await connectMongo(mongod.uri);
opened.defer(() => mongo.close());
const client = new Redis(redis.url, LOG_REDIS_OPTIONS);
opened.defer(() => client.disconnect());
await once(client, 'ready');

const base = createBaseStore({ connection: mongo, kinds: countedKinds, log: quiet });
await base.prepare();
const background = createAnalyticsModels(mongo);
await prepareAnalyticsCollections(background);
const counters = await openCounters<CountedNames>({
  kinds: countedKinds,
  base,
  shared: createSharedAccounts({ client, prefix: 'bench', budgetMs: 5_000 }),
  foldEveryMs: 3_600_000,
  log: quiet,
});
opened.defer(() => counters.close());

const channel = { _id: 'channel', ownerId: 'owner', createdAt: new Date(Date.now() - days * dayMs) };
const ids = Array.from({ length: videos }, (_, place) => `video-${place}`);
let nowMs = channel.createdAt.getTime();
const domain = createAnalyticsDomain({
  background,
  counts: {
    video: counters.of('video'),
    channel: counters.of('channel'),
    channelDay: counters.of('channelDay'),
    channelMonth: counters.of('channelMonth'),
  },
  unfollowed: { video: counters.of('video'), videoDay: counters.of('videoDay') },
  channelOf: async () => channel._id,
  ownedBy: async () => null,
  nowMs: () => nowMs,
});
const { figures, performance: ranking } = domain.forOperation({
  lists: { latestOf: async () => ids.map((_id, place) => ({ _id, createdAt: new Date(place) })) },
  channels: {} as never,
  loaders: {} as never,
});

const msOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
const medianMsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) samples.push(await msOf(work));
  return median(samples);
};
const addAll = (group: typeof domain.counting.video, count: number): Promise<number> => {
  let next = 0;
  return msOf(() =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (next < count) await group.add(ids[next++ % videos] ?? '', { views: 3, likes: 1 });
      }),
    ),
  );
};

const found: [what: string, figure: string][] = [];
const note = (what: string, ms: number): void => void found.push([what, `${ms.toFixed(1)} ms`]);
const list = (period: 'LAST_90_DAYS' | 'ALL') => async () =>
  unwrap(await ranking.list(channel, { period, sort: 'VIEWS', page: { first: 20 } }, unkeptLife));

for (let day = 0; day <= days; day += 1) {
  await addAll(domain.counting.video, videos);
  await counters.foldNow();
  if (day < days) nowMs += dayMs;
}
const first = await msOf(list('LAST_90_DAYS'));
note(
  `baselines of ${videos} videos and ${days} days`,
  await msOf(() => domain.keepBaselines(new AbortController().signal)),
);
note('the order of 90 days, before there are baselines', first);
note('the order of 90 days', await medianMsOf(list('LAST_90_DAYS')));
note('the order of all time', await medianMsOf(list('ALL')));
note('28 days', await medianMsOf(() => figures.daily(channel._id, {}, unkeptLife)));
const year = { from: new Date(nowMs - 365 * dayMs) };
note('366 days', await medianMsOf(() => figures.daily(channel._id, year, unkeptLife)));
note('60 months', await medianMsOf(() => figures.monthly(channel._id, 60, unkeptLife)));
note('totals', await medianMsOf(() => figures.totals(channel, unkeptLife)));
for (const [what, group] of [
  ['additions a second', counters.of('video')],
  ['additions a second, by day and month too', domain.counting.video],
] as const) {
  const ms = await addAll(group, adds);
  found.push([what, Math.round((adds / ms) * 1_000).toLocaleString('en')]);
}
for (const [what, figure] of found) process.stdout.write(`${what}: ${figure}\n`);
