import type { Entry } from '../entry.ts';

/**
 * Whether `next` may take the place of `kept` under the same key. Never one with an older `asOf`: an answer
 * that was slow to compute would undo a newer one. Of two with the same `asOf`, both equally right, the one
 * computed later: without it a refresh would not replace what expired while nobody wrote.
 */
export const replaces = (
  next: Pick<Entry, 'asOf' | 'computedAtMs'>,
  kept: Pick<Entry, 'asOf' | 'computedAtMs'>,
): boolean => next.asOf > kept.asOf || (next.asOf === kept.asOf && next.computedAtMs > kept.computedAtMs);
