import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { hearBySse, hearsOthers, listening, metricOf, nobodyListens } from '../../testkit/live.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo, startOwnRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const [ada, ann] = [as('creator', 'ada'), as('viewer', 'ann')];
const commentAdded = 'subscription ($id: ID!) { commentAdded(videoId: $id) { text } }';
const told = (text: string) => ({ data: { commentAdded: { text } } });
const write = async (running: RunningApp, videoId: string, text: string): Promise<void> => {
  const { codes } = await askAs(
    running,
    ann,
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
    { input: { videoId, text } },
  );
  expect(codes).toEqual([]);
};

describe('without Redis', () => {
  test.for(['marquee', 'stock', 'off'] as const)(
    'an instance tells those who listen to it (%s)',
    async (cacheEngine) => {
      const files = createMemoryObjectStore();
      await using running = await startEngineApp({
        cacheEngine,
        extension: signedInByName,
        seedProgress: undefined,
        objectStore: files,
      });
      await addChannel(running, ada, 'ada');
      const id = await addPublicVideo(running, files, ada);
      const heard = hearBySse(running, commentAdded, { id });
      await listening(running, 2);
      await write(running, id, 'one');
      await write(running, id, 'two');
      expect(await heard.count(2)).toEqual([told('one'), told('two')]);
      heard.stop();
      await nobodyListens(running);
    },
  );
});

test('while Redis is away each instance tells its own, and all are told again when it is back', async () => {
  const redis = await startOwnRedis();
  const files = createMemoryObjectStore();
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: redis.url,
    redisPrefix: `test-${randomUUID()}`,
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
  };
  await using here = await startEngineApp(shared);
  await using there = await startEngineApp(shared);
  await Promise.all([live(here), live(there), hearsOthers(here), hearsOthers(there)]);
  await addChannel(here, ada, 'ada');
  const id = await addPublicVideo(here, files, ada);
  const [byHere, byThere] = [hearBySse(here, commentAdded, { id }), hearBySse(there, commentAdded, { id })];
  await Promise.all([listening(here, 2), listening(there, 2)]);
  await write(here, id, 'with');
  await Promise.all([byHere.count(1), byThere.count(1)]);

  await redis.stop();
  await waitFor(async () => (await metricOf(there, 'live_hears_others')) === 0, 'the loss is noticed');
  await write(here, id, 'without');
  await byHere.count(2);
  await waitFor(
    async () => (await metricOf(here, 'live_events_lost_total')) > 0,
    'what was not sent is counted',
  );

  await using again = await startOwnRedis({ port: Number(new URL(redis.url).port) });
  expect(again.url).toBe(redis.url);
  await Promise.all([hearsOthers(here), hearsOthers(there)]);
  await write(here, id, 'again');
  expect(await byHere.count(3)).toEqual([told('with'), told('without'), told('again')]);
  // What was told meanwhile is missed: whoever comes back asks.
  expect(await byThere.count(2)).toEqual([told('with'), told('again')]);
  for (const heard of [byHere, byThere]) heard.stop();
});
