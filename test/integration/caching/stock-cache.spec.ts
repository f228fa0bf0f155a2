import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RedisServer } from '../../../src/infra/embedded/index.ts';
import { adminAuthorization } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { addMovie, keyOf, moviesIn } from '../../testkit/catalogue.ts';
import { DeleteMovie, MovieDetail, UpdateMovie } from '../../testkit/documents.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { commandsDuring } from '../../testkit/mongo-commands.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { startOwnRedis, type Own } from '../../testkit/servers.ts';
import { codesOf, sendText, type UntypedAnswer } from '../../testkit/untyped.ts';
import { waitFor } from '../../testkit/wait-for.ts';

interface Rig {
  readonly running: RunningApp;
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<UntypedAnswer>;
  /** Asks until the answer is kept: the plugin does not wait until it is. */
  askUntilKept(query: string): Promise<UntypedAnswer>;
}

const rigOf = (running: RunningApp): Rig => {
  const ask: Rig['ask'] = (query, variables, headers) => sendText(running.url, query, variables, headers);
  return {
    running,
    ask,
    askUntilKept: async (query) => {
      const first = await ask(query);
      await waitFor(async () => (await ask(query)).hit === true, `the answer to ${query} is kept`);
      return first;
    },
  };
};

const admin = { authorization: adminAuthorization };

describe.for(['in memory', 'in Redis'] as const)('the stock cache %s', (place) => {
  const resources = new AsyncDisposableStack();
  let rig: Rig;
  beforeAll(async () => {
    const redis = place === 'in Redis' ? resources.use(await startOwnRedis()) : undefined;
    rig = rigOf(resources.use(await startApp({ cacheEngine: 'stock', redisUrl: redis?.url })));
  });
  afterAll(() => resources.disposeAsync());

  test('answers the second of two identical queries with what it kept, and asks Mongo nothing', async () => {
    const query = '{ movies(first: 3) { totalCount nodes { id title directors { name } } } }';
    const first = await rig.askUntilKept(query);
    expect(first).toMatchObject({ hit: false, data: { movies: { totalCount: 3201 } } });
    const commands = await commandsDuring(rig.running.app.mongo, async () => {
      const second = await rig.ask(query);
      expect(second.hit).toBe(true);
      expect(second.data).toEqual(first.data);
    });
    expect(commands).toEqual([]);
  });

  test('tells queries apart by their variables', async () => {
    const query = 'query ($first: Int) { movies(first: $first) { nodes { id } } }';
    const sizes = [];
    for (const first of [1, 2]) {
      const { hit, data } = await rig.ask(query, { first });
      const page = data?.['movies'] as { nodes: unknown[] } | undefined;
      sizes.push([hit, page?.nodes.length]);
    }
    expect(sizes).toEqual([
      [false, 1],
      [false, 2],
    ]);
  });

  test('keeps nothing of an admin for somebody else', async () => {
    const query = '{ genre(slug: "musical") { name } }';
    await waitFor(async () => (await rig.ask(query, {}, admin)).hit === true, "the admin's answer is kept");
    expect((await rig.ask(query)).hit).toBe(false);
  });

  test('lets go of a film when an admin changes or deletes it', async () => {
    const { admin, client } = rig.running;
    const id = await addMovie(admin, { title: `Kept ${place}` });
    const detail = async () => {
      const { body } = await client.send(MovieDetail, { id });
      return { title: body.data?.movie?.title, hit: body.extensions?.responseCache?.hit };
    };
    await waitFor(async () => (await detail()).hit === true, 'the film is kept');
    await admin.query(UpdateMovie, { id, input: { title: `Changed ${place}` } });
    await waitFor(async () => (await detail()).title === `Changed ${place}`, 'the change shows');
    await waitFor(async () => (await detail()).hit === true, 'the changed film is kept');
    await admin.query(DeleteMovie, { id });
    await waitFor(async () => (await detail()).title === undefined, 'the film is gone');
    expect((await client.query(MovieDetail, { id })).movie).toBeNull();
  });

  test('keeps no answer that has errors', async () => {
    const id = await addMovie(rig.running.admin, { title: `Mended ${place}` });
    const movies = moviesIn(rig.running);
    await movies.updateOne({ _id: keyOf(id) }, { $unset: { title: 1 } });
    const query = `{ genre(slug: "western") { name } movie(id: "${id}") { title } }`;
    for (let turn = 0; turn < 3; turn += 1) {
      const answer = await rig.ask(query);
      expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(answer.hit).not.toBe(true);
    }
    await movies.updateOne({ _id: keyOf(id) }, { $set: { title: 'Whole' } });
    expect(await rig.ask(query)).toMatchObject({ errors: [], data: { movie: { title: 'Whole' } } });
  });

  test('never keeps a mutation', async () => {
    const mutation = `mutation { createMovie(input: { title: "Once ${place}" }) { movie { id } } }`;
    expect(codesOf(await rig.ask(mutation, {}, admin))).toEqual([]);
    expect(codesOf(await rig.ask(mutation, {}, admin))).toEqual(['CONFLICT']);
  });
});

