import type { Logger } from '../../src/shared/logger.ts';

/** Says aloud what takes time, such as a download; for what happens before or around tests. */
export const narrator: Logger = {
  debug: () => undefined,
  info: (_fields, message) => process.stderr.write(`${message}\n`),
  warn: (_fields, message) => process.stderr.write(`${message}\n`),
  error: (_fields, message) => process.stderr.write(`${message}\n`),
};
