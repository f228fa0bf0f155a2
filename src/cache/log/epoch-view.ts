import type { Epoch, EpochAuthority } from '../epoch.ts';
import { createStampTable } from '../stamps.ts';
import type { CacheEvents } from '../events.ts';
import { EVERYTHING_TAG, namespaceOfTag, type Tag } from '../tags.ts';
import { LogRefusedError, type LogRecord, type Position, type ProofReply } from './invalidation-log.ts';
import type { Proofs } from './prover.ts';

/** What this instance has learnt of one epoch. It is never taken over into another one. */
export interface EpochView {
  readonly epoch: Epoch;
  /** Up to here every record is in the stamps, or below their floor. */
  readonly applied: Position;
  /**
   * Takes in what the log replied to a proof from `applied`.
   * @throws LogRefusedError when the reply is older than what is known already
   */
  receive(reply: ProofReply): Proofs;
}

export interface EpochViewOptions {
  readonly epoch: Epoch;
  readonly authority: EpochAuthority;
  /** Hash of the facet declarations that this instance knows. */
  readonly declarations: string;
  readonly stampCapacity?: number | undefined;
  /** Told of what was written by whomever. */
  readonly events?: CacheEvents;
}

/** Begins with nothing applied: the log then brings all there is, or says that it is too much. */
export const createEpochView = (options: EpochViewOptions): EpochView => {
  const { epoch, authority, declarations, stampCapacity, events } = options;
  const stamps = createStampTable(stampCapacity === undefined ? {} : { capacity: stampCapacity });
  let applied: Position = 0;
  let latest: Proofs | undefined;

  const skipTo = (position: Position): void => {
    stamps.raiseFloor(position);
    applied = position;
  };

  const apply = (records: readonly LogRecord[]): void => {
    for (const { position, tags, ...record } of records) {
      if (position !== applied + 1) return;
      if (tags.includes(EVERYTHING_TAG)) {
        skipTo(position);
        events?.emit({ type: 'cleared', position });
        continue;
      }
      stamps.apply({ position, tags: record.declarations === declarations ? tags : widened(tags) });
      applied = position;
      // An epoch's opening and a probe name nothing.
      if (tags.length > 0) events?.emit({ type: 'invalidated', position, tags: tags.length });
    }
  };

  const receive = ({ position, records, operationTime }: ProofReply): Proofs => {
    if (position < applied) throw new LogRefusedError('behind-applied');
    // In process most proofs find nothing new, and the last one says it all.
    if (latest !== undefined && latest.kept.position === position) return latest;
    if (records !== 'truncated') apply(records);
    if (applied < position) {
      events?.emit({ type: 'skipped', position, records: position - applied });
      skipTo(position);
    }
    const proven = { epoch, position: applied, operationTime };
    // The stamps of now rather than of then: within an epoch they only grow, which refuses more, not less.
    const { isCurrent } = stamps;
    latest = {
      kept: {
        ...proven,
        isCurrent: (tags, asOf) => authority.live()?.nonce === epoch.nonce && isCurrent(tags, asOf),
      },
      atOnce: { ...proven, isCurrent },
    };
    return latest;
  };

  return {
    epoch,
    get applied() {
      return applied;
    },
    receive,
  };
};

/** A writer with other declarations may have named other partitions than readers here carry: `c!` finds all. */
const widened = (tags: readonly Tag[]): readonly Tag[] => [
  ...tags,
  ...new Set(tags.map((tag) => `${namespaceOfTag(tag)}!`)),
];
