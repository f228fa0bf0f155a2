import { createHash } from 'node:crypto';
import type { RedisClient } from '../cache/stores/key-slots.ts';

export interface RedisScript {
  readonly lua: string;
  readonly sha1: string;
}

const script = (lua: string): RedisScript => ({ lua, sha1: createHash('sha1').update(lua).digest('hex') });

// Keys come in pairs of one slot: the accounts of a thing, by owner `<born>:<seq>:<sums as JSON>`; and which accounts are there,
// as `<owner> <thing>`, by when that began or was last folded, in the time of the Redis server.

const KEPT = `
local function kept(things, owner)
  local value = redis.call('HGET', things, owner)
  if not value then return nil end
  local born, seq = string.match(value, '^(%d+):(%d+):')
  return tonumber(born) or 0, tonumber(seq) or 0
end
local function now()
  local clock = redis.call('TIME')
  return clock[1] * 1000 + math.floor(clock[2] / 1000)
end
`;

/** Keeps states, unless what is there is later. Arguments, per pair of keys: owner, born, seq, value, member. */
export const PUT = script(`${KEPT}
local at = now()
for i = 1, #KEYS / 2 do
  local things, open, a = KEYS[2 * i - 1], KEYS[2 * i], 5 * (i - 1)
  local owner, born, seq = ARGV[a + 1], tonumber(ARGV[a + 2]), tonumber(ARGV[a + 3])
  local b, s = kept(things, owner)
  if not b or b < born or (b == born and s < seq) then
    redis.call('HSET', things, owner, ARGV[a + 4])
    redis.call('ZADD', open, 'NX', at, ARGV[a + 5])
  end
end
return 1
`);

/** Takes states away that are folded; what is later stays, as new. Arguments, per pair of keys: owner, born, seq, member. */
export const CLEAR = script(`${KEPT}
local at = now()
for i = 1, #KEYS / 2 do
  local things, open, a = KEYS[2 * i - 1], KEYS[2 * i], 4 * (i - 1)
  local owner, born, seq = ARGV[a + 1], tonumber(ARGV[a + 2]), tonumber(ARGV[a + 3])
  local b, s = kept(things, owner)
  if not b or b < born or (b == born and s <= seq) then
    redis.call('HDEL', things, owner)
    redis.call('ZREM', open, ARGV[a + 4])
  else
    redis.call('ZADD', open, 'XX', at, ARGV[a + 4])
  end
end
return 1
`);

/** Takes all accounts of things away. Arguments, per pair of keys: the thing. */
export const DROP = script(`
for i = 1, #KEYS / 2 do
  local things, open = KEYS[2 * i - 1], KEYS[2 * i]
  for _, owner in ipairs(redis.call('HKEYS', things)) do redis.call('ZREM', open, owner .. ' ' .. ARGV[i]) end
  redis.call('DEL', things)
end
return 1
`);

/** Replies with members that are as old as the first argument says, in milliseconds; at most so many as the second. */
export const OVERDUE = script(`
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[1], 'LIMIT', 0, ARGV[2])
`);

const isUnknownScript = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('NOSCRIPT');

/** Runs a script by its name, and with its text where the server does not know it. */
export const runScript = async (
  client: RedisClient,
  { lua, sha1 }: RedisScript,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> => {
  try {
    return await client.evalsha(sha1, keys.length, ...keys, ...args);
  } catch (error) {
    if (!isUnknownScript(error)) throw error;
    return client.eval(lua, keys.length, ...keys, ...args);
  }
};
