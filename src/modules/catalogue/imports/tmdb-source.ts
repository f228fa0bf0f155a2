import { StartupError } from '../../../shared/startup-error.ts';
import { faultsOf } from '../services/movie-input.ts';
import type { ImportStore } from '../stores/import.store.ts';
import type { ImportItem, ImportSource, SourceItem } from './import-items.ts';
import { filmOfDetails, genresOfList, imagesOfConfiguration } from './tmdb-mapping.ts';
import { filmPage } from './tmdb-shapes.ts';

/** TMDB, as far as imports need it. */
export interface TmdbApi {
  /**
   * @param path such as `movie/603`
   * @throws StartupError when nothing can be had of it
   */
  get(
    path: string,
    query: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<
    | { readonly kind: 'found'; readonly body: unknown }
    | { readonly kind: 'absent' }
    | { readonly kind: 'failed'; readonly reason: string }
  >;
}

/** What of TMDB is imported. */
export type TmdbChoice =
  | { readonly list: 'popular'; readonly pages: number }
  | { readonly list: 'trending'; readonly pages: number; readonly window: 'day' | 'week' }
  | { readonly list: 'movie'; readonly ids: readonly number[] }
  | { readonly list: 'genres' | 'configuration' };

export interface TmdbSourceOptions {
  readonly api: TmdbApi;
  /** Keeps the films of a list, so that an interrupted import goes on with those it began with. */
  readonly store: Pick<ImportStore, 'get' | 'keepIds'>;
  /** Reads the list anew. */
  readonly fromStart: boolean;
  /** Told while the list is read, page by page. */
  readonly onPage: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** TMDB has no page beyond. */
export const maxPages = 500;

const language = { language: 'en-US' };

/** Requests under way at once; how many a second is for the client to say. */
const ahead = 8;

/** After so many films in a row that cannot be had, the fault is not with the films. */
const maxFailures = 5;

/** Lists move: one that was begun longer ago is read anew. */
const listLifeMs = 86_400_000;

const readPages = async (
  path: string,
  pages: number,
  { api, onPage, signal }: TmdbSourceOptions,
): Promise<number[]> => {
  const ids = new Set<number>();
  let last = Math.min(pages, maxPages);
  for (let page = 1; page <= last; page += 1) {
    const answer = await api.get(path, { ...language, page: String(page) }, signal);
    if (answer.kind !== 'found') {
      const reason = answer.kind === 'absent' ? 'TMDB has no such list.' : answer.reason;
      throw new StartupError(`Page ${page} of the list cannot be had. ${reason} Nothing was imported.`);
    }
    const parsed = filmPage.safeParse(answer.body);
    if (!parsed.success) {
      const faults = faultsOf(parsed.error, answer.body, `Page ${page}`).join('; ');
      throw new StartupError(
        `The list is not of the form that TMDB documents. ${faults}. Nothing was imported.`,
      );
    }
    // A film that moves while the list is read may stand on two pages.
    for (const { id } of parsed.data.results) ids.add(id);
    last = Math.min(last, parsed.data.total_pages);
    onPage(page, last);
  }
  return [...ids];
};

/** The films of these ids, in order, a few requests ahead. */
async function* readFilms(
  api: TmdbApi,
  ids: readonly number[],
  outer: AbortSignal,
): AsyncGenerator<SourceItem> {
  const left = new AbortController();
  const signal = AbortSignal.any([outer, left.signal]);
  const query = { ...language, append_to_response: 'credits,release_dates' };
  const begin = (id: number) => {
    const answer = api.get(`movie/${id}`, query, signal);
    // Whoever stops reading does not wait for it.
    answer.catch(() => undefined);
    return { place: `TMDB film ${id}`, answer };
  };
  const waiting = ids.slice(0, ahead).map(begin);
  let failures = 0;
  try {
    for (let index = ahead; waiting.length > 0; index += 1) {
      const { place, answer } = waiting.shift() as (typeof waiting)[number];
      const { kind, ...rest } = await answer;
      const next = ids[index];
      if (next !== undefined) waiting.push(begin(next));
      failures = kind === 'failed' ? failures + 1 : 0;
      const reason = 'reason' in rest ? rest.reason : 'expected a film, but TMDB has none of this id';
      if (failures === maxFailures) {
        throw new StartupError(
          `${maxFailures} films in a row could not be had. ${reason} Run the same import again to go on.`,
        );
      }
      yield { place, found: 'body' in rest ? filmOfDetails(rest.body) : { fault: reason } };
    }
  } finally {
    left.abort();
  }
}

/** One answer, all of it at once. */
const openWhole = async (
  list: 'genres' | 'configuration',
  { api, signal }: TmdbSourceOptions,
): Promise<ImportSource> => {
  const path = list === 'genres' ? 'genre/movie/list' : 'configuration';
  const answer = await api.get(path, language, signal);
  if (answer.kind !== 'found') {
    throw new StartupError(
      `TMDB’s ${list} cannot be had. ${answer.kind === 'absent' ? 'It knows no such address.' : answer.reason}`,
    );
  }
  const found = list === 'genres' ? genresOfList(answer.body) : imagesOfConfiguration(answer.body);
  if ('fault' in found) throw new StartupError(`TMDB’s ${list} cannot be read. ${found.fault}.`);
  const items: readonly ImportItem[] = 'kind' in found ? [found] : found;
  return {
    id: `tmdb:${list}`,
    name: `TMDB’s ${list}`,
    total: items.length,
    read: async function* read() {
      for (const [index, item] of items.entries()) yield { place: `${list} ${index + 1}`, found: item };
    },
  };
};

/**
 * @throws StartupError when a list cannot be read; the signal's reason.
 */
export const openTmdb = async (choice: TmdbChoice, options: TmdbSourceOptions): Promise<ImportSource> => {
  const { api, store, fromStart } = options;
  const films = (id: string, name: string, ids: readonly number[]): ImportSource => ({
    id,
    name,
    total: ids.length,
    read: (from, signal) => readFilms(api, ids.slice(from), signal),
  });
  switch (choice.list) {
    case 'genres':
    case 'configuration':
      return openWhole(choice.list, options);
    case 'movie':
      return films(`tmdb:movie:${choice.ids.join()}`, `TMDB’s films ${choice.ids.join(', ')}`, choice.ids);
    case 'popular':
    case 'trending': {
      const path = choice.list === 'popular' ? 'movie/popular' : `trending/movie/${choice.window}`;
      const id = `tmdb:${path}:${choice.pages}`;
      const name = `TMDB’s ${choice.list} films`;
      const begun = await store.get(id);
      const isFresh = begun !== null && Date.now() - begun.startedAt.getTime() < listLifeMs;
      if (begun?.ids && isFresh && !fromStart) return films(id, name, begun.ids);
      const ids = await readPages(path, choice.pages, options);
      await store.keepIds(id, name, ids);
      return films(id, name, ids);
    }
  }
};
