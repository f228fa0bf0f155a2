import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ObjectStore } from '../../../src/shared/object-store.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo, addVideo, askAs, nobody, requestUpload } from '../../testkit/videos.ts';

const mongodbUri = freshMongo();
const files = createMemoryObjectStore();
/** Whoever wants to sign an upload address waits for this. */
let beforeSigning = async (): Promise<void> => undefined;
const objectStore: ObjectStore = {
  ...files,
  uploadAddress: async (key, upload) => {
    await beforeSigning();
    return files.uploadAddress(key, upload);
  },
};
let running: RunningApp;
beforeAll(async () => {
  running = await startEngineApp({ mongodbUri, seedProgress: undefined, objectStore });
  await live(running);
});
afterAll(() => running[Symbol.asyncDispose]());

const creator = async (name: string) => {
  const { authorization, userId } = await addSignedIn(mongodbUri, name, ['VIEWER', 'CREATOR']);
  return { who: { authorization }, userId };
};
const create = (who: Record<string, string>, input: Record<string, unknown>) =>
  askAs(
    running,
    who,
    'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { channel { handle name description avatarUrl } } }',
    { input },
  );
const change = (who: Record<string, string>, input: Record<string, unknown>) =>
  askAs(
    running,
    who,
    'mutation ($input: UpdateChannelInput!) { updateChannel(input: $input) { channel { handle name description avatarUrl } } }',
    { input },
  );
const removeChannel = (who: Record<string, string>) =>
  askAs(running, who, 'mutation { deleteChannel { id } }');
const byHandle = 'query ($handle: String!) { channel(handle: $handle) { id name } }';
const named = async (handle: string) =>
  (await askAs(running, nobody, byHandle, { handle })).data?.['channel'];

test('a user has one channel, which is found by its id and its handle', async () => {
  const { who } = await creator('ada');
  expect((await askAs(running, who, '{ myChannel { id } }')).data).toEqual({ myChannel: null });
  expect(await named('ada-films')).toBeNull();
  expect((await create(who, { handle: ' Ada-Films ', name: 'Ada' })).data).toEqual({
    createChannel: { channel: { handle: 'ada-films', name: 'Ada', description: '', avatarUrl: null } },
  });
  const { data } = await askAs(running, who, '{ myChannel { id handle } }');
  const { id } = (data as { myChannel: { id: string } }).myChannel;
  expect(await named('ADA-films')).toEqual({ id, name: 'Ada' });
  const both = 'query ($id: ID!) { channel(id: $id) { handle } node(id: $id) { ... on Channel { name } } }';
  expect((await askAs(running, nobody, both, { id })).data).toEqual({
    channel: { handle: 'ada-films' },
    node: { name: 'Ada' },
  });
  expect((await create(who, { handle: 'second', name: 'Second' })).codes).toEqual(['CONFLICT']);
  expect(await named('second')).toBeNull();
});

test.for(['{ channel { id } }', '{ channel(id: "x", handle: "y") { id } }'])(
  '%s says too little or too much',
  async (query) => {
    expect((await askAs(running, nobody, query)).codes).toEqual(['BAD_USER_INPUT']);
  },
);

test('a handle is one channel’s at a time, and follows it', async () => {
  const { who: bea } = await creator('bea');
  const { who: cem } = await creator('cem');
  await addChannel(running, bea, 'best');
  expect((await create(cem, { handle: 'best', name: 'Cem' })).codes).toEqual(['CONFLICT']);
  await addChannel(running, cem, 'second-best');
  expect((await change(cem, { handle: 'best' })).codes).toEqual(['CONFLICT']);
  expect([await named('best'), await named('better')]).toMatchObject([{ name: 'Channel of best' }, null]);
  expect((await change(bea, { handle: 'better', avatarUrl: 'https://img.example.com/b.png' })).data).toEqual({
    updateChannel: {
      channel: {
        handle: 'better',
        name: 'Channel of best',
        description: '',
        avatarUrl: 'https://img.example.com/b.png',
      },
    },
  });
  expect([await named('best'), await named('better')]).toMatchObject([null, { name: 'Channel of best' }]);
  expect((await change(cem, { handle: 'best' })).codes).toEqual([]);
  expect(await named('best')).toMatchObject({ name: 'Channel of second-best' });
  expect((await change(bea, { avatarUrl: null })).data).toMatchObject({
    updateChannel: { channel: { avatarUrl: null } },
  });
});

test('of two that take a handle at once, one has it', async () => {
  const people = await Promise.all(['p1', 'p2', 'p3'].map(creator));
  const answers = await Promise.all(people.map(({ who }) => create(who, { handle: 'race', name: 'Race' })));
  expect(answers.map(({ codes }) => codes.join()).toSorted()).toEqual(['', 'CONFLICT', 'CONFLICT']);
});

