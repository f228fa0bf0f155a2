import type { LimitWindow } from './policy.ts';

/** Most slots of a window: what a log may take. */
const maxSlots = 60;

/** Milliseconds of a slot: 1 for limits up to 60, so that no log is longer than that; else a sixtieth of the window. */
export const slotMsOf = ({ limit, windowMs }: Pick<LimitWindow, 'limit' | 'windowMs'>): number =>
  limit <= maxSlots ? 1 : Math.max(1, Math.ceil(windowMs / maxSlots));

/** When a slot began, and how much was let through in it. */
export type Slot = readonly [startMs: number, count: number];

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
  /** Start, count, start, count, in ascending order: one array, since it is looked at with every request. */
  #slots: number[] = [];

  constructor(slotMs: number, windowMs: number) {
    this.#slotMs = slotMs;
    this.#lifeMs = slotMs + windowMs;
  }

  expire(nowMs: number): void {
    const slots = this.#slots;
    const oldest = nowMs - this.#lifeMs;
    if (slots.length === 0 || (slots[0] ?? 0) > oldest) return;
    let gone = 0;
    while (gone < slots.length && (slots[gone] ?? 0) <= oldest) {
      this.total -= slots[gone + 1] ?? 0;
      gone += 2;
    }
    slots.splice(0, gone);
  }

  /** @returns the start of the slot that it went into, for `remove`. */
  add(nowMs: number, count: number): number {
    const slots = this.#slots;
    this.total += count;
    const last = slots.length - 2;
    const lastStart = last < 0 ? undefined : slots[last];
    if (lastStart !== undefined && nowMs < lastStart + this.#slotMs) {
      slots[last + 1] = (slots[last + 1] ?? 0) + count;
      return lastStart;
    }
    const start = Math.floor(nowMs / this.#slotMs) * this.#slotMs;
    slots.push(start, count);
    return start;
  }

  /** Takes one back out of the slot, if it still counts. */
  remove(startMs: number): void {
    for (let at = 0; at < this.#slots.length; at += 2) {
      const count = this.#slots[at + 1] ?? 0;
      if (this.#slots[at] !== startMs || count === 0) continue;
      this.#slots[at + 1] = count - 1;
      this.total -= 1;
      return;
    }
  }

  /** Milliseconds until `places` of what counts now do no more; 0 when nothing counts. */
  freeAfterMs(nowMs: number, places: number): number {
    const slots = this.#slots;
    let freed = 0;
    let end = nowMs;
    for (let at = 0; at < slots.length && freed < places; at += 2) {
      const count = slots[at + 1] ?? 0;
      if (count === 0) continue;
      freed += count;
      end = (slots[at] ?? 0) + this.#lifeMs;
    }
    return end - nowMs;
  }

  /** What counts, oldest first. */
  slots(): Slot[] {
    const found: Slot[] = [];
    for (let at = 0; at < this.#slots.length; at += 2) {
      found.push([this.#slots[at] ?? 0, this.#slots[at + 1] ?? 0]);
    }
    return found;
  }

  /** @param slots in any order; they may overlap. */
  replaceWith(slots: readonly Slot[]): void {
    this.#slots = slots.toSorted(([left], [right]) => left - right).flat();
    this.total = slots.reduce((sum, [, count]) => sum + count, 0);
  }
}
