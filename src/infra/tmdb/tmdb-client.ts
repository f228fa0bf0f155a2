import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { StartupError } from '../../shared/startup-error.ts';
import { createPace } from './pace.ts';

export interface TmdbClientOptions {
  /** An "API Read Access Token" (sent as a bearer token) or an "API Key" of 32 hex digits (sent as `api_key`). */
  readonly key: string;
  /** Such as `https://api.themoviedb.org/3`. */
  readonly baseUrl: string;
  /** Requests that may begin in a second. Default 20: TMDB allows about 40 and asks to be spared. */
  readonly requestsPerSecond?: number;
  /** Milliseconds that one attempt may take, its body included. Default 10,000. */
  readonly timeoutMs?: number;
  /** Attempts at one request in all. Default 5. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt, where TMDB does not say how long; they double. Default 500. */
  readonly backOffMs?: number;
}

/** What TMDB answered to one request, and what it did not. */
export type TmdbAnswer =
  | { readonly kind: 'found'; readonly body: unknown }
  | { readonly kind: 'absent' }
  /** Not for this request: another one may succeed. In words, without the key. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface TmdbClient {
  /**
   * @param path such as `movie/603`
   * @param signal ends it, waits included
   * @throws StartupError when TMDB refuses the key; the signal's reason
   */
  get(path: string, query: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<TmdbAnswer>;
}

/** However long TMDB asks to wait, an import asks again after this. */
const longestWaitMs = 60_000;

const isApiKey = (key: string): boolean => /^[0-9a-f]{32}$/i.test(key);

const complaint = z.object({ status_message: z.string() });

/** Milliseconds that `Retry-After` asks for: it holds seconds or a date. */
export const retryAfterMs = (header: string | null, nowMs = Date.now()): number | undefined => {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - nowMs) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds * 1000, 0), longestWaitMs);
};

const messageOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
};

type Attempt =
  | { readonly answer: TmdbAnswer }
  /** To be tried again; `waitMs`: not before that, for any request. */
  | { readonly reason: string; readonly waitMs?: number | undefined };

/**
 * A client of TMDB's API (https://developer.themoviedb.org/reference) for programs that read much: it keeps to a rate, waits when TMDB says so (429), and tries again
 * when TMDB fails (5xx, silence, a broken body), a bounded number of times.
 */
export const createTmdbClient = (options: TmdbClientOptions): TmdbClient => {
  const { key, baseUrl, timeoutMs = 10_000, attempts = 5, backOffMs = 500 } = options;
  const pace = createPace(options.requestsPerSecond ?? 20);
  const headers = {
    accept: 'application/json',
    ...(!isApiKey(key) && { authorization: `Bearer ${key}` }),
  };

  const addressOf = (path: string, query: Readonly<Record<string, string>>): URL => {
    const address = new URL(`${baseUrl.replace(/\/+$/, '')}/${path}`);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    if (isApiKey(key)) address.searchParams.set('api_key', key);
    return address;
  };

  const refusal = (text: string): string => {
    try {
      return complaint.parse(JSON.parse(text)).status_message;
    } catch {
      return 'it does not say why';
    }
  };

  const attempt = async (address: URL, signal: AbortSignal | undefined): Promise<Attempt> => {
    const patience = AbortSignal.timeout(timeoutMs);
    let status: number;
    let text: string;
    let retryAfter: string | null;
    try {
      const response = await fetch(address, {
        headers,
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      });
      ({ status } = response);
      retryAfter = response.headers.get('retry-after');
      text = await response.text();
    } catch (error) {
      signal?.throwIfAborted();
      return {
        reason: patience.aborted
          ? `did not answer in ${timeoutMs} ms`
          : `cannot be reached: ${messageOf(error)}`,
      };
    }
    if (status === 429) {
      return { reason: 'answered 429, too many requests', waitMs: retryAfterMs(retryAfter) ?? backOffMs };
    }
    if (status >= 500) {
      return { reason: `answered ${status}`, waitMs: retryAfterMs(retryAfter) };
    }
    if (status === 401 || status === 403) {
      throw new StartupError(`TMDB refuses the key (${status}): ${refusal(text)} Correct TMDB_API_KEY.`);
    }
    if (status === 404) return { answer: { kind: 'absent' } };
    if (status !== 200) {
      return { answer: { kind: 'failed', reason: `TMDB answered ${status}: ${refusal(text)}` } };
    }
    try {
      return { answer: { kind: 'found', body: JSON.parse(text) as unknown } };
    } catch {
      return { reason: `answered with a body that is not JSON: ${JSON.stringify(text.slice(0, 60))}` };
    }
  };

  return {
    get: async (path, query, signal) => {
      const address = addressOf(path, query);
      for (let made = 1; ; made += 1) {
        await pace.turn(signal);
        const result = await attempt(address, signal);
        if ('answer' in result) return result.answer;
        if (result.waitMs !== undefined) pace.hold(result.waitMs);
        if (made >= attempts) {
          return { kind: 'failed', reason: `TMDB ${result.reason} (${made} attempts).` };
        }
        // Asked to wait, everybody does; else this request alone.
        if (result.waitMs === undefined) {
          await pause(Math.min(backOffMs * 2 ** (made - 1), longestWaitMs), undefined, signal && { signal });
        }
      }
    },
  };
};
