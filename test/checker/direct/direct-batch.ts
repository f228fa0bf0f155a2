import { setTimeout as delay } from 'node:timers/promises';
import type { SeededRandom } from '../../../src/seed/seeded-random.ts';
import { Connections } from '../graphql-answer.ts';
import type { Life, Version } from '../history.ts';
import type { Instances } from '../instances.ts';
import { readFrom, type Reading } from '../reader.ts';
import { increase } from '../tally.ts';
import type { FollowPromise } from './follow-promise.ts';
import type { DirectObject, DirectWrite, Session } from './objects.ts';

/** What came of the writes of one batch. */
export interface DirectReport {
  /** How often each command was sent. */
  readonly commands: Readonly<Record<string, number>>;
  /** Documents that Mongo says it changed. */
  readonly documents: number;
  readonly inTransactions: number;
  /** Of those, about how many an instance kept an answer just before. */
  readonly keptBefore: number;
  /** Of those, how many all instances showed. */
  readonly shown: number;
  /** Milliseconds from a majority's acknowledgement until the last instance showed it. */
  readonly medianMs: number;
  readonly slowestMs: number;
}

export interface DirectBatchOptions {
  readonly instances: Instances;
  readonly reading: Reading;
  readonly promise: FollowPromise;
  readonly random: SeededRandom;
  readonly timeoutMs: number;
  /** The end of the run. */
  readonly signal: AbortSignal;
  /** @returns so many objects that nobody else writes to until they are given back, or fewer. */
  take(count: number): readonly DirectObject[];
  giveBack(objects: readonly DirectObject[]): void;
  inTransaction(run: (session: Session) => Promise<number>): Promise<number>;
}

interface Made {
  readonly object: DirectObject;
  readonly version: Version<unknown>;
  readonly committedAt: number;
  /** When the answer of each instance first showed it, by their names. */
  readonly shownAt: Map<string, number>;
  isDue: boolean;
  /** Names of the instances that were asked once more when it was due. */
  readonly askedSince: Set<string>;
}

/** So many write at once. */
const shells = 3;
const pauseMs = { least: 60, most: 400 };
const pollMs = 10;
const transactions = 0.12;
const shell: Life = { name: 'past the API', goneAt: undefined, unsettled: 0 };

/**
 * Writes to Mongo as from a shell, of which the API knows nothing, from its beginning until {@link stop}. It asks every instance for what was
 * written until it shows, and once more when it must. From then on every reader's answers are held against it, as after an
 * acknowledgement; what is never followed is found.
 */
export class DirectBatch {
  readonly #options: DirectBatchOptions;
  readonly #made: Made[] = [];
  readonly #commands = new Map<string, number>();
  #inTransactions = 0;
  #keptBefore = 0;
  readonly #stopping = new AbortController();
  readonly #over = new AbortController();
  readonly #work: readonly Promise<void>[];
  readonly #writing: Promise<unknown>;