describe('a channel is refused', () => {
  test.for([
    { handle: 'ab' },
    { handle: '-abc' },
    { handle: 'a b c' },
    { handle: 'ä-lpha' },
    { handle: 'x'.repeat(31) },
    { name: ' ' },
    { name: 'x'.repeat(101) },
    { description: 'x'.repeat(5_001) },
    { avatarUrl: 'javascript:alert(1)' },
  ])('with %j', async (input) => {
    const { who } = await creator('dora');
    expect((await create(who, { handle: 'dora', name: 'Dora', ...input })).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('to whoever may not publish', async () => {
    const { authorization } = await addSignedIn(mongodbUri, 'viewer', ['VIEWER']);
    const input = { handle: 'viewer', name: 'Viewer' };
    expect((await create({ authorization }, input)).codes).toEqual(['FORBIDDEN']);
    expect((await create(nobody, input)).codes).toEqual(['UNAUTHENTICATED']);
  });
});

test('of its owner, everybody sees what is public, in an answer that is kept for all', async () => {
  const { who, userId } = await creator('eve');
  const id = await addChannel(running, who, 'eve');
  const query = 'query ($id: ID!) { channel(id: $id) { owner { __typename id name avatarUrl } } }';
  await askAs(running, who, query, { id });
  const { data, cache } = await askAs(running, nobody, query, { id });
  const owner = {
    __typename: 'PublicProfile',
    id: toGlobalId('User', userId),
    name: 'eve',
    avatarUrl: null,
  };
  expect(data).toEqual({ channel: { owner } });
  expect(cache).toMatchObject({ hit: true, scope: 'everyone' });
  await askAs(running, who, 'mutation { updateProfile(input: { name: "Eva" }) { user { name } } }');
  expect((await askAs(running, nobody, query, { id })).data).toMatchObject({
    channel: { owner: { name: 'Eva' } },
  });
  const email = '{ channel(handle: "eve") { owner { email } } }';
  expect((await askAs(running, nobody, email)).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

test('a channel that is removed takes its videos and their files with it, and leaves its handle', async () => {
  const { who } = await creator('finn');
  const id = await addChannel(running, who, 'finn');
  const shown = await addPublicVideo(running, files, who);
  const draft = await addVideo(running, files, who);
  const listed =
    'query ($id: ID!) { videos(filter: { channel: $id }) { totalCount } channel(id: $id) { name } }';
  const before = (await askAs(running, nobody, listed, { id })).data;
  expect(before).toMatchObject({ videos: { totalCount: 1 }, channel: { name: 'Channel of finn' } });

  expect((await removeChannel(who)).data).toEqual({ deleteChannel: { id } });
  expect((await askAs(running, nobody, listed, { id })).data).toEqual({
    videos: { totalCount: 0 },
    channel: null,
  });
  const detail = 'query ($id: ID!) { video(id: $id) { id } }';
  for (const video of [shown, draft]) {
    expect((await askAs(running, who, detail, { id: video })).data).toEqual({ video: null });
  }
  const keys = [shown, draft].map(keyOf);
  expect(files.keys().filter((key) => keys.some((one) => key.includes(one)))).toEqual([]);
  expect((await removeChannel(who)).codes).toEqual(['NOT_FOUND']);
  const { who: gus } = await creator('gus');
  expect((await create(gus, { handle: 'finn', name: 'Gus' })).codes).toEqual([]);
});

test('uploads that race with the end of their channel leave no video without one', async () => {
  const { who } = await creator('hana');
  for (let round = 0; round < 3; round += 1) {
    await addChannel(running, who, 'hana');
    await Promise.all([removeChannel(who), ...Array.from({ length: 4 }, () => requestUpload(running, who))]);
    const { totalCount } = fieldOf<{ totalCount: number }>(
      await askAs(running, who, '{ myVideos { totalCount } }'),
      'myVideos',
    );
    expect(totalCount).toBe(0);
  }
});

test('an upload that was asked for before its channel went, and is noted after, is refused', async () => {
  const { who } = await creator('iris');
  await addChannel(running, who, 'iris');
  const signing = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  beforeSigning = () => {
    signing.resolve();
    return gone.promise;
  };
  const asked = requestUpload(running, who);
  await signing.promise;
  expect((await removeChannel(who)).codes).toEqual([]);
  gone.resolve();
  beforeSigning = async () => undefined;
  expect((await asked).codes).toEqual(['CONFLICT']);
  expect((await askAs(running, who, '{ myVideos { totalCount } }')).data).toEqual({
    myVideos: { totalCount: 0 },
  });
});
