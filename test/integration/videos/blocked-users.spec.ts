import { afterAll, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { addSignedIn, type SignedInUser } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo, askAs, nobody } from '../../testkit/videos.ts';

const mongodbUri = freshMongo();
const files = createMemoryObjectStore();
let running: RunningApp;
let ann: SignedInUser;
let ben: SignedInUser;
let maker: SignedInUser;
beforeAll(async () => {
  running = await startEngineApp({ mongodbUri, seedProgress: undefined, objectStore: files });
  await live(running);
  ann = await addSignedIn(mongodbUri, 'ann');
  ben = await addSignedIn(mongodbUri, 'ben');
  maker = await addSignedIn(mongodbUri, 'maker', ['VIEWER', 'CREATOR']);
});
afterAll(() => running[Symbol.asyncDispose]());

const headers = ({ authorization }: SignedInUser) => ({ authorization });
const idOf = ({ userId }: SignedInUser) => toGlobalId('User', userId);
const call = (who: SignedInUser, name: string, userId: string, shown: string) =>
  askAs(running, headers(who), `mutation ($userId: ID!) { ${name}(userId: $userId) { ${shown} } }`, {
    userId,
  });
const block = (who: SignedInUser, userId: string) =>
  call(who, 'blockUser', userId, 'blocked { user { id name } blockedAt }');
const unblock = (who: SignedInUser, userId: string) => call(who, 'unblockUser', userId, 'id');
const mine = async (who: SignedInUser) => {
  const { data } = await askAs(
    running,
    headers(who),
    '{ myBlockedUsers { totalCount nodes { user { name } } } }',
  );
  return data?.['myBlockedUsers'];
};

test('whom I blocked is on my list at once, and on nobody else’s', async () => {
  expect(await mine(ann)).toEqual({ totalCount: 0, nodes: [] });
  const first = await block(ann, idOf(maker));
  expect(first.data).toMatchObject({ blockUser: { blocked: { user: { id: idOf(maker), name: 'maker' } } } });
  expect((await block(ann, idOf(maker))).data).toEqual(first.data);
  await block(ann, idOf(ben));
  expect(await mine(ann)).toEqual({
    totalCount: 2,
    nodes: [{ user: { name: 'ben' } }, { user: { name: 'maker' } }],
  });
  expect(await mine(ben)).toEqual({ totalCount: 0, nodes: [] });
  expect((await unblock(ann, idOf(ben))).data).toEqual({ unblockUser: { id: idOf(ben) } });
  expect((await unblock(ann, idOf(ben))).codes).toEqual([]);
  expect(await mine(ann)).toEqual({ totalCount: 1, nodes: [{ user: { name: 'maker' } }] });
});

test('a block leaves public lists as they are, kept for everybody', async () => {
  await addChannel(running, headers(maker), 'maker');
  const id = await addPublicVideo(running, files, headers(maker));
  const list = '{ videos { nodes { id } } }';
  await askAs(running, nobody, list);
  await block(ann, idOf(maker));
  const { data, cache } = await askAs(running, headers(ann), list);
  expect(data).toEqual({ videos: { nodes: [{ id }] } });
  expect(cache).toMatchObject({ hit: true, scope: 'everyone' });
});

test('nobody blocks themselves, or somebody who is not there, or without being signed in', async () => {
  expect((await block(ann, idOf(ann))).codes).toEqual(['CONFLICT']);
  expect((await block(ann, toGlobalId('User', 'nobody'))).codes).toEqual(['NOT_FOUND']);
  expect((await block(ann, 'no id')).codes).toEqual(['BAD_USER_INPUT']);
  expect((await askAs(running, nobody, '{ myBlockedUsers { totalCount } }')).codes).toEqual([
    'UNAUTHENTICATED',
  ]);
});
