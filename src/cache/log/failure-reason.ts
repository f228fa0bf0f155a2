import { LogRefusedError } from './invalidation-log.ts';

/** What an authority is told of a failed call: the reason of a refusal, else `unavailable: ` and what went wrong. */
export const failureReason = (error: unknown): string => {
  if (error instanceof LogRefusedError) return error.reason;
  return `unavailable: ${error instanceof Error ? error.message : String(error)}`;
};
