import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, startEngineApp, type Explained } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs, nobody, remove } from '../../testkit/videos.ts';

const [ada, ann, ben, cy] = [
  as('creator', 'ada'),
  as('viewer', 'ann'),
  as('viewer', 'ben'),
  as('viewer', 'cy'),
];
const files = createMemoryObjectStore();

let here: RunningApp;
let there: RunningApp;
let channel: string;
let video: string;
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
  video = await addPublicVideo(here, files, ada, { title: 'Dawn' });
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

type Who = Record<string, string>;

const page =
  '{ videos(first: 5) { nodes { id title views likes dislikes viewerReaction channel { subscribers viewerIsSubscribed } } } }';
const shown = async (running: RunningApp, who: Who, id = video) => {
  const answer = await askAs(running, who, page);
  const { nodes } = fieldOf<{ nodes: ({ id: string } & Record<string, unknown>)[] }>(answer, 'videos');
  const { id: _id, title: _title, ...rest } = nodes.find((node) => node.id === id) ?? { id, title: '' };
  return { ...rest, cache: answer.cache };
};
const does = async (running: RunningApp, who: Who, mutation: string): Promise<Explained> => {
  const answer = await askAs(running, who, `mutation { ${mutation} }`);
  expect(answer.codes).toEqual([]);
  return answer;
};
const react = (reaction: 'LIKE' | 'DISLIKE', id = video) =>
  `reactToVideo(id: "${id}", reaction: ${reaction}) { video { likes dislikes viewerReaction } }`;
const takeBack = () => `removeReaction(id: "${video}") { video { likes dislikes viewerReaction } }`;
const follow = () => `subscribeToChannel(id: "${channel}") { channel { subscribers viewerIsSubscribed } }`;
const unfollow = () =>
  `unsubscribeFromChannel(id: "${channel}") { channel { subscribers viewerIsSubscribed } }`;

test('a like is in the next answer of everybody, on every instance, and the page stays kept', async () => {
  for (const who of [ann, ben, nobody]) for (const app of [here, there]) await shown(app, who);
  const { data } = await does(here, ann, react('LIKE'));
  expect(data).toEqual({ reactToVideo: { video: { likes: 1, dislikes: 0, viewerReaction: 'LIKE' } } });
  for (const app of [here, there]) {
    expect(await shown(app, ann)).toMatchObject({ likes: 1, viewerReaction: 'LIKE', cache: { hit: true } });
    expect(await shown(app, ben)).toMatchObject({ likes: 1, viewerReaction: null, cache: { hit: true } });
  }
  await does(there, ben, react('LIKE'));
  await does(here, ann, react('DISLIKE'));
  await does(there, ann, react('DISLIKE'));
  for (const app of [here, there]) {
    expect(await shown(app, nobody)).toMatchObject({ likes: 1, dislikes: 1, viewerReaction: null });
  }
  await does(here, ann, takeBack());
  await does(here, ann, takeBack());
  await does(here, ben, takeBack());
  expect(await shown(there, ben)).toMatchObject({
    likes: 0,
    dislikes: 0,
    viewerReaction: null,
    cache: { hit: true },
  });
});

test('of many reactions of one viewer at once, on two instances, one counts', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      does(at % 2 === 0 ? here : there, cy, react(at % 3 === 0 ? 'LIKE' : 'DISLIKE')),
    ),
  );
  const { likes, dislikes, viewerReaction } = (await shown(here, cy)) as Record<string, unknown>;
  expect([likes, dislikes]).toEqual(viewerReaction === 'LIKE' ? [1, 0] : [0, 1]);
  await does(here, cy, takeBack());
});

test('views count once a viewer or address, and drop nothing', async () => {
  await shown(there, ann);
  const view = `recordVideoView(id: "${video}") { counted video { views } }`;
  expect((await does(here, ann, view)).data).toEqual({
    recordVideoView: { counted: true, video: { views: 1 } },
  });
  expect((await does(there, ann, view)).data).toEqual({
    recordVideoView: { counted: false, video: { views: 1 } },
  });
  expect((await does(there, nobody, view)).data).toEqual({
    recordVideoView: { counted: true, video: { views: 2 } },
  });
  expect((await shown(there, ann)).cache).toMatchObject({ hit: true, live: { shared: { hit: true } } });
});

test('who follows a channel has its videos in the feed, from the answer to following on', async () => {
  const feed = async (who: Who) => {
    const { data } = await askAs(there, who, '{ subscriptionFeed(first: 5) { totalCount nodes { title } } }');
    return data?.['subscriptionFeed'];
  };
  const mine = async (who: Who) => {
    const query = '{ myChannelSubscriptions { totalCount nodes { channel { handle viewerIsSubscribed } } } }';
    return (await askAs(there, who, query)).data?.['myChannelSubscriptions'];
  };
  expect(await feed(ben)).toEqual({ totalCount: 0, nodes: [] });
  expect((await does(here, ben, follow())).data).toEqual({
    subscribeToChannel: { channel: { subscribers: 1, viewerIsSubscribed: true } },
  });
  await does(there, ben, follow());
  expect(await feed(ben)).toEqual({ totalCount: 1, nodes: [{ title: 'Dawn' }] });
  expect(await mine(ben)).toEqual({
    totalCount: 1,
    nodes: [{ channel: { handle: 'ada', viewerIsSubscribed: true } }],
  });
  expect(await shown(here, ann)).toMatchObject({ channel: { subscribers: 1, viewerIsSubscribed: false } });
  const next = await addPublicVideo(here, files, ada, { title: 'Dusk' });
  expect(await feed(ben)).toMatchObject({ totalCount: 2, nodes: [{ title: 'Dusk' }, { title: 'Dawn' }] });
  expect((await remove(here, ada, next)).codes).toEqual([]);
  expect(await feed(ben)).toMatchObject({ totalCount: 1 });
  expect((await does(here, ben, unfollow())).data).toEqual({
    unsubscribeFromChannel: { channel: { subscribers: 0, viewerIsSubscribed: false } },
  });
  expect([await feed(ben), await mine(ben)]).toMatchObject([{ totalCount: 0 }, { totalCount: 0 }]);
});

test('nobody follows their own channel, and what is not there cannot be liked', async () => {
  const own = await askAs(here, ada, `mutation { ${follow()} }`);
  const missing = Buffer.from(`Video:${'x'.repeat(22)}`).toString('base64url');
  const nothing = await askAs(here, ann, `mutation { ${react('LIKE', missing)} }`);
  const unknown = await askAs(here, nobody, `mutation { ${react('LIKE')} }`);
  expect([own.codes, nothing.codes, unknown.codes]).toEqual([
    ['CONFLICT'],
    ['NOT_FOUND'],
    ['UNAUTHENTICATED'],
  ]);
});

test('what was thought of a video goes with it', async () => {
  const id = await addPublicVideo(here, files, ada, { title: 'Noon' });
  await does(here, ann, react('LIKE', id));
  expect(await shown(there, ann, id)).toMatchObject({ likes: 1 });
  expect((await remove(here, ada, id)).codes).toEqual([]);
  expect(await here.app.mongo.collection('reactions').countDocuments({})).toBe(0);
});
