import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { LOG_REDIS_OPTIONS } from '../src/cache/log/redis-log.ts';
import { readEnvironment } from '../src/config/environment.ts';
import { createBaseStore } from '../src/counters/base-store.ts';
import { createOwnerId, openCounters } from '../src/counters/counters.ts';
import { openJournal } from '../src/counters/journal.ts';
import { createSharedAccounts } from '../src/counters/shared-accounts.ts';
import { provisionRedisServer, startEmbeddedMongod, startRedisServer } from '../src/infra/embedded/index.ts';
import { connectMongo } from '../src/infra/mongo.ts';
import { median } from './figures/statistics.ts';
import { quiet } from '../test/testkit/quiet-log.ts';

/**
 * What counting costs, on a Redis and on the journal: additions a second, a page of twenty, and folding many things.
 *
 *     node bench/counter-cost.ts [--things 10000] [--adds 100000] [--at-once 100] [--json]
 */
const { values } = parseArgs({
  options: {
    things: { type: 'string', default: '10000' },
    adds: { type: 'string', default: '100000' },
    'at-once': { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
  },
});
const things = Number(values.things);
const adds = Number(values.adds);
const atOnce = Number(values['at-once']);
if ([things, adds, atOnce].some((value) => !Number.isSafeInteger(value) || value < 1)) {
  throw new TypeError('Expected --things, --adds and --at-once to be positive whole numbers.');
}

const pageSize = 20;
const pages = 500;
const kinds = { video: { collection: 'videoStats', counters: ['views', 'likes', 'dislikes'] } } as const;
const { downloadDir } = readEnvironment();

interface Figures {
  readonly where: string;
  readonly addsASecond: number;
  /** Microseconds that one waits who adds alone. */
  readonly loneAddUs: number;
  /** Views a second, each of another viewer. */
  readonly viewsASecond: number;
  /** Microseconds of a page while nothing, and while everything is pending. */
  readonly foldedPageUs: number;
  readonly pendingPageUs: number;
  readonly foldMs: number;
  /** The same things once more, whose documents are there. */
  readonly foldAgainMs: number;
}

const measure = async (where: string, mongoUri: string, redisUrl: string | undefined): Promise<Figures> => {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'marquee-bench-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const mongo = await connectMongo(mongoUri);
  opened.defer(() => mongo.close());
  await mongo.dropDatabase();
  const client = redisUrl === undefined ? undefined : new Redis(redisUrl, LOG_REDIS_OPTIONS);
  opened.defer(() => client?.disconnect());
  if (client) await once(client, 'ready');
  const base = createBaseStore({ connection: mongo, kinds, log: quiet });
  await base.prepare();
  const owner = createOwnerId();
  const counters = await openCounters<{ readonly video: 'views' | 'likes' | 'dislikes' }>({
    kinds,
    base,
    owner,
    shared: client && createSharedAccounts({ client, prefix: 'bench', budgetMs: 5_000 }),
    journal: await openJournal({
      folder,
      owner,
      processes: { pid: process.pid, identityOf: async () => 'alive' },
      log: quiet,
    }),
    foldEveryMs: 3_600_000,
    log: quiet,
  });
  opened.defer(() => counters.close());
  const videos = counters.of('video');

  const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return (performance.now() - began) / 1_000;
  };
  const inLanes = (rounds: number, work: (round: number) => Promise<unknown>): Promise<number> => {
    let next = 0;
    return secondsOf(() =>
      Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (next < rounds) await work(next++);
        }),
      ),
    );
  };
  const microsecondsOf = async (
    rounds: number,
    work: (round: number) => Promise<unknown>,
  ): Promise<number> => {
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) samples.push((await secondsOf(() => work(round))) * 1e6);
    return median(samples);
  };
  const page = (round: number) =>
    videos.read(Array.from({ length: pageSize }, (_, at) => `v${(round * pageSize + at) % things}`));

  await inLanes(things, (round) => videos.add(`v${round}`, { views: 1, likes: 1 }));
  const foldMs = (await secondsOf(() => counters.foldNow())) * 1_000;
  const foldedPageUs = await microsecondsOf(pages, page);
  const addSeconds = await inLanes(adds, (round) => videos.add(`v${round % things}`, { views: 1 }));
  const loneAddUs = await microsecondsOf(pages, (round) => videos.add(`v${round % things}`, { views: 1 }));
  const viewSeconds = await inLanes(adds, (round) =>
    videos.addOnce(`v${round % things}`, { views: 1 }, { by: `viewer ${round}`, windowMs: 600_000 }),
  );
  const pendingPageUs = await microsecondsOf(pages, page);
  const foldAgainMs =
    (await secondsOf(async () => {
      const { kept } = await counters.foldNow();
      if (kept > 0) throw new Error(`${kept} things were not folded.`);
    })) * 1_000;
  const [first] = await videos.read(['v0']);
  const expected = 1 + Math.ceil(adds / things) * 2 + Math.ceil(Math.min(pages, things) / things);
  if (adds % things === 0 && pages <= things && first?.views !== expected) {
    throw new Error(`Expected ${expected} views, but counted ${first?.views}.`);
  }
  return {
    where,
    addsASecond: adds / addSeconds,
    loneAddUs,
    viewsASecond: adds / viewSeconds,
    foldedPageUs,
    pendingPageUs,
    foldMs,
    foldAgainMs,
  };
};

await using opened = new AsyncDisposableStack();
const dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-bench-'));
opened.defer(() => rm(dataDir, { recursive: true, force: true }));
const mongod = await startEmbeddedMongod({ dataDir, downloadDir, log: quiet });
opened.defer(() => mongod.stop());
const { command } = await provisionRedisServer({ downloadDir, log: quiet });
const redis = await startRedisServer({ binary: command, dir: dataDir });
opened.defer(() => redis.stop());

const results = [
  await measure('Redis', mongod.uri, redis.url),
  await measure('the journal', mongod.uri, undefined),
];
if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
else {
  const whole = (value: number): string => Math.round(value).toLocaleString('en');
  for (const one of results) {
    process.stdout.write(
      `${one.where}: ${whole(one.addsASecond)} additions/s (${atOnce} at once; alone ${whole(one.loneAddUs)} µs each), ` +
        `${whole(one.viewsASecond)} views/s\n` +
        `  a page of ${pageSize}: ${whole(one.foldedPageUs)} µs with nothing pending, ${whole(one.pendingPageUs)} µs with everything\n` +
        `  a fold of ${whole(things)} things: ${whole(one.foldMs)} ms, and ${whole(one.foldAgainMs)} ms when their documents are there\n`,
    );
  }
}
