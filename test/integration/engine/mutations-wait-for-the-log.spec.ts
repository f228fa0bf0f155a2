import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ask, live, quickGate, startEngineApp } from '../../testkit/engine-app.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { startSlowProxy } from '../../testkit/slow-proxy.ts';

test('a mutation is answered only when its record is in the log, however far away that is', async () => {
  const { url } = freshRedis();
  await using proxy = await startSlowProxy(Number(new URL(url).port), 40);
  const shared = {
    mongodbUri: freshMongo(),
    redisPrefix: `test-${randomUUID()}`,
    extension: privateNotes,
    seedProgress: undefined,
  };
  await using near = await startEngineApp({ ...shared, redisUrl: url });
  await using far = await startEngineApp({
    ...shared,
    redisUrl: `redis://127.0.0.1:${proxy.port}`,
    cacheRedisBudgetMs: 1_000,
    gateTimings: { ...quickGate, appendTimeoutMs: 1_000 },
  });
  await Promise.all([live(near), live(far)]);

  const noteAt = async (running: typeof near) =>
    (await ask(running, '{ myNote }', { as: 'ada' })).data?.['myNote'];
  for (const text of ['one', 'two', 'three']) {
    const { codes } = await ask(far, 'mutation ($text: String!) { setMyNote(text: $text) }', {
      variables: { text },
      as: 'ada',
    });
    expect(codes).toEqual([]);
    // Kept by the near one from the first reading on; it can only be current if the record came first.
    expect(await noteAt(near)).toBe(text);
    expect((await ask(near, '{ myNote }', { as: 'ada' })).cache.hit).toBe(true);
  }
});

test('a mutation that fails after it wrote is answered as late, and what it wrote is seen', async () => {
  const { url } = freshRedis();
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: url,
    redisPrefix: `test-${randomUUID()}`,
    extension: privateNotes,
    seedProgress: undefined,
  };
  await using here = await startEngineApp(shared);
  await using there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
  const noteAt = async () => (await ask(there, '{ myNote }', { as: 'ada' })).data?.['myNote'];
  await ask(here, 'mutation { setMyNote(text: "one") }', { as: 'ada' });
  expect([await noteAt(), await noteAt()]).toEqual(['one', 'one']);
  const { codes, data } = await ask(
    here,
    'mutation { setMyNote(text: "two") deleteMovie(id: "nonsense") { movie { id } } }',
    { as: 'ada' },
  );
  expect([codes, data]).toEqual([['FORBIDDEN'], null]);
  expect(await noteAt()).toBe('two');
});
