import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeleteAccount, ExportMyData } from '../../testkit/account-documents.ts';
import { addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { startMailbox, type Mailbox } from '../../testkit/mailbox.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import {
  comment,
  does,
  follow,
  noticesOf,
  react,
  told,
  unreadOf,
  wish,
} from '../../testkit/notifications.ts';
import { getAccount, signIn } from '../../testkit/people.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo, askAs, nobody, unlist } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

type Who = Record<string, string>;

const files = createMemoryObjectStore();
const mongodbUri = freshMongo();
let mailbox: Mailbox;
let running: RunningApp;
let ann: Who;
let maker: Who;
let channel: string;
let video: string;
beforeAll(async () => {
  mailbox = await startMailbox();
  running = await startEngineApp({
    mongodbUri,
    smtpUrl: mailbox.url,
    seedProgress: undefined,
    objectStore: files,
  });
  await live(running);
  ann = { authorization: (await addSignedIn(mongodbUri, 'ann')).authorization };
  maker = { authorization: (await addSignedIn(mongodbUri, 'maker', ['VIEWER', 'CREATOR'])).authorization };
  channel = await addChannel(running, maker, 'maker');
  video = await addPublicVideo(running, files, maker, { title: 'Dawn' });
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const node = (who: Who, id: string) =>
  askAs(running, who, 'query ($id: ID!) { node(id: $id) { ... on Notification { kind readAt } } }', { id });

test('nobody reads, marks or removes what another one is told', async () => {
  await comment(running, ann, video, 'Hello');
  const [notice] = (await noticesOf(running, maker)).nodes;
  const id = notice?.id ?? '';
  expect((await node(maker, id)).data).toEqual({ node: { kind: 'COMMENT', readAt: null } });
  for (const who of [ann, nobody]) expect((await node(who, id)).data).toEqual({ node: null });
  for (const field of ['markNotificationRead', 'deleteNotification']) {
    const mutation = `mutation ($id: ID!) { ${field}(id: $id) { unreadCount } }`;
    expect((await askAs(running, ann, mutation, { id })).codes).toEqual(['NOT_FOUND']);
    expect((await askAs(running, nobody, mutation, { id })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await askAs(running, maker, mutation, { id: video })).codes).toEqual(['BAD_USER_INPUT']);
  }
  expect(await unreadOf(running, maker)).toBe(1);
  const mutation = 'mutation ($id: ID!) { deleteNotification(id: $id) { id unreadCount } }';
  expect((await askAs(running, maker, mutation, { id })).data).toEqual({
    deleteNotification: { id, unreadCount: 0 },
  });
  expect((await askAs(running, maker, mutation, { id })).codes).toEqual(['NOT_FOUND']);
  expect((await node(maker, id)).data).toEqual({ node: null });
});

test('twenty are shown at once, the latest first, and further ones page by page', async () => {
  for (let at = 0; at < 23; at += 1) await comment(running, ann, video, `No. ${at}`);
  const page = (after: string) =>
    askAs(
      running,
      maker,
      `{ notifications(${after}) { totalCount nodes { comment { text } } pageInfo { endCursor hasNextPage } } }`,
    );
  interface Page {
    readonly totalCount: number;
    readonly nodes: readonly { readonly comment: { readonly text: string } }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  }
  const first = fieldOf<Page>(await page('onlyUnread: false'), 'notifications');
  expect([first.totalCount, first.nodes.length, first.pageInfo.hasNextPage]).toEqual([23, 20, true]);
  expect(first.nodes[0]?.comment.text).toBe('No. 22');
  const second = await page(`after: "${first.pageInfo.endCursor}"`);
  expect(fieldOf<Page>(second, 'notifications').nodes.map((one) => one.comment.text)).toEqual([
    'No. 2',
    'No. 1',
    'No. 0',
  ]);
  expect(second.cache).toMatchObject({ scope: 'viewer' });
  expect((await page('first: 101')).codes).toEqual(['BAD_USER_INPUT']);
});

test('somebody has what they were told and what they chose, and it goes with them, as does what others were told of them', async () => {
  const who = { email: 'ben@example.com', password: 'correct horse battery' };
  await getAccount(running, mailbox, { ...who, name: 'Ben' });
  const { client, tokens, user } = await signIn(running, who);
  const ben = { authorization: `Bearer ${tokens.accessToken}` };
  const userId = keyOf(user.id);
  await follow(running, ben, channel);
  const next = await addPublicVideo(running, files, maker, { title: 'Dusk' });
  await waitFor(async () => (await unreadOf(running, ben)) === 1, 'Ben is told of the video');
  await wish(running, ben, { subscribers: false });
  await react(running, ben, next, 'LIKE');
  expect((await told(running, maker)).slice(0, 2)).toEqual([
    'LIKE by Ben of Dusk',
    'SUBSCRIBER by Ben of maker',
  ]);

  const { exportMyData } = await client.query(ExportMyData, {});
  expect(exportMyData).toMatchObject({
    notifications: {
      preferences: { newVideos: true, subscribers: false },
      notifications: [
        { kind: 'NEW_VIDEO', videoId: next, channelId: channel, commentId: null, readAt: null },
      ],
    },
  });
  const about = (filter: object) => running.app.mongo.collection('notifications').countDocuments(filter);
  expect([await about({ userId }), await about({ actorId: userId })]).toEqual([1, 2]);
  const unread = await unreadOf(running, maker);
  await client.query(DeleteAccount, { password: who.password });
  expect([await about({ userId }), await about({ actorId: userId })]).toEqual([0, 0]);
  const preferences = running.app.mongo.collection<{ _id: string }>('notificationPreferences');
  expect(await preferences.countDocuments({ _id: userId })).toBe(0);
  expect(await unreadOf(running, maker)).toBe(unread - 2);
});

test('what is told of a video that its recipient may not see any more does not show it', async () => {
  const asked = await comment(running, ann, video, 'Still there?');
  await does(
    running,
    maker,
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
    {
      input: { videoId: video, text: 'For a while.', replyTo: asked },
    },
  );
  expect(await told(running, ann)).toEqual(['REPLY by maker of For a while.']);
  await unlist(running, maker, video);
  expect(await told(running, ann)).toEqual(['REPLY by maker of For a while.']);
});

const lists = [
  'notifications(first: 1) { totalCount nodes { kind } pageInfo { hasNextPage hasPreviousPage } }',
  'notifications(first: 1, onlyUnread: true) { totalCount nodes { kind } }',
  'unreadNotificationCount',
  'notificationPreferences { likes }',
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** All values of a key, at any depth. */
const all = (key: string, value: unknown): unknown[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...all(key, inner)])
    : [];

test.for(lists)('%s goes by an index', async (list) => {
  const reader = await addSignedIn(mongodbUri, `reader-${lists.indexOf(list)}`);
  const commands: Record<string, unknown>[] = [];
  const note = ({ command }: { command: Record<string, unknown> }) => void commands.push(command);
  const client = running.app.mongo.getClient();
  client.on('commandStarted', note);
  const { codes } = await askAs(running, { authorization: reader.authorization }, `{ ${list} }`);
  client.off('commandStarted', note);
  expect(codes).toEqual([]);
  const reads = commands.filter(
    (command) =>
      ('find' in command || 'aggregate' in command) && /notification/.test(JSON.stringify(command)),
  );
  expect(reads.length).toBeGreaterThan(0);
  for (const { lsid: _s, $clusterTime: _t, $db: _d, readConcern: _r, ...read } of reads) {
    const plan = await running.app.mongo.db?.command({ explain: read, verbosity: 'queryPlanner' });
    const stages = all('stage', all('winningPlan', plan));
    expect(stages.filter((stage) => stage === 'COLLSCAN' || stage === 'SORT')).toEqual([]);
    expect(stages.join()).toMatch(/IXSCAN|IDHACK|COUNT_SCAN|CLUSTERED/);
  }
});
