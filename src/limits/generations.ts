/** Values by text that are forgotten some time after they were last asked for. */
export interface Generations<Value> {
  get(text: string, nowMs: number): Value | undefined;
  set(text: string, value: Value): void;
  readonly size: number;
}

/**
 * Forgets by two generations, without timers or searching: what is asked for moves to the newer one, and what was not asked
 * for in a whole generation is gone with the older one.
 * @param lifeMs what was not asked for in so long is worth nothing; it is gone after at most twice that.
 * @param maxPerGeneration with more, a generation ends early: half of what is known is forgotten while it counts.
 */
export const createGenerations = <Value>(lifeMs: number, maxPerGeneration: number): Generations<Value> => {
  let newer = new Map<string, Value>();
  let older = new Map<string, Value>();
  let endsMs = -Infinity;
  const turn = (): void => {
    older = newer;
    newer = new Map();
  };
  return {
    get(text, nowMs) {
      if (nowMs >= endsMs) {
        turn();
        endsMs = nowMs + lifeMs;
      }
      const found = newer.get(text);
      if (found !== undefined) return found;
      const aged = older.get(text);
      if (aged !== undefined) newer.set(text, aged);
      return aged;
    },
    set(text, value) {
      if (newer.size >= maxPerGeneration) turn();
      newer.set(text, value);
    },
    get size() {
      return newer.size + older.size;
    },
  };
};
