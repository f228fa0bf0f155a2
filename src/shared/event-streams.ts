/**
 * Streams of events for the fields of `Subscription`. By hand and not by generators: a generator that waits for its next event
 * cannot be ended before that has come.
 */

/** Thrown by the resolver of such a field: what the stream is about is there no more, or not for this viewer. It ends well. */
export class EndOfStream extends Error {
  override readonly name = 'EndOfStream';
  constructor() {
    super('The stream has ended.');
  }
}

/** Thrown by the resolver of such a field: of this event there is nothing to tell. */
export class NothingToTell extends Error {
  override readonly name = 'NothingToTell';
  constructor() {
    super('There is nothing to tell.');
  }
}

/**
 * Resolvers of a field of `Subscription` that says by itself what it tells of an event, as in
 * `LiveField<SubscriptionResolvers['commentAdded']>`.
 */
export type LiveField<Field> = Extract<
  NonNullable<Field>,
  { readonly resolve: (...given: never[]) => unknown }
>;

const over = { value: undefined, done: true } as const;

/** The events of a stream, each made into another one; those made into `undefined` are left out. */
export const mapEvents = <Event, Made>(
  source: AsyncIterable<Event>,
  make: (event: Event) => Made | undefined,
): AsyncIterableIterator<Made> => {
  const iterator = source[Symbol.asyncIterator]();
  return {
    async next() {
      for (;;) {
        const arrived = await iterator.next();
        if (arrived.done === true) return over;
        const made = make(arrived.value);
        if (made !== undefined) return { value: made, done: false };
      }
    },
    async return() {
      await iterator.return?.();
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};

/** Several streams as one; it ends when all have. */
export const mergeEvents = <Event>(
  sources: readonly AsyncIterable<Event>[],
): AsyncIterableIterator<Event> => {
  const idle = new Set(sources.map((source) => source[Symbol.asyncIterator]()));
  const iterators = [...idle];
  const arrived: { readonly from: AsyncIterator<Event>; readonly next: Promise<IteratorResult<Event>> }[] =
    [];
  let asked = 0;
  let wake = (): void => undefined;
  // Each is asked once, however often others come first; no promise gathers those who wait for it.
  const ask = (from: AsyncIterator<Event>): void => {
    asked += 1;
    idle.delete(from);
    const next = from.next();
    const settled = (): void => {
      arrived.push({ from, next });
      wake();
    };
    next.then(settled, settled);
  };
  return {
    async next() {
      for (;;) {
        for (const iterator of idle) ask(iterator);
        if (asked === 0) return over;
        if (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        const first = arrived.shift();
        if (!first) continue;
        asked -= 1;
        const result = await first.next;
        if (result.done === true) continue;
        idle.add(first.from);
        return result;
      }
    },
    async return() {
      await Promise.all(iterators.map(async (iterator) => iterator.return?.()));
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};

/** A stream with an event before its first one. */
export const startingWith = <Event>(
  first: Event,
  source: AsyncIterable<Event>,
): AsyncIterableIterator<Event> => {
  const iterator = source[Symbol.asyncIterator]();
  let isFirst = true;
  return {
    async next() {
      if (!isFirst) {
        const arrived = await iterator.next();
        return arrived.done === true ? over : arrived;
      }
      isFirst = false;
      return { value: first, done: false };
    },
    async return() {
      isFirst = false;
      await iterator.return?.();
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
