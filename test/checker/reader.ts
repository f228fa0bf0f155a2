import type { Clock } from './clock.ts';
import { Connections, type CacheReport } from './graphql-answer.ts';
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
  readonly #began: number[] = [];

  begin(reader: number, at: number): void {
    this.#began[reader] = at;
  }

  end(reader: number): void {
    this.#began[reader] = Infinity;
  }

  /** `Infinity` when there are none. */
  oldest(): number {
    return Math.min(...this.#began);
  }
}

export interface ReaderOptions {
  readonly number: number;
  readonly operations: readonly ReadOperation[];
  /** Draws the place of an operation in the list. */
  readonly draw: () => number;
  readonly instances: Instances;
  readonly clock: Clock;
  readonly underWay: ReadsUnderWay;
  readonly tally: Tally;
  readonly needless: NeedlessInvalidations;
  readonly observer: Observer;
  readonly random: SeededRandom;
  readonly timeoutMs: number;
  readonly onStale: (read: StaleRead) => void;
}

const invalidated = 'what was kept was invalidated by a write';

const countInvalidation = (
  { tally, needless }: ReaderOptions,
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

const read = async (
  options: ReaderOptions,
  connections: Connections,
  instance: LiveInstance,
): Promise<void> => {
  const { number, operations, draw, clock, underWay, tally, observer, onStale } = options;
  const operation = operations[draw()];
  if (!operation) return;
  const began = clock();
  underWay.begin(number, began);
  const reply = await connections.ask(instance, operation.request);
  if (!reply.ok) {
    const ended = clock();
    increase(tally.reads.errors, reply.error);
    observer.read({ instance: instance.life.name, began, ended, error: reply.error }, false);
    underWay.end(number);
    return;
  }
  const ended = clock();
  const { data, text, cache } = reply;
  observer.read({ instance: instance.life.name, began, ended, error: undefined }, cache.hit === true);
  const violations = operation.judge(data as never, began).filter((violation) => violation !== undefined);
  tally.reads.judged += 1;
  tally.reads.objects += operation.objects;
  if (cache.hit === true) tally.reads.hits += 1;
  countInvalidation(options, operation, instance.life.name, text, cache, began, ended);
  if (violations.length > 0) {
    onStale({ operation, instance: instance.life.name, began, ended, text, cache, violations });
  }
  underWay.end(number);
};

/** Reads, one read after another, from whatever instance there is, until the signal. */
export const keepReading = async (options: ReaderOptions, signal: AbortSignal): Promise<void> => {
  const { instances, random, timeoutMs } = options;
  const connections = new Connections(timeoutMs);
  while (!signal.aborted) {
    const up = instances.available();
    if (up.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    else await read(options, connections, random.pick(up));
  }
  connections.close();
};
