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

/** Gives proofs, shared among requests only as far as the promise allows. */
export interface Prover {
  /**
   * A proof whose bytes go to the log after this call. `undefined` when there is no living epoch or the log
   * did not prove it within the budget: then nothing may be served from the cache and nothing stored.
   */
  prove(): Promise<Proof | undefined>;
  /** The same at once, to be used before anything else happens; only where the log is in this process. */
  proveNow?(): Proof | undefined;
}
