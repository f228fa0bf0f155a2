import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAllSignedIn, addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import {
  addFollowers,
  dismiss,
  does,
  follow,
  markRead,
  noticesOf,
  told,
  unreadOf,
  wish,
} from '../../testkit/notifications.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import {
  addChannel,
  addPublicVideo,
  addVideo,
  askAs,
  publish,
  remove,
  unlist,
} from '../../testkit/videos.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { waitFor } from '../../testkit/wait-for.ts';

type Who = Record<string, string>;

const files = createMemoryObjectStore();
const mongodbUri = freshMongo();
let here: RunningApp;
let there: RunningApp;
let round = 0;
beforeAll(async () => {
  const shared = {
    mongodbUri,
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    seedProgress: undefined,
    objectStore: files,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const person = async (name: string): Promise<Who> => {
  const { authorization } = await addSignedIn(mongodbUri, name, ['VIEWER', 'CREATOR']);
  return { authorization };
};

const maker = async (): Promise<{ readonly who: Who; readonly userId: string; readonly channel: string }> => {
  round += 1;
  const { userId, authorization } = await addSignedIn(mongodbUri, `maker-${round}`, ['VIEWER', 'CREATOR']);
  const who = { authorization };
  return { who, userId, channel: await addChannel(here, who, `maker-${round}`) };
};

const tellings = (): Promise<number> => here.app.mongo.collection('videoTellings').countDocuments();
const allTold = () => waitFor(async () => (await tellings()) === 0, 'nothing is left to be told');
const about = (video: string, more: object = {}): Promise<number> =>
  here.app.mongo.collection('notifications').countDocuments({ videoId: keyOf(video), ...more });

test('who follows a channel is told of its new video, on every server; who follows later is not', async () => {
  const { who, channel } = await maker();
  const [ann, ben, cy] = [await person('ann'), await person('ben'), await person('cy')];
  await follow(here, ann, channel);
  await follow(there, ben, channel);
  for (const server of [here, there])
    for (const one of [ann, ben, cy]) expect(await unreadOf(server, one)).toBe(0);
  await addPublicVideo(here, files, who, { title: 'Dawn' });
  await follow(here, cy, channel);
  await allTold();
  for (const server of [here, there]) {
    for (const one of [ann, ben]) {
      expect([await told(server, one), await unreadOf(server, one)]).toEqual([
        [`NEW_VIDEO by maker-${round} of Dawn`],
        1,
      ]);
    }
    expect(await told(server, cy)).toEqual([]);
  }
  const [notice] = (await noticesOf(here, ann)).nodes;
  expect(notice).toMatchObject({ channel: { handle: `maker-${round}` }, comment: null, readAt: null });
});

test('a draft is told to nobody, and one that is made public twice is told once', async () => {
  const { who, channel } = await maker();
  const ann = await person('ann-b');
  await follow(here, ann, channel);
  const video = await addVideo(here, files, who, { title: 'Dusk' });
  await unlist(here, who, video);
  await allTold();
  expect(await told(there, ann)).toEqual([]);
  await publish(here, who, video);
  await allTold();
  const first = await noticesOf(there, ann);
  expect(first.totalCount).toBe(1);
  await markRead(there, ann, first.nodes[0]?.id ?? '');
  await publish(there, who, video);
  await unlist(there, who, video);
  await allTold();
  expect([await told(here, ann), await about(video)]).toEqual([[], 1]);
  await publish(here, who, video);
  await allTold();
  const [again] = (await noticesOf(there, ann)).nodes;
  expect([again?.id, again?.createdAt, again?.readAt === null]).toEqual([
    first.nodes[0]?.id,
    first.nodes[0]?.createdAt,
    false,
  ]);
  expect(await unreadOf(here, ann)).toBe(0);
});

test('who removed what they were told of a video is not told again when it comes back', async () => {
  const { who, channel } = await maker();
  const ann = await person('ann-c');
  await follow(here, ann, channel);
  const video = await addPublicVideo(here, files, who, { title: 'Noon' });
  await allTold();
  const [notice] = (await noticesOf(there, ann)).nodes;
  await dismiss(there, ann, notice?.id ?? '');
  await unlist(here, who, video);
  await allTold();
  await publish(here, who, video);
  await allTold();
  expect([await told(there, ann), await unreadOf(here, ann)]).toEqual([[], 0]);
});

test('of followers, those are not told who do not want it, or blocked the owner of the channel', async () => {
  const { who, userId, channel } = await maker();
  const [ann, ben, cy] = [await person('ann-d'), await person('ben-d'), await person('cy-d')];
  for (const one of [ann, ben, cy]) await follow(here, one, channel);
  await wish(there, ann, { newVideos: false });
  await does(there, ben, 'mutation ($id: ID!) { blockUser(userId: $id) { blocked { blockedAt } } }', {
    id: toGlobalId('User', userId),
  });
  await addPublicVideo(here, files, who, { title: 'Night' });
  await allTold();
  expect([await told(there, ann), await told(there, ben)]).toEqual([[], []]);
  expect(await told(there, cy)).toHaveLength(1);
});

test('a moderator who takes a video down takes back what was told of it, and its restoring tells it again', async () => {
  const { who, channel } = await maker();
  const ann = await person('ann-e');
  await follow(here, ann, channel);
  const video = await addPublicVideo(here, files, who, { title: 'Noise' });
  await allTold();
  await does(there, ann, 'mutation ($id: ID!) { reportVideo(id: $id, input: { reason: SPAM }) { id } }', {
    id: video,
  });
  const admin = await addSignedIn(mongodbUri, 'alma', ['VIEWER', 'ADMIN']);
  const alma = { authorization: admin.authorization };
  const reported = await askAs(there, alma, '{ reports { nodes { id } } }');
  const [report] = fieldOf<{ nodes: { id: string }[] }>(reported, 'reports').nodes;
  await does(
    there,
    alma,
    'mutation ($id: ID!) { resolveReport(id: $id, input: { resolution: TAKE_DOWN }) { report { id } } }',
    { id: report?.id },
  );
  await allTold();
  expect([await told(here, ann), await unreadOf(there, ann)]).toEqual([[], 0]);
  await does(here, alma, 'mutation ($id: ID!) { restoreVideo(id: $id) { video { id } } }', { id: video });
  await allTold();
  expect([await told(here, ann), await unreadOf(there, ann)]).toEqual([
    [`NEW_VIDEO by maker-${round} of Noise`],
    1,
  ]);
});

test('three thousand followers are told once each, and what was kept of them and of others is right', async () => {
  const { who, channel } = await maker();
  const names = Array.from({ length: 3_000 }, (_, at) => `follower-${at}`);
  const some = [0, 44, 45, 900, 2_999];
  const asking = await addAllSignedIn(
    mongodbUri,
    some.map((at) => names[at] ?? ''),
  );
  const stranger = await person('stranger');
  await addFollowers(
    here,
    keyOf(channel),
    names.map((name) => `user-${name}`),
  );
  for (const server of [here, there])
    for (const one of [...asking, stranger])
      expect(await unreadOf(server, { authorization: one.authorization ?? '' })).toBe(0);
  const video = await addPublicVideo(here, files, who, { title: 'Crowd' });
  await allTold();
  expect(await about(video)).toBe(3_000);
  expect(
    new Set(await here.app.mongo.collection('notifications').distinct('userId', { videoId: keyOf(video) }))
      .size,
  ).toBe(3_000);
  for (const server of [here, there]) {
    for (const { authorization } of asking) expect(await unreadOf(server, { authorization })).toBe(1);
    expect(await unreadOf(server, stranger)).toBe(0);
  }
  await unlist(there, who, video);
  await allTold();
  for (const { authorization } of asking) expect(await unreadOf(here, { authorization })).toBe(0);
  await publish(there, who, video);
  await allTold();
  for (const { authorization } of asking) expect(await unreadOf(there, { authorization })).toBe(1);
  expect(await about(video)).toBe(3_000);
  await remove(here, who, video);
  await allTold();
  expect(await about(video)).toBe(0);
  for (const { authorization } of asking)
    expect(await noticesOf(here, { authorization })).toMatchObject({ totalCount: 0 });
});

test('a video that is removed while its followers are being told is told to nobody', async () => {
  const { who, channel } = await maker();
  await addFollowers(
    here,
    keyOf(channel),
    Array.from({ length: 20_000 }, (_, at) => `many-${at}`),
  );
  const video = await addPublicVideo(here, files, who, { title: 'Brief' });
  await waitFor(async () => (await about(video)) > 0, 'some are told');
  await remove(there, who, video);
  await allTold();
  expect(await about(video)).toBe(0);
});

test('what is kept of others stays when as many are told as a record of the log can name', async () => {
  const { who, channel } = await maker();
  const [ann, ben] = [await person('ann-h'), await person('ben-h')];
  await follow(here, ann, channel);
  await addFollowers(
    here,
    keyOf(channel),
    Array.from({ length: 44 }, (_, at) => `quiet-${at}`),
  );
  await noticesOf(there, ben);
  await unreadOf(there, ben);
  await addPublicVideo(here, files, who, { title: 'Quiet' });
  await allTold();
  expect(await unreadOf(there, ann)).toBe(1);
  const count = await askAs(there, ben, '{ unreadNotificationCount }');
  expect([count.data, count.cache.hit]).toEqual([{ unreadNotificationCount: 0 }, true]);
});
