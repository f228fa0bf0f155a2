/** A cache that knows the truth: it drops an answer only when its bytes change. No cache can hit more and be right. */
export class Oracle {
  readonly #last = new Map<number, string>();

  /**
   * Notes that a query is asked for.
   * @param truth what the database holds now, as a text.
   * @returns `first`, `changed` since it was last asked for, or `same`, which is a hit.
   */
  ask(query: number, truth: string): 'first' | 'changed' | 'same' {
    const last = this.#last.get(query);
    this.#last.set(query, truth);
    if (last === undefined) return 'first';
    return last === truth ? 'same' : 'changed';
  }
}
