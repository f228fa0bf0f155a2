import type { Entry, EntryStore } from '../entry.ts';
import type { CacheEvents } from '../events.ts';
import { decodeEntry, encodeEntry, FORMAT_VERSION } from './entry-codec.ts';
import { groupByNode, nodeOfKey, type NodeKeys, type RedisClient } from './key-slots.ts';
import { createRedisGuard, type RedisPatience } from './redis-guard.ts';

export interface RedisStoreOptions {
  /** Not the connection of the log: a large body there would delay proofs. */
  readonly client: RedisClient;
  /** In front of every key, with a colon between. */
  readonly prefix: string;
  /** How long an entry is kept after its life. Default 60,000. */
  readonly graceMs?: number;
  /** What a request may wait for the store, in milliseconds. Default 50. */
  readonly budgetMs?: number;
  /** Between two probes of a server that did not answer in time. Default 250. */
  readonly probeEveryMs?: number;
  /** A larger body is not stored; measured before compression. Default 1,000,000. */
  readonly maxEntryBytes?: number;
  /** Tags, meta and body together are compressed from this size on. Default 4,096. */
  readonly compressFromBytes?: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
  readonly events?: CacheEvents;
  /** See {@link RedisPatience}. */
  readonly patience?: RedisPatience | undefined;
}

export interface RedisStore extends EntryStore {
  /** Ends probing; the client stays open, since it was lent. */
  close(): void;
}

/**
 * Sets the key unless what it holds is newer by (`asOf`, `computedAtMs`), which the codec keeps as digits at a
 * fixed place. `tonumber`, since Lua compares text by the server's locale. What has another format version
 * or type is replaced. Sent as text each time: 0.4 KB beside a body, and no server has to know it beforehand.
 */
const SET_IF_NEWER = `
local kept = redis.pcall('GETRANGE', KEYS[1], 0, 33)
if type(kept) == 'string' and #kept == 34 and string.sub(kept, 1, 1) == ARGV[3] then
  local keptAsOf, asOf = tonumber(string.sub(kept, 3, 18)), tonumber(ARGV[4])
  local keptAt, at = tonumber(string.sub(kept, 19, 34)), tonumber(ARGV[5])
  if keptAsOf and keptAt and (keptAsOf > asOf or (keptAsOf == asOf and keptAt >= at)) then return 0 end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** Entries in Redis, single or Cluster, one round trip a server and batch; every key expires by itself. */
export const createRedisStore = (options: RedisStoreOptions): RedisStore => {
  const { client, prefix, graceMs = 60_000, budgetMs = 50, clock = Date.now, events, patience } = options;
  const { maxEntryBytes = 1_000_000, compressFromBytes = 4096, probeEveryMs } = options;
  if (prefix === '') throw new RangeError('prefix: expected some text but got none');
  const guard = createRedisGuard({
    store: 'redis',
    budgetMs,
    patience,
    ...(probeEveryMs === undefined ? {} : { probeEveryMs }),
    ...(events ? { events } : {}),
  });
  const prefixed = (key: string): string => `${prefix}:${key}`;
  const probe = (key: string) => () => client.exists(key);

  const read = async ({ keys }: NodeKeys): Promise<readonly (Buffer | null)[]> => {
    const [only] = keys;
    if (keys.length === 1 && only !== undefined) return [await client.getBuffer(only)];
    // On a Cluster an MGET over slots is refused; a pipeline of GETs to one server is one round trip too.
    if (!client.isCluster) return client.mgetBuffer(...keys);
    const pipeline = client.pipeline();
    for (const key of keys) pipeline.getBuffer(key);
    const replies = (await pipeline.exec()) ?? [];
    return replies.map(([error, value]) => (error === null && Buffer.isBuffer(value) ? value : null));
  };
  const withEach = async <T>(keys: readonly string[], act: (group: NodeKeys) => Promise<T>) =>
    Promise.all(
      groupByNode(client, keys.map(prefixed)).map(async (group) => {
        const result = await guard.run(group.node, probe(group.keys[0] ?? prefix), () => act(group));
        return { group, result };
      }),
    );

  return {
    async get(keys) {
      const found = Array.from<Entry | undefined>({ length: keys.length });
      if (keys.length === 0) return found;
      for (const { group, result } of await withEach(keys, read)) {
        for (const [index, place] of group.places.entries()) {
          const bytes = result?.[index];
          if (bytes) found[place] = decodeEntry(bytes, { maxBodyBytes: maxEntryBytes });
        }
      }
      return found;
    },

    async set(key, entry) {
      if (entry.body.byteLength > maxEntryBytes) return;
      const name = prefixed(key);
      await guard.run(nodeOfKey(client, name), probe(name), async () => {
        const bytes = await encodeEntry(entry, { compressFromBytes });
        const lifeMs = Math.ceil(entry.computedAtMs + entry.ttlMs + graceMs - clock());
        if (lifeMs <= 0) return;
        const order = [entry.asOf, Math.trunc(entry.computedAtMs)];
        await client.eval(SET_IF_NEWER, 1, name, bytes, lifeMs, FORMAT_VERSION, ...order);
      });
    },

    async delete(keys) {
      await withEach(keys, async (group) => {
        const pipeline = client.pipeline();
        for (const key of group.keys) pipeline.unlink(key);
        await pipeline.exec();
      });
    },

    close: () => guard.close(),
  };
};
