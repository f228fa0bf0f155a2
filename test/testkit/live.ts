import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import { parseExposition } from './exposition.ts';
import { sendRaw } from './untyped.ts';
import { waitFor } from './wait-for.ts';

type Who = Record<string, string>;

export interface Result {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/** A subscription, as a client sees it. */
export interface Heard {
  readonly results: readonly Result[];
  /** How it ended: `complete`, or what the client was told instead. */
  readonly ended: Promise<unknown>;
  /** Resolves when so many results are there. */
  count(most: number): Promise<readonly Result[]>;
  stop(): void;
}

type Sink = { next(result: Result): void; error(error: unknown): void; complete(): void };

const hear = (subscribe: (sink: Sink) => () => void): Heard => {
  const results: Result[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<unknown>();
  const stop = subscribe({
    next: (result) => void results.push(result),
    error: resolve,
    complete: () => resolve('complete'),
  });
  return {
    results,
    ended,
    async count(most) {
      await waitFor(
        () => results.length >= most,
        `there are ${most} results`,
        undefined,
        () => results,
      );
      return results;
    },
    stop,
  };
};

/** By the client of `graphql-sse`. */
export const hearBySse = (
  { url }: Pick<RunningApp, 'url'>,
  query: string,
  variables: Record<string, unknown>,
  headers: Who = {},
): Heard => {
  const client = createSseClient({ url, headers, retryAttempts: 0 });
  return hear((sink) => {
    const stop = client.subscribe({ query, variables }, sink);
    return () => {
      stop();
      client.dispose();
    };
  });
};

export interface Socket {
  readonly client: SocketClient;
  /** How the connection was closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  hear(query: string, variables?: Record<string, unknown>): Heard;
}

export const socketUrl = ({ url }: Pick<RunningApp, 'url'>): string => url.replace(/^http/, 'ws');

/** A connection by the client of `graphql-ws`; opened when it is used first, and not again. */
export const openSocket = (running: Pick<RunningApp, 'url'>, connectionParams: Who = {}): Socket => {
  const { promise: closed, resolve } = Promise.withResolvers<{ code: number; reason: string }>();
  const client = createSocketClient({
    url: socketUrl(running),
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    // Until it is disposed of: else it is closed between two operations.
    lazyCloseTimeout: 600_000,
    on: { closed: (event) => resolve(event as { code: number; reason: string }) },
  });
  return {
    client,
    closed,
    hear: (query, variables = {}) => hear((sink) => client.subscribe({ query, variables }, sink)),
  };
};

/** On a connection of its own. */
export const hearBySocket = (
  running: Pick<RunningApp, 'url'>,
  query: string,
  variables: Record<string, unknown>,
  connectionParams: Who = {},
): Heard => {
  const { client, hear } = openSocket(running, connectionParams);
  const heard = hear(query, variables);
  return {
    ...heard,
    stop: () => {
      heard.stop();
      void client.dispose();
    },
  };
};

/** The sum of a metric's samples. */
export const metricOf = async (running: Pick<RunningApp, 'url'>, name: string): Promise<number> => {
  const { text } = await sendRaw(new URL('/metrics', running.url).href);
  return parseExposition(text)
    .filter((metric) => metric.name === name)
    .flatMap(({ samples }) => samples)
    .reduce((sum, { value }) => sum + value, 0);
};

/** Resolves when so many listen to topics in a process: a stream of comments to two. */
export const listening = (running: Pick<RunningApp, 'url'>, listeners: number): Promise<void> =>
  waitFor(
    async () => (await metricOf(running, 'live_listeners')) === listeners,
    `${listeners} listen to topics`,
  );

/** Resolves when events of other instances are heard. */
export const hearsOthers = (running: Pick<RunningApp, 'url'>): Promise<void> =>
  waitFor(async () => (await metricOf(running, 'live_hears_others')) === 1, 'other instances are heard');

/** Resolves when no stream is open any more. */
export const nobodyListens = async (running: Pick<RunningApp, 'url'>): Promise<void> => {
  await listening(running, 0);
  expect(await metricOf(running, 'live_streams')).toBe(0);
};
