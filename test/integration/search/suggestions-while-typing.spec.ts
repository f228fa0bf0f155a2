import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { suggested, suggestedIn, suggestions } from '../../testkit/search.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, addVideo, publish, unlist, update } from '../../testkit/videos.ts';

let here: RunningApp;
let there: RunningApp;
const files = createMemoryObjectStore();
const maker = as('creator', 'mira');

beforeAll(async () => {
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    extension: signedInByName,
    objectStore: files,
    seedProgress: undefined,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
  await addChannel(here, maker, 'mira', { name: 'Zoë’s Zebras' });
  for (const title of ['Émile und die Detektive', 'EMILE und die Detektive!', 'The Emigrants', '東京物語'])
    await addPublicVideo(here, files, maker, { title });
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const keep = async (prefix: string): Promise<void> => {
  const isKept = async () => (await suggestions(there, prefix)).cache.hit === true;
  if (!((await isKept()) || (await isKept()) || (await isKept()))) throw new Error(`Never kept: ${prefix}`);
};

describe('what somebody is typing', () => {
  test.for<[string, string[]]>([
    ['emig', ['The Emigrants']],
    ['the em', ['The Emigrants']],
    ['ÉMILE  und d', ['EMILE und die Detektive!']],
    ['die det', ['EMILE und die Detektive!']],
    ['zoe', ['Zoë’s Zebras']],
    ['mir', ['Zoë’s Zebras']],
    ['東', ['東京物語']],
    ['東京物', ['東京物語']],
    ['emile und das', []],
    ['mile', []],
    ['"-', []],
    ['', []],
  ])('%j may become %j', async ([prefix, titles]) => {
    const found = await suggested(there, prefix);
    expect(
      found.map((title) => title.toLowerCase().replaceAll(/[é!]/g, (sign) => (sign === 'é' ? 'e' : ''))),
    ).toEqual(titles.map((title) => title.toLowerCase().replaceAll('!', '')));
  });

  test('is told what is called so', async () => {
    expect(suggestedIn(await suggestions(there, 'zeb'))).toEqual([{ text: 'Zoë’s Zebras', type: 'CHANNEL' }]);
    expect(suggestedIn(await suggestions(there, 'emigr'))).toEqual([
      { text: 'The Emigrants', type: 'VIDEO' },
    ]);
  });

  test('is answered ten at most, each once', async () => {
    for (let at = 0; at < 12; at += 1)
      await addPublicVideo(here, files, maker, { title: `Quokka ${at % 11 === 0 ? 'x' : at}` });
    const found = await suggested(there, 'quo');
    expect(found).toHaveLength(10);
    expect(new Set(found).size).toBe(10);
    expect(await suggested(there, 'quo', 3)).toEqual(found.slice(0, 3));
  });

  test.for<[string, number | undefined]>([
    ['x'.repeat(101), undefined],
    ['x', 0],
    ['x', 11],
  ])('is refused when it is too long, or too much is asked for', async ([prefix, first]) => {
    expect((await suggestions(here, prefix, first)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('on the other server, as soon as it is acknowledged', () => {
  test('titles come, change and go; what begins otherwise stays kept', async () => {
    const id = await addVideo(here, files, maker, { title: 'Wombats at Work' });
    await keep('womb');
    await keep('emi');
    await update(here, maker, id, { title: 'Wombats at Night' });
    expect(await suggested(there, 'womb')).toEqual([]);
    await publish(here, maker, id);
    expect(await suggested(there, 'womb')).toEqual(['Wombats at Night']);
    await keep('womb');
    await update(here, maker, id, { title: 'Wombats at Home' });
    expect(await suggested(there, 'womb')).toEqual(['Wombats at Home']);
    await keep('womb');
    await unlist(here, maker, id);
    expect(await suggested(there, 'womb')).toEqual([]);
    expect((await suggestions(there, 'emi')).cache.hit).toBe(true);
  });
});
