/** One action of a model: what happened, and the state after it. */
export interface Move<State> {
  readonly label: string;
  readonly state: State;
}

export interface Model<State> {
  readonly initial: State;
  /** Equal keys mean equal futures. */
  key(state: State): string;
  moves(state: State): Iterable<Move<State>>;
  violates(state: State): boolean;
}

export interface Exploration {
  readonly states: number;
  readonly moves: number;
  /** A shortest sequence of actions into a violation; `undefined` when the whole space has none. */
  readonly history: readonly string[] | undefined;
}

/**
 * Visits every reachable state, nearest first, so that the first violation found has a shortest history.
 * @throws RangeError beyond `limit` states: a search that was cut short proves nothing.
 */
export const explore = <State>(model: Model<State>, limit = 3_000_000): Exploration => {
  const indexByKey = new Map<string, number>([[model.key(model.initial), 0]]);
  const parents: number[] = [-1];
  const labels: string[] = [''];
  let frontier: { index: number; state: State }[] = [{ index: 0, state: model.initial }];
  let moves = 0;
  const historyOf = (last: number): string[] => {
    const history: string[] = [];
    for (let at = last; at > 0; at = parents[at] ?? 0) history.push(labels[at] ?? '');
    return history.toReversed();
  };
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { index, state } of frontier) {
      for (const move of model.moves(state)) {
        moves++;
        const key = model.key(move.state);
        if (indexByKey.has(key)) continue;
        const found = parents.length;
        if (found >= limit) throw new RangeError(`More than ${limit} states.`);
        indexByKey.set(key, found);
        parents.push(index);
        labels.push(move.label);
        if (model.violates(move.state)) return { states: found + 1, moves, history: historyOf(found) };
        next.push({ index: found, state: move.state });
      }
    }
    frontier = next;
  }
  return { states: parents.length, moves, history: undefined };
};
