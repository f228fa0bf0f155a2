import type { CacheEvents } from '../cache/events.ts';
import { nodeOfKey, type RedisClient } from '../cache/stores/key-slots.ts';
import { createRedisGuard, type RedisPatience } from '../cache/stores/redis-guard.ts';
import { createMemoryCounter, type MemoryCounter } from './memory-counter.ts';
import { type LimitCounter, type LimitPolicy, type Place, type Quota, strictest } from './policy.ts';
import { GIVE_BACK, limitKey, numbersOf, runScript, TAKE } from './redis-scripts.ts';
import { slotMsOf } from './slot-log.ts';

export interface RedisCounterOptions {
  /** Stays open: it was lent. */
  readonly client: RedisClient;
  /** In front of every key, with a colon between. */
  readonly prefix: string;
  /** Milliseconds that a call may wait for Redis, before it is counted in this process. */
  readonly budgetMs: number;
  /** Counts while Redis does not. Default: one of its own. */
  readonly fallback?: MemoryCounter;
  readonly events?: CacheEvents;
  /** See {@link RedisPatience}. */
  readonly patience?: RedisPatience | undefined;
}

/**
 * Counts for all instances on one Redis, by one script and one key a call, in the time of the Redis server.
 *
 * While Redis does not answer within the budget each instance counts for itself, beginning with what it let through
 * before: so of `n` instances at most `n` times the limit gets through until Redis is back.
 */
export const createRedisCounter = (options: RedisCounterOptions): LimitCounter => {
  const { client, prefix, budgetMs, fallback = createMemoryCounter(), events, patience } = options;
  const guard = createRedisGuard({ store: 'limits', budgetMs, patience, ...(events && { events }) });

  const run = async (
    script: typeof TAKE,
    key: string,
    args: readonly (string | number)[],
  ): Promise<readonly number[] | undefined> => {
    // It connects, or does not: the client tells so itself.
    if (client.status !== 'ready') return undefined;
    return guard.run(
      nodeOfKey(client, key),
      () => client.exists(key),
      async () => {
        const reply = await runScript(client, script, key, args);
        return script === TAKE ? numbersOf(reply) : [];
      },
    );
  };

  const placeOf = (
    { windows }: LimitPolicy,
    [allowed, _at, ...figures]: readonly number[],
    giveBack: Place['giveBack'],
  ): Place => {
    const isAllowed = allowed === 1;
    const quotaOf = (at: number): Quota => {
      const window = windows[at] ?? windows[0];
      return {
        window,
        remaining: Math.max(0, window.limit - (figures[2 * at] ?? 0)),
        freeAfterMs: Math.max(0, figures[2 * at + 1] ?? 0),
      };
    };
    const more = windows.slice(1).map((_window, at) => quotaOf(at + 1));
    return { isAllowed, quota: strictest([quotaOf(0), ...more], isAllowed), giveBack };
  };

  return {
    async take(policy, subject) {
      const key = limitKey(prefix, policy.name, subject);
      const args = policy.windows.flatMap((window) => [window.windowMs, window.limit, slotMsOf(window)]);
      const reply = await run(TAKE, key, args);
      if (!reply) return fallback.take(policy, subject);
      if (reply[0] !== 1) return placeOf(policy, reply, async () => undefined);
      const forget = fallback.record(policy, subject);
      return placeOf(policy, reply, async () => {
        forget();
        const slots = policy.windows.flatMap((window) => [window.windowMs, slotMsOf(window)]);
        await run(GIVE_BACK, key, [reply[1] ?? 0, ...slots]);
      });
    },
    close() {
      guard.close();
      fallback.close();
    },
  };
};
