import { randomUUID } from 'node:crypto';
import type { CacheEvents } from '../events.ts';
import { nodeOfKey, type RedisClient } from './key-slots.ts';
import type { LeaseKeeper } from './leases.ts';
import { createRedisGuard, type RedisPatience } from './redis-guard.ts';

export interface RedisLeasesOptions {
  /** The entry store's client: on one connection a look at the lease and one at the entry keep their order. */
  readonly client: RedisClient;
  /** In front of every key, with a colon between. */
  readonly prefix: string;
  /** What a request may wait for an answer, in milliseconds. Default 50. */
  readonly budgetMs?: number;
  readonly events?: CacheEvents;
  /** See {@link RedisPatience}. */
  readonly patience?: RedisPatience | undefined;
}

/** Deletes only what this holder set: after its end the key may be another's. */
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

export interface RedisLeases extends LeaseKeeper {
  /** Ends probing; the client stays open, since it was lent. */
  close(): void;
}

/** Leases as keys that expire: `SET … NX PX` with a random token. */
export const createRedisLeases = (options: RedisLeasesOptions): RedisLeases => {
  const { client, prefix, budgetMs = 50, events, patience } = options;
  const guard = createRedisGuard({ store: 'leases', budgetMs, patience, ...(events ? { events } : {}) });
  const run = <T>(name: string, operation: () => Promise<T>) =>
    guard.run(nodeOfKey(client, name), () => client.exists(name), operation);

  return {
    async acquire(key, lifeMs) {
      const name = `${prefix}:lease:${key}`;
      const token = randomUUID();
      const reply = await run(name, async () => ({
        granted: (await client.set(name, token, 'PX', Math.max(1, Math.ceil(lifeMs)), 'NX')) === 'OK',
      }));
      if (reply === undefined) return 'unavailable';
      if (!reply.granted) return 'taken';
      return {
        async release() {
          await run(name, () => client.eval(RELEASE, 1, name, token));
        },
      };
    },
    async isHeld(key) {
      const name = `${prefix}:lease:${key}`;
      return (await run(name, () => client.exists(name))) === 1;
    },
    close: () => guard.close(),
  };
};
