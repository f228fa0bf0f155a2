import { ServerResponse } from 'node:http';
import type { Served } from '../cache/response/answers.ts';
import { createHistogram, type Histogram, type HistogramSnapshot } from '../shared/histogram.ts';

/** How the response cache had part in an answer. */
export type CacheUse =
  /** served from it */
  | 'hit'
  /** computed, here or by whom it was waited for */
  | 'miss'
  /** led past it on purpose */
  | 'bypass'
  /** computed while it stands aside: no epoch, no proof */
  | 'aside'
  /** what it has no part in: mutations, errors, lists of operations, pages, probes */
  | 'none';

const cacheUses: readonly CacheUse[] = ['hit', 'miss', 'bypass', 'aside', 'none'];

const NONE = cacheUses.indexOf('none');
const BY_HOW: Readonly<Record<Exclude<Served['how'], 'bypassed'>, number>> = {
  hit: cacheUses.indexOf('hit'),
  'stale-while-revalidate': cacheUses.indexOf('hit'),
  computed: cacheUses.indexOf('miss'),
  joined: cacheUses.indexOf('miss'),
};
const BYPASS = cacheUses.indexOf('bypass');
const ASIDE = cacheUses.indexOf('aside');

/** Methods that are told apart; any other is `other`, since clients may send what they like. */
const methods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'other'] as const;
const placeOfMethod = (method: string | undefined): number => {
  if (method === 'POST') return 1;
  if (method === 'GET') return 0;
  return method === 'HEAD' ? 2 : method === 'OPTIONS' ? 3 : 4;
};

/** Requests of one method, status and use of the cache. */
export interface RequestTimes {
  readonly method: string;
  readonly status: number;
  readonly cache: CacheUse;
  readonly seconds: HistogramSnapshot;
}

/** Counts how long requests took, from their head having been read until the last of the answer is handed to the socket. */
export interface RequestClock {
  count(method: string | undefined, status: number, cacheUse: number, beganMs: number): void;
  report(): readonly RequestTimes[];
}

export const createRequestClock = (): RequestClock => {
  /** By a number made of the three: looking one up makes no text. */
  const series = new Map<number, Histogram>();
  return {
    count(method, status, cacheUse, beganMs) {
      const key = (status * methods.length + placeOfMethod(method)) * cacheUses.length + cacheUse;
      let histogram = series.get(key);
      if (histogram === undefined) {
        histogram = createHistogram();
        series.set(key, histogram);
      }
      histogram.observe((performance.now() - beganMs) / 1_000);
    },
    report: () =>
      [...series].map(([key, histogram]) => {
        const rest = Math.floor(key / cacheUses.length);
        return {
          method: methods[rest % methods.length] ?? 'other',
          status: Math.floor(rest / methods.length),
          cache: cacheUses[key % cacheUses.length] ?? 'none',
          seconds: histogram.snapshot(),
        };
      }),
  };
};

/**
 * A response that knows how long it took. A class, since listening for its end costs a hit nearly twice as much.
 */
export abstract class TimedResponse extends ServerResponse {
  cacheUse = NONE;
  /** Lasts as long as somebody listens, which says nothing of how fast we are. */
  isStream = false;
  readonly beganMs = performance.now();
}

/** @returns a class for `createServer`. */
export const timedResponse = (clock: RequestClock): typeof ServerResponse =>
  class extends TimedResponse {
    // Named one by one: a list of them would be one more object for each hit.
    override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
      if (!this.writableEnded && !this.isStream)
        clock.count(this.req.method, this.statusCode, this.cacheUse, this.beganMs);
      return super.end(chunk, encoding as BufferEncoding, done as () => void);
    }
  } as typeof ServerResponse;

/** Notes, for the clock, what the cache did for this answer. */
export const noteCacheUse = (response: ServerResponse, { how, bypassed }: Served): void => {
  if (!(response instanceof TimedResponse)) return;
  if (how !== 'bypassed') response.cacheUse = BY_HOW[how];
  else response.cacheUse = bypassed === 'asked' || bypassed === 'drawn' ? BYPASS : ASIDE;
};

/** Keeps a stream of events from being counted. */
export const noteStream = (response: ServerResponse): void => {
  if (response instanceof TimedResponse) response.isStream = true;
};
