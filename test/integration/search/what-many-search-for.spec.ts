import { randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createSearch,
  createSearchModels,
  prepareSearchCollections,
  type SearchModels,
} from '../../../src/modules/search/index.ts';
import { contentOf } from '../../../src/modules/search/services/entries.ts';
import type { Findable } from '../../../src/shared/findable.ts';
import { createPhraseWriter } from '../../../src/modules/search/stores/phrase.store.ts';
import { phraseOf } from '../../../src/modules/search/services/phrases.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { ask, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { popular, recordSearch, suggested, suggestions } from '../../testkit/search.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, publish, unlist } from '../../testkit/videos.ts';

const files = createMemoryObjectStore();
const maker = as('creator', 'mira');
const dayMs = 86_400_000;

/** Two servers on one Mongo and one Redis, which keep nothing, so that what is popular is seen at once. */
let here: RunningApp;
let there: RunningApp;
beforeAll(async () => {
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    extension: signedInByName,
    objectStore: files,
    seedProgress: undefined,
  };
  here = await startApp(shared);
  there = await startApp(shared);
  await addChannel(here, maker, 'mira');
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const newWord = (): string => `w${randomUUID().slice(0, 8).replaceAll(/\d/g, 'x')}`;
const viewers = (count: number) => Array.from({ length: count }, (_none, at) => as('viewer', `viewer-${at}`));

/** So many viewers search for something, on both servers by turns. */
const searchBy = async (count: number, query: string): Promise<void> => {
  for (const [at, viewer] of viewers(count).entries())
    await recordSearch(at % 2 === 0 ? here : there, viewer, query);
};

describe('what many search for', () => {
  let word: string;
  let id: string;
  beforeEach(async () => {
    word = newWord();
    id = await addPublicVideo(here, files, maker, { title: `Song ${word}` });
  });

  test('is shown once five different viewers searched for it, by its words', async () => {
    await searchBy(4, `"SONG"  ${word}!`);
    expect(await popular(there)).not.toContain(`song ${word}`);
    await searchBy(5, `song ${word}`);
    expect(await popular(there)).toContain(`song ${word}`);
    expect(await suggested(there, word)).toEqual([`Song ${word}`]);
    expect(await suggested(there, `Song ${word}`)).toEqual([`Song ${word}`]);
  });

  test('is not what one viewer, or one address, searches for again and again', async () => {
    const vera = as('viewer', 'vera');
    expect(await recordSearch(here, vera, word)).toBe(true);
    for (let times = 0; times < 8; times += 1) expect(await recordSearch(there, vera, word)).toBe(false);
    expect(await recordSearch(here, {}, word)).toBe(true);
    for (let times = 0; times < 8; times += 1) expect(await recordSearch(there, {}, word)).toBe(false);
    expect(await popular(here)).not.toContain(word);
  });

  test('is not shown when nothing is found by it any more, and again when something is', async () => {
    await searchBy(6, word);
    expect(await popular(here)).toContain(word);
    await unlist(here, maker, id);
    expect(await popular(there)).not.toContain(word);
    expect(await suggested(there, word)).toEqual([]);
    await publish(here, maker, id);
    expect(await popular(there)).toContain(word);
  });

  test('leaves no trace of who it was', async () => {
    await searchBy(6, word);
    const phrase = await here.app.mongo.collection('searchPhrases').findOne({ _id: word as never });
    expect(phrase).toMatchObject({ isShown: true, people: [] });
  });

  test.for(['ada@example.com', '+44 20 7946 0958', 'nothing finds this', 'what the fuck'])(
    'is never %j',
    async (query) => {
      for (const viewer of viewers(6)) expect(await recordSearch(here, viewer, query)).toBe(false);
      const phrases = here.app.mongo.collection('searchPhrases');
      expect(await phrases.countDocuments({ _id: { $regex: /example|7946|nothing|fuck/ } as never })).toBe(0);
    },
  );

  test('is refused without a word, and after 30 in a minute', async () => {
    const record = 'mutation ($query: String!) { recordSearch(query: $query) { counted } }';
    expect((await ask(here, record, { variables: { query: '!?' } })).codes).toEqual(['BAD_USER_INPUT']);
    const limited = await startApp({
      mongodbUri: freshMongo(),
      extension: signedInByName,
      seedProgress: undefined,
      rateLimits: true,
    });
    const codes: unknown[] = [];
    for (let times = 0; times < 31; times += 1)
      codes.push(...(await ask(limited, record, { variables: { query: 'pottery' } })).codes);
    await limited[Symbol.asyncDispose]();
    expect(codes).toEqual(['RATE_LIMITED']);
  });
});

describe('with a cache', () => {
  let server: RunningApp;
  beforeAll(async () => {
    server = await startEngineApp({
      mongodbUri: freshMongo(),
      extension: signedInByName,
      objectStore: files,
      seedProgress: undefined,
    });
    await live(server);
    await addChannel(server, maker, 'mira');
  });
  afterAll(() => server[Symbol.asyncDispose]());

  test('a search that is counted drops nothing, and a video that goes takes what is popular with it at once', async () => {
    const word = newWord();
    const id = await addPublicVideo(server, files, maker, { title: `Song ${word}` });
    for (const viewer of viewers(5)) await recordSearch(server, viewer, word);
    expect(await popular(server)).toEqual([word]);
    const isKept = async () => (await ask(server, '{ popularSearches { query } }')).cache.hit === true;
    const isSuggestionKept = async () => (await suggestions(server, word)).cache.hit === true;
    await suggested(server, word);
    await recordSearch(server, as('viewer', 'vera'), word);
    expect([await isKept(), await isSuggestionKept()]).toEqual([true, true]);
    await unlist(server, maker, id);
    expect(await popular(server)).toEqual([]);
    expect(await suggested(server, word)).toEqual([]);
  });
});

describe('as time goes by', () => {
  let models: SearchModels;
  const uri = freshMongoLater();
  const connecting = () => createConnection(uri()).asPromise();
  let connection: Awaited<ReturnType<typeof connecting>>;
  beforeAll(async () => {
    connection = await connecting();
    models = createSearchModels(connection);
    await prepareSearchCollections(models);
  });
  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });
  beforeEach(async () => void (await models.phrases.deleteMany({})));

  const options = {
    halfLifeMs: 3 * dayMs,
    enoughPeople: 2,
    unshownLifeMs: dayMs,
    shownLifeMs: 30 * dayMs,
    maxPhrases: 100_000,
  };
  const count = async (text: string, people: number, writer = createPhraseWriter(models, options)) => {
    const phrase = phraseOf(text);
    if (!phrase) throw new Error(`expected something to show, but got ${text}`);
    for (let person = 0; person < people; person += 1) await writer.count(phrase, `person-${person}`);
  };
  const scoreOf = async (id: string) => (await models.phrases.findById(id).lean())?.score ?? NaN;

  test('each search counts half as much after a half-life', async () => {
    await count('now', 8);
    await count('before', 8);
    // As if all of it had been a half-life ago.
    await models.phrases.updateOne({ _id: 'before' }, { $inc: { score: -1 } });
    expect((await scoreOf('now')) - (await scoreOf('before'))).toBeCloseTo(1, 2);
    expect((await scoreOf('now')) - Date.now() / options.halfLifeMs).toBeCloseTo(3, 2);
    await count('before', 4);
    expect(await scoreOf('before')).toBeCloseTo(await scoreOf('now'), 2);
  });

  test('however many count at once, each counts', async () => {
    const writer = createPhraseWriter(models, options);
    await Promise.all(
      Array.from({ length: 16 }, () =>
        count('together', 1, writer).catch(() => count('together', 1, writer)),
      ),
    );
    expect((await scoreOf('together')) - Date.now() / options.halfLifeMs).toBeCloseTo(4, 2);
  });

  test('what few searched for makes room, and what many did stays', async () => {
    const writer = createPhraseWriter(models, { ...options, maxPhrases: 3 });
    await count('many', 2, writer);
    await count('few', 1, writer);
    await models.phrases.updateOne({ _id: 'few' }, { $inc: { score: -5 } });
    for (const text of ['one', 'two', 'three']) await count(text, 1, writer);
    const left = await models.phrases.find().sort({ _id: 1 }).lean();
    expect(left).toHaveLength(3);
    expect(left.map(({ _id }) => _id)).toContain('many');
    expect(left.map(({ _id }) => _id)).not.toContain('few');
  });

  test('ten are shown at most, in a total order', async () => {
    const thing: Findable = { kind: 'Video', id: '1', title: 'word', texts: [], publishedAt: null };
    await models.entries.create({ ...contentOf(thing), rank: 0, removedAt: null });
    const expiresAt = new Date(Date.now() + dayMs);
    const phrases = Array.from({ length: 30 }, (_none, at) => `word ${at}`);
    await models.phrases.insertMany(
      phrases.map((_id, at) => ({
        _id,
        heads: [],
        starts: [],
        people: [],
        isShown: true,
        expiresAt,
        score: at < 15 ? 2 : 1,
      })),
    );
    await models.entries.updateOne(
      { _id: 'Video:1' },
      { $set: { words: ['word', ...phrases.map((_phrase, at) => String(at))] } },
    );
    const shown = await createSearch(models, models).popular.list();
    expect(shown).toEqual(phrases.slice(0, 15).toSorted().toReversed().slice(0, 10));
  });
});

function freshMongoLater(): () => string {
  let uri: string | undefined;
  return () => (uri ??= freshMongo());
}
