import type { Logger } from '../../src/shared/logger.ts';

/** A logger that says nothing. */
export const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
