/** Runs work of one key one after the other, in the order in which it came. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** For transactions that write the same document: those that meet are begun anew, and many that meet take long. */
export const createTurns = (): InTurn => {
  const last = new Map<string, Promise<void>>();
  return async (key, work) => {
    const before = last.get(key);
    const { promise: over, resolve } = Promise.withResolvers<void>();
    last.set(key, over);
    try {
      await before;
      return await work();
    } finally {
      resolve();
      if (last.get(key) === over) last.delete(key);
    }
  };
};
