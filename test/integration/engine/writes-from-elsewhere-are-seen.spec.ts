import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { addMovie, keyOf } from '../../testkit/catalogue.ts';
import { spawnCommand } from '../../testkit/commands.ts';
import { UpdateMovie } from '../../testkit/documents.ts';
import type { DyingWriterOptions } from '../../testkit/dying-writer.ts';
import { ask, live, quickFollower, startEngineApp } from '../../testkit/engine-app.ts';
import type { EngineProcessOptions } from '../../testkit/engine-process.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { freshRedis } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const program = (name: string): string => fileURLToPath(new URL(`../../testkit/${name}`, import.meta.url));

const film = 'query ($id: ID!) { movie(id: $id) { title } }';
const titleOf = async (running: RunningApp, id: string) =>
  (await ask(running, film, { variables: { id } })).data?.['movie'];
const newest = (genre: string): string =>
  `{ movies(filter: {genre: "${genre}"}, first: 5, sort: {field: RELEASE_DATE, direction: DESC}) { nodes { title } } }`;
const [westerns, dramas, comedies] = [newest('western'), newest('drama'), newest('comedy')];

/** Asks until it is kept. */
const kept = (running: RunningApp, query: string, variables: Record<string, unknown> = {}): Promise<void> =>
  waitFor(async () => (await ask(running, query, { variables })).cache.hit === true, 'the answer is kept');

const following = (...servers: RunningApp[]): Promise<void> =>
  waitFor(
    () => servers.some(({ app }) => app.caching?.report().follower?.isLeading === true),
    'somebody follows',
  );

interface Film {
  readonly _id: string;
  readonly title: string;
  readonly genreIds: readonly string[];
}

const shared = async () => ({
  mongodbUri: await freshMongoWithFilms(),
  redisUrl: freshRedis().url,
  redisPrefix: `test-${randomUUID()}`,
  followWrites: true,
  // On a busy machine, too, a mutation has said by then what it wrote.
  followerTimings: { ...quickFollower, settleMs: 1_000 },
});

describe('with two servers and a Redis', () => {
  let servers: Awaited<ReturnType<typeof shared>>;
  let here: RunningApp;
  let there: RunningApp;
  let shell: Connection;
  const films = () => shell.collection<Film>('movies');

  beforeAll(async () => {
    servers = await shared();
    here = await startEngineApp(servers);
    there = await startEngineApp(servers);
    shell = await mongoose.createConnection(servers.mongodbUri).asPromise();
    await Promise.all([live(here), live(there)]);
    await following(here, there);
  });
  afterAll(async () => {
    await shell.close();
    await here[Symbol.asyncDispose]();
    await there[Symbol.asyncDispose]();
  });

  test('a film that is changed in the database shows so on each, and other answers stay', async () => {
    const id = await addMovie(here.admin, { title: 'From the API' });
    for (const server of [here, there]) {
      await kept(server, film, { id });
      await kept(server, westerns);
    }
    await films().updateOne({ _id: keyOf(id) }, { $set: { title: 'From a shell' } });
    for (const server of [here, there]) {
      await waitFor(
        async () => JSON.stringify(await titleOf(server, id)) === '{"title":"From a shell"}',
        'the film shows what was written',
      );
      expect((await ask(server, westerns)).cache.hit).toBe(true);
    }
  });

  test('a film that is moved and one that is removed leave the lists that they were in, and no others', async () => {
    const ids = await Promise.all(
      ['Moved', 'Removed'].map((title) =>
        addMovie(here.admin, { title, genres: ['western'], releaseDate: '2035-01-01' }),
      ),
    );
    const titles = async (query: string) => JSON.stringify((await ask(there, query)).data);
    await waitFor(async () => (await titles(westerns)).includes('Moved'), 'it is listed');
    await kept(there, westerns);
    await kept(there, dramas);
    await kept(there, comedies);
    const [moved = '', removed = ''] = ids.map(keyOf);
    await films().updateOne({ _id: moved }, { $set: { genreIds: ['drama'] } });
    await films().deleteOne({ _id: removed });
    await waitFor(async () => !(await titles(westerns)).includes('Removed'), 'the removed one is gone');
    await waitFor(async () => !(await titles(westerns)).includes('Moved'), 'the moved one is gone');
    await waitFor(async () => (await titles(dramas)).includes('Moved'), 'it is where it was moved to');
    expect((await ask(there, comedies)).cache.hit).toBe(true);
  });

  test('what mutations report is not told once more', async () => {
    const id = await addMovie(here.admin, { title: 'Reported' });
    const changes = () =>
      [here, there].map(({ app }) => app.caching?.report().follower?.changes ?? { covered: 0, stamped: 0 });
    const sum = (name: 'covered' | 'stamped') => changes().reduce((all, each) => all + each[name], 0);
    const marked = shell.collection<{ _id: string; name: string }>('genres');
    // All that was written before is told.
    const settle = async (): Promise<void> => {
      const name = `mark ${randomUUID()}`;
      await marked.updateOne({ _id: 'mark' }, { $set: { name } }, { upsert: true });
      await waitFor(
        async () =>
          JSON.stringify((await ask(there, '{ genre(slug: "mark") { name } }')).data).includes(name),
        'the mark shows',
      );
    };
    await settle();
    const before = { covered: sum('covered'), stamped: sum('stamped') };
    for (const rating of [1, 2, 3]) {
      await here.admin.query(UpdateMovie, { id, input: { rating } });
      await kept(there, film, { id });
    }
    await settle();
    expect(sum('covered') - before.covered).toBeGreaterThanOrEqual(3);
    expect((await ask(there, film, { variables: { id } })).cache.hit).toBe(true);
  });

  test('what a process wrote that died before it could say so shows', async () => {
    const id = await addMovie(here.admin, { title: 'Before' });
    await kept(there, film, { id });
    const options: DyingWriterOptions = {
      ...servers,
      collection: 'movies',
      id: keyOf(id),
      set: { title: 'Its last words' },
    };
    const { ended } = spawnCommand(program('dying-writer.ts'), options);
    expect((await ended).signal).toBe('SIGKILL');
    await waitFor(
      async () => JSON.stringify(await titleOf(there, id)) === '{"title":"Its last words"}',
      'the film shows what was written',
    );
  });

  test('a collection that is dropped begins a new epoch, and what is written meanwhile is not missed', async () => {
    const id = await addMovie(here.admin, { title: 'Version 0' });
    await kept(there, film, { id });
    const before = there.app.caching?.gate.live()?.nonce;
    const epoch = () => there.app.caching?.gate.live()?.nonce;
    await shell.dropCollection('preferences');
    let version = 0;
    // Through all the states of the gate, and for a while beyond.
    await waitFor(async () => {
      version += 1;
      await films().updateOne({ _id: keyOf(id) }, { $set: { title: `Version ${version}` } });
      await titleOf(there, id);
      await titleOf(here, id);
      return epoch() !== undefined && epoch() !== before;
    }, 'another epoch lives');
    await live(here);
    for (const server of [here, there]) {
      await waitFor(
        async () => JSON.stringify(await titleOf(server, id)) === `{"title":"Version ${version}"}`,
        'the last version shows',
      );
      await kept(server, film, { id });
      expect(await titleOf(server, id)).toEqual({ title: `Version ${version}` });
    }
    await following(here, there);
    await films().updateOne({ _id: keyOf(id) }, { $set: { title: 'In the new epoch' } });
    await waitFor(
      async () => JSON.stringify(await titleOf(there, id)) === '{"title":"In the new epoch"}',
      'it is followed in the new epoch',
    );
  });
});

