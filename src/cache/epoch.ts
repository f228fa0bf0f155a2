/** One life of the invalidation log. Everything stored under another epoch is unreachable. */
export interface Epoch {
  /** Random, never reused; part of every entry's key. */
  readonly nonce: string;
  /** Which server's memory holds the log: Redis' replication id, or the process' own id for a log in memory. */
  readonly logId: string;
}

/**
 * Says whether the cache may act, and for which epoch. The gate implements it; the engine asks it again at
 * every step that needs it, since an answer holds only for the moment.
 */
export interface EpochAuthority {
  /** The living epoch, or `undefined`: then nothing is served from the cache, nothing is stored. */
  live(): Epoch | undefined;
  /** The log refused or could not be reached while the epoch was thought to live. Never throws. */
  reportLogFailure(epoch: Epoch, reason: string): void;
}
