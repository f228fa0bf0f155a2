import { GraphQLError, type ExecutionResult } from 'graphql';
import { FaultError, type Fault } from '../../shared/faults.ts';
import type { Caller } from '../../shared/viewer.ts';
import type { Standing, StreamEnd } from '../exchange.ts';

/** What came of one event. */
export type Outcome =
  | { readonly kind: 'told'; readonly result: ExecutionResult }
  /** The listener is told nothing of it. */
  | { readonly kind: 'nothing' }
  /** What the stream is about is over. */
  | { readonly kind: 'over' };

export interface SubscriptionStreamParts {
  readonly source: AsyncIterable<unknown>;
  /** @param caller as they are when the event came; `undefined` for those who showed no credentials. */
  readonly execute: (event: unknown, caller: Caller | undefined) => Promise<Outcome>;
  /** `undefined`: they showed no credentials. */
  readonly standing: Standing | undefined;
  /** Milliseconds between looks whether the credentials still hold, while nothing happens. */
  readonly recheckEveryMs: number;
  readonly onTold: () => void;
  /** Called once. */
  readonly onEnd: (reason: StreamEnd) => void;
}

export interface SubscriptionStream extends AsyncIterableIterator<ExecutionResult> {
  /** Ends it. What is under way is not told any more. */
  end(reason: StreamEnd): void;
}

/** What ends a stream before anything new happens. */
const longestWaitMs = 2 ** 31 - 1;

const over = { value: undefined, done: true } as const;

const resultOf = (fault: Fault): ExecutionResult => ({
  errors: [new GraphQLError(fault.message, { originalError: new FaultError(fault) })],
});

const credentialsAreOver = resultOf({
  code: 'UNAUTHENTICATED',
  message:
    'The access token is over, or its session has ended. Get another one with refresh, or sign in again, and subscribe anew.',
});

/** One event after the other, each executed when the listener has taken the one before. */
export const createSubscriptionStream = (parts: SubscriptionStreamParts): SubscriptionStream => {
  const { source, execute, standing, recheckEveryMs, onTold, onEnd } = parts;
  const iterator = source[Symbol.asyncIterator]();
  const timers: NodeJS.Timeout[] = [];
  /** Told before the end. */
  let farewell: ExecutionResult | undefined;
  let isOver = false;
  /** Of whoever waits for the next event; one at a time, so that no promise gathers those who wait for the end. */
  let wake = (): void => undefined;

  const end = (reason: StreamEnd, last?: ExecutionResult): void => {
    if (isOver) return;
    isOver = true;
    farewell = last;
    for (const timer of timers) clearTimeout(timer);
    onEnd(reason);
    // Whether its source ends in time is of no consequence to the listener.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
    wake();
  };
  const endUnauthenticated = (): void => end('unauthenticated', credentialsAreOver);

  const recheck = async (): Promise<void> => {
    try {
      if (standing && !(await standing.now())) endUnauthenticated();
    } catch {
      // Nothing is told meanwhile, and the next look may know.
    }
  };
  if (standing) {
    const leftMs = Math.min(longestWaitMs, Math.max(0, standing.endsAtMs - Date.now()));
    timers.push(setTimeout(endUnauthenticated, leftMs).unref());
    timers.push(setInterval(() => void recheck(), recheckEveryMs).unref());
  }

  const lastly = (): IteratorResult<ExecutionResult, undefined> => {
    const value = farewell;
    farewell = undefined;
    return value ? { value, done: false } : over;
  };

  /** @returns `undefined` once the stream is over. */
  const nextEvent = async (): Promise<{ readonly event: unknown } | undefined> => {
    const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<unknown> | undefined>();
    wake = () => resolve(undefined);
    if (isOver) return undefined;
    iterator.next().then(resolve, reject);
    const arrived = await promise;
    if (isOver || !arrived) return undefined;
    if (arrived.done !== true) return { event: arrived.value };
    end('source');
    return undefined;
  };

  const handle = async (event: unknown): Promise<Outcome> => {
    const caller = await standing?.now();
    if (!standing || caller) return execute(event, caller);
    endUnauthenticated();
    return { kind: 'nothing' };
  };

  const failed = (error: unknown): ExecutionResult => ({
    errors: [
      error instanceof GraphQLError
        ? error
        : new GraphQLError('Unexpected error.', {
            originalError: error instanceof Error ? error : new Error(String(error)),
          }),
    ],
  });

  return {
    end: (reason) => end(reason),
    async next() {
      for (;;) {
        let arrived: Awaited<ReturnType<typeof nextEvent>>;
        try {
          arrived = await nextEvent();
        } catch (error) {
          end('failed', failed(error));
        }
        if (!arrived) return lastly();
        let outcome: Outcome;
        try {
          outcome = await handle(arrived.event);
        } catch (error) {
          // As a query would be answered: the next event may find what this one did not reach.
          outcome = { kind: 'told', result: failed(error) };
        }
        if (outcome.kind === 'over') end('source');
        if (isOver) return lastly();
        if (outcome.kind !== 'told') continue;
        onTold();
        return { value: outcome.result, done: false };
      }
    },
    return() {
      end('left');
      farewell = undefined;
      return Promise.resolve(over);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
