import type { Epoch } from '../epoch.ts';
import type { Tag } from '../tags.ts';

/**
 * A place in the log: 1 for the record that opened the epoch, one more for each record after it. A safe
 * integer. Positions of different epochs do not compare.
 */
export type Position = number;

/** A time of Mongo's, majority-acknowledged, at or after which reads see the writes of the log. */
export interface OperationTime {
  /** Sixteen hex digits, seconds then increment, so that text order is time order. */
  readonly order: string;
  /** The signed `$clusterTime` that lets a session advance to it; opaque here. */
  readonly signed: string;
}

export interface LogRecord {
  readonly position: Position;
  readonly tags: readonly Tag[];
  /** Hash of the facet declarations the writer knew; a foreign one makes its tags wide for the reader. */
  readonly declarations: string;
  /** The order of the operation time that it was appended with; `undefined`: with none, or by an older version. */
  readonly order?: string | undefined;
}

export interface ProofReply {
  /** Position of the head at a moment after the proof was sent. */
  readonly position: Position;
  /** Records after the `applied` that was asked for, without gaps; `'truncated'` when they are too many or gone. */
  readonly records: readonly LogRecord[] | 'truncated';
  readonly operationTime: OperationTime | undefined;
}

/** Why a log would not act. A refused append is no append. */
export type RefusalReason =
  'not-a-master' | 'other-log' | 'other-epoch' | 'head-missing' | 'head-not-last' | 'behind-applied';

/** The log answered, and the answer is no: it is not the log of that epoch. */
export class LogRefusedError extends Error {
  override readonly name = 'LogRefusedError';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(`The invalidation log refused: ${reason}.`);
    this.reason = reason;
  }
}

/** The log did not answer, or not in time. Of an append, the outcome is unknown. */
export class LogUnavailableError extends Error {
  override readonly name = 'LogUnavailableError';
}

/** The one total order of writes. Every implementation passes `test/contract/invalidation-log`. */
export interface InvalidationLog {
  /**
   * Adds a record. Resolves when the log holds it.
   * @throws LogRefusedError, LogUnavailableError
   */
  append(
    epoch: Epoch,
    record: {
      readonly tags: readonly Tag[];
      readonly declarations: string;
      readonly operationTime?: OperationTime;
    },
  ): Promise<Position>;
  /**
   * What was appended after `applied`, up to a moment not before this call.
   * @throws LogRefusedError, LogUnavailableError
   */
  prove(epoch: Epoch, applied: Position): Promise<ProofReply>;
  /**
   * Begins an epoch: a fresh nonce, an empty log with its opening record at position 1.
   * @throws LogUnavailableError
   */
  open(): Promise<Epoch>;
  close(): Promise<void>;
}
