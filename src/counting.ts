import path from 'node:path';
import type { Connection } from 'mongoose';
import { createCacheEvents } from './cache/events.ts';
import type { RedisPatience } from './cache/stores/redis-guard.ts';
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
import {
  additionTag,
  type CountedDocuments,
  countedPartitions,
  followAdditions,
  followCounts,
} from './tracking/followed-counts.ts';

type VideoCount = 'views' | 'likes' | 'dislikes' | 'comments';
type ChannelCount = VideoCount | 'subscribersGained' | 'subscribersLost';

/** What is counted, by kind of thing. */
export type CountedNames = {
  readonly video: VideoCount;
  readonly comment: 'likes' | 'replies';
  readonly channel: 'subscribers' | 'views';
  readonly user: 'subscriptions';
  readonly videoHour: 'views' | 'likes';
  /** By `<video>:<day>`, a day of UTC as `YYYY-MM-DD`. */
  readonly videoDay: VideoCount;
  /** By `<channel>:<day>`. */
  readonly channelDay: ChannelCount;
  /** By `<channel>:<YYYY-MM>`. */
  readonly channelMonth: ChannelCount;
};

const ofVideo = ['views', 'likes', 'dislikes', 'comments'] as const;
const ofChannel = [...ofVideo, 'subscribersGained', 'subscribersLost'] as const;
/** Characters of a day. */
const dayLength = 10;

/** A document of these collections holds the counters of the thing whose id it has. */
export const countedKinds: CountersOptions<CountedNames>['kinds'] = {
  video: { collection: 'videoStats', counters: ofVideo },
  comment: { collection: 'commentStats', counters: ['likes', 'replies'] },
  channel: { collection: 'channelStats', counters: ['subscribers', 'views'] },
  user: { collection: 'userStats', counters: ['subscriptions'] },
  videoHour: { collection: 'videoHours', counters: ['views', 'likes'] },
  // What is taken back counts on the day on which it is, so that of a day less than nothing may be left.
  videoDay: {
    collection: 'videoDays',
    counters: ofVideo,
    isSigned: true,
    fields: { day: (id) => id.slice(-dayLength) },
  },
  channelDay: { collection: 'channelDays', counters: ofChannel, isSigned: true },
  channelMonth: { collection: 'channelMonths', counters: ofChannel, isSigned: true },
};

export interface CountingOptions {
  /** One whose commands are not followed. */
  readonly background: Connection;
  /** `undefined`: each instance counts for itself until it folds. */
  readonly redisUrl: string | undefined;
  readonly redisPrefix: string;
  /** Milliseconds that a request may wait for Redis, before it is counted in the journal. */
  readonly cacheRedisBudgetMs: number;
  readonly redisPatience?: RedisPatience | undefined;
  /** Milliseconds between folds; default five minutes. For tests, which cannot wait so long. */
  readonly countFoldEveryMs?: number | undefined;
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
  const shared =
    client && createSharedAccounts({ client, prefix, budgetMs, events, patience: options.redisPatience });
  const counters = await openCounters<CountedNames>({
    kinds: countedKinds,
    base,
    owner,
    shared,
    journal,
    ...(options.countFoldEveryMs !== undefined && { foldEveryMs: options.countFoldEveryMs }),
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

type CountedThings = Readonly<Record<'video' | 'channel' | 'user' | 'comment', readonly CountedDocuments[]>>;

/** Kinds whose counts no document tells of: adding to them is what is followed. */
const addedKinds = ['channelDay', 'channelMonth'] as const;
type AddedKind = (typeof addedKinds)[number];
const isAdded = (kind: string): kind is AddedKind => addedKinds.some((one) => one === kind);
const addedNamespace = (databaseName: string, kind: AddedKind): string =>
  `${databaseName}.${countedKinds[kind].collection}`;

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
    user: [counted('channelSubscriptions', 'userId')],
    comment: [
      counted('commentLikes', 'commentId'),
      { ...counted('comments', 'thread'), facetOf: (id: string) => `comment:${id}` },
    ],
  };
};

/** Counters as operations read them: an answer that holds one depends on what is counted. */
export const followedCounts = (counters: Counters<CountedNames>, databaseName: string) => {
  const counted = countedIn(databaseName);
  const added = (kind: AddedKind) =>
    followAdditions(counters.of(kind), addedNamespace(databaseName, kind), ['views']);
  return {
    video: followCounts(counters.of('video'), counted.video),
    channel: followCounts(counters.of('channel'), counted.channel),
    user: followCounts(counters.of('user'), counted.user),
    // No answer is made of these: rankings are.
    videoHour: counters.of('videoHour'),
    comment: followCounts(counters.of('comment'), counted.comment),
    channelDay: added('channelDay'),
    channelMonth: added('channelMonth'),
  };
};

/** What answers depend on that hold a count of these things, given as `kind:id`. */
export const tagsOfCounts = (things: readonly string[], databaseName: string): readonly Tag[] => {
  const counted: Readonly<Record<string, readonly CountedDocuments[]>> = countedIn(databaseName);
  return things.flatMap((thing) => {
    const colon = thing.indexOf(':');
    const [kind, id] = [thing.slice(0, colon), thing.slice(colon + 1)];
    return isAdded(kind)
      ? [additionTag(addedNamespace(databaseName, kind), id)]
      : countedPartitions(counted[kind] ?? [], id);
  });
};
