import type { LimitWindow } from './policy.ts';

/** Most slots of a window: what a log may take. */
const maxSlots = 60;

/** Milliseconds of a slot: 1 for limits up to 60, so that no log is longer than that; else a sixtieth of the window. */
export const slotMsOf = ({ limit, windowMs }: Pick<LimitWindow, 'limit' | 'windowMs'>): number =>
  limit <= maxSlots ? 1 : Math.max(1, Math.ceil(windowMs / maxSlots));

/**
 * The sliding window of one subject: a log of what was let through ("sliding window log"), in slots so that it stays
 * small. What happened in a slot counts until the end of the slot and one window more. So
 * - in no window, wherever it begins, are more let through than the limit: each counts for at least a window;
 * - a place becomes free at most one slot later than an exact log would free it: 1 ms for limits up to 60, else a
 *   sixtieth of the window (15 s of 15 min).
 *
 * The usual counter of two weighted windows takes less room, but supposes that requests are spread evenly: who sends
 * all at the end of one window and the weighted rest in the next gets up to twice the limit through.
 * @see https://blog.cloudflare.com/counting-things-a-lot-of-different-things/ for that one, and its error
 */
export class SlotLog {
  /** What counts, as of the last `expire`. */
  total = 0;
  readonly #slotMs: number;
  readonly #lifeMs: number;
  /** In ascending order. */
  #starts: number[] = [];
  #counts: number[] = [];

  constructor(slotMs: number, windowMs: number) {
    this.#slotMs = slotMs;
    this.#lifeMs = slotMs + windowMs;
  }

  expire(nowMs: number): void {
    const starts = this.#starts;
    while (starts.length > 0 && (starts[0] ?? 0) + this.#lifeMs <= nowMs) {
      starts.shift();
      this.total -= this.#counts.shift() ?? 0;
    }
  }

  /** @returns the start of the slot that it went into, for `remove`. */
  add(nowMs: number, count: number): number {
    this.total += count;
    const last = this.#starts.length - 1;
    const lastStart = this.#starts[last];
    if (lastStart !== undefined && nowMs < lastStart + this.#slotMs) {
      this.#counts[last] = (this.#counts[last] ?? 0) + count;
      return lastStart;
    }
    const start = Math.floor(nowMs / this.#slotMs) * this.#slotMs;
    this.#starts.push(start);
    this.#counts.push(count);
    return start;
  }

  /** Takes one back out of the slot, if it still counts. */
  remove(startMs: number): void {
    const at = this.#starts.indexOf(startMs);
    const count = this.#counts[at];
    if (!count) return;
    this.#counts[at] = count - 1;
    this.total -= 1;
  }

  /** Milliseconds until `places` of what counts now do no more; 0 when nothing counts. */
  freeAfterMs(nowMs: number, places: number): number {
    let freed = 0;
    let end = nowMs;
    for (let at = 0; at < this.#starts.length && freed < places; at += 1) {
      const count = this.#counts[at] ?? 0;
      if (count === 0) continue;
      freed += count;
      end = (this.#starts[at] ?? 0) + this.#lifeMs;
    }
    return end - nowMs;
  }

  /** Calls back with each slot that counts, oldest first, and forgets all. */
  drain(take: (startMs: number, count: number) => void): void {
    for (let at = 0; at < this.#starts.length; at += 1) take(this.#starts[at] ?? 0, this.#counts[at] ?? 0);
    this.#starts = [];
    this.#counts = [];
    this.total = 0;
  }

  /** Of all slots given, which may come in any order and overlap. */
  replaceWith(slots: readonly (readonly [startMs: number, count: number])[]): void {
    const sorted = slots.toSorted(([left], [right]) => left - right);
    this.#starts = sorted.map(([start]) => start);
    this.#counts = sorted.map(([, count]) => count);
    this.total = this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /** A copy of what counts, oldest first. */
  slots(): (readonly [startMs: number, count: number])[] {
    return this.#starts.map((start, at) => [start, this.#counts[at] ?? 0]);
  }
}
