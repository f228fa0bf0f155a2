import type { PastReason } from '../../cache/events.ts';
import type { Viewer } from '../../shared/viewer.ts';

export interface PastTheCacheOptions {
  /** Of all requests, from 0 to 1. */
  readonly share: number;
  /** Who may ask for it by `Cache-Bypass: 1`. Of anybody else it is passed over: it would be a way to load the database. */
  readonly mayAsk: (viewer: Viewer) => boolean;
  /** From 0 up to 1. Default `Math.random`. */
  readonly random?: () => number;
}

/** Decides which requests are answered past the cache, so that both ways can be compared on the same traffic. */
export const createPastTheCache =
  ({ share, mayAsk, random = Math.random }: PastTheCacheOptions) =>
  (header: string | string[] | undefined, viewer: Viewer | undefined): PastReason | undefined => {
    if (header !== undefined && viewer !== undefined && header === '1' && mayAsk(viewer)) return 'asked';
    return share > 0 && random() < share ? 'drawn' : undefined;
  };
