import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { RedisClient } from '../../../src/cache/stores/key-slots.ts';
import { createBaseStore, type BaseStore } from '../../../src/counters/base-store.ts';
import {
  openCounters,
  createOwnerId,
  type Counters,
  type CountersOptions,
} from '../../../src/counters/counters.ts';
import { openJournal, type Journal } from '../../../src/counters/journal.ts';
import { createSharedAccounts, type SharedAccounts } from '../../../src/counters/shared-accounts.ts';
import type { RedisServer } from '../../../src/infra/embedded/index.ts';
import { connectMongo } from '../../../src/infra/mongo.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { startOwnRedisCluster } from '../../testkit/redis-cluster.ts';
import { freshMongo, scratchFolder, startOwnRedis } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

export const kinds = {
  video: { collection: 'videoStats', counters: ['views', 'likes', 'dislikes'] },
  channel: { collection: 'channelStats', counters: ['subscribers'] },
} as const;

export interface TestNames extends Readonly<Record<string, string>> {
  readonly video: 'views' | 'likes' | 'dislikes';
  readonly channel: 'subscribers';
}

/** What processes share: a database, and where they count. */
export interface Site {
  readonly mongo: Connection;
  readonly mongoUri: string;
  readonly base: BaseStore;
  /** Where journals are. */
  readonly folder: string;
  readonly prefix: string;
  /** A process; it ends with the site, in order. Folds only when told to. */
  start(options?: StartOptions): Promise<Process>;
  /** Another one on the same database and Redis, without what is there until now. */
  part(): Promise<Site>;
}

export interface Process extends Counters<TestNames> {
  readonly owner: string;
  readonly shared: SharedAccounts | undefined;
  readonly journal: Journal;
  /** Ends it as a crash does: what it has in memory is gone. */
  crash(): Promise<void>;
}

export type StartOptions = Partial<CountersOptions<TestNames>> & { readonly budgetMs?: number };

export interface CountersHost extends AsyncDisposable {
  /** Whether others learn of counts before they are folded. */
  readonly isShared: boolean;
  /** A database and keys that nobody else uses. */
  freshSite(options?: { readonly rememberMs?: number }): Promise<Site>;
}

export interface RedisCountersHost extends CountersHost {
  readonly client: RedisClient;
  readonly servers: readonly RedisServer[];
}

/** Two cores run many servers here: what is not about time shall not fail for lack of it. */
const patientMs = 5_000;
const never = 2_000_000_000;

const createHost = (client: RedisClient | undefined, resources: AsyncDisposableStack): CountersHost => {
  const freshSite = async ({ rememberMs }: { readonly rememberMs?: number } = {}): Promise<Site> => {
    const mongoUri = freshMongo();
    const mongo = await connectMongo(mongoUri);
    resources.defer(async () => {
      await mongo.dropDatabase().catch(() => undefined);
      await mongo.close();
    });
    return siteOn(mongo, mongoUri, rememberMs);
  };

  const siteOn = async (
    mongo: Connection,
    mongoUri: string,
    rememberMs: number | undefined,
  ): Promise<Site> => {
    const folder = await scratchFolder();
    const prefix = `test-${randomUUID()}`;
    const base = createBaseStore({
      connection: mongo,
      kinds,
      log: quiet,
      ...(rememberMs !== undefined && { rememberMs }),
    });
    await base.prepare();
    resources.defer(() => rm(folder, { recursive: true, force: true }));
    let pids = 0;
    const living = new Set<number>();
    const start = async ({ budgetMs = patientMs, ...options }: StartOptions = {}): Promise<Process> => {
      const owner = createOwnerId();
      pids += 1;
      const pid = pids;
      living.add(pid);
      const shared = client && createSharedAccounts({ client, prefix, budgetMs });
      const journal = await openJournal({
        folder,
        owner,
        processes: { pid, identityOf: async (one) => (living.has(one) ? `life of ${one}` : undefined) },
        log: quiet,
      });
      const counters = await openCounters<TestNames>({
        kinds,
        base,
        owner,
        shared,
        journal,
        foldEveryMs: never,
        overdueMs: 0,
        log: quiet,
        ...options,
      });
      resources.defer(() => counters.close());
      return {
        ...counters,
        owner,
        shared,
        journal,
        async crash() {
          living.delete(pid);
          shared?.close();
          await journal.close();
        },
      };
    };
    const part = async (): Promise<Site> => {
      for (const { collection } of Object.values(kinds)) await mongo.collection(collection).deleteMany({});
      return siteOn(mongo, mongoUri, rememberMs);
    };
    return { mongo, mongoUri, base, folder, prefix, start, part };
  };

  return {
    isShared: client !== undefined,
    freshSite,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
};

export const startJournalHost = async (): Promise<CountersHost> =>
  createHost(undefined, new AsyncDisposableStack());

const redisHost = async (
  client: RedisClient,
  servers: readonly RedisServer[],
  resources: AsyncDisposableStack,
): Promise<RedisCountersHost> => {
  resources.defer(() => client.disconnect());
  client.setMaxListeners(0);
  client.on('error', () => undefined);
  await waitFor(() => client.status === 'ready', 'the client is connected');
  return { ...createHost(client, resources), client, servers };
};

const startRedisHost = async (release: '6.2' | '7'): Promise<RedisCountersHost> => {
  const resources = new AsyncDisposableStack();
  const server = resources.use(await startOwnRedis({ release }));
  return redisHost(new Redis(server.url), [server], resources);
};

const startClusterHost = async (): Promise<RedisCountersHost> => {
  const resources = new AsyncDisposableStack();
  const cluster = resources.use(await startOwnRedisCluster());
  return redisHost(cluster.connect(), cluster.servers, resources);
};

/** Every Redis that counters must work on. */
export const redisHosts = [
  ['Redis 7', () => startRedisHost('7')],
  ['Redis 6.2', () => startRedisHost('6.2')],
  ['a Redis Cluster', startClusterHost],
] as const;

export const allHosts: readonly (readonly [string, () => Promise<CountersHost>])[] = [
  ['the journal', startJournalHost],
  ...redisHosts,
];
