import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs, nobody, remove, unlist } from '../../testkit/videos.ts';

const [ada, ann, ben] = [as('creator', 'ada'), as('viewer', 'ann'), as('viewer', 'ben')];
const admin = as('admin', 'root');
const files = createMemoryObjectStore();

let here: RunningApp;
let there: RunningApp;
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
  await addChannel(here, ada, 'ada');
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

type Who = Record<string, string>;
interface Shown {
  readonly id: string;
  readonly text: string;
  readonly likes: number;
  readonly replies: { readonly nodes: readonly Shown[] };
}

const comment = 'id text likes viewerHasLiked replyCount editedAt';
const thread = `query ($id: ID!) { video(id: $id) { title commentCount comments(first: 10) {
  totalCount nodes { ${comment} author { name } replies(first: 10) { totalCount nodes { ${comment} } } }
} } }`;
const threadOf = async (running: RunningApp, who: Who = nobody, id = video) => {
  const answer = await askAs(running, who, thread, { id });
  const shown = fieldOf<{
    commentCount: number;
    comments: { totalCount: number; nodes: readonly Shown[] };
  }>(answer, 'video');
  return { ...shown, cache: answer.cache };
};
const write = async (running: RunningApp, who: Who, text: string, replyTo?: string): Promise<string> => {
  const answer = await askAs(
    running,
    who,
    `mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { ${comment} } } }`,
    { input: { videoId: video, text, replyTo } },
  );
  return fieldOf<{ comment: Shown }>(answer, 'addComment').comment.id;
};
const change = (running: RunningApp, who: Who, mutation: string) =>
  askAs(running, who, `mutation { ${mutation} }`);

test('a comment, an answer and a like are in the next answer of everybody, on every instance', async () => {
  video = await addPublicVideo(here, files, ada, { title: 'Dawn' });
  for (const app of [here, there]) await threadOf(app);
  const first = await write(here, ann, '  What a morning!  ');
  await write(there, ben, 'Second');
  const answer = await write(there, ben, 'Indeed.', first);
  await write(here, ann, 'Thanks', answer);
  await change(here, ben, `likeComment(id: "${first}") { comment { likes } }`);
  await change(there, ben, `likeComment(id: "${first}") { comment { likes } }`);
  for (const app of [here, there]) {
    for (const who of [ben, nobody]) {
      const { commentCount, comments } = await threadOf(app, who);
      expect([commentCount, comments.totalCount]).toEqual([4, 2]);
      expect(comments.nodes).toMatchObject([
        { text: 'Second', replyCount: 0, likes: 0 },
        {
          text: 'What a morning!',
          likes: 1,
          viewerHasLiked: who === ben ? true : null,
          replyCount: 2,
          replies: { totalCount: 2, nodes: [{ text: 'Indeed.' }, { text: 'Thanks' }] },
        },
      ]);
    }
  }
  expect((await threadOf(there)).cache).toMatchObject({ hit: true });
});

test('who wrote a comment edits it, and they, the owner and moderators remove it, answers and all', async () => {
  video = await addPublicVideo(here, files, ada, { title: 'Dusk' });
  const [one, two, three] = [
    await write(here, ann, 'One'),
    await write(here, ann, 'Two'),
    await write(here, ann, 'Three'),
  ];
  await write(here, ben, 'Under one', one);
  const edit = (id: string) => `editComment(id: "${id}", text: "Uno") { comment { text } }`;
  const drop = (id: string) => `deleteComment(id: "${id}") { id }`;
  expect((await change(here, ben, edit(one))).codes).toEqual(['NOT_FOUND']);
  expect((await change(here, ben, drop(one))).codes).toEqual(['FORBIDDEN']);
  expect((await change(here, ann, edit(one))).codes).toEqual([]);
  expect((await threadOf(there)).comments.nodes.map(({ text }) => text)).toEqual(['Three', 'Two', 'Uno']);
  for (const [who, id, left] of [
    [ada, three, 3],
    [admin, two, 2],
    [ann, one, 0],
  ] as const) {
    expect((await change(here, who, drop(id))).codes).toEqual([]);
    expect((await threadOf(there)).commentCount).toBe(left);
  }
  expect((await change(here, ann, drop(one))).codes).toEqual(['NOT_FOUND']);
});

test('nobody comments on what they cannot see, writes nothing, or answers what is elsewhere', async () => {
  const elsewhere = await write(here, ann, 'Elsewhere');
  video = await addPublicVideo(here, files, ada, { title: 'Noon' });
  const add = async (input: Record<string, unknown>, who: Who = ann) =>
    (
      await askAs(
        here,
        who,
        'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
        {
          input: { videoId: video, text: 'Hello', ...input },
        },
      )
    ).codes;
  expect(await add({ text: '   ' })).toEqual(['BAD_USER_INPUT']);
  expect(await add({ text: 'x'.repeat(5_001) })).toEqual(['BAD_USER_INPUT']);
  expect(await add({ replyTo: elsewhere })).toEqual(['NOT_FOUND']);
  expect(await add({}, nobody)).toEqual(['UNAUTHENTICATED']);
  await unlist(here, ada, video);
  expect(await add({})).toEqual([]);
});

test('what was written about a video goes with it', async () => {
  const id = await write(here, ann, 'Gone soon');
  await change(here, ben, `likeComment(id: "${id}") { comment { likes } }`);
  const node = async () =>
    (await askAs(there, nobody, `{ node(id: "${id}") { ... on Comment { text video { title } } } }`)).data?.[
      'node'
    ];
  expect(await node()).toEqual({ text: 'Gone soon', video: { title: 'Noon' } });
  expect((await remove(here, ada, video)).codes).toEqual([]);
  expect(await node()).toBeNull();
  const left = await Promise.all(
    ['comments', 'commentLikes'].map((name) =>
      here.app.mongo.collection(name).countDocuments({ text: 'Gone soon' }),
    ),
  );
  expect(left).toEqual([0, 0]);
});
