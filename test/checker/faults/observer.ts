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

/** A request that is over. Times are of the checker's clock, in milliseconds. */
export interface Ended {
  /** The life of the instance that was asked. */
  readonly instance: string;
  readonly began: number;
  readonly ended: number;
  /** What was said instead of an answer, or the silence. */
  readonly error: string | undefined;
}

/** The value that this share of them does not exceed; 0 where there are none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
};

const lateMs = 2000;

const answering = (requests: readonly Ended[]): Answering => {
  const errors = new Map<string, number>();
  for (const { error } of requests) if (error !== undefined) increase(errors, error);
  const times = requests.map(({ began, ended }) => ended - began);
  const at = (share: number): number => Math.round(quantile(times, share) * 10) / 10;
  return {
    answered: requests.filter(({ error }) => error === undefined).length,
    errors: Object.fromEntries(errors),
    p50: at(0.5),
    p99: at(0.99),
    most: at(1),
    late: times.filter((ms) => ms > lateMs).length,
  };
};

/** Hits are counted in pieces of time so long, in milliseconds. */
const sliceMs = 250;
/** The share of hits is looked at over so many pieces. */
const windowSlices = 4;
/** What it must come back to, of what it was before. */
const fullShare = 0.85;
/** Below this share of hits nothing, or nearly nothing, comes from the cache. */
const outShare = 0.02;

interface Slice {
  judged: number;
  hits: number;
}

/** Reads and writes that ended while it lasts. */
export class Watch {
  readonly reads: Ended[] = [];
  readonly writes: Ended[] = [];
  readonly #onEnd: (watch: Watch) => void;

  constructor(onEnd: (watch: Watch) => void) {
    this.#onEnd = onEnd;
  }

  report(): { readonly reads: Answering; readonly writes: Answering } {
    return { reads: answering(this.reads), writes: answering(this.writes) };
  }

  /** What was seen until now. */
  forget(): void {
    this.reads.length = 0;
    this.writes.length = 0;
  }

  end(): void {
    this.#onEnd(this);
  }
}

/** Sees every answer; tells how the API did, and when the cache is back. */
export class Observer {
  readonly #slices = new Map<number, Slice>();
  readonly #watches = new Set<Watch>();

  read(request: Ended, isHit: boolean): void {
    for (const { reads } of this.#watches) reads.push(request);
    if (request.error !== undefined) return;
    const number = Math.floor(request.ended / sliceMs);
    const slice = this.#slices.get(number) ?? { judged: 0, hits: 0 };
    slice.judged += 1;
    if (isHit) slice.hits += 1;
    this.#slices.set(number, slice);
  }

  write(request: Ended): void {
    for (const { writes } of this.#watches) writes.push(request);
  }

  watch(): Watch {
    const watch = new Watch((ended) => void this.#watches.delete(ended));
    this.#watches.add(watch);
    return watch;
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
    const windowMs = windowSlices * sliceMs;
    for (let from = Math.ceil(since / sliceMs) * sliceMs; from + windowMs <= now; from += sliceMs) {
      if (this.hitRate(from, from + windowMs) >= before * fullShare) return from;
    }
    return undefined;
  }

  /** When something came from the cache again: the end of the last piece of that time in which nothing did. */
  outUntil(from: number, to: number): number {
    for (let number = Math.floor(to / sliceMs) - 1; number >= Math.floor(from / sliceMs); number -= 1) {
      if (this.#isOut(number)) return (number + 1) * sliceMs;
    }
    return from;
  }

  /** Milliseconds in which nothing, or nearly nothing, came from the cache. */
  outMs(from: number, to: number): number {
    let out = 0;
    for (let number = Math.ceil(from / sliceMs); number < Math.floor(to / sliceMs); number += 1) {
      if (this.#isOut(number)) out += sliceMs;
    }
    return out;
  }

  #isOut(number: number): boolean {
    const slice = this.#slices.get(number);
    return !slice || slice.hits < slice.judged * outShare;
  }
}
