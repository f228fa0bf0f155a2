import { randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { ask, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { fileOf, spawnImport } from '../../testkit/imports.ts';
import { freshRedis } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const amongst = (text: string) => expect.stringContaining(text) as string;

const detail =
  'query ($q: String!) { search(query: $q, first: 5) { nodes { ... on Movie { title votes } } } }';
const list = '{ movies(filter: {genre: "western"}, first: 1) { totalCount } }';

describe.for([['with Redis'], ['without Redis']] as const)('a server %s', ([kind]) => {
  let server: RunningApp;
  let mongodbUri: string;
  const redisPrefix = `test-${randomUUID()}`;
  const redis = () => (kind === 'with Redis' ? { redisUrl: freshRedis().url } : {});

  beforeAll(async () => {
    mongodbUri = await freshMongoWithFilms();
    server = await startEngineApp({ mongodbUri, redisPrefix, ...redis() });
    await live(server);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const importing = async (lines: readonly object[]) =>
    spawnImport({
      args: ['jsonl', await fileOf(lines)],
      mongodbUri,
      redisPrefix,
      ...redis(),
    }).ended;

  const warm = (query: string, variables = {}) =>
    waitFor(async () => (await ask(server, query, { variables })).cache.hit === true, `${query} is a hit`);

  test('shows a film that was kept as absent, the list it enters, and what changes of it', async () => {
    const word = `imported${randomUUID().slice(0, 8)}`;
    const film = { title: `The ${word}`, releaseDate: '2019-01-02', genres: ['western'] };
    await warm(detail, { q: word });
    await warm(list);
    const before = (await ask(server, list)).data?.['movies'] as { totalCount: number };

    expect(await importing([{ ...film, votes: 5 }])).toMatchObject({
      code: 0,
      summary: amongst('1 created'),
    });
    const first = await ask(server, detail, { variables: { q: word } });
    expect(first.data).toEqual({ search: { nodes: [{ title: film.title, votes: 5 }] } });
    expect((await ask(server, list)).data).toEqual({ movies: { totalCount: before.totalCount + 1 } });

    await live(server);
    await warm(detail, { q: word });
    expect(await importing([{ ...film, votes: 6 }])).toMatchObject({
      code: 0,
      summary: amongst('1 updated'),
    });
    const second = await ask(server, detail, { variables: { q: word } });
    expect(second.data).toEqual({ search: { nodes: [{ title: film.title, votes: 6 }] } });
  });

  test('keeps what it has when an import changes nothing', async () => {
    const film = { title: `Same ${randomUUID()}`, genres: ['western'], directors: ['Some Body'], votes: 3 };
    await importing([film]);
    await live(server);
    await warm(list);
    const { nonce } = server.app.caching?.gate.live() ?? {};
    expect(await importing([film])).toMatchObject({
      code: 0,
      summary: amongst('0 created, 0 updated, 1 unchanged'),
    });
    expect((await ask(server, list)).cache.hit).toBe(true);
    expect(server.app.caching?.gate.live()?.nonce).toBe(nonce);
  });

  test('shows what an import wrote that was killed before it told the log, once another one has settled it', async () => {
    const word = `killed${randomUUID().slice(0, 8)}`;
    const film = { title: `The ${word}`, genres: ['western'], votes: 5 };
    await importing([film]);
    await live(server);
    await warm(detail, { q: word });

    // As a killed process leaves it: its write is in Mongo, nobody was told, and the batch is open.
    const mongo = await createConnection(mongodbUri).asPromise();
    onTestFinished(() => mongo.close());
    await mongo
      .collection('movies')
      .updateOne({ title: film.title }, { $set: { votes: 6, popularity: 5.325 } });
    await mongo.collection<{ _id: string }>('imports').insertOne({
      _id: 'jsonl:of-the-killed-one',
      name: 'another file',
      position: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      faulty: 0,
      startedAt: new Date(),
      writing: 'batch',
      writingSince: new Date(),
    } as { _id: string });

    expect(await importing([{ ...film, votes: 6 }])).toMatchObject({
      summary: amongst('0 created, 0 updated, 1 unchanged'),
    });
    const { data } = await ask(server, detail, { variables: { q: word } });
    expect(data).toEqual({ search: { nodes: [{ title: film.title, votes: 6 }] } });
  });
});
