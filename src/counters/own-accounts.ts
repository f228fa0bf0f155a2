import type { AccountState } from './account.ts';

/** The accounts of this process that are not all in the base. */
export interface OwnAccounts {
  /** @returns the state afterwards. */
  add(thing: string, by: Readonly<Record<string, number>>): AccountState;
  get(thing: string): AccountState | undefined;
  all(): readonly AccountState[];
  /** Closes those that have not changed since these states, which are in the base. */
  settle(states: readonly AccountState[]): void;
  /** Closes an account, whatever is in it. */
  drop(thing: string): void;
  readonly size: number;
}

/** @param clock milliseconds since 1970. */
export const createOwnAccounts = (owner: string, clock: () => number): OwnAccounts => {
  const accounts = new Map<string, AccountState>();
  /** A thing's next account must be younger than the last one; which thing that was is not kept. */
  let lastClosed = 0;
  const close = ({ thing, born }: AccountState): void => {
    accounts.delete(thing);
    lastClosed = Math.max(lastClosed, born);
  };
  return {
    add(thing, by) {
      const before = accounts.get(thing);
      const sums: Record<string, number> = { ...before?.sums };
      for (const [counter, delta] of Object.entries(by)) sums[counter] = (sums[counter] ?? 0) + delta;
      const born = before?.born ?? Math.max(Math.trunc(clock()), lastClosed + 1);
      const state = { thing, owner, born, seq: (before?.seq ?? 0) + 1, sums };
      accounts.set(thing, state);
      return state;
    },
    get: (thing) => accounts.get(thing),
    all: () => [...accounts.values()],
    settle(states) {
      for (const state of states) {
        const now = accounts.get(state.thing);
        if (now && now.owner === state.owner && now.born === state.born && now.seq === state.seq) close(now);
      }
    },
    drop(thing) {
      const now = accounts.get(thing);
      if (now) close(now);
    },
    get size() {
      return accounts.size;
    },
  };
};
