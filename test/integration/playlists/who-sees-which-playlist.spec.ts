import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { addPlaylist, arrange, showPlaylist } from '../../testkit/playlists.ts';
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
} from '../../testkit/videos.ts';

const [ada, ben, ann] = [as('creator', 'ada'), as('creator', 'ben'), as('viewer', 'ann')];
const admin = as('admin', 'root');
const files = createMemoryObjectStore();

let here: RunningApp;
let there: RunningApp;
let channel: string;
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
  channel = await addChannel(here, ada, 'ada');
  await addChannel(here, ben, 'ben');
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

type Who = Record<string, string>;
const everybody = [ada, ben, ann, admin, nobody];

const add = async (who: Who, playlistId: string, videoId: string) =>
  (await arrange(here, who, 'addToPlaylist', { playlistId, videoId })).codes;
const set = (who: Who, id: string, input: Record<string, unknown>) =>
  askAs(
    here,
    who,
    'mutation ($id: ID!, $input: UpdatePlaylistInput!) { updatePlaylist(id: $id, input: $input) { playlist { title visibility } } }',
    { id, input },
  );
const node = async (running: RunningApp, who: Who, id: string) =>
  (await askAs(running, who, 'query ($id: ID!) { node(id: $id) { ... on Playlist { title } } }', { id }))
    .data?.['node'];
const public_ = async (running: RunningApp, who: Who) =>
  fieldOf<{ playlists: unknown }>(
    await askAs(
      running,
      who,
      'query ($id: ID!) { channel(id: $id) { playlists { totalCount nodes { title } } } }',
      {
        id: channel,
      },
    ),
    'channel',
  ).playlists;
const mine = async (running: RunningApp, who: Who) =>
  (await askAs(running, who, '{ myPlaylists { totalCount nodes { title visibility } } }')).data?.[
    'myPlaylists'
  ];

test("a private playlist is its owner's, an unlisted one whose id one has, a public one everybody's, at once and everywhere", async () => {
  const id = await addPlaylist(here, ada, { title: 'Mornings', visibility: undefined });
  for (const app of [here, there]) {
    for (const who of everybody) {
      const shown = await showPlaylist(app, who, id);
      expect([shown?.videoCount, await node(app, who, id)]).toEqual(
        who === ada ? [0, { title: 'Mornings' }] : [undefined, null],
      );
      expect(await public_(app, who)).toEqual({ totalCount: 0, nodes: [] });
    }
  }
  const listed = { totalCount: 1, nodes: [{ title: 'Mornings', visibility: 'PRIVATE' }] };
  expect([await mine(there, ada), await mine(there, ann)]).toEqual([listed, { totalCount: 0, nodes: [] }]);

  await set(ada, id, { visibility: 'UNLISTED' });
  for (const app of [here, there])
    for (const who of everybody) {
      expect(await node(app, who, id)).toEqual({ title: 'Mornings' });
      expect(await public_(app, who)).toEqual({ totalCount: 0, nodes: [] });
    }
  await set(ada, id, { visibility: 'PUBLIC', title: 'Early mornings' });
  for (const app of [here, there])
    for (const who of everybody)
      expect(await public_(app, who)).toEqual({ totalCount: 1, nodes: [{ title: 'Early mornings' }] });
  expect(
    (await askAs(here, ada, 'mutation ($id: ID!) { deletePlaylist(id: $id) { id } }', { id })).codes,
  ).toEqual([]);
  for (const app of [here, there])
    for (const who of everybody)
      expect([await node(app, who, id), await public_(app, who)]).toEqual([
        null,
        { totalCount: 0, nodes: [] },
      ]);
});

test('a public list is kept once for all, whoever asks', async () => {
  const id = await addPlaylist(here, ann, { title: 'For all' });
  await add(ann, id, await addPublicVideo(here, files, ada, { title: 'Dawn' }));
  await showPlaylist(there, ben, id);
  for (const who of everybody)
    expect(await showPlaylist(there, who, id)).toMatchObject({ titles: ['Dawn'], isHit: true });
});

