import type { Epoch } from '../epoch.ts';
import type { Tag } from '../tags.ts';
import type { OperationTime, Position } from './invalidation-log.ts';

/** What is known of the log after a proof: enough to say of an entry whether it is current. */
export interface Proof {
  readonly epoch: Epoch;
  /** Position applied here, contiguously, by this proof. A computation begun now may use it as `asOf`. */
  readonly position: Position;
  readonly operationTime: OperationTime | undefined;
  /** False when a tag has a stamp above `asOf`, or `asOf` lies below the floor. */
  isCurrent(tags: readonly Tag[], asOf: Position): boolean;
}

/** One proof in two forms. */
export interface Proofs {
  /** For whoever goes on with it later: its `isCurrent` asks whether the epoch lives still. */
  readonly kept: Proof;
  /**
   * For whoever uses it at once, in the turn of the event loop in which it was found that the epoch lives: its
   * `isCurrent` does not ask again.
   */
  readonly atOnce: Proof;
}

/** Gives proofs, shared among requests only as far as the promise allows. */
export interface Prover {
  /**
   * A proof whose bytes go to the log after this call. `undefined` when there is no living epoch or the log
   * did not prove it within the budget: then nothing may be served from the cache and nothing stored.
   */
  prove(): Promise<Proof | undefined>;
  /** The same at once, to be used before anything else happens; only where the log is in this process. */
  proveNow?(): Proof | undefined;
  /**
   * The same proof without promises, for those so many that a promise costs them too much.
   * @param epoch that was just found to live.
   * @param tell called once, in no asynchronous context and with others waiting for their turn: it must neither throw nor
   *   take long. `undefined` where `prove` gives that.
   * @returns `false` where there is no proof to wait for; nothing is told then.
   */
  proveSoon?(epoch: Epoch, tell: (proofs: Proofs | undefined) => void): boolean;
}
