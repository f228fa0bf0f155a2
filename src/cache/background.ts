import type { Logger } from '../shared/logger.ts';

/** Work that nobody waits for, until somebody does: at shutdown, and in tests. */
export interface Background {
  /** Takes the work over; a failure is logged. */
  run(work: Promise<unknown>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export const createBackground = (logger: Logger): Background => {
  const underWay = new Set<Promise<unknown>>();
  return {
    run(work) {
      const ended: Promise<unknown> = work
        .catch((error: unknown) => logger.warn({ err: error }, 'Work of the cache in the background failed.'))
        .finally(() => underWay.delete(ended));
      underWay.add(ended);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
};
