import path from 'node:path';
import type { Connection } from 'mongoose';
import { createCacheEvents } from './cache/events.ts';
import type { Tag } from './cache/tags.ts';
import { LOG_CLUSTER_OPTIONS, LOG_REDIS_OPTIONS } from './cache/log/redis-log.ts';
import { createBaseStore } from './counters/base-store.ts';
import { type Counters, type CountersOptions, createOwnerId, openCounters } from './counters/counters.ts';
import { openJournal } from './counters/journal.ts';
import { createSharedAccounts } from './counters/shared-accounts.ts';
import { DATA_FOLDER_ENTRIES } from './infra/embedded/index.ts';
import { processIdentity } from './infra/embedded/process-identity.ts';
import { createRedisClient } from './infra/redis.ts';
import type { Logger } from './shared/logger.ts';
import { type CountedDocuments, countedPartitions, followCounts } from './tracking/followed-counts.ts';

/** What is counted, by kind of thing. */
export type CountedNames = {
  readonly video: 'views' | 'likes' | 'dislikes' | 'comments';
  readonly comment: 'likes' | 'replies';
  readonly channel: 'subscribers';
};

/** A document of these collections holds the counters of the thing whose id it has. */
export const countedKinds: CountersOptions<CountedNames>['kinds'] = {
  video: { collection: 'videoStats', counters: ['views', 'likes', 'dislikes', 'comments'] },
  comment: { collection: 'commentStats', counters: ['likes', 'replies'] },
  channel: { collection: 'channelStats', counters: ['subscribers'] },
};

export interface CountingOptions {
  /** One whose commands are not followed. */
  readonly background: Connection;
  /** `undefined`: each instance counts for itself until it folds. */
  readonly redisUrl: string | undefined;
  readonly redisPrefix: string;
  /** Milliseconds that a request may wait for Redis, before it is counted in the journal. */
  readonly cacheRedisBudgetMs: number;
  /** Where the journal is, in `counters`. `undefined`: there is none, for tests. */
  readonly dataDir?: string | undefined;
  readonly log: Logger;
}

/** Milliseconds between two lines of the log about a Redis that refuses. */
const failureQuietMs = 60_000;

export const openCounting = async (options: CountingOptions): Promise<Counters<CountedNames>> => {
  const { background, redisUrl, redisPrefix: prefix, cacheRedisBudgetMs: budgetMs, dataDir, log } = options;
  await using opened = new AsyncDisposableStack();
  const base = createBaseStore({ connection: background, kinds: countedKinds, log });
  await base.prepare();
  const owner = createOwnerId();
  const journal =
    dataDir === undefined
      ? undefined
      : await openJournal({
          folder: path.join(dataDir, DATA_FOLDER_ENTRIES.counters),
          owner,
          processes: { pid: process.pid, identityOf: processIdentity },
          log,
        });
  opened.defer(() => journal?.close());
  // A connection of its own: a fold must not delay a proof or an answer.
  const client =
    redisUrl === undefined
      ? undefined
      : createRedisClient(redisUrl, log, { single: LOG_REDIS_OPTIONS, cluster: LOG_CLUSTER_OPTIONS });
  opened.defer(() => client?.disconnect());
  const events = createCacheEvents(log);
  let toldMs = -Infinity;
  events.on((event) => {
    if (event.type === 'store-failed' && performance.now() - toldMs > failureQuietMs) {
      toldMs = performance.now();
      log.warn({ err: event.error }, 'Redis refuses counts; they go to the journal.');
    }
    if (event.type === 'store-unavailable')
      log.warn({ reason: event.reason }, 'Counts go to the journal, until Redis answers in time.');
    if (event.type === 'store-available') log.info({}, 'Counts go to Redis again.');
  });
  const shared = client && createSharedAccounts({ client, prefix, budgetMs, events });
  const counters = await openCounters<CountedNames>({
    kinds: countedKinds,
    base,
    owner,
    shared,
    journal,
    log,
  });
  const resources = opened.move();
  return {
    ...counters,
    async close() {
      await counters.close();
      await resources.disposeAsync();
    },
  };
};

type CountedThings = Readonly<Record<keyof CountedNames, readonly CountedDocuments[]>>;

/** The documents that are counted, by kind of thing. Views are not: nobody waits for them. */
const countedIn = (databaseName: string): CountedThings => {
  const counted = (collection: string, facet: string, ...paths: string[]): CountedDocuments => ({
    namespace: `${databaseName}.${collection}`,
    facet,
    paths,
  });
  return {
    video: [counted('reactions', 'videoId', 'value'), counted('comments', 'videoId')],
    channel: [counted('channelSubscriptions', 'channelId')],
    comment: [
      counted('commentLikes', 'commentId'),
      { ...counted('comments', 'thread'), facetOf: (id: string) => `comment:${id}` },
    ],
  };
};

/** Counters as operations read them: an answer that holds one depends on what is counted. */
export const followedCounts = (counters: Counters<CountedNames>, databaseName: string) => {
  const counted = countedIn(databaseName);
  return {
    video: followCounts(counters.of('video'), counted.video),
    channel: followCounts(counters.of('channel'), counted.channel),
    comment: followCounts(counters.of('comment'), counted.comment),
  };
};

/** What answers depend on that hold a count of these things, given as `kind:id`. */
export const tagsOfCounts = (things: readonly string[], databaseName: string): readonly Tag[] => {
  const counted: Readonly<Record<string, readonly CountedDocuments[]>> = countedIn(databaseName);
  return things.flatMap((thing) => {
    const colon = thing.indexOf(':');
    return countedPartitions(counted[thing.slice(0, colon)] ?? [], thing.slice(colon + 1));
  });
};
