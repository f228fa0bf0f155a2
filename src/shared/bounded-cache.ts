/** A cache by text, as Yoga takes it for parsed documents. */
export interface BoundedCache<Value> {
  get(text: string): Value | undefined;
  set(text: string, value: Value): void;
}

/**
 * Keeps what was used last. What a parsed document takes follows from its text, so that is what is bounded.
 * @param maxCharacters of all texts together.
 */
export const createBoundedCache = <Value>(maxCharacters: number): BoundedCache<Value> => {
  const kept = new Map<string, Value>();
  let characters = 0;
  return {
    get: (text) => {
      const value = kept.get(text);
      if (value !== undefined) {
        kept.delete(text);
        kept.set(text, value);
      }
      return value;
    },
    set: (text, value) => {
      if (text.length > maxCharacters) return;
      if (!kept.delete(text)) characters += text.length;
      kept.set(text, value);
      for (const oldest of kept.keys()) {
        if (characters <= maxCharacters) break;
        kept.delete(oldest);
        characters -= oldest.length;
      }
    },
  };
};
