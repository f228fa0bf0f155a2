import type { LogRecord, Position } from './log/invalidation-log.ts';
import { StampedValues } from './stamped-values.ts';
import { type Bound, hasKey, partsOfTag, type Tag } from './tags.ts';

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
   * seen every write that was forgotten, an older one has not. Of a tag with a bound, only stamps within it count.
   */
  isCurrent(tags: readonly Tag[], asOf: Position): boolean;
  /** Forgets what lies at and below the position. A lower one than the floor changes nothing. */
  raiseFloor(position: Position): void;
}

export interface StampTableOptions {
  /**
   * Most stamps kept; the oldest are forgotten first, all those of one position together. Default 200,000,
   * which take 30 MB.
   */
  readonly capacity?: number;
}

/**
 * Linked in the order of positions. The order of a Map would say the same, but stamping again would then be a
 * deletion and an addition, and an addition walks over what was deleted under that key: 30 µs a stamp, measured,
 * for tags that every write has.
 */
interface Stamp {
  readonly tag: Tag;
  position: Position;
  /** Once it was stamped with a value. */
  values: StampedValues | undefined;
  older: Stamp | undefined;
  newer: Stamp | undefined;
}

/** The tags of an entry, those with bounds apart. */
interface Dependencies {
  readonly plain: readonly Tag[];
  readonly bounded: readonly { readonly tag: Tag; readonly bound: Bound; readonly key: string }[];
}

const dependenciesOn = (tags: readonly Tag[]): Dependencies => {
  if (!tags.some(hasKey)) return { plain: tags, bounded: [] };
  const parts = tags.filter(hasKey).map(partsOfTag);
  return {
    plain: tags.filter((tag) => !hasKey(tag)),
    bounded: parts.map(({ tag, relation, key }) => ({ tag, bound: relation === '<=' ? '<=' : '>=', key })),
  };
};

/** @throws TypeError when the capacity is no positive integer */
export const createStampTable = ({ capacity = 200_000 }: StampTableOptions = {}): StampTable => {
  if (!Number.isSafeInteger(capacity) || capacity < 1) {
    throw new TypeError(`capacity: expected a positive integer but got ${capacity}`);
  }
  const stamps = new Map<Tag, Stamp>();
  let floor: Position = 0;
  let oldest: Stamp | undefined;
  let newest: Stamp | undefined;
  /** Which tags were found current, as of when, and the position of the newest stamp then: nothing else can change it. */
  const found = new WeakMap<
    readonly Tag[],
    { readonly on: Dependencies; readonly asOf: Position; readonly newest: Position }
  >();

  const unlink = ({ older, newer }: Stamp): void => {
    if (older === undefined) oldest = newer;
    else older.newer = newer;
    if (newer === undefined) newest = older;
    else newer.older = older;
  };

  const linkAsNewest = (stamp: Stamp): void => {
    stamp.older = newest;
    stamp.newer = undefined;
    if (newest === undefined) oldest = stamp;
    else newest.newer = stamp;
    newest = stamp;
  };

  const raiseFloor = (position: Position): void => {
    if (position <= floor) return;
    floor = position;
    for (let stamp = oldest; stamp !== undefined && stamp.position <= floor; stamp = stamp.newer) {
      stamps.delete(stamp.tag);
      unlink(stamp);
    }
  };

  const stampAt = (position: Position, stamped: Tag): void => {
    const { tag, relation, key } = partsOfTag(stamped);
    const known = stamps.get(tag);
    const stamp = known ?? { tag, position, values: undefined, older: undefined, newer: undefined };
    if (relation === undefined) stamp.values?.stampAny(position);
    else {
      // Up to now whoever stamped it said no value.
      stamp.values ??= new StampedValues(known?.position ?? 0);
      stamp.values.stamp(position, key);
    }
    if (known === undefined) stamps.set(tag, stamp);
    else unlink(known);
    stamp.position = position;
    linkAsNewest(stamp);
  };

  const isStampedAfter = ({ plain, bounded }: Dependencies, asOf: Position): boolean => {
    for (const tag of plain) {
      const stamp = stamps.get(tag);
      if (stamp !== undefined && stamp.position > asOf) return true;
    }
    return bounded.some(({ tag, bound, key }) => {
      const stamp = stamps.get(tag);
      if (stamp === undefined || stamp.position <= asOf) return false;
      return stamp.values === undefined || stamp.values.reached(bound, key, asOf);
    });
  };

  return {
    get floor() {
      return floor;
    },
    get size() {
      return stamps.size;
    },
    apply({ position, tags }) {
      for (const tag of tags) stampAt(position, tag);
      while (stamps.size > capacity) raiseFloor(oldest?.position ?? position);
    },
    isCurrent(tags, asOf) {
      if (asOf < floor) return false;
      if (newest === undefined || newest.position <= asOf) return true;
      const before = found.get(tags);
      if (before?.newest === newest.position && before.asOf <= asOf) return true;
      const on = before?.on ?? dependenciesOn(tags);
      if (isStampedAfter(on, asOf)) return false;
      found.set(tags, { on, asOf, newest: newest.position });
      return true;
    },
    raiseFloor,
  };
};
