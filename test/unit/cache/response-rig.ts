import { setImmediate } from 'node:timers/promises';
import type { Epoch, EpochAuthority } from '../../../src/cache/epoch.ts';
import { createCacheEvents } from '../../../src/cache/events.ts';
import type { Computed } from '../../../src/cache/keepable.ts';
import { createLocalProver } from '../../../src/cache/log/local-prover.ts';
import { createMemoryLog } from '../../../src/cache/log/memory-log.ts';
import type { Prover } from '../../../src/cache/log/prover.ts';
import type { Compute, Served } from '../../../src/cache/response/answers.ts';
import type { ResponseCacheTuning } from '../../../src/cache/response/options.ts';
import { createResponseCache } from '../../../src/cache/response/response-cache.ts';
import type { LeaseKeeper } from '../../../src/cache/stores/leases.ts';
import { createMemoryStore, type MemoryStore } from '../../../src/cache/stores/memory-store.ts';
import type { Tag } from '../../../src/cache/tags.ts';
import { quiet } from '../../testkit/quiet-log.ts';

export const START_MS = 1_700_000_000_000;

export interface FakeClock {
  (): number;
  advance(ms: number): void;
}

export const fakeClock = (): FakeClock => {
  let nowMs = START_MS;
  return Object.assign(() => nowMs, {
    advance(ms: number) {
      nowMs += ms;
    },
  });
};

/** The leases of all instances of a test, in this process. */
export const memoryLeases = (
  clock: () => number,
): LeaseKeeper & { readonly held: ReadonlyMap<string, number> } => {
  const held = new Map<string, number>();
  const isHeld = (key: string): boolean => (held.get(key) ?? 0) > clock();
  return {
    held,
    async acquire(key, lifeMs) {
      if (isHeld(key)) return 'taken';
      held.set(key, clock() + lifeMs);
      return {
        async release() {
          held.delete(key);
        },
      };
    },
    isHeld: async (key) => isHeld(key),
  };
};

/** One log and one clock, with as many instances over them as a test asks for. */
export const startRig = async () => {
  const clock = fakeClock();
  const log = createMemoryLog();
  let epoch: Epoch | undefined = await log.open();
  const authority: EpochAuthority = { live: () => epoch, reportLogFailure: () => undefined };

  const instance = (
    options: {
      readonly tuning?: Partial<ResponseCacheTuning>;
      readonly prover?: Prover;
      readonly memory?: MemoryStore;
      readonly remote?: { readonly store: MemoryStore; readonly leases: LeaseKeeper };
      readonly random?: () => number;
    } = {},
  ) => {
    const memory = options.memory ?? createMemoryStore({ maxBytes: 10_000_000, clock });
    const prover = options.prover ?? createLocalProver({ log, authority, declarations: 'd' });
    const events = createCacheEvents();
    const cache = createResponseCache({
      prover,
      authority,
      memory,
      ...(options.remote ? { remote: options.remote } : {}),
      events,
      logger: quiet,
      clock,
      // The middle: an early refresh only in the last of what a computation costs.
      random: options.random ?? (() => 0.5),
      async wait(ms) {
        clock.advance(ms);
        await setImmediate();
      },
      tuning: { ttlJitter: 0, ...options.tuning },
    });
    return { cache, memory, events, prover };
  };

  return {
    clock,
    log,
    authority,
    instance,
    /** A write, acknowledged once this resolves. */
    async write(...tags: readonly Tag[]) {
      if (epoch) await log.append(epoch, { tags, declarations: 'd' });
    },
    endEpoch() {
      epoch = undefined;
    },
    async beginEpoch() {
      epoch = await log.open();
    },
    nonce: () => epoch?.nonce ?? '',
  };
};

export const answer = (text: string, change: Partial<Computed> = {}): Computed => ({
  body: Buffer.from(text),
  tags: ['db.films:1'],
  audience: 'everyone',
  maxAgeMs: 60_000,
  meta: {},
  ...change,
});

export const textOf = ({ body }: Pick<Served, 'body'>): string => Buffer.from(body).toString();

/** A computation that a test ends when it likes. */
export const heldBack = () => {
  const { promise, resolve, reject } = Promise.withResolvers<Computed>();
  const started = Promise.withResolvers<void>();
  let calls = 0;
  const compute: Compute = async () => {
    calls += 1;
    started.resolve();
    return promise;
  };
  return { compute, resolve, reject, started: started.promise, calls: () => calls };
};

/** Computes at once, and counts. */
export const counting = (make: (call: number) => Computed = (call) => answer(`#${call}`)) => {
  let calls = 0;
  const compute: Compute = async () => {
    calls += 1;
    return make(calls);
  };
  return { compute, calls: () => calls };
};

/** Lets everything run that waits for nothing outside. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
};
