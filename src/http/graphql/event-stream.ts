import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** How streams are kept alive, and given up. */
export interface Pulse {
  /** Milliseconds between signs of life, which proxies and cut cables make necessary. */
  readonly keepAliveMs: number;
  /** Milliseconds after which a listener that takes nothing is cut off. */
  readonly slowMs: number;
}

export interface EventStreamOptions extends Pulse {
  /** Asked at the end: whether this was all that there is. */
  readonly isComplete: () => boolean;
}

/** The answer of a client that reads slowly waits here, and events with it: their buffer drops the oldest. */
const room = async (response: ServerResponse): Promise<void> => {
  if (!response.writableNeedDrain || response.destroyed) return;
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).catch(
    () => undefined, // it failed, and is closed
  );
  stop.abort();
};

/**
 * Sends results as Server-Sent Events, in the distinct connections mode of the GraphQL over SSE protocol: `next` for each,
 * `complete` at the end. Resolves when the stream has ended, or the client has gone.
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export const sendEventStream = async (
  response: ServerResponse,
  results: AsyncIterableIterator<string>,
  { keepAliveMs, slowMs, isComplete }: EventStreamOptions,
): Promise<void> => {
  // Gone while its stream was made: nothing will tell of that any more.
  if (response.destroyed) {
    await results.return?.();
    return;
  }
  /** When it was first seen that the client takes nothing. */
  let stuckSinceMs: number | undefined;
  response.on('drain', () => (stuckSinceMs = undefined));
  response.on('error', () => undefined); // 'close' follows
  response.on('close', () => void results.return?.());
  // At once: some browsers take no answer for begun that has no byte.
  response.write(':\n\n');
  const beat = setInterval(
    () => {
      if (!response.writableNeedDrain) {
        stuckSinceMs = undefined;
        response.write(':\n\n');
        return;
      }
      stuckSinceMs ??= performance.now();
      if (performance.now() - stuckSinceMs >= slowMs) response.destroy();
    },
    Math.min(keepAliveMs, slowMs),
  ).unref();
  try {
    for await (const result of results) {
      if (response.destroyed) break;
      response.write(`event: next\ndata: ${result}\n\n`);
      await room(response);
    }
  } finally {
    clearInterval(beat);
    if (!response.destroyed) response.end(isComplete() ? 'event: complete\ndata:\n\n' : undefined);
  }
};
