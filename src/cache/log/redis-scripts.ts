import { createHash } from 'node:crypto';

/** A Lua script and the name by which a server that has seen it knows it. */
export interface RedisScript {
  readonly lua: string;
  readonly sha1: string;
}

const script = (lua: string): RedisScript => ({ lua, sha1: createHash('sha1').update(lua).digest('hex') });

// Each script has the keys head and stream, and answers a refusal as a string, anything else otherwise.

/**
 * Arguments: nonce, log id. Nothing here may be left out: a missing or evicted stream, a replica and a fenced
 * master all read as if nothing were new.
 */
const REFUSE_UNLESS_THE_LOG_OF_THAT_EPOCH = `
local info = redis.call('INFO', 'replication')
if not string.find(info, 'role:master\\r', 1, true) then return 'not-a-master' end
if not string.find(info, 'master_replid:' .. ARGV[2] .. '\\r', 1, true) then return 'other-log' end
local head = redis.call('HMGET', KEYS[1], 'nonce', 'position', 'order', 'signed')
if not (head[1] and head[2]) then return 'head-missing' end
if head[1] ~= ARGV[1] then return 'other-epoch' end
local last = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)
if not (last[1] and last[1][1] == head[2] .. '-0') then return 'head-not-last' end
`;

/** Further arguments: most records kept, declarations, tags, order of the operation time or '', signed. */
export const APPEND = script(`${REFUSE_UNLESS_THE_LOG_OF_THAT_EPOCH}
local order = ARGV[6]
local later = false
if order ~= '' then
  -- As two numbers: Lua compares text by the server's locale, and some locales put letters before digits.
  local known = head[3] or '0000000000000000'
  local seconds, knownSeconds = tonumber(string.sub(order, 1, 8), 16), tonumber(string.sub(known, 1, 8), 16)
  local count, knownCount = tonumber(string.sub(order, 9), 16), tonumber(string.sub(known, 9), 16)
  later = seconds > knownSeconds or (seconds == knownSeconds and count > knownCount)
end
-- Deletes nothing. Redis judges its memory until a script's first write, and lets a deletion pass when it is
-- full; without it a full memory would stop every mutation.
redis.call('HDEL', KEYS[1], '')
local position = string.format('%.0f', tonumber(head[2]) + 1)
redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[3], position .. '-0', 'declarations', ARGV[4], 'tags', ARGV[5],
  'order', order)
redis.call('HSET', KEYS[1], 'position', position)
if later then redis.call('HSET', KEYS[1], 'order', order, 'signed', ARGV[7]) end
return { position }
`);

/** Further arguments: position applied, most records answered. */
export const PROOF = script(`${REFUSE_UNLESS_THE_LOG_OF_THAT_EPOCH}
local applied = tonumber(ARGV[3])
local missed = tonumber(head[2]) - applied
if missed < 0 then return 'behind-applied' end
local reply = { head[2], head[3] or '', head[4] or '' }
if missed > tonumber(ARGV[4]) then
  reply[4] = 'truncated'
elseif missed > 0 then
  local tail = redis.call('XRANGE', KEYS[2], string.format('%.0f-0', applied + 1), '+', 'COUNT', missed + 1)
  if #tail == missed then reply[4] = tail else reply[4] = 'truncated' end
end
return reply
`);

/** Argument: nonce. Begins with a deletion for the reason that an append does. */
export const OPEN = script(`
local info = redis.call('INFO', 'replication')
if not string.find(info, 'role:master\\r', 1, true) then return 'not-a-master' end
local id = string.match(info, 'master_replid:(%w+)\\r')
if not id then return 'other-log' end
redis.call('DEL', KEYS[1], KEYS[2])
redis.call('XADD', KEYS[2], '1-0', 'declarations', '', 'tags', '[]')
redis.call('HSET', KEYS[1], 'nonce', ARGV[1], 'position', '1')
return { id }
`);
