import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ask, fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { freshRedis } from '../../testkit/servers.ts';

test('a server that declares its collections otherwise is understood widely, so that a rolling deploy stays right', async () => {
  const shared = {
    mongodbUri: await freshMongoWithFilms(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
  };
  await using old = await startEngineApp({ ...shared, extension: privateNotes });
  const collections = [...(privateNotes.collections ?? []), { collection: 'newcomers' }];
  await using next = await startEngineApp({ ...shared, extension: { ...privateNotes, collections } });
  await Promise.all([live(old), live(next)]);

  const comedies = '{ movies(filter: { genre: "comedy" }, first: 3) { totalCount nodes { title } } }';
  const genres = '{ genres { name } }';
  for (const query of [comedies, genres]) {
    await ask(old, query);
    expect((await ask(old, query)).cache.hit).toBe(true);
  }
  const write = (server: typeof old) =>
    ask(server, 'mutation ($input: CreateMovieInput!) { createMovie(input: $input) { movie { id } } }', {
      variables: { input: { title: `A Drama ${randomUUID()}`, genres: ['drama'] } },
      as: 'admin',
    });

  expect(fieldOf(await write(old), 'createMovie')).toBeTruthy();
  expect((await ask(old, comedies)).cache.hit).toBe(true);
  expect(fieldOf(await write(next), 'createMovie')).toBeTruthy();
  expect((await ask(old, comedies)).cache.reasons).toContain('what was kept was invalidated by a write');
  expect((await ask(old, genres)).cache.hit).toBe(true);
});
