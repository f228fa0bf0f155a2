import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createDeclarations } from '../../src/tracking/facets/declarations.ts';
import { followCounts } from '../../src/tracking/followed-counts.ts';
import { createTracking } from '../../src/tracking/tracking.ts';
import { createSeededRandom } from '../../src/seed/seeded-random.ts';
import { createSharedAccounts } from '../../src/counters/shared-accounts.ts';
import { createRedisClient } from '../../src/infra/redis.ts';
import { startWay } from '../checker/way.ts';
import type { RunningApp } from '../testkit/app.ts';
import { fieldOf, live, startEngineApp } from '../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../testkit/memory-object-store.ts';
import { quiet } from '../testkit/quiet-log.ts';
import { freshMongo, startOwnRedis } from '../testkit/servers.ts';
import { as, signedInByName } from '../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs, nobody } from '../testkit/videos.ts';
import { waitFor } from '../testkit/wait-for.ts';

const [ada, ann] = [as('creator', 'ada'), as('viewer', 'ann')];

/** Redis as one process reaches it. */
const wayTo = async (port: number) => {
  const way = await startWay({ port, replyDelayMs: 0, random: createSeededRandom(1) });
  onTestFinished(() => way.close());
  return way;
};

test('a comment that is counted late is in the answers of every instance, those that were kept meanwhile included', async () => {
  await using redis = await startOwnRedis();
  const way = await wayTo(redis.port);
  const files = createMemoryObjectStore();
  const shared = {
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    mongodbUri: freshMongo(),
    redisPrefix: `test-${randomUUID()}`,
  };
  await using here = await startEngineApp({ ...shared, redisUrl: `redis://127.0.0.1:${way.port}` });
  await using there = await startEngineApp({ ...shared, redisUrl: redis.url });
  await Promise.all([live(here), live(there)]);
  await addChannel(here, ada, 'ada');
  const video = await addPublicVideo(here, files, ada);
  const countOn = async (running: RunningApp) => {
    const query = 'query ($id: ID!) { video(id: $id) { commentCount } }';
    const answer = await askAs(running, nobody, query, { id: video });
    return fieldOf<{ commentCount: number }>(answer, 'video').commentCount;
  };
  expect(await countOn(there)).toBe(0);

  // It finds no connection to count by, and soon one to tell of the comment by.
  way.refuse(true);
  const document = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }';
  const written = askAs(here, ann, document, { input: { videoId: video, text: 'Late.' } });
  await waitFor(async () => (await countOn(here)) === 1, 'it is written and counted by itself');
  way.refuse(false);
  expect((await written).codes).toEqual([]);
  // Kept for minutes: nothing else would make it look again.
  await waitFor(async () => (await countOn(there)) === 1, 'the other instance has it too');
});

test('a Redis that does not answer makes a reading of accounts one that is not the whole', async () => {
  await using redis = await startOwnRedis();
  const way = await wayTo(redis.port);
  const client = createRedisClient(`redis://127.0.0.1:${way.port}`, quiet);
  onTestFinished(() => client.disconnect());
  const accounts = createSharedAccounts({ client, prefix: 'test', budgetMs: 300 });
  onTestFinished(() => accounts.close());
  const isWhole = async () => (await accounts.read(['video:a'])).isWhole;
  await waitFor(isWhole, 'Redis answers');
  way.hold(true);
  expect(await isWhole()).toBe(false);
  way.hold(false);
  await waitFor(isWhole, 'Redis answers again');
});

test.for([true, false])('an answer with counts is kept only if they are the whole: %s', async (isWhole) => {
  const tracking = createTracking({
    declarations: createDeclarations('shop', [{ collection: 'comments', facets: ['videoId'] }]),
    onOrphanWrite: () => undefined,
  });
  const nothing = async () => undefined;
  const group = {
    reading: async () => ({ counts: [{ comments: 3 }], isWhole }),
    read: async () => [{ comments: 3 }],
    add: nothing,
    addOnce: async () => true,
    isFirst: async () => true,
    set: nothing,
    forget: nothing,
  };
  const counted = [{ namespace: 'shop.comments', facet: 'videoId', paths: [] }];
  const { outcome, reads } = await tracking.run(
    { kind: 'query', readAfter: { order: '0'.repeat(16), signed: '' } },
    () => followCounts(group, counted).read(['a']),
  );
  expect(outcome).toEqual({ status: 'fulfilled', value: [{ comments: 3 }] });
  expect(reads.uncacheable).toHaveLength(isWhole ? 0 : 1);
});