test(
  'when the one that follows is killed, another goes on, and nothing is missed',
  { timeout: 120_000 },
  async () => {
    const servers = await shared();
    const options: EngineProcessOptions = servers;
    const { child, ended } = spawnCommand(program('engine-process.ts'), options);
    if (child.stdout) await once(child.stdout, 'data');
    await using here = await startEngineApp(servers);
    await live(here);
    expect(here.app.caching?.report().follower?.isLeading).toBe(false);
    const shell = await mongoose.createConnection(servers.mongodbUri).asPromise();
    try {
      const films = shell.collection<Film>('movies');
      const ids = await Promise.all(
        Array.from({ length: 12 }, (_, index) => addMovie(here.admin, { title: `Film ${index}` })),
      );
      for (const id of ids) await kept(here, film, { id });
      for (const [index, id] of ids.entries()) {
        await films.updateOne({ _id: keyOf(id) }, { $set: { title: `Changed ${index}` } });
        if (index === 5) child.kill('SIGKILL');
      }
      expect((await ended).signal).toBe('SIGKILL');
      for (const [index, id] of ids.entries()) {
        await waitFor(
          async () => JSON.stringify(await titleOf(here, id)) === `{"title":"Changed ${index}"}`,
          'each film shows what was written',
        );
      }
      expect(here.app.caching?.report().follower?.isLeading).toBe(true);
    } finally {
      await shell.close();
    }
  },
);

test('without Redis, the process that caches follows', async () => {
  const mongodbUri = await freshMongoWithFilms();
  await using here = await startEngineApp({ mongodbUri, followWrites: true });
  await live(here);
  await following(here);
  const shell = await mongoose.createConnection(mongodbUri).asPromise();
  try {
    const id = await addMovie(here.admin, { title: 'From the API' });
    await kept(here, film, { id });
    await shell.collection<Film>('movies').updateOne({ _id: keyOf(id) }, { $set: { title: 'From a shell' } });
    await waitFor(
      async () => JSON.stringify(await titleOf(here, id)) === '{"title":"From a shell"}',
      'the film shows what was written',
    );
    await kept(here, film, { id });
    expect(await titleOf(here, id)).toEqual({ title: 'From a shell' });
  } finally {
    await shell.close();
  }
});

test('switched off, nothing is followed', async () => {
  const mongodbUri = await freshMongoWithFilms();
  await using here = await startEngineApp({ mongodbUri, followWrites: false });
  await live(here);
  const shell = await mongoose.createConnection(mongodbUri).asPromise();
  try {
    expect(here.app.caching?.report().follower).toBeUndefined();
    const leases = await shell.getClient().db(shell.name).collection('marquee.follower').countDocuments();
    expect(leases).toBe(0);
  } finally {
    await shell.close();
  }
});
