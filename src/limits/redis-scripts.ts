import { createHash } from 'node:crypto';
import type { RedisClient } from '../cache/stores/key-slots.ts';

interface RedisScript {
  readonly lua: string;
  readonly sha1: string;
}

const script = (lua: string): RedisScript => ({ lua, sha1: createHash('sha1').update(lua).digest('hex') });

// Each script has one key: a hash of a subject's slots, as in `slot-log.ts`, in the time of the Redis server. A field is
// `<milliseconds of the window>:<start of the slot>`, its value how often. Fields of a window that is not asked for are
// another version's of the policy, and stay until their window is over.

const READ = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local function field(window, start) return window.name .. ':' .. string.format('%.0f', start) end
local function read(windows)
  local known, gone = {}, {}
  for _, window in ipairs(windows) do known[window.name] = window end
  local stored = redis.call('HGETALL', KEYS[1])
  for at = 1, #stored, 2 do
    local name, text = string.match(stored[at], '^(%d+):(%d+)$')
    local window, start = known[name], tonumber(text)
    local life = tonumber(name) + (window and window.slot or 0)
    if start + life <= now then
      gone[#gone + 1] = stored[at]
    elseif window then
      window.slots[#window.slots + 1] = { start, tonumber(stored[at + 1]) }
      window.total = window.total + tonumber(stored[at + 1])
    end
  end
  if #gone > 0 then redis.call('HDEL', KEYS[1], unpack(gone)) end
end
local function keep(windows)
  local life = redis.call('PTTL', KEYS[1])
  for _, window in ipairs(windows) do life = math.max(life, window.ms + window.slot) end
  redis.call('PEXPIRE', KEYS[1], life)
end
`;

/**
 * Takes a place in every window or in none. Arguments: per window its milliseconds, limit and milliseconds of a slot.
 * Replies with: 1 or 0, the time, and per window what counts and the milliseconds until a place is free.
 */
export const TAKE = script(`${READ}
local windows, allowed = {}, 1
for at = 1, #ARGV, 3 do
  windows[#windows + 1] = { name = ARGV[at], ms = tonumber(ARGV[at]), limit = tonumber(ARGV[at + 1]),
    slot = tonumber(ARGV[at + 2]), total = 0, slots = {} }
end
read(windows)
for _, window in ipairs(windows) do
  if window.total >= window.limit then allowed = 0 end
end
local reply = { allowed, string.format('%.0f', now) }
for _, window in ipairs(windows) do
  local places = 1
  if allowed == 1 then
    local start = math.floor(now / window.slot) * window.slot
    redis.call('HINCRBY', KEYS[1], field(window, start), 1)
    window.total = window.total + 1
    window.slots[#window.slots + 1] = { start, 1 }
  else
    places = window.total + 1 - window.limit
  end
  table.sort(window.slots, function(left, right) return left[1] < right[1] end)
  local freed, free = 0, now
  for _, slot in ipairs(window.slots) do
    if freed >= places then break end
    freed = freed + slot[2]
    free = slot[1] + window.slot + window.ms
  end
  reply[#reply + 1] = window.total
  reply[#reply + 1] = free - now
end
if allowed == 1 then keep(windows) end
return reply
`);

/** Gives places back. Arguments: the time at which they were taken; per window its milliseconds and those of a slot. */
export const GIVE_BACK = script(`
for at = 2, #ARGV, 2 do
  local slot = tonumber(ARGV[at + 1])
  local field = ARGV[at] .. ':' .. string.format('%.0f', math.floor(tonumber(ARGV[1]) / slot) * slot)
  local count = tonumber(redis.call('HGET', KEYS[1], field) or '0')
  if count > 1 then
    redis.call('HINCRBY', KEYS[1], field, -1)
  elseif count == 1 then
    redis.call('HDEL', KEYS[1], field)
  end
end
return 1
`);

/**
 * Adds what was let through elsewhere, whatever the limit. Arguments: milliseconds of the window and of a slot; then pairs of
 * how many milliseconds ago, and how often. Replies with pairs of what counts: the start of a slot as milliseconds ago,
 * and how often.
 */
export const ADD = script(`${READ}
local window = { name = ARGV[1], ms = tonumber(ARGV[1]), slot = tonumber(ARGV[2]), total = 0, slots = {} }
for at = 3, #ARGV, 2 do
  local start = math.floor((now - tonumber(ARGV[at])) / window.slot) * window.slot
  redis.call('HINCRBY', KEYS[1], field(window, start), ARGV[at + 1])
end
read({ window })
if #window.slots > 0 then keep({ window }) end
local reply = {}
for _, slot in ipairs(window.slots) do
  reply[#reply + 1] = now - slot[1]
  reply[#reply + 1] = slot[2]
end
return reply
`);

const isUnknownScript = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('NOSCRIPT');

/** Runs a script by its name, and with its text where the server does not know it. */
export const runScript = async (
  client: RedisClient,
  { lua, sha1 }: RedisScript,
  key: string,
  args: readonly (string | number)[],
): Promise<unknown> => {
  try {
    return await client.evalsha(sha1, 1, key, ...args);
  } catch (error) {
    if (!isUnknownScript(error)) throw error;
    return client.eval(lua, 1, key, ...args);
  }
};

/** @throws TypeError when a reply is not what our scripts reply. */
export const numbersOf = (reply: unknown): readonly number[] => {
  if (!Array.isArray(reply)) throw new TypeError(`Expected a list from Redis, but got ${typeof reply}.`);
  return reply.map((one: unknown) => {
    const number = Number(one);
    if (!Number.isFinite(number))
      throw new TypeError(`Expected a number from Redis, but got ${String(one)}.`);
    return number;
  });
};

/** `<prefix>:limit:<policy>:<subject>`: every one expires a window after it was last written. */
export const limitKey = (prefix: string, policy: string, subject: string): string =>
  `${prefix}:limit:${policy}:${subject}`;
