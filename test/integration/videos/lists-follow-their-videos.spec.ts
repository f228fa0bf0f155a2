import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import {
  addChannel,
  addPublicVideo,
  addVideo,
  askAs,
  nobody,
  publish,
  remove,
  unlist,
  update,
} from '../../testkit/videos.ts';

/** Two servers on one Mongo and one Redis: what one acknowledged, the other may not be behind of. */
let here: RunningApp;
let there: RunningApp;
const files = createMemoryObjectStore();
const maker = as('creator', 'mira');
let channel: string;

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
  channel = await addChannel(here, maker, 'mira');
  await addChannel(here, as('creator', 'nils'), 'nils');
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const lists = {
  all: '{ list: videos(first: 100) { totalCount nodes { title } } }',
  music:
    '{ list: videos(filter: { category: "music" }, sort: { field: TITLE }) { totalCount nodes { title } } }',
  travel: '{ list: videos(filter: { category: "travel" }) { totalCount nodes { title } } }',
  'its channel':
    'query ($channel: ID!) { list: videos(filter: { channel: $channel }) { totalCount nodes { title } } }',
  'its channel, music':
    'query ($channel: ID!) { list: videos(filter: { channel: $channel, category: "music" }) { totalCount nodes { title } } }',
  'its channel, asked for what it has':
    'query ($channel: ID!) { channel(id: $channel) { statistics { videoCount } videos(sort: { field: DURATION }) { nodes { title } } } }',
  'another channel': '{ channel(handle: "nils") { statistics { videoCount } videos { nodes { title } } } }',
  food: '{ list: videos(filter: { category: "food" }) { totalCount nodes { title } } }',
} as const;
type ListName = keyof typeof lists;
const names = Object.keys(lists) as ListName[];

const read = async (name: ListName) => askAs(there, nobody, lists[name], { channel });

/** Asks until all lists are kept by the other server. */
const warm = async (): Promise<void> => {
  for (const name of names) {
    const kept = async () => (await read(name)).cache.hit === true;
    if (!((await kept()) || (await kept()) || (await kept()))) throw new Error(`It is never kept: ${name}`);
  }
};

/** Which lists hold a title now, and which were kept. */
const look = async (title: string) => {
  const answers = new Map<ListName, Awaited<ReturnType<typeof read>>>();
  for (const name of names) answers.set(name, await read(name));
  const those = (fits: (answer: Awaited<ReturnType<typeof read>>) => boolean) =>
    [...answers].filter(([, answer]) => fits(answer)).map(([name]) => name);
  return {
    holding: those(({ data }) => JSON.stringify(data).includes(JSON.stringify(title))),
    kept: those(({ cache }) => cache.hit === true),
  };
};

const ofMusic = ['all', 'music', 'its channel', 'its channel, music', 'its channel, asked for what it has'];
const ofTravel = ['all', 'travel', 'its channel', 'its channel, asked for what it has'];
const elsewhere = ['another channel', 'food'];

describe('on the other server, as soon as it is acknowledged', () => {
  let id: string;
  let title: string;
  beforeEach(async () => {
    title = `Song ${randomUUID().slice(0, 8)}`;
    id = await addVideo(here, files, maker, { title, category: 'music' });
    await warm();
  });

  test('a draft is in no list, and leaves all of them kept', async () => {
    await update(here, maker, id, { description: 'Not yet.' });
    expect(await look(title)).toEqual({ holding: [], kept: names });
  });

  test('a published video is in its lists, and the others stay kept', async () => {
    await publish(here, maker, id);
    expect(await look(title)).toEqual({ holding: ofMusic, kept: ['travel', ...elsewhere] });
  });

  test('an unlisted one has left them', async () => {
    await publish(here, maker, id);
    await warm();
    await unlist(here, maker, id);
    expect(await look(title)).toEqual({ holding: [], kept: ['travel', ...elsewhere] });
  });

  test('one of another category has moved', async () => {
    await publish(here, maker, id);
    await warm();
    await update(here, maker, id, { category: 'travel' });
    expect(await look(title)).toEqual({ holding: ofTravel, kept: elsewhere });
  });

  test('a renamed one has its new name, in its new place', async () => {
    await publish(here, maker, id);
    await warm();
    const renamed = `Anthem ${randomUUID().slice(0, 8)}`;
    await update(here, maker, id, { title: renamed });
    expect(await look(renamed)).toEqual({ holding: ofMusic, kept: ['travel', ...elsewhere] });
    const { nodes } = fieldOf<{ nodes: { title: string }[] }>(await read('music'), 'list');
    expect(nodes.map((node) => node.title)).toEqual(nodes.map((node) => node.title).toSorted());
  });

  test('one that was removed is gone', async () => {
    await publish(here, maker, id);
    await warm();
    await remove(here, maker, id);
    expect((await look(title)).holding).toEqual([]);
  });

  test('the number of videos of a channel is exact', async () => {
    const count = async () =>
      fieldOf<{ statistics: { videoCount: number } }>(
        await read('its channel, asked for what it has'),
        'channel',
      ).statistics.videoCount;
    const before = await count();
    await publish(here, maker, id);
    expect(await count()).toBe(before + 1);
    await unlist(here, maker, id);
    expect(await count()).toBe(before);
  });
});

