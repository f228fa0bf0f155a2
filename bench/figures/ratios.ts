import { contestantNames, entrant, type ContestantName } from '../contestants/line-up.ts';
import type { ByContestant, MixFigures, Results, SiteFigures, ThroughputFigures } from '../results.ts';

/** A figure that is promised. */
export interface Goal {
  readonly what: string;
  readonly least?: number;
  readonly most?: number;
}

/** The ratios of one run, in the order in which they are told. Those without a goal are for the reader. */
export const goals = {
  pageHitToRaw: { what: 'hit of a page / bare node:http', least: 0.8 },
  filmHitToRaw: { what: 'hit of a film / bare node:http', least: 0.8 },
  pageHitRedisToRaw: { what: 'hit of a page with Redis / bare node:http', least: 0.7 },
  pageHitToFastestPeer: { what: 'hit of a page / fastest other', least: 4 },
  filmHitToFastestPeer: { what: 'hit of a film / fastest other', least: 1.7 },
  conditionalGetToRaw: { what: '304 / bare node:http’s 304', least: 0.8 },
  p99ToRaw: { what: 'p99 of hits / bare node:http’s, half of saturation', most: 1.5 },
  missToFastestPeer: { what: 'miss / fastest other', least: 1 },
  missToUncached: { what: 'miss / Yoga with no cache', least: 1.4 },
  hitRateToOracle: { what: 'hit rate of the mix / of the oracle', least: 0.95 },
  mongoCommandsToUncached: { what: 'commands to Mongo of the mix / without a cache', most: 0.1 },
  pageHitToYogaCache: { what: 'hit of a page / Yoga with its response cache', least: 8 },
  p99RedisMinusRawMs: { what: 'p99 of hits with Redis − bare node:http’s, ms', most: 2 },
  missToMercuriusNoCache: { what: 'miss / Mercurius with jit and no cache', least: 1 },
  homeToPage: {
    what: 'hit with live fields, signed in / hit of a page, each over bare node:http',
    least: 0.5,
  },
  homeToPageRedis: { what: 'the same with Redis', least: 0.5 },
  filmHitRedisToRaw: { what: 'hit of a film with Redis / bare node:http' },
  pageGetToRaw: { what: 'hit of a page by GET / bare node:http' },
  pageHitCpuToRaw: { what: 'bare node:http’s CPU a hit of a page / ours' },
  missCpuToUncached: { what: 'CPU a miss of Yoga with no cache / ours' },
  mongoReadCommandsToUncached: { what: 'commands to Mongo of the mix’s reads / without a cache' },
  needlessShare: { what: 'needless invalidations / reads of the mix' },
  staleAnswers: { what: 'stale answers in the mix', most: 0 },
  signedInHitRate: { what: 'hit rate of the mix with viewers, the lower of ours', least: 0.8 },
  signedInReadCommandsToUncached: {
    what: 'commands to Mongo of the reads of the mix with viewers / without a cache, the higher of ours',
    most: 0.2,
  },
  signedInHitP99Ms: { what: 'p99 of hits in the mix with viewers, ms, the higher of ours', most: 50 },
  signedInWrongAnswers: { what: 'stale answers, or another viewer’s, in the mix with viewers', most: 0 },
  siteHitRate: { what: 'hit rate of the site of videos, the lower of ours', least: 0.8 },
  siteMongoCommandsToUncached: {
    what: 'operations in Mongo of the site of videos / without a cache, the higher of ours',
  },
  siteThroughputToUncached: { what: 'requests a second of the site of videos / without a cache' },
  siteThroughputToYogaCache: { what: 'requests a second of the site of videos / with Envelop’s cache' },
  siteP99Ms: { what: 'p99 of reads of the site of videos, ms, the higher of ours', most: 300 },
  siteWrongAnswers: { what: 'wrong answers of ours in the site of videos', most: 0 },
  invalidationGrowth: { what: 'invalidation at the most entries / at the fewest' },
} as const satisfies Record<string, Goal>;

export type RatioName = keyof typeof goals;

/** `undefined` for what this run did not measure. */
export type Ratios = Readonly<Record<RatioName, number | undefined>>;

export const meets = ({ least, most }: Goal, value: number): boolean =>
  (least === undefined || value >= least) && (most === undefined || value <= most);

type Throughputs = ByContestant<ThroughputFigures> | undefined;

const rate = (figures: Throughputs, name: ContestantName): number | undefined =>
  figures?.[name]?.requestsPerSecond.median;

const over = (value: number | undefined, base: number | undefined): number | undefined =>
  value === undefined || base === undefined || base === 0 ? undefined : value / base;

/** The peer that answers the most. */
export const fastestPeer = (figures: Throughputs): ContestantName | undefined =>
  contestantNames
    .filter((name) => entrant(name).role === 'peer' && rate(figures, name) !== undefined)
    .toSorted((a, b) => (rate(figures, b) ?? 0) - (rate(figures, a) ?? 0))[0];

const overFastest = (figures: Throughputs): number | undefined => {
  const peer = fastestPeer(figures);
  return peer && over(rate(figures, 'marquee-memory'), rate(figures, peer));
};

const cpu = (figures: Throughputs, name: ContestantName): number | undefined =>
  figures?.[name]?.cpuMicrosPerRequest.median;

