import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RedisServer } from '../../../src/infra/embedded/index.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { ask, fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { type Own, startOwnRedis } from '../../testkit/servers.ts';

let here: RunningApp;
let there: RunningApp;
let server: Own<RedisServer>;
let redis: Redis;

beforeAll(async () => {
  // Its commands are counted.
  server = await startOwnRedis();
  const { url } = server;
  redis = new Redis(url);
  const shared = {
    mongodbUri: await freshMongoWithFilms(),
    redisUrl: url,
    redisPrefix: `test-${randomUUID()}`,
    extension: privateNotes,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
  redis.disconnect();
  await server[Symbol.asyncDispose]();
});

/** Collections that `run` made the server read. */
const collectionsRead = async ({ app }: RunningApp, run: () => Promise<unknown>): Promise<string[]> => {
  const read: string[] = [];
  const client = app.mongo.getClient();
  const note = ({
    commandName,
    command,
  }: {
    commandName: string;
    command: Record<string, unknown>;
  }): void => {
    if (commandName === 'find' || commandName === 'aggregate') read.push(String(command[commandName]));
  };
  client.on('commandStarted', note);
  await run();
  client.off('commandStarted', note);
  return read.toSorted();
};

const page = (alias: string) =>
  `{ ${alias}: movies(sort: { field: VOTES, direction: DESC }, first: 10) { nodes { title genres { name } directors { name } } } }`;

test('another question about the same people and genres reads neither again', async () => {
  expect(await collectionsRead(here, () => ask(here, page('a')))).toEqual(['genres', 'movies', 'people']);
  expect(await collectionsRead(here, () => ask(here, page('b')))).toEqual(['movies']);
});

test('nor does another server, which gets each batch with one MGET', async () => {
  await ask(here, page('c'));
  const mgets = async () =>
    Number(/cmdstat_mget:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1] ?? 0);
  const before = await mgets();
  expect(await collectionsRead(there, () => ask(there, page('d')))).toEqual(['movies']);
  // One for the answer, one more behind the lease, one for the people, one for the genres.
  expect((await mgets()) - before).toBeLessThanOrEqual(4);
  const keys = await redis.keys('*:genres:drama:*');
  expect(keys[0]).toMatch(/:genres:drama:_id\+name:/);
});

test('a record that was written is read again, and one that was missed is found once it is there', async () => {
  const title = `Kept ${randomUUID()}`;
  const write = (query: string, variables: Record<string, unknown>) =>
    ask(here, query, { variables, as: 'admin' });
  const created = await write(
    'mutation ($input: CreateMovieInput!) { createMovie(input: $input) { movie { id } } }',
    {
      input: { title },
    },
  );
  const { id } = fieldOf<{ movie: { id: string } }>(created, 'createMovie').movie;
  const detail = (alias: string) =>
    ask(there, `query ($id: ID!) { ${alias}: movie(id: $id) { title } }`, { variables: { id } });

  await detail('a');
  expect(await collectionsRead(there, () => detail('b'))).toEqual([]);
  await write(
    'mutation ($id: ID!, $input: UpdateMovieInput!) { updateMovie(id: $id, input: $input) { movie { id } } }',
    {
      id,
      input: { title: `${title}, changed` },
    },
  );
  expect((await detail('c')).data).toEqual({ c: { title: `${title}, changed` } });

  await write('mutation ($id: ID!) { deleteMovie(id: $id) { movie { id } } }', { id });
  expect((await detail('d')).data).toEqual({ d: null });
  expect(await collectionsRead(there, () => detail('e'))).toEqual([]);
  await write('mutation ($input: CreateMovieInput!) { createMovie(input: $input) { movie { id } } }', {
    input: { title },
  });
  expect((await detail('f')).data).toEqual({ f: { title } });
});