test('only its owner changes a playlist, and nobody learns from a refusal that a private one is there', async () => {
  const video = await addPublicVideo(here, files, ada, { title: 'Dawn' });
  for (const [visibility, code] of [
    ['PUBLIC', 'FORBIDDEN'],
    ['PRIVATE', 'NOT_FOUND'],
  ] as const) {
    const id = await addPlaylist(here, ada, { title: 'Theirs', visibility });
    await add(ada, id, video);
    const input = { playlistId: id, videoId: video };
    for (const who of [ben, admin]) {
      const refused = [
        await set(who, id, { title: 'Mine' }),
        await arrange(here, who, 'addToPlaylist', input),
        await arrange(here, who, 'removeFromPlaylist', input),
        await arrange(here, who, 'moveInPlaylist', { ...input, place: { position: 0 } }),
        await askAs(here, who, 'mutation ($id: ID!) { deletePlaylist(id: $id) { id } }', { id }),
      ];
      expect(refused.flatMap(({ codes }) => codes)).toEqual(Array.from({ length: 5 }, () => code));
    }
    expect(await showPlaylist(there, ada, id)).toMatchObject({ titles: ['Dawn'], videoCount: 1 });
    expect(
      (await askAs(here, nobody, 'mutation ($id: ID!) { deletePlaylist(id: $id) { id } }', { id })).codes,
    ).toEqual(['UNAUTHENTICATED']);
  }
  const missing = Buffer.from(`Playlist:${'x'.repeat(22)}`).toString('base64url');
  expect((await set(ada, missing, { title: 'x' })).codes).toEqual(['NOT_FOUND']);
});

test('what is put in is said well', async () => {
  const create = async (input: Record<string, unknown>) =>
    (
      await askAs(
        here,
        ann,
        'mutation ($input: CreatePlaylistInput!) { createPlaylist(input: $input) { playlist { title } } }',
        { input },
      )
    ).codes;
  expect(await create({ title: '   ' })).toEqual(['BAD_USER_INPUT']);
  expect(await create({ title: 'x'.repeat(151) })).toEqual(['BAD_USER_INPUT']);
  expect(await create({ title: 'x', description: 'x'.repeat(5_001) })).toEqual(['BAD_USER_INPUT']);
  const id = await addPlaylist(here, ann);
  expect((await set(ann, id, { title: null })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await set(ann, id, {})).codes).toEqual([]);
});

interface Items {
  readonly items: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly video: { readonly title: string } | null;
      readonly isShown: boolean;
    }[];
  } | null;
}
const itemsOf = async (running: RunningApp, who: Who, id: string) => {
  const query =
    'query ($id: ID!) { playlist(id: $id) { items { totalCount nodes { videoId isShown video { title } } } } }';
  const { items } = fieldOf<Items>(await askAs(running, who, query, { id }), 'playlist');
  return items?.nodes.map(
    ({ video, isShown }) => `${video?.title ?? 'nothing'}${isShown ? '' : ' (hidden)'}`,
  );
};

