import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../shared/logger.ts';
import { requestScope } from '../shared/request-scope.ts';
import { filmDetails, trendingFilms, trendingInGenre } from './client-operations.ts';
import type { Exchange } from './exchange.ts';
import type { GraphqlHost } from './host.ts';

/** An operation that is computed before anybody asks. */
export interface WarmOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Computes answers that many will ask for. */
export interface Warming {
  /**
   * Asks for all of them, one at a time and only while requests are quick. What is kept already costs a look. One that runs
   * already is joined.
   */
  warm(stop: AbortSignal): Promise<void>;
}

export interface WarmingParts {
  /** Its operations do not count as requests. */
  readonly host: GraphqlHost;
  /** Whether answers are kept at present. */
  readonly isLive: () => boolean;
  readonly isQuiet: () => boolean;
  readonly log: Logger;
  /** Told how far it is. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

export const warmEveryMs = 6 * 3_600_000;

/** Films whose details are computed; a page holds a hundred at most. */
const filmCount = 50;

/** Milliseconds between looks whether requests are quick again. */
const lookMs = 50;

const popularFilmIds = `query FilmsToWarm($first: Int!) { popularMovies(first: $first) { nodes { id } } }`;
const genreSlugs = 'query GenresToWarm { genres { slug } }';

const asked = {
  method: 'POST',
  url: '/graphql',
  headers: {},
  mediaType: 'application/json',
  mayBeEvents: false,
  mustBeEvents: false,
} as const;
const nobody = { address: '', network: '', userAgent: '' };

interface WarmData {
  readonly popularMovies?: { readonly nodes: readonly { readonly id: string }[] };
  readonly genres?: readonly { readonly slug: string }[];
}

export const createWarming = ({ host, isLive, isQuiet, log, progress }: WarmingParts): Warming => {
  const execute = async (operation: WarmOperation): Promise<WarmData | undefined> => {
    const exchange: Exchange = { viewer: undefined, client: nobody, address: '', mayExplain: false };
    const plain = await requestScope.run({ requestId: 'warming' }, () =>
      host.execute(operation, asked, exchange),
    );
    const text =
      plain && 'body' in plain ? plain.body : Buffer.from(exchange.served?.body ?? []).toString('utf8');
    return (JSON.parse(text) as { data?: WarmData }).data;
  };

  /** Waits until nobody is kept from anything. */
  const untilFree = async (stop: AbortSignal): Promise<void> => {
    while (!stop.aborted && !(isLive() && isQuiet())) {
      await sleep(lookMs, undefined, { signal: stop, ref: false }).catch(() => undefined);
    }
  };

  const operations = async (stop: AbortSignal): Promise<readonly WarmOperation[]> => {
    await untilFree(stop);
    if (stop.aborted) return [];
    const films = await execute({ query: popularFilmIds, variables: { first: filmCount } });
    const genres = await execute({ query: genreSlugs, variables: {} });
    const windows = ['DAY', 'WEEK'] as const;
    const after = null;
    return [
      ...windows.map((window) => ({ query: trendingFilms, variables: { window, after } })),
      ...(films?.popularMovies?.nodes ?? []).map(({ id }) => ({ query: filmDetails, variables: { id } })),
      ...(genres?.genres ?? []).flatMap(({ slug: genre }) =>
        windows.map((window) => ({ query: trendingInGenre, variables: { window, genre, after } })),
      ),
    ];
  };

  const run = async (stop: AbortSignal): Promise<void> => {
    const startedMs = performance.now();
    const all = await operations(stop);
    const total = all.length;
    if (total === 0) return;
    log.info({ total }, 'Computing what many will ask for, in the background.');
    let failed = 0;
    for (const [index, operation] of all.entries()) {
      await untilFree(stop);
      if (stop.aborted) return;
      const data = await execute(operation);
      if (!data) failed += 1;
      const done = index + 1;
      progress?.(done, total);
      const quarter = Math.floor((4 * done) / total);
      if (quarter > Math.floor((4 * (done - 1)) / total) && quarter < 4) {
        log.info({ done, total }, `Computed ${quarter * 25} % of what many will ask for.`);
      }
      // Whatever came in meanwhile goes first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const durationMs = Math.round(performance.now() - startedMs);
    log.info({ done: total - failed, total, durationMs }, 'What many will ask for is computed.');
  };

  let running: Promise<void> | undefined;
  return {
    warm: (stop) => {
      running ??= run(stop).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};
