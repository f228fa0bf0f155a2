import type { Transaction } from './transactions.ts';

/** How often, by the name of the counter. */
export type Counts<Name extends string> = Readonly<Record<Name, number>>;

/** Within which time somebody counts once. */
export interface Once {
  /** Who, such as a viewer's id or an address: kept as a hash, for as long as the window. */
  readonly by: string;
  /** Milliseconds, at least 1; they begin with what is counted. */
  readonly windowMs: number;
}

/**
 * Counters of one kind of thing, such as of videos, by the id of a thing. Every addition is counted exactly once, however
 * processes end and whatever is out of order; see docs/counters.md for what a machine that loses its power may lose.
 *
 * Nobody waits for a Redis that does not answer in its budget, and no addition fails for that. What was added is in every later
 * reading of this process, and once `add` has resolved, in those of the others on the same Redis.
 */
export interface CounterGroup<Name extends string> {
  /**
   * Adds to counters of one thing, in one step.
   * @param by whole numbers; negative ones take away.
   * @throws RangeError on any other number.
   */
  add(id: string, by: Partial<Counts<Name>>): Promise<void>;
  /** {@link add}, unless the same one did so with this thing within the window. @returns whether it counted. */
  addOnce(id: string, by: Partial<Counts<Name>>, once: Once): Promise<boolean>;
  /**
   * Whether the same one did nothing with this thing within the window, which begins then: for those that add to more than one
   * counter what counts once.
   */
  isFirst(id: string, once: Once): Promise<boolean>;
  /**
   * Counts of many things, in the order of the ids; 0 where nothing was counted, and never below it, unless the kind is signed. All that is read in one turn
   * of the event loop, by whomever, is one question to Redis and one to a collection.
   * @throws what the driver throws when Mongo does not answer.
   */
  read(ids: readonly string[]): Promise<readonly Counts<Name>[]>;
  /** Makes counters what they are said to be, whatever was added until now; those not named are 0. */
  set(entries: readonly (readonly [id: string, counts: Partial<Counts<Name>>])[]): Promise<void>;
  /** For things that are no more: they read as 0, and what is still under way for them is dropped. */
  forget(ids: readonly string[]): Promise<void>;
}

/**
 * Adds to counters of many things in a transaction, so that what is counted and that it is counted are one step. For what is done
 * many at once and beside the servers; whoever reads sees it when the transaction is over.
 */
export type AddCounted<Names extends Readonly<Record<string, string>>> = <Kind extends keyof Names & string>(
  kind: Kind,
  additions: ReadonlyMap<string, Partial<Counts<Names[Kind]>>>,
  transaction: Transaction,
) => Promise<void>;
