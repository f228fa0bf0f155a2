/** A cache by text, as Yoga takes it for parsed documents. */
export interface BoundedCache<Value> {
  get(text: string): Value | undefined;
  set(text: string, value: Value): void;
}

/**
 * Keeps what was used last, by two generations: what is asked for while it is in the older one moves to the newer one, and
 * when that is full the older one goes. So most gets are one look and change nothing. What an entry takes follows from its
 * text, so that is what is bounded.
 * @param maxCharacters of all texts together.
 */
export const createBoundedCache = <Value>(maxCharacters: number): BoundedCache<Value> => {
  const maxPerGeneration = maxCharacters / 2;
  let newer = new Map<string, Value>();
  let older = new Map<string, Value>();
  let characters = 0;
  const set = (text: string, value: Value): void => {
    if (text.length > maxPerGeneration) return;
    if (!newer.has(text)) characters += text.length;
    newer.set(text, value);
    if (characters <= maxPerGeneration) return;
    older = newer;
    newer = new Map();
    characters = 0;
  };
  return {
    get(text) {
      const found = newer.get(text);
      if (found !== undefined) return found;
      const aged = older.get(text);
      if (aged !== undefined) set(text, aged);
      return aged;
    },
    set,
  };
};
