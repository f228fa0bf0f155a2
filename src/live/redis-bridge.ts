import { randomUUID } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import type { Logger } from '../shared/logger.ts';
import type { LiveEventPayload } from '../shared/live-events.ts';
import type { Bridge } from './live-events.ts';
import type { Telling } from './pacing.ts';

export interface RedisBridgeOptions {
  /** A connection of its own: one that listens can do nothing else. With `autoResubscribe: false`; ended along. */
  readonly listening: Redis | Cluster;
  /** Ended along. */
  readonly sending: Redis | Cluster;
  /** The channel is `<prefix>:live`. */
  readonly prefix: string;
  readonly receive: (telling: Telling) => void;
  /** Milliseconds between looks whether the listening connection still lives: a cut cable tells nobody. Default 5,000. */
  readonly lookEveryMs?: number;
  readonly log: Logger;
}

/** Tellings in one message. */
const maxTogether = 500;
/** Tellings that wait for Redis at most. */
const maxWaiting = 10_000;
/** Milliseconds that what is left may take when the server stops. */
const closeWaitMs = 2_000;
/** Milliseconds between two lines of the log about the same trouble. */
const quietMs = 60_000;

type Packed = readonly [topic: string, payload: LiveEventPayload, atMostEveryMs: number];

const isPacked = (value: unknown): value is Packed =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  typeof value[1] === 'object' &&
  value[1] !== null &&
  typeof value[2] === 'number';

/**
 * All instances hear one channel. A channel a topic would bring an instance less to read, but one that begins to listen would
 * have to wait until Redis says so, and miss what is told meanwhile; see README.md for what reading costs.
 */
export const createRedisBridge = (options: RedisBridgeOptions): Bridge => {
  const { listening, sending, prefix, receive, log, lookEveryMs = 5_000 } = options;
  const channel = `${prefix}:live`;
  /** What comes from here was told here already. */
  const own = `${randomUUID()}\n`;
  const waiting: Telling[] = [];
  let flight: Promise<void> | undefined;
  let received = 0;
  let unsent = 0;
  let isListening = false;
  let wasListening = false;
  let isClosed = false;
  let warnedMs = -Infinity;

  const warn = (error: unknown, message: string): void => {
    if (performance.now() - warnedMs < quietMs) return;
    warnedMs = performance.now();
    log.warn({ err: error }, message);
  };

  const sendAll = async (): Promise<void> => {
    // Whatever is told in this turn of the event loop goes together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.splice(0, maxTogether);
      const packed = batch.map(({ topic, payload, atMostEveryMs }): Packed => [
        topic,
        payload,
        atMostEveryMs,
      ]);
      try {
        await sending.publish(channel, own + JSON.stringify(packed));
      } catch (error) {
        unsent += batch.length;
        if (!isClosed) warn(error, 'Redis takes no live events: other instances are not told.');
      }
    }
  };

  const fly = (): void => {
    flight ??= sendAll().finally(() => {
      flight = undefined;
      if (waiting.length > 0) fly();
    });
  };

  const begin = async (): Promise<void> => {
    try {
      await listening.subscribe(channel);
      isListening = true;
      if (wasListening)
        log.info({}, 'Live events of other instances are heard again; what was told meanwhile is missed.');
      wasListening = true;
    } catch (error) {
      warn(error, 'Live events of other instances are not heard.');
    }
  };
  listening.on('ready', () => void begin());
  if (listening.status === 'ready') void begin();
  listening.on('close', () => {
    isListening = false;
  });
  listening.on('message', (_channel: string, message: string) => {
    if (message.startsWith(own)) return;
    try {
      const packed: unknown = JSON.parse(message.slice(message.indexOf('\n') + 1));
      for (const one of Array.isArray(packed) ? packed.filter(isPacked) : []) {
        received += 1;
        receive({ topic: one[0], payload: one[1], atMostEveryMs: one[2] });
      }
    } catch (error) {
      warn(error, 'Another instance told of something that is not understood.');
    }
  });
  const look = async (): Promise<void> => {
    if (listening.status !== 'ready') return;
    if (!isListening) return begin();
    try {
      await listening.ping();
    } catch {
      // Comes back by itself, and listens again.
      if (!isClosed) listening.disconnect(true);
    }
  };
  const timer = setInterval(() => void look(), lookEveryMs).unref();

  return {
    send(telling) {
      waiting.push(telling);
      if (waiting.length > maxWaiting) {
        waiting.shift();
        unsent += 1;
      }
      fly();
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      const late = setTimeout(() => sending.disconnect(), closeWaitMs);
      // What is told meanwhile begins another flight.
      for (let last = flight; last; last = flight) await last;
      clearTimeout(late);
      sending.disconnect();
      listening.disconnect();
    },
    report: () => ({ received, unsent, isListening }),
  };
};
