import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { ask, live, startEngineApp } from '../../testkit/engine-app.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { freshRedis } from '../../testkit/servers.ts';

test('every key expires by itself but the two of the log, which are bounded', async () => {
  const { url } = freshRedis();
  const redisPrefix = `test-${randomUUID()}`;
  await using running = await startEngineApp({ redisUrl: url, redisPrefix, extension: privateNotes });
  await live(running);
  for (const slug of ['drama', 'comedy', 'horror', 'nothing-like-it']) {
    await ask(running, 'query ($slug: String!) { genre(slug: $slug) { name } }', { variables: { slug } });
  }
  await ask(running, 'mutation { setMyNote(text: "hers") }', { as: 'ada' });
  await ask(running, '{ myNote movies(first: 20) { nodes { title directors { name } } } }', { as: 'ada' });
  await running.app.caching?.cache.idle();

  const redis = new Redis(url);
  const keys = await redis.keys(`${redisPrefix}:*`);
  const lives = await Promise.all(keys.map((key) => redis.pttl(key)));
  redis.disconnect();
  const lasting = keys.filter((_key, index) => lives[index] === -1).toSorted();
  expect(keys.length).toBeGreaterThan(10);
  expect(lasting).toEqual([`${redisPrefix}:{log}:head`, `${redisPrefix}:{log}:stream`]);
});
