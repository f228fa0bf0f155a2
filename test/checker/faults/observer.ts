import { increase } from '../tally.ts';

/** How requests of one kind were answered in a while. */
export interface Answering {
  readonly answered: number;
  /** By what was said, or by the silence. */
  readonly errors: Readonly<Record<string, number>>;
  /** Milliseconds, of what was answered and what was not. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  /** Those that took longer than two seconds. */
  readonly late: number;
}

class Gathered {
  #answered = 0;
  readonly #errors = new Map<string, number>();
  readonly #ms: number[] = [];

  add(ms: number, error: string | undefined): void {
    this.#ms.push(ms);
    if (error === undefined) this.#answered += 1;
    else increase(this.#errors, error);
  }

  report(): Answering {
    const sorted = this.#ms.toSorted((a, b) => a - b);
    const at = (share: number) =>
      Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10;
    return {
      answered: this.#answered,
      errors: Object.fromEntries(this.#errors),
      p50: at(0.5),
      p99: at(0.99),
      most: at(1),
      late: sorted.filter((ms) => ms > lateMs).length,
    };
  }
}

const lateMs = 2000;
/** Hits are counted in pieces of time so long, in milliseconds. */
const sliceMs = 250;
/** The share of hits is looked at over so many pieces. */
const windowSlices = 4;
/** What it must come back to, of what it was before. */
const fullShare = 0.85;

interface Slice {
  judged: number;
  hits: number;
}

/** One fault's time, as clients see it. */
export interface Watch {
  /** The share of hits before it. */
  readonly hitRateBefore: number;
  report(): { readonly reads: Answering; readonly writes: Answering };
  /** Ends the watch. */
  end(): void;
}

/** Sees every answer; tells how the API did, and when the cache is back. */
export class Observer {
  readonly #slices = new Map<number, Slice>();
  readonly #watches = new Set<{ reads: Gathered; writes: Gathered }>();

  /** @param at when it ended, by the checker's clock. */
  read(at: number, ms: number, error: string | undefined, isHit: boolean): void {
    for (const { reads } of this.#watches) reads.add(ms, error);
    if (error !== undefined) return;
    const number = Math.floor(at / sliceMs);
    const slice = this.#slices.get(number) ?? { judged: 0, hits: 0 };
    slice.judged += 1;
    if (isHit) slice.hits += 1;
    this.#slices.set(number, slice);
  }

  write(ms: number, error: string | undefined): void {
    for (const { writes } of this.#watches) writes.add(ms, error);
  }

  watch(now: number): Watch {
    const gathered = { reads: new Gathered(), writes: new Gathered() };
    this.#watches.add(gathered);
    return {
      hitRateBefore: this.hitRate(now - windowSlices * sliceMs * 2, now),
      report: () => ({ reads: gathered.reads.report(), writes: gathered.writes.report() }),
      end: () => void this.#watches.delete(gathered),
    };
  }

  /** Of the reads that ended in between. */
  hitRate(from: number, to: number): number {
    let judged = 0;
    let hits = 0;
    for (let number = Math.floor(from / sliceMs); number < Math.floor(to / sliceMs); number += 1) {
      const slice = this.#slices.get(number);
      judged += slice?.judged ?? 0;
      hits += slice?.hits ?? 0;
    }
    return judged === 0 ? 0 : hits / judged;
  }

  /**
   * When the share of hits was again what it was: the beginning of the first second, after `since`, in which it is.
   * @param before the share of hits that it was
   * @returns `undefined`: not yet.
   */
  fullSince(since: number, now: number, before: number): number | undefined {
    const from = now - windowSlices * sliceMs;
    return from >= since && this.hitRate(from, now) >= before * fullShare ? from : undefined;
  }

  /** Milliseconds in which nothing, or nearly nothing, came from the cache. */
  outMs(from: number, to: number): number {
    let out = 0;
    for (let number = Math.ceil(from / sliceMs); number < Math.floor(to / sliceMs); number += 1) {
      const slice = this.#slices.get(number);
      if (!slice || slice.hits < slice.judged * 0.02) out += sliceMs;
    }
    return out;
  }
}
