/** What one process has added to one thing, and nobody else: it is the only one that changes it. */
export interface AccountState {
  /** `<kind>:<id>`. */
  readonly thing: string;
  /** The process, by an id that no other one has. */
  readonly owner: string;
  /** Milliseconds since 1970. An owner's next account of the same thing, begun once this one is all in the base, has more. */
  readonly born: number;
  /** How often it was changed: of two states of one account the one with more is the later, and holds the other. */
  readonly seq: number;
  /** All that was added since it was born. */
  readonly sums: Readonly<Record<string, number>>;
}

/** The last state of an owner's account that is in the base. */
export type CountedState = Omit<AccountState, 'thing'>;

/** What the base of a thing remembers of the accounts that it took in. */
export interface Memory {
  readonly counted: readonly CountedState[];
  /** What is not remembered and was born no later was taken in long ago. */
  readonly forgottenUpTo: number;
}

type Age = Pick<AccountState, 'born' | 'seq'>;

export const isLater = (one: Age, other: Age): boolean =>
  one.born > other.born || (one.born === other.born && one.seq > other.seq);

/**
 * What the base lacks of an account: by counter, or nothing. `base-store.ts` has the same rule in Mongo's words, and a test
 * holds both together.
 */
export const lackingOf = (state: AccountState, memory: Memory): Readonly<Record<string, number>> => {
  const known = memory.counted.find(({ owner }) => owner === state.owner);
  if (!known) return state.born <= memory.forgottenUpTo ? {} : state.sums;
  if (!isLater(state, known)) return {};
  if (state.born > known.born) return state.sums;
  return Object.fromEntries(
    Object.entries(state.sums).map(([counter, sum]) => [counter, sum - (known.sums[counter] ?? 0)]),
  );
};

/** The latest state of every account, by thing and owner. */
export const latestOf = (states: Iterable<AccountState>): readonly AccountState[] => {
  const latest = new Map<string, AccountState>();
  for (const state of states) {
    const key = `${state.owner} ${state.thing}`;
    const found = latest.get(key);
    if (!found || isLater(state, found)) latest.set(key, state);
  }
  return [...latest.values()];
};
