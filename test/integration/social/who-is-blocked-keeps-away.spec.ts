import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSignedIn } from '../../testkit/admin.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo, askAs, nobody } from '../../testkit/videos.ts';

type Who = Record<string, string>;
const mongodbUri = freshMongo();
const files = createMemoryObjectStore();

let here: RunningApp;
let there: RunningApp;
const people = new Map<string, { readonly who: Who; readonly id: string; readonly channel: string }>();
const person = (name: string) => {
  const found = people.get(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
let video: string;
beforeAll(async () => {
  const shared = {
    mongodbUri,
    seedProgress: undefined,
    objectStore: files,
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
  for (const name of ['ada', 'ben', 'cyd']) {
    const { userId, authorization } = await addSignedIn(mongodbUri, name, ['VIEWER', 'CREATOR']);
    const who = { authorization };
    people.set(name, { who, id: toGlobalId('User', userId), channel: await addChannel(here, who, name) });
  }
  video = await addPublicVideo(here, files, person('ada').who, { title: 'Dawn' });
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const codesOf = async (running: RunningApp, name: string, mutation: string) =>
  (await askAs(running, person(name).who, `mutation { ${mutation} }`)).codes;
const block = (name: string, whom: string) =>
  codesOf(here, name, `blockUser(userId: "${person(whom).id}") { blocked { blockedAt } }`);
const unblock = (name: string, whom: string) =>
  codesOf(here, name, `unblockUser(userId: "${person(whom).id}") { __typename }`);
const follow = (running: RunningApp, name: string, whom: string) =>
  codesOf(running, name, `subscribeToChannel(id: "${person(whom).channel}") { channel { id } }`);
const follows = async (running: RunningApp, name: string) => {
  const query =
    '{ myChannelSubscriptions { nodes { channel { handle } } } subscriptionFeed { nodes { title } } }';
  return (await askAs(running, person(name).who, query)).data;
};
const write = async (running: RunningApp, name: string, text: string, replyTo?: string) => {
  const answer = await askAs(
    running,
    person(name).who,
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
    { input: { videoId: video, text, replyTo } },
  );
  return {
    codes: answer.codes,
    id: answer.codes.length > 0 ? '' : fieldOf<{ comment: { id: string } }>(answer, 'addComment').comment.id,
  };
};

test('who is blocked no longer writes under the videos, answers the comments or follows the channel of who blocked them', async () => {
  const before = await write(here, 'ben', 'Before');
  const hers = await write(here, 'ada', 'Hers');
  const under = await write(here, 'cyd', 'Under hers', hers.id);
  expect(await block('ada', 'ben')).toEqual([]);
  expect((await write(there, 'ben', 'After')).codes).toEqual(['FORBIDDEN']);
  expect((await write(there, 'ben', 'After', hers.id)).codes).toEqual(['FORBIDDEN']);
  expect(
    await codesOf(there, 'ben', `editComment(id: "${before.id}", text: "Worse") { comment { id } }`),
  ).toEqual(['FORBIDDEN']);
  expect(await follow(there, 'ben', 'ada')).toEqual(['FORBIDDEN']);
  // Others may, and their own they may take away.
  expect((await write(there, 'cyd', 'Fine')).codes).toEqual([]);
  expect(await codesOf(there, 'ben', `deleteComment(id: "${before.id}") { id }`)).toEqual([]);
  expect(await unblock('ada', 'ben')).toEqual([]);
  expect((await write(there, 'ben', 'Back')).codes).toEqual([]);

  // Of an answer, and of what it stands under.
  expect(await block('cyd', 'ben')).toEqual([]);
  expect((await write(there, 'ben', 'To cy', under.id)).codes).toEqual(['FORBIDDEN']);
  expect((await write(there, 'ben', 'To ada', hers.id)).codes).toEqual([]);
  expect(await unblock('cyd', 'ben')).toEqual([]);
  expect(await block('ada', 'ben')).toEqual([]);
  expect((await write(there, 'ben', 'To cy', under.id)).codes).toEqual(['FORBIDDEN']);
  expect(await unblock('ada', 'ben')).toEqual([]);
});

test('a block ends that they follow each other, and neither begins again as long as it lasts', async () => {
  expect([await follow(here, 'ben', 'ada'), await follow(here, 'ada', 'ben')]).toEqual([[], []]);
  const mine = {
    myChannelSubscriptions: { nodes: [{ channel: { handle: 'ada' } }] },
    subscriptionFeed: { nodes: [{ title: 'Dawn' }] },
  };
  for (const app of [here, there]) expect(await follows(app, 'ben')).toEqual(mine);
  expect(await block('ada', 'ben')).toEqual([]);
  const nothing = { myChannelSubscriptions: { nodes: [] }, subscriptionFeed: { nodes: [] } };
  for (const app of [here, there])
    for (const name of ['ada', 'ben']) expect(await follows(app, name)).toEqual(nothing);
  expect([await follow(there, 'ben', 'ada'), await follow(there, 'ada', 'ben')]).toEqual([
    ['FORBIDDEN'],
    ['CONFLICT'],
  ]);
  expect(await unblock('ada', 'ben')).toEqual([]);
  expect(await follow(there, 'ben', 'ada')).toEqual([]);
  expect(await follows(here, 'ben')).toEqual(mine);
});

test('who follows while being blocked does not follow afterwards', async () => {
  for (let time = 0; time < 5; time += 1) {
    await Promise.all([follow(here, 'cyd', 'ada'), follow(there, 'cyd', 'ada'), block('ada', 'cyd')]);
    const { statistics } = fieldOf<{ statistics: { subscribers: number } }>(
      await askAs(there, nobody, `{ channel(handle: "cyd") { statistics { subscribedTo } } }`),
      'channel',
    );
    expect(statistics).toEqual({ subscribedTo: 0 });
    expect(await unblock('ada', 'cyd')).toEqual([]);
  }
});

test('a page of comments is kept once for all, and says to each whom they blocked', async () => {
  const text = `By ben ${randomUUID()}`;
  await write(here, 'ben', text);
  const marked = async (running: RunningApp, who: Who) => {
    const answer = await askAs(
      running,
      who,
      'query ($id: ID!) { video(id: $id) { comments(first: 1) { nodes { text viewerHasBlockedAuthor } } } }',
      { id: video },
    );
    const { comments } = fieldOf<{ comments: { nodes: unknown[] } }>(answer, 'video');
    return { shown: comments.nodes, isHit: answer.cache.hit === true };
  };
  const mark = (viewerHasBlockedAuthor: boolean | null) => [{ text, viewerHasBlockedAuthor }];
  const { who: ada } = person('ada');
  const { who: cy } = person('cyd');
  for (const app of [here, there]) {
    expect((await marked(app, ada)).shown).toEqual(mark(false));
    expect((await marked(app, nobody)).shown).toEqual(mark(null));
  }
  expect(await block('ada', 'ben')).toEqual([]);
  for (const app of [here, there]) {
    expect(await marked(app, ada)).toEqual({ shown: mark(true), isHit: true });
    expect(await marked(app, cy)).toEqual({ shown: mark(false), isHit: true });
    expect(await marked(app, nobody)).toEqual({ shown: mark(null), isHit: true });
  }
  expect(await unblock('ada', 'ben')).toEqual([]);
  for (const app of [here, there]) expect((await marked(app, ada)).shown).toEqual(mark(false));
});
