import { admits } from '../../cache/audience.ts';
import type { Audience } from '../../cache/entry.ts';

/** What came of an event for one listener, and for whom else. */
export interface Shareable<Value> {
  readonly value: Value;
  /** `undefined`: for nobody else. */
  readonly audience: Audience | undefined;
}

export interface Listening {
  /** What is told: the same object for all who listen. */
  readonly event: object;
  /** What is asked of it, whoever asks. */
  readonly question: string;
  /** As the audience names them; `undefined` for the anonymous. */
  readonly viewerId: string | undefined;
}

/** Executes what many ask of one event once, as long as that runs. */
export interface SharedExecutions<Value> {
  run(listening: Listening, execute: () => Promise<Shareable<Value>>): Promise<Value>;
}

/** @param width executions at a time: so many listeners at once must not keep requests from the database. */
export const createSharedExecutions = <Value>(width: number): SharedExecutions<Value> => {
  const running = new WeakMap<object, Map<string, Promise<Shareable<Value>>>>();
  const queue: (() => void)[] = [];
  let busy = 0;

  const inTurn = async (execute: () => Promise<Shareable<Value>>): Promise<Shareable<Value>> => {
    if (busy >= width) await new Promise<void>((resolve) => queue.push(resolve));
    else busy += 1;
    try {
      return await execute();
    } finally {
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };

  const launch = (
    { event, question }: Listening,
    execute: () => Promise<Shareable<Value>>,
  ): Promise<Shareable<Value>> => {
    const ofEvent = running.get(event) ?? new Map<string, Promise<Shareable<Value>>>();
    running.set(event, ofEvent);
    const run = inTurn(execute).finally(() => {
      // Who comes later is told of how things are later.
      if (ofEvent.get(question) === run) ofEvent.delete(question);
    });
    ofEvent.set(question, run);
    return run;
  };

  return {
    async run(listening, execute) {
      const first = running.get(listening.event)?.get(listening.question);
      if (!first) return (await launch(listening, execute)).value;
      // Whether it failed is told to whoever began it; the others try for themselves.
      const found = await first.catch(() => undefined);
      if (found?.audience && admits(found.audience, listening.viewerId)) return found.value;
      return (await inTurn(execute)).value;
    },
  };
};