test('answers do not explain themselves in production', async () => {
  await using running = await startApp({
    mongodbUri: await freshMongoWithFilms(),
    cacheEngine: 'stock',
    development: false,
  });
  const answer = await sendText(running.url, '{ genre(slug: "drama") { name } }');
  expect(JSON.parse(answer.text)).toEqual({ data: { genre: { name: 'Drama' } } });
});

describe('two servers on one Redis', () => {
  const resources = new AsyncDisposableStack();
  const log = createRecordingLog();
  let redis: Own<RedisServer>;
  let one: Rig;
  let other: Rig;
  beforeAll(async () => {
    redis = resources.use(await startOwnRedis());
    const shared = {
      cacheEngine: 'stock',
      redisUrl: redis.url,
      mongodbUri: await freshMongoWithFilms(),
      log,
    } as const;
    one = rigOf(resources.use(await startApp(shared)));
    other = rigOf(resources.use(await startApp(shared)));
  });
  afterAll(() => resources.disposeAsync());

  test('share what they keep', async () => {
    const query = '{ popularMovies(first: 2) { nodes { title } } }';
    const first = await one.askUntilKept(query);
    const second = await other.ask(query);
    expect(second.hit).toBe(true);
    expect(second.data).toEqual(first.data);
  });

  test('let go together', async () => {
    const id = await addMovie(one.running.admin, { title: 'Shared' });
    const query = `{ movie(id: "${id}") { id title } }`;
    await one.askUntilKept(query);
    await other.running.admin.query(UpdateMovie, { id, input: { title: 'Shared Anew' } });
    await waitFor(
      async () => JSON.stringify((await one.ask(query)).data).includes('Shared Anew'),
      'the change shows on the other server',
    );
    expect((await one.ask(query)).data).toEqual((await other.ask(query)).data);
  });

  test('go on answering, changing and saying so when Redis is gone', async () => {
    const id = await addMovie(one.running.admin, { title: 'Outlives Redis' });
    await redis.stop();
    const query = `{ movie(id: "${id}") { title } }`;
    for (const title of ['Outlives Redis', 'And Changes', 'Twice']) {
      await one.running.admin.query(UpdateMovie, { id, input: { title } });
      expect(await one.ask(query)).toMatchObject({ status: 200, errors: [], data: { movie: { title } } });
      expect(await other.ask(query)).toMatchObject({ status: 200, errors: [], data: { movie: { title } } });
    }
    expect(log.lines.some(({ level, message }) => level === 'warn' && message.includes('cache failed'))).toBe(
      true,
    );
    const ready = await fetch(new URL('/ready', one.running.url));
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', dependencies: { mongo: 'up', redis: 'down' } },
    ]);
    expect((await fetch(new URL('/health', one.running.url))).status).toBe(200);
  });
});
