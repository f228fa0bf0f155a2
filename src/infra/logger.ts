import { pino, stdTimeFunctions } from 'pino';
import type { Logger } from '../shared/logger.ts';
import { currentRequestId } from '../shared/request-scope.ts';

export interface LoggerOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Lines for people rather than for machines. */
  readonly pretty: boolean;
}

/** A line of JSON an event, on standard output; each knows the request it belongs to. */
export const createLogger = ({ level, pretty }: LoggerOptions): Logger =>
  pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // What Mongo's errors name may hold what a user typed, and connection strings hold passwords.
    redact: ['err.options', 'err.connectionString'],
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === 'none' ? {} : { requestId };
    },
    ...(pretty && {
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
    }),
  });