test('a video that is hidden leaves the playlists of others, and comes back when it is shown', async () => {
  const [dawn, noon, dusk] = [
    await addPublicVideo(here, files, ada, { title: 'Dawn' }),
    await addPublicVideo(here, files, ada, { title: 'Noon' }),
    await addPublicVideo(here, files, ada, { title: 'Dusk' }),
  ];
  const [hers, his] = [await addPlaylist(here, ada), await addPlaylist(here, ben)];
  for (const video of [dawn, noon, dusk]) {
    await add(ada, hers, video);
    await add(ben, his, video);
  }
  const both = async (ofHers: string, ofHis: string) => {
    for (const app of [here, there])
      for (const who of everybody) {
        const [one, two] = [await showPlaylist(app, who, hers), await showPlaylist(app, who, his)];
        expect([one?.titles.join(), two?.titles.join()]).toEqual([ofHers, ofHis]);
        expect([one?.totalCount, two?.totalCount]).toEqual([one?.titles.length, two?.titles.length]);
      }
  };
  await both('Dawn,Noon,Dusk', 'Dawn,Noon,Dusk');
  // Who has its id may see it: its owner gives it away, others do not.
  await unlist(here, ada, noon);
  await both('Dawn,Noon,Dusk', 'Dawn,Dusk');
  expect(await itemsOf(there, ben, his)).toEqual(['Dawn', 'Noon (hidden)', 'Dusk']);
  expect(await itemsOf(there, ada, his)).toBeUndefined();
  expect(await itemsOf(there, nobody, his)).toBeUndefined();
  await publish(here, ada, noon);
  await both('Dawn,Noon,Dusk', 'Dawn,Noon,Dusk');

  await askAs(here, ann, 'mutation ($id: ID!) { reportVideo(id: $id, input: { reason: SPAM }) { id } }', {
    id: dawn,
  });
  const reported = fieldOf<{ nodes: { id: string }[] }>(
    await askAs(here, admin, '{ reports { nodes { id } } }'),
    'reports',
  );
  await askAs(
    here,
    admin,
    'mutation ($id: ID!) { resolveReport(id: $id, input: { resolution: TAKE_DOWN }) { report { id } } }',
    {
      id: reported.nodes[0]?.id,
    },
  );
  await both('Noon,Dusk', 'Noon,Dusk');
  expect(await itemsOf(there, ben, his)).toEqual(['nothing (hidden)', 'Noon', 'Dusk']);
  expect(await itemsOf(there, ada, hers)).toEqual(['Dawn (hidden)', 'Noon', 'Dusk']);
  expect(await showPlaylist(there, ann, his)).toMatchObject({ videoCount: 3, totalCount: 2 });

  await remove(here, ada, noon);
  await both('Dusk', 'Dusk');
  for (const app of [here, there])
    expect(await showPlaylist(app, ann, his)).toMatchObject({ videoCount: 2, totalCount: 1 });
  expect(await here.app.mongo.collection('playlistItems').countDocuments({ videoId: keyOf(noon) })).toBe(0);
});

test("nobody adds what they may not see, and drafts stay among their owner's private things", async () => {
  const draft = await addVideo(here, files, ada, { title: 'Draft' });
  const [hers, his] = [await addPlaylist(here, ada), await addPlaylist(here, ben)];
  expect(await add(ben, his, draft)).toEqual(['NOT_FOUND']);
  expect(await add(ada, hers, draft)).toEqual([]);
  for (const who of everybody) expect(await showPlaylist(there, who, hers)).toMatchObject({ titles: [] });
  await set(ada, hers, { visibility: 'PRIVATE' });
  expect(await showPlaylist(there, ada, hers)).toMatchObject({ titles: ['Draft'] });
  await publish(here, ada, draft);
  await set(ada, hers, { visibility: 'UNLISTED' });
  for (const who of everybody)
    expect(await showPlaylist(there, who, hers)).toMatchObject({ titles: ['Draft'] });
});

test('a video that is removed while it is added is in no playlist afterwards', async () => {
  const playlists = await Promise.all([ann, ben, ada].map((who) => addPlaylist(here, who)));
  const video = await addPublicVideo(here, files, ada, { title: 'Fleeting' });
  await Promise.all([
    ...[ann, ben, ada].map((who, at) =>
      arrange(at % 2 ? here : there, who, 'addToPlaylist', { playlistId: playlists[at], videoId: video }),
    ),
    remove(here, ada, video),
  ]);
  expect(await here.app.mongo.collection('playlistItems').countDocuments({ videoId: keyOf(video) })).toBe(0);
  for (const id of playlists) expect(await showPlaylist(there, nobody, id)).toMatchObject({ videoCount: 0 });
});
