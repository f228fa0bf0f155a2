import type { LiveEventPayload } from '../shared/live-events.ts';

/** Payloads that wait for one listener at most. */
const maxWaiting = 1_000;

const over = { value: undefined, done: true } as const;

type Result = IteratorResult<LiveEventPayload, undefined>;

/** Those who listen in this process, by topic. */
export interface Listeners {
  add(topic: string): AsyncIterableIterator<LiveEventPayload>;
  has(topic: string): boolean;
  /** Hands all who listen to the topic the same object. */
  tell(topic: string, payload: LiveEventPayload): void;
  /** Ends all. */
  close(): void;
  report(): { readonly listening: number; readonly handedOut: number; readonly lost: number };
}

class Listener implements AsyncIterableIterator<LiveEventPayload> {
  readonly #waiting: LiveEventPayload[] = [];
  readonly #asking: ((result: Result) => void)[] = [];
  readonly #onReturn: () => void;
  #isOver = false;

  constructor(onReturn: () => void) {
    this.#onReturn = onReturn;
  }

  /** @returns whether the oldest had to give way. */
  push(payload: LiveEventPayload): boolean {
    const ask = this.#asking.shift();
    if (ask) {
      ask({ value: payload, done: false });
      return false;
    }
    this.#waiting.push(payload);
    if (this.#waiting.length <= maxWaiting) return false;
    this.#waiting.shift();
    return true;
  }

  next(): Promise<Result> {
    const [first] = this.#waiting;
    if (first) {
      this.#waiting.shift();
      return Promise.resolve({ value: first, done: false });
    }
    if (this.#isOver) return Promise.resolve(over);
    return new Promise((resolve) => this.#asking.push(resolve));
  }

  return(): Promise<Result> {
    if (!this.#isOver) {
      this.#isOver = true;
      this.#waiting.length = 0;
      this.#onReturn();
      for (const ask of this.#asking.splice(0)) ask(over);
    }
    return Promise.resolve(over);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

export const createListeners = (): Listeners => {
  const byTopic = new Map<string, Set<Listener>>();
  let listening = 0;
  let handedOut = 0;
  let lost = 0;
  return {
    add(topic) {
      const there = byTopic.get(topic) ?? new Set();
      byTopic.set(topic, there);
      const listener = new Listener(() => {
        listening -= 1;
        there.delete(listener);
        if (there.size === 0 && byTopic.get(topic) === there) byTopic.delete(topic);
      });
      there.add(listener);
      listening += 1;
      return listener;
    },
    has: (topic) => byTopic.has(topic),
    tell(topic, payload) {
      for (const listener of byTopic.get(topic) ?? []) {
        handedOut += 1;
        if (listener.push(payload)) lost += 1;
      }
    },
    close() {
      for (const listener of [...byTopic.values()].flatMap((there) => [...there])) void listener.return();
    },
    report: () => ({ listening, handedOut, lost }),
  };
};
