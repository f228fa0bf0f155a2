import { performance } from 'node:perf_hooks';

/** Tells whether the process has time for what nobody waits for. */
export interface LoadGauge {
  /**
   * A request began that needs more than a look into the cache.
   * @returns to be called when it ends.
   */
  began(): () => void;
  isQuiet(): boolean;
  close(): void;
}

export interface LoadLimits {
  /** Share of the time that the event loop may have been busy. */
  readonly busyShare: number;
  /** Requests that may be under way. */
  readonly requests: number;
  /** Milliseconds that the slowest of them may have taken so far. */
  readonly slowMs: number;
}

const defaults: LoadLimits = { busyShare: 0.7, requests: 4, slowMs: 250 };

/** Milliseconds over which the event loop is looked at. */
const sampleMs = 200;

/** What a cached hit costs is seen in the event loop only, so that hits need not be counted. */
export const createLoadGauge = (given: Partial<LoadLimits> = {}): LoadGauge => {
  const limits = { ...defaults, ...given };
  /** When requests under way began, the oldest first. */
  const underWay = new Map<symbol, number>();
  let last = performance.eventLoopUtilization();
  let share = 0;
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    share = performance.eventLoopUtilization(now, last).utilization;
    last = now;
  }, sampleMs).unref();

  const isSlow = (): boolean => {
    for (const beganMs of underWay.values()) return performance.now() - beganMs > limits.slowMs;
    return false;
  };
  return {
    began() {
      const request = Symbol('request');
      underWay.set(request, performance.now());
      return () => void underWay.delete(request);
    },
    isQuiet: () => share < limits.busyShare && underWay.size <= limits.requests && !isSlow(),
    close: () => clearInterval(timer),
  };
};
