import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { commandsDuring } from '../../testkit/mongo-commands.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs, nobody, remove, unlist } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const [ada, ben, cy, ann] = [
  as('creator', 'ada'),
  as('creator', 'ben'),
  as('creator', 'cy'),
  as('viewer', 'ann'),
];
const files = createMemoryObjectStore();

let here: RunningApp;
let there: RunningApp;
const channels = new Map<Who, string>();
beforeAll(async () => {
  const shared = {
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    videoUpkeepEveryMs: 200,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
  for (const [who, handle] of [
    [ada, 'ada'],
    [ben, 'ben'],
    [cy, 'cyd'],
  ] as const)
    channels.set(who, await addChannel(here, who, handle));
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

type Who = Record<string, string>;
interface Figures {
  readonly subscribers: number;
  readonly subscribedTo: number;
  readonly videoCount: number;
  readonly totalViews: number;
}
const query =
  'query ($id: ID!) { channel(id: $id) { name statistics { subscribers subscribedTo videoCount totalViews } } }';
const asked = (running: RunningApp, of: Who) => askAs(running, nobody, query, { id: channels.get(of) });
const figures = async (running: RunningApp, of: Who): Promise<Figures> =>
  fieldOf<{ statistics: Figures }>(await asked(running, of), 'channel').statistics;
const everywhere = async (of: Who, expected: Partial<Figures>) => {
  for (const app of [here, there]) expect(await figures(app, of)).toMatchObject(expected);
};
const does = async (running: RunningApp, who: Who, mutation: string) =>
  expect((await askAs(running, who, `mutation { ${mutation} }`)).codes).toEqual([]);
const follow = (running: RunningApp, who: Who, whom: Who) =>
  does(running, who, `subscribeToChannel(id: "${channels.get(whom)}") { channel { id } }`);

test('subscriptions count on both sides, at once and everywhere, and the page stays kept', async () => {
  await everywhere(ada, { subscribers: 0, subscribedTo: 0 });
  await follow(here, ben, ada);
  await follow(there, ben, ada);
  await follow(there, ben, cy);
  await follow(here, ann, ada);
  await everywhere(ada, { subscribers: 2, subscribedTo: 0 });
  await everywhere(ben, { subscribers: 0, subscribedTo: 2 });
  expect((await asked(there, ada)).cache).toMatchObject({ hit: true });
  await does(there, ann, `unsubscribeFromChannel(id: "${channels.get(ada)}") { channel { id } }`);
  await everywhere(ada, { subscribers: 1 });
  // Whom a channel that goes had as subscribers.
  await does(here, cy, 'deleteChannel { id }');
  await everywhere(ben, { subscribedTo: 1 });
});

test('views of a channel are those of its videos, and a video that goes takes its own along, once', async () => {
  const [one, two] = [
    await addPublicVideo(here, files, ada, { title: 'Dawn' }),
    await addPublicVideo(here, files, ada, { title: 'Dusk' }),
  ];
  await everywhere(ada, { videoCount: 2, totalViews: 0 });
  const view = (running: RunningApp, name: string, id: string) =>
    does(running, as('viewer', name), `recordVideoView(id: "${id}") { counted }`);
  for (const name of ['x', 'y', 'z']) await view(here, name, one);
  await view(there, 'x', two);
  await view(there, 'x', two);
  // Views are not waited for: the figures are as old as their hint allows, so a page of its own is asked for.
  const fresh = async (running: RunningApp) =>
    fieldOf<{ statistics: Figures }>(
      await askAs(running, nobody, query.replace('name', `name_${randomUUID().slice(0, 6)}: name`), {
        id: channels.get(ada),
      }),
      'channel',
    ).statistics;
  for (const app of [here, there]) expect(await fresh(app)).toMatchObject({ totalViews: 4, videoCount: 2 });
  await unlist(here, ada, two);
  await everywhere(ada, { videoCount: 1 });
  // A removal is noted until its upload's address has ended, and looked after again and again.
  expect((await remove(here, ada, one)).codes).toEqual([]);
  for (const app of [here, there]) expect(await fresh(app)).toMatchObject({ totalViews: 1, videoCount: 0 });
  const removals = here.app.mongo.collection('videoRemovals');
  await removals.updateMany({}, { $set: { uploadEndsAt: new Date(0) } });
  await waitFor(async () => (await removals.countDocuments({})) === 0, 'the removal is over');
  for (const app of [here, there]) expect(await fresh(app)).toMatchObject({ totalViews: 1 });
});

test('figures cost no look at subscriptions, views or videos one by one', async () => {
  const headers = { ...nobody, 'x-nothing': '1' };
  const alias = query.replace('name', `name_${randomUUID().slice(0, 6)}: name`);
  const commands = await commandsDuring(here.app.mongo, () =>
    askAs(here, headers, alias, { id: channels.get(ada) }),
  );
  expect(commands.map(({ collection }) => collection)).not.toContain('channelSubscriptions');
  expect(commands.filter(({ collection, name }) => collection === 'videos' && name === 'find')).toEqual([]);
});
