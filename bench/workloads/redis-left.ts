import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createSeededRandom, type SeededRandom } from '../../src/seed/seeded-random.ts';
import { caching, type Bench } from '../bench.ts';
import { openClient } from '../load/client.ts';
import { postRequest } from '../load/request.ts';
import { dataOf } from '../load/verify.ts';
import type { ByContestant, RedisLeftFigures } from '../results.ts';
import { readFilms, type Film } from './films.ts';
import { pageOf } from './operations.ts';

/** Of the answers; the others are of single films. */
const shareOfPages = 0.25;
const batchSize = 500;
/** Milliseconds for writes that nobody waits for. */
const settleMs = 500;

const keysOf = async (client: Redis): Promise<Buffer[]> => {
  const keys: Buffer[] = [];
  for await (const batch of client.scanBufferStream({ count: batchSize })) keys.push(...(batch as Buffer[]));
  return keys;
};

const inBatches = async <Value>(
  keys: readonly Buffer[],
  run: (batch: readonly Buffer[]) => Promise<readonly Value[]>,
): Promise<Value[]> => {
  const values: Value[] = [];
  for (let start = 0; start < keys.length; start += batchSize) {
    values.push(...(await run(keys.slice(start, start + batchSize))));
  }
  return values;
};

/** What no other workload asks for, so that nobody has it in memory: Redis would not be told of it again. */
const freshRequests = (films: readonly Film[], count: number, random: SeededRandom): readonly Buffer[] => {
  const pages = Math.round(count * shareOfPages);
  return [
    ...films.slice(0, count - pages).map(({ id }) =>
      postRequest({
        query: 'query ($id: ID!) { movie(id: $id) { id title genres { id } directors { id name } } }',
        variables: { id },
      }),
    ),
    ...Array.from({ length: pages }, () =>
      postRequest(
        pageOf({
          minRating: 2 + random.next() * 3,
          sort: { field: 'VOTES', direction: random.pick(['ASC', 'DESC']) },
          first: 20,
        }),
      ),
    ),
  ];
};

const ask = async (client: Redis, keys: readonly Buffer[], command: readonly string[]): Promise<number[]> => {
  const [name = '', ...rest] = command;
  return inBatches(keys, (batch) =>
    Promise.all(batch.map(async (key) => Number(await client.call(name, ...rest, key)))),
  );
};

/** Every key, with all that it holds. */
const weigh = async (client: Redis): Promise<{ keys: number; bytes: number }> => {
  const keys = await keysOf(client);
  const bytes = await inBatches(keys, (batch) =>
    Promise.all(batch.map(async (key) => Number(await client.call('MEMORY', 'USAGE', key, 'SAMPLES', '0')))),
  );
  return { keys: keys.length, bytes: bytes.reduce((sum, one) => sum + one, 0) };
};

/** Lets the time pass for every key at once: what has a time to live ends now, as it would later; the rest stays. */
const expireAll = async (client: Redis): Promise<void> => {
  const keys = await keysOf(client);
  const lives = await ask(client, keys, ['PTTL']);
  const mortal = keys.filter((_key, index) => (lives[index] ?? -1) >= 0);
  await inBatches(mortal, (batch) => Promise.all(batch.map((key) => client.pexpire(key, 1))));
  await sleep(settleMs);
};

/** What stays in Redis of answers whose time is over. */
export const runRedisLeft = async (bench: Bench): Promise<ByContestant<RedisLeftFigures>> => {
  const requests = freshRequests(
    await readFilms(bench),
    bench.pace.redisAnswers,
    createSeededRandom(bench.seed + 3_000_000),
  );
  const found: [string, RedisLeftFigures][] = [];
  for (const contestant of caching(bench)) {
    const url = bench.redisUrlOf(contestant.name);
    if (url === undefined) continue;
    const redis = new Redis(url);
    try {
      // What earlier workloads left would count as this one's.
      await expireAll(redis);
      const before = await weigh(redis);
      using client = await openClient(contestant.port);
      for (const request of requests) dataOf(await client.ask(request));
      await sleep(settleMs);
      const filled = await weigh(redis);
      await expireAll(redis);
      const left = await weigh(redis);
      found.push([
        contestant.name,
        {
          answers: requests.length,
          keysFilled: filled.keys - before.keys,
          bytesFilled: filled.bytes - before.bytes,
          keysLeft: left.keys,
          bytesLeft: left.bytes,
        },
      ]);
      bench.say(
        `  ${contestant.name}: ${requests.length} answers; ${before.keys} keys before, ${filled.keys} keys and ` +
          `${filled.bytes} bytes when filled, ${left.keys} keys and ${left.bytes} bytes when all expired`,
      );
    } finally {
      redis.disconnect();
    }
  }
  return Object.fromEntries(found);
};
