import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Collection } from 'mongoose';
import type { SearchEntryRecord } from '../../../src/modules/search/models/records.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { fileOf, spawnImport } from '../../testkit/imports.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { askSearch, found, pageOf, titlesFound } from '../../testkit/search.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, addVideo, askAs, publish, unlist } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const files = createMemoryObjectStore();
const maker = as('creator', 'mira');
const newWord = (): string => `w${randomUUID().slice(0, 8)}`;

describe('the films that come with it', () => {
  test('are found from the first answer on, and courses once they are loaded', async () => {
    await using running = await startApp();
    expect(await found(running, 'the godfather', { first: 3 })).toEqual([
      { type: 'Movie', title: 'The Godfather', match: 'TITLE_IS' },
      { type: 'Movie', title: 'The Godfather: Part II', match: 'TITLE_HAS' },
      { type: 'Movie', title: 'The Godfather: Part III', match: 'TITLE_HAS' },
    ]);
    expect((await titlesFound(running, 'up'))[0]).toBe('Up');
    expect(await titlesFound(running, 'amelie')).toEqual(["Le Fabuleux destin d'Amélie Poulain"]);
    expect(await titlesFound(running, 'coppola western')).toEqual([]);
    await running.app.seedCourses(() => undefined);
    const courses = pageOf(await askSearch(running, 'filmmaking', { types: ['COURSE'] }));
    expect(courses.totalCount).toBeGreaterThan(0);
  });
});

describe('an import', () => {
  test('is found by servers that kept that there was nothing', async () => {
    const shared = {
      mongodbUri: freshMongo(),
      redisUrl: freshRedis().url,
      redisPrefix: `test-${randomUUID()}`,
    };
    await using running = await startEngineApp({ ...shared, seedProgress: undefined });
    await live(running);
    const word = newWord();
    await waitFor(async () => (await askSearch(running, word)).cache.hit === true, 'it is kept');
    const film = { title: `The ${word}`, releaseDate: '2019-01-02', directors: ['Ann Other'] };
    const importing = async (line: object) =>
      spawnImport({ args: ['jsonl', await fileOf([line])], ...shared }).ended;
    expect(await importing(film)).toMatchObject({ code: 0 });
    expect(await titlesFound(running, word)).toEqual([film.title]);
    expect(await titlesFound(running, `${word} other`)).toEqual([film.title]);
  }, 300_000);
});

describe('what came by other ways', () => {
  let running: RunningApp;
  let entries: Collection<SearchEntryRecord>;
  const shared = { extension: signedInByName, objectStore: files, seedProgress: undefined };
  const mongodbUri = (() => {
    let uri: string | undefined;
    return () => (uri ??= freshMongo());
  })();
  beforeAll(async () => {
    running = await startApp({ ...shared, mongodbUri: mongodbUri() });
    entries = running.app.mongo.collection<SearchEntryRecord>('searchEntries');
    await addChannel(running, maker, 'mira');
  });
  afterAll(() => running[Symbol.asyncDispose]());

  let word: string;
  let titles: string[];
  beforeEach(async () => {
    word = newWord();
    titles = [];
    for (const name of ['One', 'Two']) {
      titles.push(`${name} ${word}`);
      await addPublicVideo(running, files, maker, { title: `${name} ${word}` });
    }
    await addVideo(running, files, maker, { title: `Draft ${word}` });
  });

  const entryOf = async (title = ''): Promise<SearchEntryRecord> => {
    const entry = await entries.findOne({ title });
    if (!entry) throw new Error(`expected an entry of ${title}`);
    return entry;
  };
  const sorted = async () => (await titlesFound(running, word)).toSorted();

  test('is added where it is missing, and corrected where it is wrong', async () => {
    const entry = await entryOf(titles[0]);
    await entries.deleteOne({ title: titles[1] ?? '' });
    await entries.updateOne({ _id: entry._id }, { $set: { title: 'Wrong', words: [], terms: [] } });
    await entries.insertOne({ ...entry, _id: 'Video:gone', thingId: 'gone' });
    expect(await running.app.rebuildSearch()).toEqual({ added: 1, corrected: 2 });
    expect(await sorted()).toEqual(titles);
    expect(await entries.findOne({ _id: 'Video:gone' })).toMatchObject({ title: '', terms: [] });
    expect(await running.app.rebuildSearch()).toEqual({ added: 0, corrected: 0 });
  });

  test('is never shown while it is wrong: a draft that has an entry is found by nobody', async () => {
    const video = await running.app.mongo
      .collection<{ _id: string; title: string }>('videos')
      .findOne({ title: `Draft ${word}` });
    const thingId = video?._id ?? '';
    await entries.insertOne({ ...(await entryOf(titles[0])), _id: `Video:${thingId}`, thingId });
    for (const who of [{}, maker])
      expect((await titlesFound(running, word, { who })).toSorted()).toEqual(titles);
    await running.app.rebuildSearch();
    expect(pageOf(await askSearch(running, word)).totalCount).toBe(2);
  });

  test('is looked through at the start of a version that never did', async () => {
    await entries.deleteMany({});
    await running.app.mongo.collection('searchBuilds').deleteMany({});
    await running.app.mongo.collection('leases').deleteOne({ _id: 'search-upkeep' as never });
    await using _other = await startApp({ ...shared, mongodbUri: mongodbUri() });
    await waitFor(async () => (await sorted()).length === 2, 'both are found');
    expect(await sorted()).toEqual(titles);
  });

  test('stays right while everybody works on', async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, (_none, at) =>
        addVideo(running, files, maker, { title: `Busy ${at} ${word}` }),
      ),
    );
    await entries.deleteMany({});
    await Promise.all([
      running.app.rebuildSearch(),
      running.app.rebuildSearch(),
      ...ids.map(async (id, at) => {
        for (let times = 0; times < 3; times += 1) {
          await publish(running, maker, id);
          await unlist(running, maker, id);
        }
        if (at % 2 === 0) await publish(running, maker, id);
      }),
    ]);
    const expected = [...titles, ...ids.flatMap((_id, at) => (at % 2 === 0 ? [`Busy ${at} ${word}`] : []))];
    expect(await sorted()).toEqual(expected.toSorted());
    expect(await entries.countDocuments({ words: word, removedAt: null })).toBe(expected.length);
    expect(await running.app.rebuildSearch()).toEqual({ added: 0, corrected: 0 });
  });

  test('stands in order of its views', async () => {
    const [first = '', second = ''] = await titlesFound(running, word);
    const video = await running.app.mongo
      .collection<{ _id: string; title: string }>('videos')
      .findOne({ title: second });
    const id = Buffer.from(`Video:${video?._id}`).toString('base64url');
    for (let viewer = 0; viewer < 5; viewer += 1)
      await askAs(
        running,
        as('viewer', `viewer-${viewer}`),
        'mutation ($id: ID!) { recordVideoView(id: $id) { counted } }',
        { id },
      );
    await running.app.rebuildSearch();
    expect(await titlesFound(running, word)).toEqual([second, first]);
  });
});
