import { randomUUID } from 'node:crypto';
import type { AppOptions } from '../../src/app.ts';
import type { QueryExplanation } from '../../src/graphql/response-cache/explanation.ts';
import { startApp, type RunningApp } from './app.ts';
import { waitFor } from './wait-for.ts';

/** A fraction of the usual waits, long enough for a busy machine: a view must outlast a slow read of the gate. */
export const quickGate = {
  validityMs: 800,
  closingMs: 900,
  openingMs: 900,
  readEveryMs: 100,
  operationTimeoutMs: 2_000,
  appendTimeoutMs: 600,
  graceMs: 600,
  vetoMs: 1_500,
  claimMs: 1_500,
  leaseMs: 2_500,
  backOffMs: 100,
  backOffMaxMs: 500,
} as const;

/** A fraction of the usual waits; who wrote has time to say so. */
export const quickFollower = {
  leaseMs: 2_000,
  settleMs: 150,
  waitMs: 200,
  lookEveryMs: 100,
  retryMs: 100,
  noteEveryMs: 100,
} as const;

/** A machine that runs many tests at once is busy for longer than anything waits for it to be quiet. */
export const neverBusy = { busyShare: Infinity, requests: Infinity, slowMs: Infinity } as const;

/** A server with the engine, its cache live. Give several the same `redisUrl`, `redisPrefix` and `mongodbUri`. */
export const startEngineApp = async (options: Partial<AppOptions> = {}): Promise<RunningApp> => {
  const running = await startApp({
    cacheEngine: 'marquee',
    redisPrefix: `test-${randomUUID()}`,
    gateTimings: quickGate,
    // Tests put documents into Mongo directly; following that would drop, a moment later, what they expect to be kept.
    followWrites: false,
    followerTimings: quickFollower,
    // A machine that runs many tests at once is slower than a budget that operators would choose.
    cacheRedisBudgetMs: 2_000,
    ...options,
  });
  return running;
};

/** Resolves when the cache of this server is live. */
export const live = (running: RunningApp): Promise<void> =>
  waitFor(
    () => running.app.caching?.gate.live() !== undefined,
    'the gate is live',
    undefined,
    () => running.app.caching?.gate.state(),
  );

export interface Explained {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly codes: readonly (string | undefined)[];
  /** `extensions.responseCache`. */
  readonly cache: Partial<QueryExplanation> & { readonly invalidated?: readonly string[] };
}

export interface AskOptions {
  readonly variables?: Record<string, unknown>;
  /** Name of a viewer of the private notes, or `admin`. */
  readonly as?: string;
  readonly headers?: Record<string, string>;
}

/** Asks one server, and tells what its cache says of the answer. */
export const ask = async (
  { url }: RunningApp,
  query: string,
  options: AskOptions = {},
): Promise<Explained> => {
  const { variables, as, headers } = options;
  const bearer = as === undefined ? undefined : as === 'admin' ? 'admin' : `viewer-${as}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as {
    data?: Record<string, unknown> | null;
    errors?: { extensions?: { code?: string } }[];
    extensions?: { responseCache?: Explained['cache'] };
  };
  return {
    status: response.status,
    data: body.data,
    codes: (body.errors ?? []).map(({ extensions }) => extensions?.code),
    cache: body.extensions?.responseCache ?? {},
  };
};

/**
 * One field of an answer.
 * @throws Error when the answer has no data.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what it asked for, as with any untyped answer
export const fieldOf = <Value>({ data, codes }: Explained, name: string): Value => {
  if (!data) throw new Error(`The answer has no data, but the errors ${codes.join()}.`);
  return data[name] as Value;
};
