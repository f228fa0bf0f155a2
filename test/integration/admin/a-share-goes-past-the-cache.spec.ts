import { describe, expect, test } from 'vitest';
import { ask, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { privateNotes } from '../../testkit/private-notes.ts';

const query = 'query Westerns { movies(filter: { genre: "western" }, first: 3) { nodes { title } } }';
const latency =
  '{ cacheStatistics { latency { cached { count p50Ms } uncached { count p50Ms } } answers { bypassReasons { reason count } } } }';

describe('a share of the requests', () => {
  test('is answered past the cache, with the same answer, and both latencies are told', async () => {
    await using running = await startEngineApp({
      mongodbUri: await freshMongoWithFilms(),
      extension: privateNotes,
      cacheBypassShare: 0.5,
    });
    await live(running);
    const answers = [];
    for (let count = 0; count < 60; count += 1) answers.push(await ask(running, query));
    const past = answers.filter(({ cache }) => cache.how === 'bypassed');
    const kept = answers.filter(({ cache }) => cache.how === 'hit');
    // Of 60 throws of a coin fewer than 10 on one side come once in ten million times.
    expect(past.length).toBeGreaterThan(9);
    expect(kept.length).toBeGreaterThan(9);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(past[0]?.cache.reasons).toEqual(['it was drawn to be answered past the cache, to compare']);
    const { data } = await ask(running, latency, { as: 'admin' });
    expect(data).toMatchObject({
      cacheStatistics: {
        latency: {
          cached: { count: 60 - past.length, p50Ms: expect.any(Number) as number },
          uncached: { count: past.length, p50Ms: expect.any(Number) as number },
        },
        answers: { bypassReasons: [{ reason: 'drawn', count: past.length }] },
      },
    });
  });

  test('is all of them when it is 1, and nothing is kept then', async () => {
    await using running = await startEngineApp({
      mongodbUri: await freshMongoWithFilms(),
      cacheBypassShare: 1,
    });
    await live(running);
    for (const _time of [1, 2, 3]) expect((await ask(running, query)).cache.how).toBe('bypassed');
    expect(running.app.caching?.report().memory.entries).toBe(0);
  });
});

describe('the header Cache-Bypass', () => {
  const headers = { 'cache-bypass': '1' };

  test("leads an operator's request past the cache, down to the database", async () => {
    await using running = await startEngineApp({
      extension: privateNotes,
      mongodbUri: await freshMongoWithFilms(),
    });
    await live(running);
    for (const _time of [1, 2]) await ask(running, query, { as: 'admin' });
    expect((await ask(running, query, { as: 'admin' })).cache.hit).toBe(true);
    const commands: string[] = [];
    running.app.mongo.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName));
    const { cache, data } = await ask(running, query, { as: 'admin', headers });
    expect(cache).toMatchObject({
      hit: false,
      how: 'bypassed',
      reasons: ['an operator asked for an answer past the cache'],
    });
    expect(commands).toContain('find');
    expect((await ask(running, query)).data).toEqual(data);

    // Of anybody else it is passed over.
    for (const as of ['ada', undefined]) {
      const given = as === undefined ? { headers } : { headers, as };
      expect((await ask(running, query, given)).cache.hit).toBe(true);
    }
    expect((await ask(running, query, { as: 'admin', headers: { 'cache-bypass': '0' } })).cache.hit).toBe(
      true,
    );
  });
});
