import { hash, randomBytes } from 'node:crypto';
import type { CounterGroup, Counts, Once } from '../shared/counters.ts';
import type { Logger } from '../shared/logger.ts';
import { type AccountState, lackingOf, latestOf } from './account.ts';
import { type BaseStore, checkKinds, type CounterKind, partsOf } from './base-store.ts';
import type { Journal, Leftovers } from './journal.ts';
import { createOwnAccounts } from './own-accounts.ts';
import { createOwnMarks } from './own-marks.ts';
import type { SharedAccounts } from './shared-accounts.ts';

/** Kinds of things, with the names of their counters. */
export type CounterNames = Readonly<Record<string, string>>;

/** What one fold did. */
export interface FoldReport {
  /** Accounts whose additions are in the base now. */
  readonly folded: number;
  /** Accounts of which it is not known; the next fold has them again. */
  readonly kept: number;
}

/** Counters of one kind of thing that tell how far a reading can be trusted. */
export interface ToldCounterGroup<Name extends string> extends CounterGroup<Name> {
  /** As `read`. Not the whole where Redis did not answer: then what other processes counted since the last fold is missing. */
  reading(
    ids: readonly string[],
  ): Promise<{ readonly counts: readonly Counts<Name>[]; readonly isWhole: boolean }>;
}

export interface Counters<Names extends CounterNames> {
  of<Kind extends keyof Names & string>(kind: Kind): ToldCounterGroup<Names[Kind]>;
  /**
   * Calls back when Redis has got what it had missed, of these things (as `kind:id`): readings of other processes in between may
   * lack it. One that rejects is called again.
   */
  onShared(listener: (things: readonly string[]) => Promise<void>): void;
  /**
   * Folds what this process has counted until now, what dead ones have left in the journal's folder, and what lies in Redis for long.
   * Never rejects.
   */
  foldNow(): Promise<FoldReport>;
  /** Folds, in as much time as a stop has; what is not folded then is in Redis or in the journal. */
  close(): Promise<void>;
}

export interface CountersOptions<Names extends CounterNames> {
  readonly kinds: {
    readonly [Kind in keyof Names]: CounterKind & { readonly counters: readonly Names[Kind][] };
  };
  readonly base: BaseStore;
  /** An id that no other process has, before or after. */
  readonly owner?: string;
  /** `undefined`: there is no Redis, and others learn of counts when they are folded. Closed along. */
  readonly shared?: SharedAccounts | undefined;
  /** Keeps what Redis does not. `undefined`: nothing does, and it is lost with the process. Closed along. */
  readonly journal?: Journal | undefined;
  /** Milliseconds between folds. Default 300,000. */
  readonly foldEveryMs?: number;
  /** Milliseconds after which what lies in Redis is taken up by whoever sees it. Default one and a half folds. */
  readonly overdueMs?: number;
  /** Milliseconds that the fold of a stop may take. Default 10,000. */
  readonly closeWaitMs?: number;
  /** Milliseconds between tries to give Redis what it missed. Default 1,000. */
  readonly shareAgainMs?: number;
  /** Of this many bytes on, a journal that cannot be folded is written anew. Default 32,000,000. */
  readonly longJournalBytes?: number;
  /** Milliseconds since 1970. Default Mongo's, as it was at the last fold, going on: what clocks of machines say does not matter. */
  readonly clock?: () => number;
  readonly log: Logger;
}

export const createOwnerId = (): string => randomBytes(9).toString('base64url');

/** Things of one turn of the event loop, with those who wait for them. */
interface Turn<T> {
  readonly things: Set<string>;
  readonly done: Promise<T>;
}

/** Gathers what is asked for in one turn of the event loop. */
const createTurns = <T>(work: (things: readonly string[]) => Promise<T>) => {
  let turn: Turn<T> | undefined;
  const running = new Set<Promise<unknown>>();
  return {
    join(things: readonly string[]): Promise<T> {
      if (!turn) {
        const { promise, resolve, reject } = Promise.withResolvers<T>();
        turn = { things: new Set(), done: promise };
        running.add(promise);
        const settled = () => void running.delete(promise);
        promise.then(settled, settled);
        setImmediate(() => {
          const gathered = [...(turn?.things ?? [])];
          turn = undefined;
          work(gathered).then(resolve, reject);
        });
      }
      for (const thing of things) turn.things.add(thing);
      return turn.done;
    },
    idle: () => Promise.allSettled(running),
  };
};

/**
 * Counters whose every addition is counted once: see README.md for why. Takes up first what dead processes left in the journal's
 * folder.
 * @throws TypeError on a name that could be taken for something else.
 */
