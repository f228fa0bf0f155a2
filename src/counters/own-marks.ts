/** Marks of this process: that something happened a short while ago. */
export interface OwnMarks {
  /** @returns whether it was not marked. */
  mark(key: string, windowMs: number): boolean;
  /** Marks anew. */
  note(key: string, windowMs: number): void;
}

/** With more than so many the oldest give way. */
const defaultMost = 200_000;

/** @param clock milliseconds that never go back. */
export const createOwnMarks = (clock: () => number, most = defaultMost): OwnMarks => {
  const untilMs = new Map<string, number>();
  const note = (key: string, windowMs: number): void => {
    const nowMs = clock();
    untilMs.delete(key);
    untilMs.set(key, nowMs + windowMs);
    for (const [oldest, endsMs] of untilMs) {
      if (endsMs > nowMs && untilMs.size <= most) break;
      untilMs.delete(oldest);
    }
  };
  return {
    mark(key, windowMs) {
      if ((untilMs.get(key) ?? -Infinity) > clock()) return false;
      note(key, windowMs);
      return true;
    },
    note,
  };
};
