import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { createRedisLog, LOG_REDIS_OPTIONS } from '../src/cache/log/redis-log.ts';
import { createProver } from '../src/cache/log/remote-prover.ts';
import type { Entry } from '../src/cache/entry.ts';
import { createMemoryStore } from '../src/cache/stores/memory-store.ts';
import { createRedisStore } from '../src/cache/stores/redis-store.ts';
import { readEnvironment } from '../src/config/environment.ts';
import { provisionRedisServer, startRedisServer } from '../src/infra/embedded/index.ts';
import { median } from './figures/statistics.ts';
import type { InvalidationFigures } from './results.ts';
import { quiet } from '../test/testkit/quiet-log.ts';

/**
 * What a write costs the cache, by how much is kept: from the append of twelve tags to the proof that finds an entry
 * stale. Fills Redis and the process with entries, measures in turn at each size, and prints the ratio.
 *
 *     node bench/invalidation-cost.ts [--sizes 1000,1000000] [--writes 2000] [--json]
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,1000000' },
    writes: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const writes = Number(values.writes);
if ([...sizes, writes].some((value) => !Number.isSafeInteger(value) || value < 1)) {
  throw new TypeError('Expected --sizes and --writes to be positive whole numbers.');
}

const { command } = await provisionRedisServer({ downloadDir: readEnvironment().downloadDir, log: quiet });

const tagsOf = (index: number) =>
  Array.from({ length: 12 }, (_, tag) => `bench.films:${(index * 7 + tag) % 1_000_000}`);
const entryOf = (index: number, asOf: number): Entry => ({
  body: Buffer.from(`{"data":{"film":${index}}}`),
  tags: tagsOf(index),
  asOf,
  computedAtMs: Date.now(),
  ttlMs: 3_600_000,
  costMs: 1,
  audience: 'everyone',
  meta: {},
});

/** @returns the median of an invalidation in microseconds. */
const measure = async (size: number): Promise<Omit<InvalidationFigures, 'entries'>> => {
  const server = await startRedisServer({ binary: command });
  const client = new Redis(server.url, LOG_REDIS_OPTIONS);
  const entries = new Redis(server.url);
  for (const one of [client, entries]) if (one.status !== 'ready') await once(one, 'ready');
  const invalidations = createRedisLog({ client, prefix: 'bench' });
  const epoch = await invalidations.open();
  const prover = createProver({
    log: invalidations,
    authority: {
      live: () => epoch,
      reportLogFailure: (_epoch, reason) => {
        throw new Error(reason);
      },
    },
    declarations: 'bench',
    minIntervalMs: 0,
  });
  const memory = createMemoryStore({ maxBytes: 2_000_000_000 });
  const remote = createRedisStore({ client: entries, prefix: 'bench', budgetMs: 60_000 });
  try {
    for (let start = 0; start < size; start += 1_000) {
      const batch = Array.from({ length: Math.min(1_000, size - start) }, (_, offset) => start + offset);
      await Promise.all(
        batch.map(async (index) => {
          const entry = entryOf(index, 1);
          memory.put(`answer:${index}`, entry);
          await remote.set(`answer:${index}`, entry);
        }),
      );
    }
    const samples: number[] = [];
    for (let write = 0; write < writes; write += 1) {
      const began = performance.now();
      await invalidations.append(epoch, { tags: tagsOf(write), declarations: 'bench' });
      const proof = await prover.prove();
      if (proof?.isCurrent(tagsOf(write), 1) !== false) throw new Error('The write was not seen.');
      samples.push((performance.now() - began) * 1000);
    }
    return { microseconds: median(samples), keysInRedis: await entries.dbsize() };
  } finally {
    prover.close();
    remote.close();
    client.disconnect();
    entries.disconnect();
    await server.stop();
  }
};

const results: InvalidationFigures[] = [];
for (const size of sizes) results.push({ entries: size, ...(await measure(size)) });

if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
else {
  for (const { entries, microseconds, keysInRedis } of results) {
    process.stdout.write(
      `${entries} entries (${keysInRedis} keys in Redis): ${microseconds.toFixed(0)} µs an invalidation, median of ${writes}\n`,
    );
  }
  const [smallest, largest] = [results[0], results.at(-1)];
  if (smallest && largest) {
    process.stdout.write(`ratio ${(largest.microseconds / smallest.microseconds).toFixed(2)}\n`);
  }
}
