import { createGenerations, type Generations } from './generations.ts';
import { type LimitCounter, type LimitPolicy, type Quota, strictest, type Taken } from './policy.ts';
import { SlotLog, slotMsOf } from './slot-log.ts';

export interface MemoryCounterOptions {
  /** Milliseconds of a clock that never goes back. */
  readonly nowMs?: () => number;
  /** Subjects of one policy that are surely remembered; at most twice as many are. Default 50,000. */
  readonly maxSubjects?: number;
}

/** Counts in this process, so for each instance alone. */
export interface MemoryCounter extends LimitCounter {
  /** Counts what was let through elsewhere. */
  record(policy: LimitPolicy, subject: string): () => void;
}

export const defaultMaxSubjects = 50_000;

export const createMemoryCounter = (options: MemoryCounterOptions = {}): MemoryCounter => {
  const { nowMs: clock = () => performance.now(), maxSubjects = defaultMaxSubjects } = options;
  const policies = new Map<string, Generations<readonly SlotLog[]>>();

  const logsOf = ({ name, windows }: LimitPolicy, subject: string, nowMs: number): readonly SlotLog[] => {
    let subjects = policies.get(name);
    if (!subjects) {
      const lifeMs = Math.max(...windows.map((window) => window.windowMs + slotMsOf(window)));
      subjects = createGenerations(lifeMs, maxSubjects);
      policies.set(name, subjects);
    }
    let logs = subjects.get(subject, nowMs);
    if (!logs) {
      logs = windows.map((window) => new SlotLog(slotMsOf(window), window.windowMs));
      subjects.set(subject, logs);
    }
    for (const log of logs) log.expire(nowMs);
    return logs;
  };

  const add = (logs: readonly SlotLog[], nowMs: number): (() => void) => {
    const starts = logs.map((log) => log.add(nowMs, 1));
    return () => {
      for (const [at, log] of logs.entries()) log.remove(starts[at] ?? 0);
    };
  };

  const take = (policy: LimitPolicy, subject: string): Taken & { undo: () => void } => {
    const nowMs = clock();
    const logs = logsOf(policy, subject, nowMs);
    const isFull = (at: number): boolean => (logs[at]?.total ?? 0) >= (policy.windows[at]?.limit ?? 0);
    const isAllowed = !policy.windows.some((_window, at) => isFull(at));
    const undo = isAllowed ? add(logs, nowMs) : () => undefined;
    const quotaOf = (at: number): Quota => {
      const window = policy.windows[at] ?? policy.windows[0];
      const total = logs[at]?.total ?? 0;
      const places = isAllowed ? 1 : total + 1 - window.limit;
      const freeAfterMs = logs[at]?.freeAfterMs(nowMs, places) ?? 0;
      return { window, remaining: Math.max(0, window.limit - total), freeAfterMs: Math.max(0, freeAfterMs) };
    };
    const quotas = policy.windows.map((_window, at) => quotaOf(at));
    return { isAllowed, quota: strictest([quotaOf(0), ...quotas.slice(1)], isAllowed), undo };
  };

  return {
    async take(policy, subject) {
      const { undo, ...taken } = take(policy, subject);
      return { ...taken, giveBack: async () => undo() };
    },
    record(policy, subject) {
      const nowMs = clock();
      return add(logsOf(policy, subject, nowMs), nowMs);
    },
    close: () => undefined,
  };
};
