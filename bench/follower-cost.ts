import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../src/config/environment.ts';
import { startEmbeddedMongod } from '../src/infra/embedded/index.ts';
import { connectMongo } from '../src/infra/mongo.ts';
import { median } from './figures/statistics.ts';
import { quiet } from '../test/testkit/quiet-log.ts';

/**
 * What it costs MongoDB to keep what documents were before a change: updates of documents of a given size, in turns with and
 * without.
 *
 *     node bench/follower-cost.ts [--updates 5000] [--bytes 1000] [--at-once 16] [--rounds 5] [--json]
 */
const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '5000' },
    bytes: { type: 'string', default: '1000' },
    'at-once': { type: 'string', default: '16' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const [updates = 0, bytes = 0, atOnce = 0, rounds = 0] = [
  values.updates,
  values.bytes,
  values['at-once'],
  values.rounds,
].map(Number);
if (![updates, bytes, atOnce, rounds].every((value) => Number.isSafeInteger(value) && value > 0)) {
  throw new TypeError('Expected --updates, --bytes, --at-once and --rounds to be positive whole numbers.');
}

const documents = 1_000;

await using opened = new AsyncDisposableStack();
const dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-bench-'));
opened.defer(() => rm(dataDir, { recursive: true, force: true }));
const mongod = await startEmbeddedMongod({ dataDir, downloadDir: readEnvironment().downloadDir, log: quiet });
opened.defer(() => mongod.stop());
const mongo = await connectMongo(mongod.uri);
opened.defer(() => mongo.close());
const things = mongo.collection<{ _id: number; kind: number; n: number; text: string }>('things');

await mongo.createCollection('things');
await things.createIndex({ kind: 1, n: 1 });
await things.insertMany(
  Array.from({ length: documents }, (_, index) => ({
    _id: index,
    kind: index % 10,
    n: 0,
    text: 'x'.repeat(bytes),
  })),
);

/** Updates a second, and the median of what one takes, in microseconds. */
const measure = async (isKept: boolean): Promise<{ readonly aSecond: number; readonly medianUs: number }> => {
  await mongo.db?.command({ collMod: 'things', changeStreamPreAndPostImages: { enabled: isKept } });
  const took: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < updates) {
        const index = next++;
        const from = performance.now();
        await things.findOneAndUpdate(
          { _id: index % documents },
          { $set: { n: index } },
          { returnDocument: 'before', projection: { kind: 1 }, writeConcern: { w: 'majority' } },
        );
        took.push((performance.now() - from) * 1_000);
      }
    }),
  );
  return { aSecond: updates / ((performance.now() - began) / 1_000), medianUs: median(took) };
};

await measure(false);
const without: number[] = [];
const kept: number[] = [];
const waits: { readonly without: number[]; readonly kept: number[] } = { without: [], kept: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const isKept of [false, true]) {
    const { aSecond, medianUs } = await measure(isKept);
    (isKept ? kept : without).push(aSecond);
    (isKept ? waits.kept : waits.without).push(medianUs);
  }
}
const images = await mongo
  .getClient()
  .db('config')
  .collection('system.preimages')
  .aggregate<{ bytes: number; images: number }>([
    { $collStats: { storageStats: {} } },
    { $project: { bytes: '$storageStats.size', images: '$storageStats.count' } },
  ])
  .next();

const figures = {
  updatesASecond: { without: median(without), kept: median(kept) },
  medianUs: { without: median(waits.without), kept: median(waits.kept) },
  bytesAnImage: images === null ? undefined : images.bytes / images.images,
};
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else {
  const whole = (value: number): string => Math.round(value).toLocaleString('en');
  const { updatesASecond, medianUs, bytesAnImage } = figures;
  process.stdout.write(
    `Updates of documents of ${whole(bytes)} bytes, ${atOnce} at once, for a majority:\n` +
      `  without pre-images ${whole(updatesASecond.without)}/s, ${whole(medianUs.without)} µs each\n` +
      `  with pre-images    ${whole(updatesASecond.kept)}/s, ${whole(medianUs.kept)} µs each ` +
      `(${((1 - updatesASecond.kept / updatesASecond.without) * 100).toFixed(1)} % fewer)\n` +
      (bytesAnImage === undefined ? '' : `  one takes ${whole(bytesAnImage)} bytes until it expires\n`),
  );
}
