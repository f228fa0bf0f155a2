/** What was answered to one operation, while it was kept for the next. */
interface Kept {
  readonly text: string;
  readonly at: number;
}

/** Instances answer side by side: what one keeps may be newer than what another began with. */
const remembered = 6;

/** Tells which invalidations dropped an answer that was then computed to the same bytes. */
export class NeedlessInvalidations {
  readonly #kept = new Map<string, Kept[]>();

  /**
   * Whether what the cache held when the read began was what is answered now; `undefined` when that is not known.
   *
   * @param operation names operation, variables and viewer, and the instance that kept it
   * @param began when the read began that missed because of an invalidation
   */
  isNeedless(operation: string, text: string, began: number): boolean | undefined {
    const before = this.#kept.get(operation)?.findLast(({ at }) => at < began);
    return before && before.text === text;
  }

  /** Notes that the cache holds this answer. */
  keep(operation: string, text: string, at: number): void {
    const kept = this.#kept.get(operation);
    if (!kept) this.#kept.set(operation, [{ text, at }]);
    else if (kept.at(-1)?.text !== text) {
      kept.push({ text, at });
      if (kept.length > remembered) kept.shift();
    }
  }
}
