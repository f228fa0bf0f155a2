import { FaultError } from '../../shared/faults.ts';
import type { Logger } from '../../shared/logger.ts';

/** Logs what the store failed with, and makes a fault of it. */
export const createStoreGuard =
  (log: Logger) =>
  async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      log.error({ err: error }, 'The store of files did not answer.');
      throw new FaultError({
        code: 'UNAVAILABLE',
        message: 'The store of files does not answer. Try again in a moment.',
      });
    }
  };
