import { Cluster, type Redis } from 'ioredis';

/** How the server stands, or the masters of a Cluster together, with everything that they keep: they may serve others too. */
export interface RedisState {
  readonly version: string;
  /** `master` or `slave`. */
  readonly role: string;
  readonly keys: number;
  readonly usedBytes: number;
  /** 0: no limit of its own. */
  readonly maxBytes: number;
  readonly maxMemoryPolicy: string;
  readonly evictedKeys: number;
  /** Of the question itself. */
  readonly roundTripMs: number;
}

const fieldsOf = (info: string): ReadonlyMap<string, string> =>
  new Map(
    info.split(/\r?\n/).flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon === -1 ? [] : [[line.slice(0, colon), line.slice(colon + 1)]];
    }),
  );

const stateOf = async (client: Redis): Promise<RedisState> => {
  const beganMs = performance.now();
  const [info, keys] = await Promise.all([client.info(), client.dbsize()]);
  const fields = fieldsOf(info);
  const numberOf = (name: string): number => Number(fields.get(name) ?? 0);
  return {
    version: fields.get('redis_version') ?? 'unknown',
    role: fields.get('role') ?? 'unknown',
    keys,
    usedBytes: numberOf('used_memory'),
    maxBytes: numberOf('maxmemory'),
    maxMemoryPolicy: fields.get('maxmemory_policy') ?? 'unknown',
    evictedKeys: numberOf('evicted_keys'),
    roundTripMs: performance.now() - beganMs,
  };
};

const both = (a: RedisState, b: RedisState): RedisState => ({
  ...a,
  keys: a.keys + b.keys,
  usedBytes: a.usedBytes + b.usedBytes,
  maxBytes: a.maxBytes + b.maxBytes,
  evictedKeys: a.evictedKeys + b.evictedKeys,
  roundTripMs: Math.max(a.roundTripMs, b.roundTripMs),
});

/** @returns `undefined` when Redis, or one of its servers, does not answer. Counts no keys: a server knows how many it has. */
export const readRedisState = async (client: Redis | Cluster): Promise<RedisState | undefined> => {
  try {
    if (!(client instanceof Cluster)) return await stateOf(client);
    const [first, ...others] = await Promise.all(client.nodes('master').map(stateOf));
    return first && others.reduce(both, first);
  } catch {
    return undefined; // the client logs its own failures
  }
};
