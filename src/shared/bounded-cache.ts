/** A cache by text, as Yoga takes it for parsed documents. */
export interface BoundedCache<Value, Key = string> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/**
 * Keeps what was used last, by two generations: what is asked for while it is in the older one moves to the newer one, and
 * when that is full the older one goes. So most gets are one look and change nothing.
 * @param maxWeight of all entries together; one of more than half of it is not kept.
 */
export const createWeighedCache = <Key, Value>(
  maxWeight: number,
  weightOf: (key: Key, value: Value) => number,
): BoundedCache<Value, Key> => {
  const maxPerGeneration = maxWeight / 2;
  let newer = new Map<Key, Value>();
  let older = new Map<Key, Value>();
  let weight = 0;
  const set = (key: Key, value: Value): void => {
    const added = weightOf(key, value);
    if (added > maxPerGeneration) return;
    const replaced = newer.get(key);
    weight += added - (replaced === undefined ? 0 : weightOf(key, replaced));
    newer.set(key, value);
    if (weight <= maxPerGeneration) return;
    older = newer;
    newer = new Map();
    weight = 0;
  };
  return {
    get(key) {
      const found = newer.get(key);
      if (found !== undefined) return found;
      const aged = older.get(key);
      if (aged !== undefined) set(key, aged);
      return aged;
    },
    set,
  };
};

/**
 * Where what an entry takes follows from its text.
 * @param maxCharacters of all texts together.
 */
export const createBoundedCache = <Value>(maxCharacters: number): BoundedCache<Value> =>
  createWeighedCache(maxCharacters, (text) => text.length);
