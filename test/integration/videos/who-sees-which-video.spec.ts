import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
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

const owner = as('creator', 'olga');
const other = as('creator', 'oscar');
const admin = as('admin', 'alma');
const everyone = { nobody, other, admin, owner } as const;
const files = createMemoryObjectStore();

let running: RunningApp;
let channel: string;
beforeAll(async () => {
  running = await startEngineApp({ extension: signedInByName, seedProgress: undefined, objectStore: files });
  await live(running);
  channel = await addChannel(running, owner, 'olga');
  await addChannel(running, other, 'oscar');
});
afterAll(() => running[Symbol.asyncDispose]());

const byId = 'query ($id: ID!) { video(id: $id) { id title playback { url } } node(id: $id) { id } }';
const inLists = `query ($channel: ID!) {
  all: videos(first: 100) { nodes { id } }
  one: videos(filter: { channel: $channel }, first: 100) { nodes { id } }
  channel(id: $channel) { videos(first: 100) { nodes { id } } }
}`;

type Nodes = { readonly nodes: readonly { readonly id: string }[] };

/** Who is shown a video by its id, asked twice: what is kept must be right as well. */
const seenBy = async (id: string): Promise<string[]> => {
  const found: string[] = [];
  for (const [name, who] of Object.entries(everyone)) {
    const [first, second] = [
      await askAs(running, who, byId, { id }),
      await askAs(running, who, byId, { id }),
    ];
    expect(JSON.stringify(second.data?.['node'])).toBe(JSON.stringify(first.data?.['node']));
    expect(first.data?.['node'] === null).toBe(first.data?.['video'] === null);
    if (fieldOf(first, 'video') !== null) found.push(name);
  }
  return found;
};
const isListed = async (id: string, who = nobody): Promise<boolean[]> => {
  const { data } = await askAs(running, who, inLists, { channel });
  const { all, one, channel: found } = data as { all: Nodes; one: Nodes; channel: { videos: Nodes } };
  return [all, one, found.videos].map(({ nodes }) => nodes.some((node) => node.id === id));
};

test('a draft is its owner’s only, unlisted is for who has the id, public for everybody, as soon as it is said', async () => {
  const id = await addVideo(running, files, owner);
  expect(await seenBy(id)).toEqual(['owner']);
  expect(await isListed(id)).toEqual([false, false, false]);
  expect(await isListed(id, owner)).toEqual([false, false, false]);

  await unlist(running, owner, id);
  expect(await seenBy(id)).toEqual(['nobody', 'other', 'admin', 'owner']);
  expect(await isListed(id)).toEqual([false, false, false]);

  await publish(running, owner, id);
  expect(await seenBy(id)).toEqual(['nobody', 'other', 'admin', 'owner']);
  expect(await isListed(id)).toEqual([true, true, true]);

  await unlist(running, owner, id);
  expect(await isListed(id)).toEqual([false, false, false]);

  await remove(running, owner, id);
  expect(await seenBy(id)).toEqual([]);
});

test('what is for everybody is kept once for all, and a draft for its owner', async () => {
  const id = await addVideo(running, files, owner);
  await askAs(running, owner, byId, { id });
  expect((await askAs(running, owner, byId, { id })).cache).toMatchObject({ hit: true, scope: 'viewer' });
  await unlist(running, owner, id);
  await askAs(running, owner, byId, { id });
  for (const who of Object.values(everyone)) {
    expect((await askAs(running, who, byId, { id })).cache).toMatchObject({ hit: true, scope: 'everyone' });
  }
});

test('when it was first published stays, however often it is unlisted', async () => {
  const id = await addPublicVideo(running, files, owner);
  const published = async () =>
    fieldOf<{ publishedAt: string }>(
      await askAs(running, nobody, 'query ($id: ID!) { video(id: $id) { publishedAt } }', { id }),
      'video',
    ).publishedAt;
  const first = await published();
  await unlist(running, owner, id);
  await publish(running, owner, id);
  expect(await published()).toBe(first);
});

describe('nobody but its owner changes a video', () => {
  const changes = {
    publish,
    unlist,
    remove,
    update: (app: RunningApp, who: Record<string, string>, id: string) =>
      update(app, who, id, { title: 'Mine now' }),
  };

  test.for(Object.entries(changes))('%s', async ([, change]) => {
    const shown = await addPublicVideo(running, files, owner, { title: 'Hers' });
    const draft = await addVideo(running, files, owner);
    expect((await change(running, other, shown)).codes).toEqual(['FORBIDDEN']);
    expect((await change(running, other, draft)).codes).toEqual(['NOT_FOUND']);
    expect((await change(running, nobody, shown)).codes).toEqual(['UNAUTHENTICATED']);
    const { data } = await askAs(running, nobody, byId, { id: shown });
    expect(data).toMatchObject({ video: { title: 'Hers' } });
  });
});

test('my videos are all of mine, of any status or of one', async () => {
  const grace = as('creator', 'grace');
  await addChannel(running, grace, 'grace');
  const draft = await addVideo(running, files, grace, { title: 'Draft' });
  const unlisted = await addVideo(running, files, grace, { title: 'Unlisted' });
  await unlist(running, grace, unlisted);
  const shown = await addPublicVideo(running, files, grace, { title: 'Public' });
  const mine = async (status?: string) => {
    const query =
      'query ($status: VideoStatus) { myVideos(status: $status) { totalCount nodes { id status } } }';
    const found = fieldOf<Nodes & { totalCount: number }>(
      await askAs(running, grace, query, { status }),
      'myVideos',
    );
    expect(found.totalCount).toBe(found.nodes.length);
    return found.nodes.map(({ id }) => id);
  };
  expect(await mine()).toEqual([shown, unlisted, draft]);
  expect(await mine('DRAFT')).toEqual([draft]);
  await publish(running, grace, draft);
  expect(await mine('DRAFT')).toEqual([]);
  expect(await mine('PUBLIC')).toEqual([shown, draft]);
  expect((await askAs(running, nobody, '{ myVideos { totalCount } }')).codes).toEqual(['UNAUTHENTICATED']);
});
