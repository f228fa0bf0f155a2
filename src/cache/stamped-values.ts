import type { Position } from './log/invalidation-log.ts';
import type { Bound } from './tags.ts';

/** Values that were stamped, and when. */
interface Extreme {
  position: Position;
  key: string;
}

/** More than this are joined: the older ones then count as if they were later. */
const MAX_EXTREMES = 64;

/**
 * Those of the stamped values that no later one goes beyond, the oldest first; so the first one after a position is the
 * farthest of all after it.
 */
class Extremes {
  readonly #items: Extreme[] = [];
  readonly #goesBeyond: (key: string, other: string) => boolean;

  constructor(goesBeyond: (key: string, other: string) => boolean) {
    this.#goesBeyond = goesBeyond;
  }

  add(position: Position, key: string): void {
    const items = this.#items;
    for (let last = items.at(-1); last && !this.#goesBeyond(last.key, key); last = items.at(-1)) items.pop();
    items.push({ position, key });
    const [oldest, next] = items;
    if (items.length <= MAX_EXTREMES || !oldest || !next) return;
    next.key = oldest.key;
    items.shift();
  }

  /** The farthest value that was stamped after a position. */
  after(position: Position): string | undefined {
    const items = this.#items;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((items[middle] as Extreme).position > position) high = middle;
      else low = middle + 1;
    }
    return items[low]?.key;
  }

  clear(): void {
    this.#items.length = 0;
  }
}

/** What is known of the values with which the tag of one path was stamped. */
export class StampedValues {
  readonly #highest = new Extremes((key, other) => key > other);
  readonly #lowest = new Extremes((key, other) => key < other);
  /** Of the last stamp that may be of any value. */
  #anyAt: Position;

  constructor(anyAt: Position) {
    this.#anyAt = anyAt;
  }

  stamp(position: Position, key: string): void {
    this.#highest.add(position, key);
    this.#lowest.add(position, key);
  }

  /** A stamp that may be of any value: it goes beyond all before it. */
  stampAny(position: Position): void {
    this.#anyAt = position;
    this.#highest.clear();
    this.#lowest.clear();
  }

  /** Whether a value on that side of the key was, or may have been, stamped after the position. */
  reached(bound: Bound, key: string, position: Position): boolean {
    if (this.#anyAt > position) return true;
    if (bound === '>=') {
      const highest = this.#highest.after(position);
      return highest !== undefined && highest >= key;
    }
    const lowest = this.#lowest.after(position);
    return lowest !== undefined && lowest <= key;
  }
}