test('changes at the same time leave a video in exactly the lists that fit what it is then', async () => {
  const title = `Contested ${randomUUID().slice(0, 8)}`;
  const id = await addVideo(here, files, maker, { title, category: 'music' });
  const detail = 'query ($id: ID!) { video(id: $id) { status category { slug } } }';
  for (let round = 0; round < 6; round += 1) {
    await Promise.all([
      publish(here, maker, id),
      update(there, maker, id, { category: 'travel' }),
      unlist(there, maker, id),
      update(here, maker, id, { category: 'food' }),
      publish(there, maker, id),
      update(there, maker, id, { category: 'music' }),
    ]);
    const { status, category } = fieldOf<{ status: string; category: { slug: string } }>(
      await askAs(there, maker, detail, { id }),
      'video',
    );
    const { holding } = await look(title);
    const { slug } = category;
    const fitting = names.filter(
      (name) =>
        status === 'PUBLIC' &&
        name !== 'another channel' &&
        (!['music', 'travel', 'food'].includes(name) || name === slug) &&
        (name !== 'its channel, music' || slug === 'music'),
    );
    expect({ round, status, slug, holding }).toEqual({ round, status, slug, holding: fitting });
  }
});

test('a change of a channel is seen where its videos are shown, and leaves lists that do not show it', async () => {
  await addPublicVideo(here, files, maker, { category: 'music' });
  const shown = '{ list: videos(filter: { category: "music" }) { nodes { channel { name } } } }';
  await askAs(there, nobody, shown);
  await warm();
  const name = `Mira ${randomUUID().slice(0, 8)}`;
  await askAs(
    here,
    maker,
    'mutation ($input: UpdateChannelInput!) { updateChannel(input: $input) { channel { name } } }',
    { input: { name } },
  );
  expect(JSON.stringify((await askAs(there, nobody, shown)).data)).toContain(name);
  expect((await read('music')).cache.hit).toBe(true);
});

test('the list of all videos lives a minute, narrower ones five', async () => {
  const lifeOf = async (query: string) => (await askAs(there, nobody, query)).cache.ttl ?? 0;
  const all = await lifeOf('{ videos(first: 3) { nodes { title } } }');
  const narrow = await lifeOf('{ videos(first: 3, filter: { category: "music" }) { nodes { title } } }');
  const both = await lifeOf(
    '{ a: videos(first: 4, filter: { category: "music" }) { totalCount } b: videos(first: 4) { totalCount } }',
  );
  expect([all <= 60_000, narrow > 60_000, narrow <= 300_000, both <= 60_000]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

describe('a list', () => {
  const sorted = `query ($sort: VideoSort, $channel: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    videos(filter: { channel: $channel }, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { title durationSeconds } pageInfo { endCursor hasNextPage }
    }
  }`;
  interface Page {
    readonly totalCount: number;
    readonly nodes: readonly { readonly title: string; readonly durationSeconds: number }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  }
  const pia = as('creator', 'pia');
  let ofPia: string;
  const page = async (variables: Record<string, unknown>): Promise<Page> =>
    fieldOf<Page>(await askAs(there, nobody, sorted, { channel: ofPia, ...variables }), 'videos');
  const titles = async (variables: Record<string, unknown>) =>
    (await page(variables)).nodes.map((node) => node.title).join(' ');

  beforeAll(async () => {
    ofPia = await addChannel(here, pia, 'pia');
    for (const [title, durationSeconds] of [
      ['beta', 30],
      ['Älpha', 10],
      ['Gamma', 20],
      ['delta', 10],
    ] as const) {
      await addPublicVideo(here, files, pia, { title, durationSeconds });
    }
  });

  test('is sorted by newest, title or duration, either way', async () => {
    expect(await titles({})).toBe('delta Gamma Älpha beta');
    expect(await titles({ sort: { field: 'PUBLISHED_AT' } })).toBe('beta Älpha Gamma delta');
    expect(await titles({ sort: { field: 'TITLE' } })).toBe('Älpha beta delta Gamma');
    expect(await titles({ sort: { field: 'TITLE', direction: 'DESC' } })).toBe('Gamma delta beta Älpha');
    const { nodes } = await page({ sort: { field: 'DURATION' } });
    expect(nodes.map(({ durationSeconds }) => durationSeconds)).toEqual([10, 10, 20, 30]);
  });

  test('is walked page by page, also from its end', async () => {
    const first = await page({ first: 3 });
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([4, true]);
    expect(await titles({ first: 3, after: first.pageInfo.endCursor })).toBe('beta');
    expect(await titles({ last: 2 })).toBe('Älpha beta');
  });

  test.for([
    [{ category: 'knitting' }, {}],
    [{ channel: 'no id' }, {}],
    [{}, { first: 101 }],
    [{}, { after: 'no cursor' }],
  ] as const)('refuses %j %j', async ([filter, variables]) => {
    const query =
      'query ($filter: VideoFilter, $first: Int, $after: String) { videos(filter: $filter, first: $first, after: $after) { totalCount } }';
    expect((await askAs(there, nobody, query, { filter, ...variables })).codes).toEqual(['BAD_USER_INPUT']);
  });
});

test('the categories are a fixed list, kept for a day', async () => {
  const answer = await askAs(there, nobody, '{ videoCategories { slug name } }');
  expect(answer.data?.['videoCategories']).toContainEqual({ slug: 'music', name: 'Music' });
});
