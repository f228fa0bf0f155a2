import type { Fault } from '../shared/faults.ts';
import type { Viewer } from '../shared/viewer.ts';
import type { Quota } from './policy.ts';

/**
 * Who is counted.
 * @param address `address:192.0.2.1`, as `src/http/client-address.ts` tells it.
 */
export const subjectOf = (viewer: Viewer | undefined, address: string): string =>
  viewer ? `viewer:${viewer.id}` : address;

/** Whole seconds to wait until what was refused is let through; at least 1. */
export const retryAfterSeconds = ({ freeAfterMs }: Quota): number =>
  Math.max(1, Math.ceil(freeAfterMs / 1_000));

/** What a client is told that has to wait. */
export const limitedFault = (quota: Quota): Fault => {
  const { name, limit, windowMs } = quota.window;
  const seconds = retryAfterSeconds(quota);
  return {
    code: 'RATE_LIMITED',
    message: `Expected at most ${limit} of "${name}" in ${windowMs / 1_000} seconds. Try again in ${seconds} seconds.`,
    details: {
      policy: name,
      limit,
      windowSeconds: windowMs / 1_000,
      remaining: quota.remaining,
      retryAfterSeconds: seconds,
      resetAt: new Date(Date.now() + seconds * 1_000).toISOString(),
    },
  };
};
