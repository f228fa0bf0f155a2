import type { Redis } from 'ioredis';

/** How the server stands, with everything that it keeps: it may serve others too. */
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

/** @returns `undefined` when Redis does not answer. Counts no keys: the server knows how many it has. */
export const readRedisState = async (client: Redis): Promise<RedisState | undefined> => {
  const beganMs = performance.now();
  try {
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
  } catch {
    return undefined; // the client logs its own failures
  }
};
