import { setTimeout as sleep } from 'node:timers/promises';
import type { Usage } from '../contestants/contestant.ts';
import type { Answer } from './answer-reader.ts';
import { openConnections } from './connection.ts';
import { coreBusyMs } from './core-time.ts';

export interface ClosedLoop {
  readonly port: number;
  readonly connections: number;
  /** Milliseconds that are not measured, at the beginning. */
  readonly rampMs: number;
  readonly measureMs: number;
  /** The next request to send. */
  readonly request: () => Buffer;
  /** @throws Error when the answer is not what it should be. */
  readonly check: (answer: Answer) => void;
  /** Told how long each answer took, in milliseconds, while it is measured. */
  readonly noteMs?: ((ms: number) => void) | undefined;
  readonly usage: () => Promise<Usage>;
  /** That the server is pinned to. */
  readonly core: number | undefined;
}

/** What a server did while it was asked as fast as it answers. */
export interface Throughput {
  readonly requestsPerSecond: number;
  /** CPU of the server, all its threads. */
  readonly cpuMicrosPerRequest: number;
  /** Cores that the server kept busy: 1 is a whole one. */
  readonly serverBusy: number;
  /** Cores that the load kept busy: near 1 it measures itself. */
  readonly loadBusy: number;
  /** Share of the server's core that others took meanwhile; 0 where it cannot be known. */
  readonly othersBusy: number;
}

/** Each connection sends its next request when it has its answer. */
export const runClosedLoop = async (options: ClosedLoop): Promise<Throughput> => {
  const { request, check, usage, noteMs } = options;
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const connections = await openConnections(options.port, options.connections, failed.reject);
  let answers = 0;
  let going = true;
  let measuring = false;
  try {
    for (const connection of connections) {
      let sentMs = 0;
      const send = (): void => {
        if (noteMs) sentMs = performance.now();
        connection.send(request());
      };
      connection.take = (answer) => {
        answers += 1;
        if (measuring) noteMs?.(performance.now() - sentMs);
        try {
          check(answer);
        } catch (error) {
          going = false;
          failed.reject(error);
        }
        if (going) send();
      };
      send();
    }
    const sample = async () => {
      const used = await usage();
      const { user, system } = process.cpuUsage();
      const coreMs = options.core === undefined ? undefined : coreBusyMs(options.core);
      return { used, answers, coreMs, atMs: performance.now(), loadMicros: user + system };
    };
    const measure = async (): Promise<Throughput> => {
      await sleep(options.rampMs);
      measuring = true;
      const before = await sample();
      await sleep(options.measureMs);
      const after = await sample();
      const count = after.answers - before.answers;
      const elapsedMs = after.atMs - before.atMs;
      const cpuMicros = after.used.cpuMicros - before.used.cpuMicros;
      return {
        requestsPerSecond: (count / elapsedMs) * 1_000,
        cpuMicrosPerRequest: cpuMicros / count,
        serverBusy: cpuMicros / ((after.used.atMs - before.used.atMs) * 1_000),
        othersBusy:
          before.coreMs === undefined || after.coreMs === undefined
            ? 0
            : Math.max(0, (after.coreMs - before.coreMs - cpuMicros / 1_000) / elapsedMs),
        loadBusy: (after.loadMicros - before.loadMicros) / (elapsedMs * 1_000),
      };
    };
    return await Promise.race([measure(), failed.promise]);
  } finally {
    going = false;
    for (const connection of connections) connection.close();
  }
};