const perRequest = (figures: MixFigures | undefined, field: 'commands' | 'readCommands') =>
  figures && figures[field] / (field === 'commands' ? figures.reads + figures.writes : figures.reads);

const summed = (...values: number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Of those of ours that were measured; `undefined` without any. */
const ofOurs = <Figures>(
  figures: ByContestant<Figures> | undefined,
  value: (ours: Figures) => number,
  join: (...values: number[]) => number,
): number | undefined => {
  const measured = contestantNames
    .filter((name) => entrant(name).role === 'ours')
    .flatMap((name) => figures?.[name] ?? []);
  return measured.length === 0 ? undefined : join(...measured.map(value));
};

/** In MongoDB, a request. */
const operationsOf = ({ mongoOperations, reads, writes }: SiteFigures): number =>
  mongoOperations / (reads + writes);

export const ratiosOf = (results: Partial<Results>): Ratios => {
  const { page, film, miss, conditional, latency, mix, site, invalidation } = results;
  const toRaw = (figures: Throughputs, name: ContestantName) =>
    over(rate(figures, name), rate(figures, 'raw'));
  const ours = mix?.['marquee-memory'];
  const uncached = mix?.['yoga-nocache'];
  const signedIn = results['signed-in'];
  const siteRate = (name: ContestantName) => site?.[name]?.throughput.requestsPerSecond.median;
  const p99 = (name: ContestantName) => latency?.byContestant[name]?.p99Ms.median;
  const [redisP99, rawP99] = [p99('marquee-redis'), p99('raw')];
  return {
    pageHitToRaw: over(rate(page, 'marquee-memory'), rate(page, 'raw')),
    filmHitToRaw: over(rate(film, 'marquee-memory'), rate(film, 'raw')),
    pageHitRedisToRaw: over(rate(page, 'marquee-redis'), rate(page, 'raw')),
    pageHitToFastestPeer: overFastest(page),
    filmHitToFastestPeer: overFastest(film),
    conditionalGetToRaw: over(rate(conditional, 'marquee-memory'), rate(conditional, 'raw')),
    p99ToRaw: over(p99('marquee-memory'), rawP99),
    missToFastestPeer: overFastest(miss),
    missToUncached: over(rate(miss, 'marquee-memory'), rate(miss, 'yoga-nocache')),
    hitRateToOracle: over(ours?.hits, ours?.oracleHits),
    mongoCommandsToUncached: over(perRequest(ours, 'commands'), perRequest(uncached, 'commands')),
    pageHitToYogaCache: over(rate(page, 'marquee-memory'), rate(page, 'yoga-cache-memory')),
    p99RedisMinusRawMs: redisP99 === undefined || rawP99 === undefined ? undefined : redisP99 - rawP99,
    missToMercuriusNoCache: over(rate(miss, 'marquee-memory'), rate(miss, 'mercurius-nocache')),
    homeToPage: over(toRaw(results.home, 'marquee-memory'), toRaw(page, 'marquee-memory')),
    homeToPageRedis: over(toRaw(results.home, 'marquee-redis'), toRaw(page, 'marquee-redis')),
    filmHitRedisToRaw: over(rate(film, 'marquee-redis'), rate(film, 'raw')),
    pageGetToRaw: over(rate(results['page-get'], 'marquee-memory'), rate(results['page-get'], 'raw')),
    pageHitCpuToRaw: over(cpu(page, 'raw'), cpu(page, 'marquee-memory')),
    missCpuToUncached: over(cpu(miss, 'yoga-nocache'), cpu(miss, 'marquee-memory')),
    mongoReadCommandsToUncached: over(perRequest(ours, 'readCommands'), perRequest(uncached, 'readCommands')),
    needlessShare: over(ours?.needless, ours?.reads),
    staleAnswers: ours && ours.stale + (mix?.['marquee-redis']?.stale ?? 0),
    signedInHitRate: ofOurs(signedIn, ({ hits, reads }) => hits / reads, Math.min),
    signedInReadCommandsToUncached: over(
      ofOurs(signedIn, ({ readCommands, reads }) => readCommands / reads, Math.max),
      perRequest(signedIn?.['yoga-nocache'], 'readCommands'),
    ),
    signedInHitP99Ms: ofOurs(signedIn, ({ hitP99Ms }) => hitP99Ms, Math.max),
    signedInWrongAnswers: ofOurs(signedIn, ({ stale }) => stale, summed),
    siteHitRate: ofOurs(site, ({ hits, reads }) => hits / reads, Math.min),
    siteMongoCommandsToUncached: over(
      ofOurs(site, operationsOf, Math.max),
      site?.['marquee-off'] && operationsOf(site['marquee-off']),
    ),
    siteThroughputToUncached: over(siteRate('marquee-memory'), siteRate('marquee-off')),
    siteThroughputToYogaCache: over(siteRate('marquee-memory'), siteRate('marquee-stock')),
    siteP99Ms: ofOurs(site, ({ p99Ms }) => p99Ms, Math.max),
    siteWrongAnswers: ofOurs(site, ({ wrong }) => wrong, summed),
    invalidationGrowth: over(invalidation?.at(-1)?.microseconds, invalidation?.[0]?.microseconds),
  };
};
