import type { CacheEvents } from '../events.ts';

export interface RedisGuardOptions {
  /** Names the user of the guard in events. */
  readonly store: string;
  /** How long an operation may take, in milliseconds. */
  readonly budgetMs: number;
  /** Between two probes of a server that is left alone. Default 250. */
  readonly probeEveryMs?: number;
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
  const { store, budgetMs, probeEveryMs = 250, events } = options;
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
      let timer: NodeJS.Timeout | undefined;
      try {
        const late = new Promise<typeof LATE>((resolve) => {
          timer = setTimeout(resolve, budgetMs, LATE);
        });
        const result = await Promise.race([operation(), late]);
        if (result !== LATE) return result;
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
