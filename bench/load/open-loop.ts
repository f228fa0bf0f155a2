import type { Answer } from './answer-reader.ts';
import { openConnections, type LoadConnection } from './connection.ts';

export interface OpenLoop {
  readonly port: number;
  /** At least as many as requests wait at once. */
  readonly connections: number;
  /** Offered, whatever the server makes of it. */
  readonly requestsPerSecond: number;
  readonly rampMs: number;
  readonly measureMs: number;
  readonly request: Buffer;
  /** @throws Error when the answer is not what it should be. */
  readonly check: (answer: Answer) => void;
}

const longestNapMs = 0.05;
const shortestNapMs = 0.02;
/** What nobody ever wakes it by. */
const pillow = new Int32Array(new SharedArrayBuffer(4));

/**
 * Sends at a fixed rate. A latency counts from when its request was due, not from when it was sent: a server that stops
 * for a while is charged for all who came meanwhile (no coordinated omission).
 * @returns milliseconds, of the requests due while it was measured.
 */
export const runOpenLoop = async (options: OpenLoop): Promise<Float64Array> => {
  const { request, check, requestsPerSecond } = options;
  const gapMs = 1_000 / requestsPerSecond;
  const skipped = Math.ceil(options.rampMs / gapMs);
  const total = skipped + Math.ceil(options.measureMs / gapMs);
  const latenciesMs = new Float64Array(total);
  const done = Promise.withResolvers<void>();
  const connections = await openConnections(options.port, options.connections, done.reject);
  const idle: LoadConnection[] = [...connections];
  const numberOf = new Map<LoadConnection, number>();
  const startMs = performance.now() + 5;
  const dueMs = (index: number): number => startMs + index * gapMs;
  /** Requests before this have been sent. */
  let next = 0;
  let answered = 0;
  let going = true;

  const sendDue = (): void => {
    const nowMs = performance.now();
    while (next < total && idle.length > 0 && dueMs(next) <= nowMs) {
      const connection = idle.pop() as LoadConnection;
      numberOf.set(connection, next);
      next += 1;
      connection.send(request);
    }
  };
  const takeFor = (connection: LoadConnection) => (answer: Answer) => {
    const index = numberOf.get(connection) ?? 0;
    latenciesMs[index] = performance.now() - dueMs(index);
    try {
      check(answer);
    } catch (error) {
      done.reject(error);
    }
    idle.push(connection);
    answered += 1;
    if (answered === total) done.resolve();
  };
  for (const connection of connections) connection.take = takeFor(connection);
  // Timers are a millisecond late at best. Looking without a pause would keep the core from Redis, which shares it, and
  // cost this process its turn: so it sleeps for moments, and what is due leaves some 0.1 ms late, for everybody alike.
  const turn = (): void => {
    if (!going) return;
    sendDue();
    const restMs = Math.min(dueMs(next) - performance.now(), longestNapMs);
    if (next < total && restMs > shortestNapMs) Atomics.wait(pillow, 0, 0, restMs);
    setImmediate(turn);
  };
  turn();
  try {
    await done.promise;
    return latenciesMs.subarray(skipped);
  } finally {
    going = false;
    for (const connection of connections) connection.close();
  }
};
