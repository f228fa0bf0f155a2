import type { CacheEvents } from '../events.ts';

/** How long a wait in vain speaks for others, in milliseconds: as long as it takes until a server that is left alone is probed. */
const SPEAKS_FOR_MS = 250;

/**
 * What the parts of one process that use one Redis know of each other: when one of them has waited for it in vain, the others need
 * not, so that a request which passes several of them pays for one wait.
 */
export interface RedisPatience {
  /** Somebody has just waited in vain, for as long as a request may. */
  readonly spend: () => void;
  readonly isSpent: boolean;
}

export const createRedisPatience = (nowMs: () => number = () => performance.now()): RedisPatience => {
  let spentAtMs = Number.NEGATIVE_INFINITY;
  return {
    spend: () => {
      spentAtMs = nowMs();
    },
    get isSpent() {
      return nowMs() - spentAtMs < SPEAKS_FOR_MS;
    },
  };
};

export interface RedisGuardOptions {
  /** Names the user of the guard in events. */
  readonly store: string;
  /** How long an operation may take, in milliseconds. */
  readonly budgetMs: number;
  /** Between two probes of a server that is left alone. Default 250. */
  readonly probeEveryMs?: number;
  /** Shared with the other users of this Redis. Default: it knows of nobody. */
  readonly patience?: RedisPatience | undefined;
  readonly events?: CacheEvents;
}

/**
 * Keeps a slow Redis from making anyone wait: an operation over its budget is given up, and from then on that
 * server is left alone until a probe in the background was answered within the budget.
 */
export interface RedisGuard {
  /**
   * The operation's result; `undefined` if it failed, took too long, or its server is left alone. Never rejects.
   * @param probe something harmless that the same server answers
   */
  run<T>(node: string, probe: () => Promise<unknown>, operation: () => Promise<T>): Promise<T | undefined>;
  /** Ends the probing. */
  close(): void;
}

const LATE = Symbol('late');

export const createRedisGuard = (options: RedisGuardOptions): RedisGuard => {
  const { store, budgetMs, probeEveryMs = 250, patience, events } = options;
  const leftAlone = new Set<string>();
  let closed = false;

  const probeLater = (node: string, probe: () => Promise<unknown>): void => {
    setTimeout(() => void probeOnce(node, probe), probeEveryMs).unref();
  };
  const probeOnce = async (node: string, probe: () => Promise<unknown>): Promise<void> => {
    if (closed) return;
    const startedAt = performance.now();
    try {
      // Waited for without a limit: a hung server gets one probe, not a pile of them.
      await probe();
      if (performance.now() - startedAt <= budgetMs) {
        leftAlone.delete(node);
        events?.emit({ type: 'store-available', store, node });
        return;
      }
    } catch {
      // Still not well: the next probe says when it is.
    }
    probeLater(node, probe);
  };
  const leaveAlone = (node: string, probe: () => Promise<unknown>): void => {
    if (leftAlone.has(node)) return;
    leftAlone.add(node);
    events?.emit({ type: 'store-unavailable', store, node, reason: `no answer within ${budgetMs} ms` });
    probeLater(node, probe);
  };

  return {
    async run(node, probe, operation) {
      if (leftAlone.has(node)) return undefined;
      if (patience?.isSpent === true) {
        leaveAlone(node, probe);
        return undefined;
      }
      let timer: NodeJS.Timeout | undefined;
      try {
        const late = new Promise<typeof LATE>((resolve) => {
          // The turn after the timer's: what arrived while this process was busy is read in between.
          timer = setTimeout(() => setImmediate(resolve, LATE), budgetMs);
        });
        const result = await Promise.race([operation(), late]);
        if (result !== LATE) return result;
        patience?.spend();
        leaveAlone(node, probe);
      } catch (error) {
        events?.emit({ type: 'store-failed', store, error });
      } finally {
        clearTimeout(timer);
      }
      return undefined;
    },
    close() {
      closed = true;
    },
  };
};