  constructor(options: DirectBatchOptions) {
    this.#options = options;
    const stopped = AbortSignal.any([this.#stopping.signal, options.signal]);
    this.#writing = Promise.all(Array.from({ length: shells }, () => this.#keepWriting(stopped)));
    const over = AbortSignal.any([this.#over.signal, options.signal]);
    this.#work = [
      this.#keepSettling(over),
      ...options.instances.names.map((name) => this.#keepAsking(name, over)),
    ];
    // Whoever stops it hears of it.
    for (const work of [this.#writing, ...this.#work]) work.catch(() => undefined);
  }

  /**
   * No more writes. Resolves when those that were made are due, and every instance was asked for them once more; or at the end
   * of the run.
   */
  async stop(): Promise<DirectReport> {
    this.#stopping.abort();
    await this.#writing;
    while (!this.#options.signal.aborted && !this.#made.every((made) => this.#isAsked(made)))
      await delay(pollMs);
    this.#over.abort();
    await Promise.all(this.#work);
    return this.#report();
  }

  async #keepWriting(signal: AbortSignal): Promise<void> {
    const { random, take, giveBack, timeoutMs } = this.#options;
    const connections = new Connections(timeoutMs);
    while (!signal.aborted) {
      const objects = take(random.happens(transactions) ? 2 : 1);
      await this.#warm(objects, connections);
      await this.#write(objects);
      giveBack(objects);
      const ms = pauseMs.least + random.below(pauseMs.most - pauseMs.least);
      await delay(ms, undefined, { signal }).catch(() => undefined);
    }
    connections.close();
  }

  /** What is not kept shows a write anyhow. */
  async #warm(objects: readonly DirectObject[], connections: Connections): Promise<void> {
    const { reading, instances } = this.#options;
    for (const { operation } of objects) {
      const replies = await Promise.all(
        instances.available().map((instance) => readFrom(reading, connections, instance, operation)),
      );
      const isKept = replies.some(
        (reply) => reply.ok && (reply.cache.hit === true || reply.cache.didCache === true),
      );
      if (isKept) this.#keptBefore += 1;
    }
  }

  async #write(objects: readonly DirectObject[]): Promise<void> {
    const { inTransaction, reading } = this.#options;
    const [first] = objects;
    if (!first) return;
    const isTogether = objects.length > 1;
    const planned = objects.map((object) => {
      const write = isTogether ? object.change() : object.any();
      return { object, write, version: issue(object, write) };
    });
    const run = async (session?: Session): Promise<number> => {
      let changed = 0;
      for (const { write, version } of planned) changed += await write.run(version.seq, session);
      return changed;
    };
    const changed = await (isTogether ? inTransaction(run) : run());
    if (changed !== planned.length)
      throw new Error(
        `expected ${planned.map(({ write }) => write.command).join(' and ')} to change ${planned.length}, but got ${changed}`,
      );
    const committedAt = reading.clock();
    for (const { object, write, version } of planned) {
      increase(this.#commands, write.command);
      if (isTogether) this.#inTransactions += 1;
      const more = { shownAt: new Map<string, number>(), isDue: false, askedSince: new Set<string>() };
      this.#made.push({ object, version, committedAt, ...more });
    }
  }

  async #keepSettling(signal: AbortSignal): Promise<void> {
    const { promise } = this.#options;
    while (!signal.aborted) {
      for (const made of this.#made) {
        if (made.isDue || !promise.isDue(made.committedAt)) continue;
        made.isDue = true;
        const { object, version } = made;
        for (const attempt of version.attempts)
          object.subject.history.settle(version, attempt, 'acknowledged');
      }
      await delay(pollMs);
    }
  }

  async #keepAsking(name: string, signal: AbortSignal): Promise<void> {
    const isOpen = ({ isDue, shownAt, askedSince }: Made): boolean =>
      isDue ? !askedSince.has(name) : !shownAt.has(name);
    /** A connection makes one request at a time, and one object does not wait for another. */
    const connections = new Map<DirectObject, Connections>();
    while (!signal.aborted) {
      const open = Map.groupBy(this.#made.filter(isOpen), ({ object }) => object);
      await Promise.all(
        [...open].map(([object, writes]) => {
          const own = connections.get(object) ?? new Connections(this.#options.timeoutMs);
          connections.set(object, own);
          return this.#ask(name, own, object, writes);
        }),
      );
      await delay(pollMs);
    }
    for (const own of connections.values()) own.close();
  }

  async #ask(
    name: string,
    connections: Connections,
    object: DirectObject,
    writes: readonly Made[],
  ): Promise<void> {
    const { instances, reading } = this.#options;
    const instance = instances.live(name);
    if (!instance) return;
    const due = writes.filter(({ isDue }) => isDue);
    const reply = await readFrom(reading, connections, instance, object.operation);
    if (!reply.ok) return;
    const now = reading.clock();
    for (const { version, shownAt } of writes) {
      if (!shownAt.has(name) && isShown(object, version.seq, reply.data)) shownAt.set(name, now);
    }
    for (const { askedSince } of due) askedSince.add(name);
  }

  /** Of an instance that is gone nothing can be asked; the next one begins with an empty memory. */
  #isAsked({ isDue, askedSince }: Made): boolean {
    const { instances } = this.#options;
    return isDue && instances.names.every((name) => askedSince.has(name) || !instances.live(name));
  }

  #report(): DirectReport {
    const { names } = this.#options.instances;
    const times = this.#made
      .filter(({ shownAt }) => names.every((name) => shownAt.has(name)))
      .map(({ shownAt, committedAt }) => Math.max(...shownAt.values()) - committedAt)
      .toSorted((a, b) => a - b);
    return {
      commands: Object.fromEntries(this.#commands),
      documents: this.#made.length,
      inTransactions: this.#inTransactions,
      keptBefore: this.#keptBefore,
      shown: times.length,
      medianMs: Math.round(times[Math.floor(times.length / 2)] ?? 0),
      slowestMs: Math.round(times.at(-1) ?? 0),
    };
  }
}

/** Each command waits for the one before, so that none comes late: as good as a fence. */
const issue = ({ subject }: DirectObject, { value, command, what }: DirectWrite): Version<unknown> =>
  subject.history.issue({ value, fenced: true, mayApply: true, what: `${what} by ${command}` }, [shell]);

/** Whether an answer shows that version, or a later one. */
const isShown = ({ subject, seqOf }: DirectObject, seq: number, data: unknown): boolean => {
  const shown = seqOf(data);
  if (shown !== null) return shown >= seq;
  return subject.history.recent().some((version) => version.value === null && version.seq >= seq);
};
