import type { CacheEvents } from '../cache/events.ts';
import { groupByNode, type RedisClient } from '../cache/stores/key-slots.ts';
import { createRedisGuard, type RedisPatience } from '../cache/stores/redis-guard.ts';
import type { LimitWindow } from './policy.ts';
import { ADD, limitKey, numbersOf, runScript } from './redis-scripts.ts';

/** How often, and how many milliseconds ago. */
export type AgedCount = readonly [ageMs: number, count: number];

/** What an instance has to tell about one subject. */
export interface Told {
  readonly subject: string;
  /** Called when it is sent, and not called when it is not. */
  drain(): readonly AgedCount[];
  /** What counts now for all instances together; not called when no answer came. */
  receive(slots: readonly AgedCount[]): void;
}

/** Where instances put together what they counted. */
export interface SharedCounts {
  /** Never rejects. */
  add(window: LimitWindow, slotMs: number, told: readonly Told[]): Promise<void>;
  close(): void;
}

export interface RedisSharedCountsOptions {
  /** Stays open: it was lent. */
  readonly client: RedisClient;
  /** In front of every key, with a colon between. */
  readonly prefix: string;
  /** Milliseconds that a batch may take, before that server is left alone until it answers a probe. */
  readonly budgetMs: number;
  readonly events?: CacheEvents;
  /** See {@link RedisPatience}. */
  readonly patience?: RedisPatience | undefined;
}

/** Subjects told at once. A script takes some 20 µs, and other commands of other connections wait for it. */
const batchSize = 200;

/** The same keys as the counter of `redis-counter.ts` has. */
export const createRedisSharedCounts = (options: RedisSharedCountsOptions): SharedCounts => {
  const { client, prefix, budgetMs, events, patience } = options;
  const guard = createRedisGuard({ store: 'limits', budgetMs, patience, ...(events && { events }) });

  const tell = async ({ windowMs }: LimitWindow, slotMs: number, key: string, one: Told): Promise<void> => {
    const pairs = one.drain().flatMap(([ageMs, count]) => [Math.ceil(ageMs), count]);
    const figures = numbersOf(await runScript(client, ADD, key, [windowMs, slotMs, ...pairs]));
    const slots: AgedCount[] = [];
    for (let at = 0; at < figures.length; at += 2) slots.push([figures[at] ?? 0, figures[at + 1] ?? 0]);
    one.receive(slots);
  };

  const tellNode = async (
    node: string,
    window: LimitWindow,
    slotMs: number,
    batch: readonly (readonly [key: string, one: Told])[],
  ): Promise<void> => {
    await guard.run(
      node,
      () => client.exists(batch[0]?.[0] ?? prefix),
      () => Promise.all(batch.map(([key, one]) => tell(window, slotMs, key, one))),
    );
  };

  return {
    async add(window, slotMs, told) {
      const keys = told.map(({ subject }) => limitKey(prefix, window.name, subject));
      for (const { node, places } of groupByNode(client, keys)) {
        for (let at = 0; at < places.length; at += batchSize) {
          if (client.status !== 'ready') return;
          const batch = places.slice(at, at + batchSize).flatMap((place) => {
            const one = told[place];
            const key = keys[place];
            return one && key !== undefined ? [[key, one] as const] : [];
          });
          await tellNode(node, window, slotMs, batch);
        }
      }
    },
    close: () => guard.close(),
  };
};
