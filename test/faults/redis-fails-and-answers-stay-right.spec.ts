import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RunningApp } from '../testkit/app.ts';
import { ask, live, startEngineApp } from '../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../testkit/films.ts';
import { privateNotes } from '../testkit/private-notes.ts';
import { startOwnRedis } from '../testkit/servers.ts';
import { waitFor } from '../testkit/wait-for.ts';

const detail = 'query ($slug: String!) { genre(slug: $slug) { name } }';
const note = '{ myNote }';
const setNote = (running: RunningApp, text: string) =>
  ask(running, 'mutation ($text: String!) { setMyNote(text: $text) }', { variables: { text }, as: 'ada' });
const noteOf = async (running: RunningApp) => (await ask(running, note, { as: 'ada' })).data?.['myNote'];

const isHit = async (running: RunningApp): Promise<boolean> => {
  await ask(running, detail, { variables: { slug: 'drama' } });
  return (await ask(running, detail, { variables: { slug: 'drama' } })).cache.hit === true;
};

const startBoth = async (
  redisUrl: string,
): Promise<AsyncDisposableStack & { here: RunningApp; there: RunningApp }> => {
  const shared = {
    mongodbUri: await freshMongoWithFilms(),
    redisUrl,
    redisPrefix: `test-${randomUUID()}`,
    extension: privateNotes,
    cacheRedisBudgetMs: 50,
  };
  const stack = new AsyncDisposableStack();
  const here = stack.use(await startEngineApp(shared));
  const there = stack.use(await startEngineApp(shared));
  return Object.assign(stack, { here, there });
};

const epochOf = (running: RunningApp) => running.app.caching?.gate.live()?.nonce;

describe('while Redis', () => {
  test('is missing at the start, answers come from Mongo; once it is there, from the cache', async () => {
    const first = await startOwnRedis();
    const { port } = first;
    await first[Symbol.asyncDispose]();
    await using both = await startBoth(`redis://127.0.0.1:${port}`);
    const { here, there } = both;
    expect((await ask(here, detail, { variables: { slug: 'drama' } })).data).toEqual({
      genre: { name: 'Drama' },
    });
    expect((await setNote(here, 'written without Redis')).codes).toEqual([]);
    expect(await noteOf(there)).toBe('written without Redis');
    expect(epochOf(here)).toBeUndefined();

    await using _redis = await startOwnRedis({ port });
    await Promise.all([live(here), live(there)]);
    expect(await isHit(here)).toBe(true);
    await setNote(here, 'and with it');
    expect(await noteOf(there)).toBe('and with it');
  });

  test('is lost and comes back empty, no answer is old, and the cache comes back under a new epoch', async () => {
    const first = await startOwnRedis();
    await using both = await startBoth(first.url);
    const { here, there } = both;
    await Promise.all([live(here), live(there)]);
    await setNote(here, 'one');
    expect(await noteOf(there)).toBe('one');
    expect(await noteOf(there)).toBe('one');
    const before = epochOf(here);

    await first[Symbol.asyncDispose]();
    // It answers, from Mongo: no balancer may take it, and all the others, out of service.
    const ready = await fetch(new URL('/ready', here.url));
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', dependencies: { mongo: 'up', redis: 'down' } },
    ]);
    expect((await setNote(here, 'two')).codes).toEqual([]);
    expect(await noteOf(there)).toBe('two');

    await using _second = await startOwnRedis({ port: first.port });
    await waitFor(() => epochOf(there) !== undefined && epochOf(there) !== before, 'another epoch lives');
    await live(here);
    expect(await noteOf(there)).toBe('two');
    expect(await isHit(there)).toBe(true);
  });

  test('hangs, a request waits for its budget at most once, and a mutation is not lost', async () => {
    await using redis = await startOwnRedis();
    await using both = await startBoth(redis.url);
    const { here, there } = both;
    await Promise.all([live(here), live(there)]);
    await setNote(here, 'one');
    expect(await isHit(here)).toBe(true);

    process.kill(redis.pid, 'SIGSTOP');
    try {
      expect(await noteOf(there)).toBe('one');
      expect((await setNote(here, 'two')).codes).toEqual([]);
      expect(await noteOf(there)).toBe('two');
      const bypassed = await ask(here, detail, { variables: { slug: 'drama' } });
      expect(bypassed.data).toEqual({ genre: { name: 'Drama' } });
      expect(bypassed.cache.how).toBe('bypassed');
    } finally {
      process.kill(redis.pid, 'SIGCONT');
    }
    await Promise.all([live(here), live(there)]);
    expect(await noteOf(there)).toBe('two');
    await waitFor(() => isHit(here), 'the cache is back');
  });

  test('has lost its log alone, nothing of the old epoch is served', async () => {
    await using redis = await startOwnRedis();
    await using both = await startBoth(redis.url);
    const { here, there } = both;
    await Promise.all([live(here), live(there)]);
    const before = epochOf(here);
    expect(await isHit(here)).toBe(true);
    const { Redis } = await import('ioredis');
    const client = new Redis(redis.url);
    for (const key of await client.keys('*{log}*')) await client.del(key);
    client.disconnect();
    expect((await setNote(here, 'after the loss')).codes).toEqual([]);
    expect(await noteOf(there)).toBe('after the loss');
    await waitFor(() => epochOf(there) !== undefined && epochOf(there) !== before, 'another epoch lives');
    expect(await noteOf(there)).toBe('after the loss');
  });
});

describe('where one server can reach Redis and another cannot', () => {
  test('a write of the one that cannot is seen by the one that can', async () => {
    await using redis = await startOwnRedis();
    const mongodbUri = await freshMongoWithFilms();
    const shared = { mongodbUri, redisPrefix: `test-${randomUUID()}`, extension: privateNotes };
    await using near = await startEngineApp({ ...shared, redisUrl: redis.url });
    await live(near);
    await setNote(near, 'one');
    expect(await noteOf(near)).toBe('one');
    expect(await noteOf(near)).toBe('one');

    // Nothing listens there.
    await using far = await startEngineApp({ ...shared, redisUrl: 'redis://127.0.0.1:1' });
    expect((await setNote(far, 'two')).codes).toEqual([]);
    expect(await noteOf(near)).toBe('two');
  });

  test('a server without any Redis runs uncached beside one with it, and its writes are seen', async () => {
    await using redis = await startOwnRedis();
    const mongodbUri = await freshMongoWithFilms();
    await using near = await startEngineApp({ mongodbUri, redisUrl: redis.url, extension: privateNotes });
    await live(near);
    await setNote(near, 'one');
    expect(await noteOf(near)).toBe('one');

    await using alone = await startEngineApp({ mongodbUri, extension: privateNotes });
    expect(await isHit(alone)).toBe(false);
    expect((await setNote(alone, 'two')).codes).toEqual([]);
    expect(await noteOf(near)).toBe('two');
    expect(await noteOf(alone)).toBe('two');
  });
});
