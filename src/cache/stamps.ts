import type { LogRecord, Position } from './log/invalidation-log.ts';
import type { Tag } from './tags.ts';

/** The last position at which each tag was written, as far back as the floor. */
export interface StampTable {
  /** Stamps at and below this position are forgotten; 0 while none is. */
  readonly floor: Position;
  /** How many stamps are kept. */
  readonly size: number;
  /** Stamps the record's tags. Records come in the order of their positions. */
  apply(record: Pick<LogRecord, 'position' | 'tags'>): void;
  /**
   * False when a tag has a stamp above `asOf`, or when one may have had: an entry as of the floor itself has
   * seen every write that was forgotten, an older one has not.
   */
  isCurrent(tags: readonly Tag[], asOf: Position): boolean;
  /** Forgets what lies at and below the position. A lower one than the floor changes nothing. */
  raiseFloor(position: Position): void;
}

export interface StampTableOptions {
  /** Most stamps kept; the oldest are forgotten first, all those of one position together. Default 200,000. */
  readonly capacity?: number;
}

/** @throws TypeError when the capacity is no positive integer */
export const createStampTable = ({ capacity = 200_000 }: StampTableOptions = {}): StampTable => {
  if (!Number.isSafeInteger(capacity) || capacity < 1) {
    throw new TypeError(`capacity: expected a positive integer but got ${capacity}`);
  }
  /** In the order of positions, since a tag that is stamped again moves to the end. */
  const stamps = new Map<Tag, Position>();
  let floor: Position = 0;

  // One iterator for the whole life of the table: a Map keeps the places of what was deleted until it is
  // rebuilt, and a new iterator would walk over all of them at each eviction.
  let walk = stamps.entries();
  let candidate: readonly [Tag, Position] | undefined;

  const oldest = (): readonly [Tag, Position] | undefined => {
    while (stamps.size > 0) {
      if (candidate !== undefined && stamps.get(candidate[0]) === candidate[1]) return candidate;
      const next = walk.next();
      if (next.done === true) walk = stamps.entries();
      else candidate = next.value;
    }
    return undefined;
  };

  const raiseFloor = (position: Position): void => {
    if (position <= floor) return;
    floor = position;
    for (let stamp = oldest(); stamp !== undefined && stamp[1] <= floor; stamp = oldest()) {
      stamps.delete(stamp[0]);
    }
  };

  return {
    get floor() {
      return floor;
    },
    get size() {
      return stamps.size;
    },
    apply({ position, tags }) {
      for (const tag of tags) {
        stamps.delete(tag);
        stamps.set(tag, position);
      }
      while (stamps.size > capacity) raiseFloor(oldest()?.[1] ?? position);
    },
    isCurrent(tags, asOf) {
      if (asOf < floor) return false;
      for (const tag of tags) {
        const stamp = stamps.get(tag);
        if (stamp !== undefined && stamp > asOf) return false;
      }
      return true;
    },
    raiseFloor,
  };
};