export const openCounters = async <Names extends CounterNames>(
  options: CountersOptions<Names>,
): Promise<Counters<Names>> => {
  const { kinds, base, owner = createOwnerId(), shared, journal, log } = options;
  const { foldEveryMs = 300_000, overdueMs = foldEveryMs * 1.5, closeWaitMs = 10_000 } = options;
  const { shareAgainMs = 1_000, longJournalBytes = 32_000_000 } = options;
  checkKinds(kinds);
  let aheadMs = -Infinity;
  /** Again and again, since a machine that slept comes back with a clock of the process that did too. */
  const setClock = async (): Promise<void> => {
    if (!options.clock) aheadMs = Math.max(aheadMs, (await base.now()) - performance.now());
  };
  await setClock();
  const clock = options.clock ?? (() => performance.now() + aheadMs);
  const own = createOwnAccounts(owner, clock);
  const marks = createOwnMarks(() => performance.now());
  /** Things whose accounts Redis may not have as they are. */
  const unshared = new Set<string>();
  let leftovers: Leftovers | undefined;
  let isClosed = false;

  const statesOf = (things: readonly string[]): readonly AccountState[] =>
    things.flatMap((thing) => own.get(thing) ?? []);

  const keep = async (things: readonly string[]): Promise<void> => {
    const states = statesOf(things);
    const there = await shared?.put(states);
    const missed = there ? states.filter((state) => !there.has(state)) : states;
    if (missed.length === 0) return;
    if (shared) for (const { thing } of missed) unshared.add(thing);
    await journal?.append(missed);
  };
  const additions = createTurns(keep);

  const pendingOf = async (
    things: readonly string[],
  ): Promise<{ readonly states: readonly AccountState[]; readonly isWhole: boolean }> => {
    const asked = new Set(things);
    const elsewhere = (await shared?.read(things)) ?? { states: [], isWhole: true };
    const left = leftovers?.states.filter(({ thing }) => asked.has(thing)) ?? [];
    return {
      states: latestOf([...elsewhere.states, ...left, ...statesOf(things)]),
      isWhole: elsewhere.isWhole,
    };
  };

  /** Accounts first: what leaves them meanwhile is in the base that is read afterwards. */
  const readings = createTurns(async (things) => {
    const { states, isWhole } = await pendingOf(things);
    const pending = Map.groupBy(states, ({ thing }) => thing);
    const bases = await base.read(things);
    const counts = new Map(
      things.map((thing) => {
        const found = bases.get(thing);
        const counts: Record<string, number> = { ...found?.counts };
        const memory = found ?? { counted: [], forgottenUpTo: 0 };
        for (const state of found?.isRemoved ? [] : (pending.get(thing) ?? [])) {
          for (const [counter, lacking] of Object.entries(lackingOf(state, memory)))
            counts[counter] = (counts[counter] ?? 0) + lacking;
        }
        return [thing, counts] as const;
      }),
    );
    return { counts, isWhole };
  });

  let isSharing = false;
  let tell: (things: readonly string[]) => Promise<void> = async () => undefined;
  const shareAgain = async (): Promise<void> => {
    const things = [...unshared];
    if (!shared || isSharing || things.length === 0) return;
    isSharing = true;
    try {
      const there = await shared.put(statesOf(things));
      const isThere = (thing: string): boolean => {
        const now = own.get(thing);
        return !now || there.has(now);
      };
      const shown = things.filter(isThere);
      if (shown.length > 0) await tell(shown);
      // What was added meanwhile has another state by now, and stays.
      for (const thing of shown) if (isThere(thing)) unshared.delete(thing);
    } catch (error) {
      log.debug({ err: error }, 'Nobody could be told of counts that were late; trying again.');
    } finally {
      isSharing = false;
    }
  };

  /** Takes up what processes that are dead have left in their journals. */
  const adopt = async (): Promise<void> => {
    if (!journal || leftovers) return;
    const found = await journal.leftovers().catch((error: unknown) => {
      log.warn({ err: error }, 'What other processes left in their journals could not be read.');
      return undefined;
    });
    if (!found) return;
    if (found.states.length === 0) return found.release();
    leftovers = found;
    log.info({ accounts: found.states.length }, 'Counts that a process left in its journal are taken up.');
  };

  /** Another version may count more kinds of things: those are its own to fold. */
  const isKnown = ({ thing }: AccountState): boolean => Object.hasOwn(kinds, partsOf(thing)[0]);
  const foldOnce = async (): Promise<FoldReport> => {
    await setClock().catch(() => undefined);
    await adopt();
    const upTo = await journal?.rotate();
    const mine = own.all();
    const left = leftovers;
    const overdue = ((await shared?.overdue(overdueMs)) ?? []).filter(isKnown);
    const all = latestOf([...overdue, ...(left?.states.filter(isKnown) ?? []), ...mine]);
    const empty = all.filter(({ seq }) => seq === 0);
    const toFold = all.filter(({ seq }) => seq > 0);
    const folded = await base.fold(toFold);
    own.settle(folded);
    await shared?.clear([...folded, ...empty]);
    const isAll = folded.length === toFold.length;
    if (isAll && left?.states.every(isKnown)) {
      await left.release();
      leftovers = undefined;
    }
    if (upTo !== undefined && isAll) await journal?.drop(upTo);
    else if (journal && journal.size() > longJournalBytes) await shorten(journal);
    return { folded: folded.length, kept: toFold.length - folded.length };
  };
  const shorten = async (long: Journal): Promise<void> => {
    const upTo = await long.rotate();
    if (await long.append(own.all())) await long.drop(upTo);
  };

  let lastFold: Promise<unknown> = Promise.resolve();
  const foldNow = (): Promise<FoldReport> => {
    const fold = lastFold.then(async () => {
      try {
        return await foldOnce();
      } catch (error) {
        log.error({ err: error }, 'Counts could not be folded; they are kept.');
        return { folded: 0, kept: own.size };
      }
    });
    lastFold = fold;
    return fold;
  };

  await adopt();
  if (leftovers) void foldNow();
  shared?.onReturn(() => {
    for (const { thing } of own.all()) unshared.add(thing);
  });
  const foldTimer = setInterval(() => void foldNow(), foldEveryMs).unref();
  const shareTimer = shared && setInterval(() => void shareAgain(), shareAgainMs).unref();

  const groupOf = (kind: string, { counters, isSigned = false }: CounterKind): ToldCounterGroup<string> => {
    const least = isSigned ? -Infinity : 0;
    const thingOf = (id: string): string => `${kind}:${id}`;
    const deltasOf = (by: Partial<Counts<string>>): Readonly<Record<string, number>> => {
      const odd = Object.entries(by).filter(
        ([counter, delta]) => !counters.includes(counter) || !Number.isSafeInteger(delta),
      );
      if (odd.length > 0) {
        const got = odd.map(([counter, delta]) => `${counter}: ${String(delta)}`).join(', ');
        throw new RangeError(`expected whole numbers for ${counters.join(', ')}, but got ${got}`);
      }
      return Object.fromEntries(
        Object.entries(by).flatMap(([counter, delta]) =>
          delta === undefined || delta === 0 ? [] : [[counter, delta]],
        ),
      );
    };
    const add = async (id: string, by: Readonly<Record<string, number>>): Promise<void> => {
      if (Object.keys(by).length === 0) return;
      own.add(thingOf(id), by);
      await additions.join([thingOf(id)]);
    };
    const isFirst = async (id: string, { by, windowMs }: Once): Promise<boolean> => {
      if (!Number.isSafeInteger(windowMs) || windowMs < 1) {
        throw new RangeError(`windowMs: expected a whole number from 1, but got ${windowMs}`);
      }
      const key = hash('sha256', JSON.stringify([kind, id, by]), 'base64url');
      const isNew = await shared?.mark(key, windowMs);
      if (isNew === undefined) return marks.mark(key, windowMs);
      if (isNew) marks.note(key, windowMs);
      return isNew;
    };
    const reading: ToldCounterGroup<string>['reading'] = async (ids) => {
      if (ids.length === 0) return { counts: [], isWhole: true };
      const found = await readings.join(ids.map(thingOf));
      const counts = ids.map((id) => {
        const counted = found.counts.get(thingOf(id));
        return Object.fromEntries(
          counters.map((counter) => [counter, Math.max(least, counted?.[counter] ?? 0)]),
        );
      });
      return { counts, isWhole: found.isWhole };
    };
    return {
      reading,
      add: async (id, by) => add(id, deltasOf(by)),
      isFirst,
      async addOnce(id, by, once) {
        const deltas = deltasOf(by);
        if (!(await isFirst(id, once))) return false;
        await add(id, deltas);
        return true;
      },
      read: async (ids) => (await reading(ids)).counts,
      async set(entries) {
        const said = entries.map(([id, counts]) => [thingOf(id), deltasOf(counts)] as const);
        const { states: accounts } = await pendingOf(said.map(([thing]) => thing));
        await base.set(said, accounts);
        own.settle(accounts);
        await shared?.clear(accounts);
      },
      async forget(ids) {
        const things = ids.map(thingOf);
        await base.remove(things);
        for (const thing of things) own.drop(thing);
        await shared?.drop(things);
      },
    };
  };
  const kindList: readonly (readonly [string, CounterKind])[] = Object.entries<CounterKind>(kinds);
  const groups = new Map(kindList.map(([kind, made]) => [kind, groupOf(kind, made)]));

  return {
    of<Kind extends keyof Names & string>(kind: Kind) {
      const group: ToldCounterGroup<Names[Kind]> | undefined = groups.get(kind);
      if (!group) throw new TypeError(`expected one of ${[...groups.keys()].join(', ')}, but got ${kind}`);
      return group;
    },
    onShared(listener) {
      tell = listener;
    },
    foldNow,
    async close() {
      if (isClosed) return;
      isClosed = true;
      clearInterval(foldTimer);
      clearInterval(shareTimer);
      await additions.idle();
      const late = Promise.withResolvers<'late'>();
      const timer = setTimeout(() => late.resolve('late'), closeWaitMs);
      const report = await Promise.race([foldNow(), late.promise]);
      clearTimeout(timer);
      if (report === 'late' || report.kept > 0) {
        log.warn({ accounts: own.size }, 'Not all counts are folded; they are taken up at the next start.');
      }
      shared?.close();
      await journal?.close();
    },
  };
};
