/** The rules that the promise is said to need; each can be left out. */
export interface Rules {
  readonly instances: number;
  /** In ticks. */
  readonly validity: number;
  readonly closingWait: number;
  readonly openingWait: number;
  /** Replies of the gate's reads may be late; else they come at once, which is the worst under `ageFrom: 'start'`. */
  readonly lateReplies: boolean;
  /** What a view's age counts from. */
  readonly ageFrom: 'start' | 'reply';
  /** In opening a mutation is answered after an append. */
  readonly appendInOpening: boolean;
  /** When a mutation decides which epoch to append to. */
  readonly chooseEpoch: 'before the write' | 'after the write';
  /** A mutation looks at the gate again after the append's reply. */
  readonly checkAfterAppend: boolean;
  /** A log refuses when its server has another replication id than the gate names. */
  readonly checkLogId: boolean;
  /** Reads of Mongo are bounded by the operation time of the first view that showed the epoch live. */
  readonly boundReads: boolean;
}

export const THE_RULES: Rules = {
  instances: 2,
  validity: 2,
  closingWait: 2,
  openingWait: 2,
  lateReplies: false,
  ageFrom: 'start',
  appendInOpening: true,
  chooseEpoch: 'after the write',
  checkAfterAppend: true,
  checkLogId: true,
  boundReads: true,
};
