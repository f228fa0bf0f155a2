import { reasonsOf } from './graphql-answer.ts';
import type { StaleRead } from './reader.ts';
import { increase } from './tally.ts';

export interface StaleReadsOptions {
  /** Whether counts that are kept apart were promised to be what was written, for a read of this time. */
  promisesCounts(began: number, ended: number): boolean;
  /** Told of a read that shows nothing wrong but such a count, at a time for which it is not promised. */
  onNotPromised(read: StaleRead): void;
  describe(read: StaleRead): string;
}

const described = 10;
/** An answer for whose counts Redis did not answer says so, and is not kept. */
const partial = 'not all that was counted could be read';
/** After which it is known what happened to the servers at the time of a read, in milliseconds. */
const patienceMs = 2000;

/** Reads that showed what they may not. */
export class StaleReads {
  readonly #options: StaleReadsOptions;
  readonly byKind = new Map<string, number>();
  readonly byOperation = new Map<string, number>();
  /** The first of them, for people. */
  readonly described: string[] = [];
  /** Of which it is not known yet whether they may. */
  readonly #waiting = new Map<StaleRead, { readonly text: string; readonly timer: NodeJS.Timeout }>();
  #count = 0;

  constructor(options: StaleReadsOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#count;
  }

  add(read: StaleRead): void {
    // Now, since histories go on.
    const text = this.described.length < described ? this.#options.describe(read) : '';
    if (read.violations.some(({ kind }) => kind !== 'live count')) this.#note(read, text);
    else if (reasonsOf(read.cache).some((reason) => reason.includes(partial)))
      this.#options.onNotPromised(read);
    else this.#waiting.set(read, { text, timer: setTimeout(() => this.#decide(read), patienceMs) });
  }

  /** At the end of a run: nothing more will become known. */
  decideAll(): void {
    for (const read of this.#waiting.keys()) this.#decide(read);
  }

  #decide(read: StaleRead): void {
    const waiting = this.#waiting.get(read);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(read);
    if (this.#options.promisesCounts(read.began, read.ended)) this.#note(read, waiting.text);
    else this.#options.onNotPromised(read);
  }

  #note(read: StaleRead, text: string): void {
    this.#count += 1;
    increase(this.byOperation, read.operation.name);
    for (const kind of new Set(read.violations.map((violation) => violation.kind)))
      increase(this.byKind, kind);
    if (this.described.length < described && text !== '') this.described.push(text);
  }
}
