import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { commandsDuring } from '../../testkit/mongo-commands.ts';
import { addPlaylist, arrange, showPlaylist } from '../../testkit/playlists.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs, nobody } from '../../testkit/videos.ts';

const [ada, ann] = [as('creator', 'ada'), as('viewer', 'ann')];
const files = createMemoryObjectStore();

let here: RunningApp;
let there: RunningApp;
const videos = new Map<string, string>();
beforeAll(async () => {
  const shared = {
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
  await addChannel(here, ada, 'ada');
  for (const title of ['A', 'B', 'C', 'D', 'E', 'F'])
    videos.set(title, await addPublicVideo(here, files, ada, { title }));
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const video = (title: string): string => videos.get(title) ?? '';
const items = () => here.app.mongo.collection<{ _id: string; key: string }>('playlistItems');
const titles = async (running: RunningApp, id: string): Promise<string | undefined> =>
  (await showPlaylist(running, nobody, id))?.titles.join('');

/** A public playlist of ann's with these videos. */
const listOf = async (all: string): Promise<string> => {
  const id = await addPlaylist(here, ann);
  for (const title of all)
    expect(
      (await arrange(here, ann, 'addToPlaylist', { playlistId: id, videoId: video(title) })).codes,
    ).toEqual([]);
  return id;
};
const put = (running: RunningApp, playlistId: string, title: string, place: Record<string, unknown>) =>
  arrange(running, ann, 'moveInPlaylist', { playlistId, videoId: video(title), place });

test('every change is in the next answer on every instance, and an answer is kept in between', async () => {
  const id = await listOf('ABC');
  const both = async (expected: string) => {
    for (const app of [here, there]) expect(await titles(app, id)).toBe(expected);
    for (const app of [here, there]) expect((await showPlaylist(app, nobody, id))?.isHit).toBe(true);
  };
  await both('ABC');
  await put(there, id, 'C', { before: video('A') });
  await both('CAB');
  await put(here, id, 'C', { after: video('A') });
  await both('ACB');
  await put(there, id, 'B', { position: 0 });
  await both('BAC');
  await put(there, id, 'B', { position: 99 });
  await both('ACB');
  await arrange(there, ann, 'addToPlaylist', {
    playlistId: id,
    videoId: video('D'),
    place: { position: 1 },
  });
  await both('ADCB');
  // It is there already.
  await arrange(here, ann, 'addToPlaylist', { playlistId: id, videoId: video('D') });
  await both('ADCB');
  await arrange(here, ann, 'removeFromPlaylist', { playlistId: id, videoId: video('C') });
  await arrange(here, ann, 'removeFromPlaylist', { playlistId: id, videoId: video('C') });
  await both('ADB');
  expect(await showPlaylist(there, ann, id)).toMatchObject({ videoCount: 3, totalCount: 3 });
});

test('a move writes the item that moves, and the playlist', async () => {
  const id = await listOf('ABCDEF');
  const commands = await commandsDuring(here.app.mongo, () => put(here, id, 'F', { position: 2 }));
  const writes = commands.filter(({ name }) => /^(update|insert|delete|findAndModify|bulkWrite)$/.test(name));
  expect(writes.map(({ collection }) => collection)).toEqual(['playlistItems', 'playlists']);
  expect(await titles(there, id)).toBe('ABFCDE');
});

test('pages follow one another in both directions, and a cursor stays right when others move', async () => {
  const id = await listOf('ABCDEF');
  const page = async (args: string) => {
    const query = `query ($id: ID!) { playlist(id: $id) { videos(${args}) {
      nodes { title } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`;
    const { videos: shown } = fieldOf<{
      videos: {
        nodes: { title: string }[];
        pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
      };
    }>(await askAs(there, nobody, query, { id }), 'playlist');
    return { ...shown.pageInfo, titles: shown.nodes.map(({ title }) => title).join('') };
  };
  const first = await page('first: 2');
  expect(first).toMatchObject({ titles: 'AB', hasNextPage: true, hasPreviousPage: false });
  await put(here, id, 'A', { position: 99 });
  const next = await page(`first: 2, after: "${first.endCursor}"`);
  expect(next).toMatchObject({ titles: 'CD', hasNextPage: true, hasPreviousPage: true });
  expect(await page(`last: 3, before: "${next.endCursor}"`)).toMatchObject({
    titles: 'BC',
    hasPreviousPage: false,
  });
  expect(await page('last: 2')).toMatchObject({ titles: 'FA', hasNextPage: false });
});

test('whoever puts something at one place at the same time, on any instance, all of it is there', async () => {
  const id = await listOf('AB');
  const between = ['C', 'D', 'E', 'F'];
  const added = await Promise.all(
    [...between, ...between].map((title, at) =>
      arrange(at % 2 === 0 ? here : there, ann, 'addToPlaylist', {
        playlistId: id,
        videoId: video(title),
        place: { after: video('A') },
      }),
    ),
  );
  expect(added.flatMap(({ codes }) => codes)).toEqual([]);
  const shown = await showPlaylist(there, nobody, id);
  expect(shown).toMatchObject({ videoCount: 6, totalCount: 6 });
  expect(await titles(here, id)).toBe(shown?.titles.join(''));
  expect(shown?.titles.toSorted().join('')).toBe('ABCDEF');
  expect([shown?.titles[0], shown?.titles[5]]).toEqual(['A', 'B']);
  const keys = await items()
    .find({ playlistId: keyOf(id) })
    .toArray();
  expect(new Set(keys.map(({ key }) => key)).size).toBe(6);
});

test('what moves at the same time ends in an order that all see alike, with nothing lost', async () => {
  const id = await listOf('ABCDEF');
  const moves = [
    ['A', { position: 5 }],
    ['F', { position: 0 }],
    ['C', { before: video('D') }],
    ['B', { after: video('E') }],
  ] as const;
  const moved = await Promise.all(
    moves.map(([title, place], at) => put(at % 2 === 0 ? here : there, id, title, place)),
  );
  expect(moved.flatMap(({ codes }) => codes)).toEqual([]);
  const order = await titles(here, id);
  expect(await titles(there, id)).toBe(order);
  expect(order?.split('').toSorted().join('')).toBe('ABCDEF');
});

test('when there is no short key left, all get new ones, and the order is what it was', async () => {
  const id = await listOf('ABC');
  const long = `V001${'V'.repeat(60)}`;
  const set = (title: string, key: string) =>
    items().updateOne({ _id: `${keyOf(id)}:${keyOf(video(title))}` }, { $set: { key } });
  await set('A', 'V001');
  await set('B', `${long.slice(0, -1)}1`);
  await set('C', `${long.slice(0, -1)}2`);
  await put(here, id, 'A', { before: video('C') });
  for (const app of [here, there]) expect(await titles(app, id)).toBe('BAC');
  const keys = await items()
    .find({ playlistId: keyOf(id) })
    .toArray();
  expect(keys.map(({ key }) => key.length)).toEqual([4, 4, 4]);
  await arrange(there, ann, 'addToPlaylist', {
    playlistId: id,
    videoId: video('D'),
    place: { before: video('A') },
  });
  for (const app of [here, there]) expect(await titles(app, id)).toBe('BDAC');
});

test('a place is said in one way, and exists', async () => {
  const id = await listOf('AB');
  const other = await listOf('C');
  const move = async (place: Record<string, unknown>, title = 'A') =>
    (await put(here, id, title, place)).codes;
  expect(await move({})).toEqual(['BAD_USER_INPUT']);
  expect(await move({ before: video('B'), position: 1 })).toEqual(['BAD_USER_INPUT']);
  expect(await move({ position: -1 })).toEqual(['BAD_USER_INPUT']);
  expect(await move({ before: other })).toEqual(['BAD_USER_INPUT']);
  expect(await move({ before: video('C') })).toEqual(['NOT_FOUND']);
  expect(await move({ position: 0 }, 'C')).toEqual(['NOT_FOUND']);
  expect(await move({ before: video('A') })).toEqual([]);
  expect(await titles(there, id)).toBe('AB');
});

test('a playlist holds a thousand videos, and somebody has two hundred playlists', async () => {
  const id = await listOf('A');
  const playlistId = keyOf(id);
  const full = Array.from({ length: 999 }, (_, at) => ({
    _id: `${playlistId}:filler-${at}`,
    playlistId,
    videoId: `filler-${at}`,
    key: `W${String(at).padStart(3, '0')}1`,
    addedAt: new Date(),
  }));
  await here.app.mongo.collection<{ _id: string }>('playlistItems').insertMany(full);
  const add = async () =>
    (await arrange(here, ann, 'addToPlaylist', { playlistId: id, videoId: video('B') })).codes;
  expect(await add()).toEqual(['CONFLICT']);
  // What is no more is not shown, and does not hide what comes behind it.
  await put(here, id, 'A', { position: 999 });
  expect(await titles(there, id)).toBe('A');
  await items().deleteOne({ _id: `${playlistId}:filler-7` });
  expect(await add()).toEqual([]);
  expect(
    (await askAs(here, ann, 'mutation ($id: ID!) { deletePlaylist(id: $id) { id } }', { id })).codes,
  ).toEqual([]);
  expect(await items().countDocuments({ playlistId })).toBe(0);

  const cy = as('viewer', 'cy');
  const many = Array.from({ length: 198 }, (_, at) => ({
    _id: `list-of-cy-${at}`,
    ownerId: 'cy',
    title: `List ${at}`,
    description: '',
    visibility: 'PRIVATE',
    itemCount: 0,
    createdAt: new Date(),
    updatedAt: new Date(),
  }));
  await here.app.mongo.collection<{ _id: string }>('playlists').insertMany(many);
  const create = async (running: RunningApp) =>
    (
      await askAs(
        running,
        cy,
        'mutation { createPlaylist(input: { title: "One more" }) { playlist { id } } }',
      )
    ).codes;
  const codes = (await Promise.all([here, there, here, there].map(create))).flat();
  expect(codes.length).toBeGreaterThanOrEqual(2);
  expect(new Set(codes)).toEqual(new Set(['CONFLICT']));
  for (let more = codes.length; more < 4; more += 1) expect(await create(here)).not.toEqual(['NOT_FOUND']);
  expect(await here.app.mongo.collection('playlists').countDocuments({ ownerId: 'cy' })).toBeLessThanOrEqual(
    200,
  );
});
