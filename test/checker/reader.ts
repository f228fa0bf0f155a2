import type { Clock } from './clock.ts';
import { Connections, type CacheReport, type Reply } from './graphql-answer.ts';
import type { Observer } from './faults/observer.ts';
import type { Instances, LiveInstance } from './instances.ts';
import type { Violation } from './judge.ts';
import type { NeedlessInvalidations } from './needless.ts';
import type { ReadOperation } from './read-operation.ts';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';
import { increase, type Tally } from './tally.ts';

/** A read that shows what it may not. */
export interface StaleRead {
  readonly operation: ReadOperation;
  readonly instance: string;
  readonly began: number;
  readonly ended: number;
  /** The bytes of `data`. */
  readonly text: string;
  readonly cache: CacheReport;
  readonly violations: readonly Violation[];
}

/** When each read that is under way began. */
export class ReadsUnderWay {
  readonly #began = new Map<symbol, number>();

  /** @returns to be called when it has ended. */
  begin(at: number): () => void {
    const read = Symbol('read');
    this.#began.set(read, at);
    return () => void this.#began.delete(read);
  }

  /** `Infinity` when there are none. */
  oldest(): number {
    let oldest = Infinity;
    for (const began of this.#began.values()) if (began < oldest) oldest = began;
    return oldest;
  }
}

/** What it takes to make a read and to judge its answer. */
export interface Reading {
  readonly clock: Clock;
  readonly underWay: ReadsUnderWay;
  readonly tally: Tally;
  readonly needless: NeedlessInvalidations;
  readonly observer: Observer;
  readonly onStale: (read: StaleRead) => void;
}

export interface ReaderOptions extends Reading {
  readonly operations: readonly ReadOperation[];
  /** Draws the place of an operation in the list. */
  readonly draw: () => number;
  readonly instances: Instances;
  readonly random: SeededRandom;
  readonly timeoutMs: number;
}

const invalidated = 'what was kept was invalidated by a write';

const countInvalidation = (
  { tally, needless }: Reading,
  { name }: ReadOperation,
  instance: string,
  text: string,
  cache: CacheReport,
  began: number,
  ended: number,
): void => {
  // What another instance has kept since is not what this one dropped.
  const place = `${instance} ${name}`;
  // Once for each computation: those who waited for another's result had nothing of their own dropped.
  if (cache.didCache === true && cache.reasons?.includes(invalidated)) {
    const isNeedless = needless.isNeedless(place, text, began);
    if (isNeedless !== undefined) tally.invalidations.all += 1;
    if (isNeedless === true) {
      tally.invalidations.needless += 1;
      increase(tally.invalidations.needlessBy, name);
    }
  }
  if (cache.hit === true || cache.didCache === true) needless.keep(place, text, ended);
};

/** Makes one read, and holds its answer against the histories. @returns the answer, or why there is none. */
export const readFrom = async (
  reading: Reading,
  connections: Connections,
  instance: LiveInstance,
  operation: ReadOperation,
): Promise<Reply> => {
  const { clock, underWay, tally, observer, onStale } = reading;
  const began = clock();
  const end = underWay.begin(began);
  const reply = await connections.ask(instance, operation.request);
  const ended = clock();
  if (!reply.ok) {
    increase(tally.reads.errors, reply.error);
    observer.read({ instance: instance.life.name, began, ended, error: reply.error }, false);
    end();
    return reply;
  }
  const { data, text, cache } = reply;
  observer.read({ instance: instance.life.name, began, ended, error: undefined }, cache.hit === true);
  const violations = operation.judge(data as never, began).filter((violation) => violation !== undefined);
  tally.reads.judged += 1;
  tally.reads.objects += operation.objects;
  if (cache.hit === true) tally.reads.hits += 1;
  countInvalidation(reading, operation, instance.life.name, text, cache, began, ended);
  if (violations.length > 0) {
    onStale({ operation, instance: instance.life.name, began, ended, text, cache, violations });
  }
  end();
  return reply;
};

/** Reads, one read after another, from whatever instance there is, until the signal. */
export const keepReading = async (options: ReaderOptions, signal: AbortSignal): Promise<void> => {
  const { operations, draw, instances, random, timeoutMs } = options;
  const connections = new Connections(timeoutMs);
  while (!signal.aborted) {
    const up = instances.available();
    const operation = operations[draw()];
    if (up.length === 0 || !operation) await new Promise((resolve) => setTimeout(resolve, 20));
    else await readFrom(options, connections, random.pick(up), operation);
  }
  connections.close();
};
