import { Cluster, type Redis } from 'ioredis';

export type RedisClient = Redis | Cluster;

/** CRC-16/XMODEM, as the Redis Cluster specification (appendix A) has it. */
const crc16 = (bytes: Uint8Array): number => {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
};

/** The slot of a key: of its first non-empty `{…}` alone, if it has one. */
export const slotOfKey = (key: string): number => {
  const open = key.indexOf('{');
  const close = open === -1 ? -1 : key.indexOf('}', open + 1);
  return crc16(Buffer.from(close > open + 1 ? key.slice(open + 1, close) : key)) % 16_384;
};

export interface NodeKeys {
  /** Names the server; the same for the same server. */
  readonly node: string;
  readonly keys: readonly string[];
  /** Where each key stood in the list that was grouped. */
  readonly places: readonly number[];
}

const SINGLE = 'redis';

/** The server that owns a key: one name for all keys without a Cluster. */
export const nodeOfKey = (client: RedisClient, key: string): string => {
  if (!(client instanceof Cluster)) return SINGLE;
  // Replicas included: that is how ioredis itself tells which keys may share a pipeline.
  return client.slots[slotOfKey(`${client.options.keyPrefix ?? ''}${key}`)]?.join(';') ?? SINGLE;
};

/** The keys of a batch by the server that owns them, since one command can't span slots on a Cluster. */
export const groupByNode = (client: RedisClient, keys: readonly string[]): readonly NodeKeys[] => {
  if (!(client instanceof Cluster)) return [{ node: SINGLE, keys, places: [...keys.keys()] }];
  const groups = new Map<string, { node: string; keys: string[]; places: number[] }>();
  for (const [place, key] of keys.entries()) {
    const node = nodeOfKey(client, key);
    const group = groups.get(node) ?? { node, keys: [], places: [] };
    group.keys.push(key);
    group.places.push(place);
    groups.set(node, group);
  }
  return [...groups.values()];
};
