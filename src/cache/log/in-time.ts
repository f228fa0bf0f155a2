import { LogUnavailableError } from './invalidation-log.ts';

/**
 * The result of the work, if it comes within the limit.
 *
 * @param work told whether its time is over, so that it begins nothing more
 * @throws LogUnavailableError when the work fails, or its time is over
 */
export const inTime = async <Result>(
  limitMs: number,
  work: (isLate: () => boolean) => Promise<Result>,
): Promise<Result> => {
  let isLate = false;
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    // After a pause of this process, timers run before what arrived meanwhile is read: look there first, or a
    // busy process would take a good log for a hung one.
    setImmediate(() => {
      isLate = true;
      limit.reject(new LogUnavailableError(`The invalidation log did not answer within ${limitMs} ms.`));
    });
  }, limitMs);
  try {
    return await Promise.race([work(() => isLate), limit.promise]);
  } catch (error) {
    if (error instanceof LogUnavailableError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogUnavailableError(`The invalidation log failed: ${reason}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
};
