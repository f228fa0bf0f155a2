import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from './logger.ts';

/** Work in the background that gives way to requests. */
export interface IdleWork {
  /**
   * Takes work over: it begins when the process is quiet. Dropped when too much waits already, when it is not quiet in time,
   * and when work of this name waits or runs.
   */
  offer(name: string, run: () => Promise<unknown>): void;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  /** Takes no more, drops what waits, and waits for what runs. */
  close(): Promise<void>;
}

export interface IdleWorkOptions {
  readonly isQuiet: () => boolean;
  readonly log: Logger;
  /** Work that runs at once. Default 2. */
  readonly maxRunning?: number;
  /** Work that waits. Default 32. */
  readonly maxWaiting?: number;
  /** Milliseconds that it waits for quiet. Default 2,000. */
  readonly patienceMs?: number;
}

/** Milliseconds between looks. */
const lookMs = 10;

export const createIdleWork = ({
  isQuiet,
  log,
  maxRunning = 2,
  maxWaiting = 32,
  patienceMs = 2_000,
}: IdleWorkOptions): IdleWork => {
  const waiting = new Map<string, { readonly run: () => Promise<unknown>; readonly untilMs: number }>();
  const names = new Set<string>();
  const closing = new AbortController();
  let running = 0;
  let looking: Promise<void> | undefined;
  const underWay = new Set<Promise<void>>();

  const begin = (name: string, run: () => Promise<unknown>): void => {
    running += 1;
    const ended: Promise<void> = run()
      .then(
        () => undefined,
        (error: unknown) => log.debug({ err: error }, 'Work for idle times failed.'),
      )
      .finally(() => {
        running -= 1;
        names.delete(name);
        underWay.delete(ended);
      });
    underWay.add(ended);
  };

  const look = async (): Promise<void> => {
    // Not before the answer that it came with is out.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.size > 0 && !closing.signal.aborted) {
      const nowMs = performance.now();
      for (const [name, { run, untilMs }] of waiting) {
        const isLate = nowMs > untilMs;
        const mayBegin = running < maxRunning && isQuiet();
        if (!isLate && !mayBegin) break;
        waiting.delete(name);
        if (isLate) names.delete(name);
        else begin(name, run);
      }
      if (waiting.size > 0) {
        await sleep(lookMs, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
    looking = undefined;
  };

  return {
    offer(name, run) {
      if (closing.signal.aborted || names.has(name) || waiting.size >= maxWaiting) return;
      names.add(name);
      waiting.set(name, { run, untilMs: performance.now() + patienceMs });
      looking ??= look();
    },
    async idle() {
      for (;;) {
        const work = [...(looking ? [looking] : []), ...underWay];
        if (work.length === 0) return;
        await Promise.all(work);
      }
    },
    async close() {
      closing.abort();
      waiting.clear();
      await Promise.all([looking, ...underWay]);
    },
  };
};
