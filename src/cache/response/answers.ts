import type { Audience } from '../entry.ts';
import type { Epoch } from '../epoch.ts';
import type { About, BypassReason, MissReason, NotStoredReason, PastReason, Tier } from '../events.ts';
import type { Computed } from '../keepable.ts';
import type { OperationTime, Position } from '../log/invalidation-log.ts';
import type { Proof } from '../log/prover.ts';
import type { Tag } from '../tags.ts';

export type { Computed };

/** What the host wants back with a body: small, JSON. */
export type Meta = Readonly<Record<string, unknown>>;

export interface AnswerRequest {
  /**
   * What is asked, whoever asks: a hash of version, normalised operation and variables, a few dozen characters.
   * The engine adds epoch and audience.
   */
  readonly key: string;
  /** An opaque id that never names another viewer; `undefined` for the anonymous. */
  readonly viewerId: string | undefined;
  /**
   * A proof that the host began after this request arrived; where absent the engine takes one itself. One that
   * began earlier breaks the promise.
   */
  readonly proof?: Promise<Proof | undefined>;
  /**
   * Milliseconds that it is worth waiting for another instance that computes the same, which is the longest that one keeps others
   * from it, dead or alive: for what costs much. Default `leaseWaitMs`.
   */
  readonly patienceMs?: number;
  /** Goes along with the events; as a rule the meta that the answer will have. */
  readonly about?: About;
  /** Led past the cache on purpose: nothing kept is looked for, nothing is kept or shared. */
  readonly past?: PastReason;
}

/** What a computation may build on. */
export interface ComputationStart {
  readonly epoch: Epoch;
  /** Every write up to here is to be seen by the computation's reads. */
  readonly asOf: Position;
  readonly operationTime: OperationTime | undefined;
  /** For entities read on the way: it began after the request arrived. */
  readonly proof: Proof;
}

/**
 * Computes the answer anew. `start` is `undefined` while the cache stands aside. May be called once the request
 * is over, for a refresh in the background, so it brings its own context and loaders.
 */
export type Compute = (start: ComputationStart | undefined) => Promise<Computed>;

export type How =
  | 'hit'
  | 'stale-while-revalidate'
  | 'joined' /** another's computation, here or at another instance */
  | 'computed'
  | 'bypassed';

export interface Served {
  readonly body: Uint8Array;
  readonly meta: Meta;
  readonly how: How;
  /** Where it was kept, if it was. */
  readonly tier?: Tier;
  readonly ageMs: number;
  /** The whole life of the answer, not what is left of it. */
  readonly ttlMs: number;
  readonly tags: readonly Tag[];
  readonly audience: Audience;
  /** Why nothing kept was served. */
  readonly missed?: MissReason;
  readonly bypassed?: BypassReason;
  /** Why what was computed is not kept; `detail` in the host's own words. */
  readonly notStored?: { readonly reason: NotStoredReason; readonly detail?: string };
}
