import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, quickGate, startEngineApp } from '../../testkit/engine-app.ts';
import {
  hearBySocket,
  hearBySse,
  hearsOthers,
  listening,
  nobodyListens,
  type Heard,
} from '../../testkit/live.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { startSlowProxy, type SlowProxy } from '../../testkit/slow-proxy.ts';
import { addChannel, addPublicVideo, askAs, nobody, remove } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const [ada, ann, ben] = [as('creator', 'ada'), as('viewer', 'ann'), as('viewer', 'ben')];
const files = createMemoryObjectStore();

let here: RunningApp;
let there: RunningApp;
/** Its log is far away, and nothing else of Redis. */
let far: RunningApp;
let proxy: SlowProxy;
let video: string;
beforeAll(async () => {
  const { url: redisUrl } = freshRedis();
  const shared = {
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    mongodbUri: freshMongo(),
    redisUrl,
    redisPrefix: `test-${randomUUID()}`,
  };
  proxy = await startSlowProxy(Number(new URL(redisUrl).port), 300, /\r\nevalsha\r\n/i);
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  far = await startEngineApp({
    ...shared,
    redisUrl: `redis://127.0.0.1:${proxy.port}`,
    gateTimings: { ...quickGate, appendTimeoutMs: 1_000 },
  });
  await Promise.all([live(here), live(there), live(far)]);
  await Promise.all([hearsOthers(here), hearsOthers(there), hearsOthers(far)]);
  await addChannel(here, ada, 'ada');
  video = await addPublicVideo(here, files, ada, { title: 'Dawn' });
});
afterAll(async () => {
  for (const running of [here, there, far]) await running[Symbol.asyncDispose]();
  await proxy[Symbol.asyncDispose]();
});

const open: Heard[] = [];
const kept = (heard: Heard): Heard => {
  open.push(heard);
  return heard;
};
afterEach(async () => {
  for (const heard of open.splice(0)) heard.stop();
  await Promise.all([nobodyListens(here), nobodyListens(there)]);
});

const commentAdded = `subscription ($id: ID!) {
  commentAdded(videoId: $id) { id text viewerHasLiked video { title commentCount } }
}`;
const write = async (running: RunningApp, text: string, id = video): Promise<string> => {
  const answer = await askAs(
    running,
    ann,
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
    { input: { videoId: id, text } },
  );
  return fieldOf<{ comment: { id: string } }>(answer, 'addComment').comment.id;
};
const textsIn = ({ results }: Heard): unknown[] =>
  results.map(({ data }) => (data?.['commentAdded'] as { text?: string } | undefined)?.text);

test('a comment is heard on every instance, by SSE and by WebSocket, as each who listens sees it', async () => {
  const heard = [
    kept(hearBySocket(here, commentAdded, { id: video }, ben)),
    kept(hearBySse(here, commentAdded, { id: video })),
    kept(hearBySocket(there, commentAdded, { id: video })),
    kept(hearBySse(there, commentAdded, { id: video }, ben)),
  ];
  await Promise.all([listening(here, 4), listening(there, 4)]);
  const id = await write(here, 'What a morning!');
  const other = await addPublicVideo(here, files, ada, { title: 'Dusk' });
  await write(there, 'Elsewhere', other);
  await write(there, 'Second');
  for (const [index, one] of heard.entries()) {
    const results = await one.count(2);
    const viewerHasLiked = index === 0 || index === 3 ? false : null;
    expect(results).toEqual([
      {
        data: {
          commentAdded: {
            id,
            text: 'What a morning!',
            viewerHasLiked,
            video: { title: 'Dawn', commentCount: expect.any(Number) as number },
          },
        },
      },
      { data: { commentAdded: expect.objectContaining({ text: 'Second' }) as object } },
    ]);
  }
});

test('who asks when told sees what was written, also of pages that were kept, however far the writer is', async () => {
  const page = 'query ($id: ID!) { video(id: $id) { comments(first: 50) { nodes { id } } } }';
  const shownAt = async (): Promise<{ readonly ids: readonly string[]; readonly isHit: boolean }> => {
    const { data, cache } = await askAs(here, nobody, page, { id: video });
    const { comments } = (data?.['video'] ?? { comments: { nodes: [] } }) as {
      comments: { nodes: { id: string }[] };
    };
    return { ids: comments.nodes.map(({ id }) => id), isHit: cache.hit === true };
  };
  /** Ids that were not on the page when it was asked for on being told of them. */
  const missed: string[] = [];
  let asked = 0;
  const heard = kept(hearBySse(here, commentAdded, { id: video }));
  await listening(here, 2);
  for (const text of ['one', 'two', 'three', 'four']) {
    await waitFor(async () => (await shownAt()).isHit, 'the page is kept');
    const written = write(far, text);
    const results = await heard.count(asked + 1);
    const { id } = (results[asked]?.data?.['commentAdded'] ?? { id: 'none' }) as { id: string };
    if (!(await shownAt()).ids.includes(id)) missed.push(id);
    asked += 1;
    expect(await written).toBe(id);
  }
  expect([missed, asked]).toEqual([[], 4]);
});

describe('comments', () => {
  test('are heard of when they are changed and when they go, answers with what they answer', async () => {
    const edited = kept(
      hearBySse(there, 'subscription ($id: ID!) { commentEdited(videoId: $id) { text } }', { id: video }),
    );
    const deleted = kept(
      hearBySocket(there, 'subscription ($id: ID!) { commentDeleted(videoId: $id) { id } }', { id: video }),
    );
    await listening(there, 4);
    const id = await write(here, 'Wiht a fault');
    const reply = await askAs(
      here,
      ben,
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
      { input: { videoId: video, text: 'An answer', replyTo: id } },
    );
    await askAs(
      here,
      ann,
      'mutation ($id: ID!) { editComment(id: $id, text: "With none") { comment { id } } }',
      { id },
    );
    await askAs(here, ann, 'mutation ($id: ID!) { deleteComment(id: $id) { id } }', { id });
    expect(await edited.count(1)).toEqual([{ data: { commentEdited: { text: 'With none' } } }]);
    const answerId = fieldOf<{ comment: { id: string } }>(reply, 'addComment').comment.id;
    expect(await deleted.count(2)).toEqual([
      { data: { commentDeleted: { id: answerId } } },
      { data: { commentDeleted: { id } } },
    ]);
  });

  test('of a video that nobody may see are refused, and a stream ends when it comes to that', async () => {
    const draft = await addPublicVideo(here, files, ada, { title: 'Soon gone' });
    const [bySse, bySocket] = [
      kept(hearBySse(here, commentAdded, { id: draft })),
      kept(hearBySocket(there, commentAdded, { id: draft })),
    ];
    await Promise.all([listening(here, 2), listening(there, 2)]);
    await write(here, 'Before', draft);
    await Promise.all([bySse.count(1), bySocket.count(1)]);
    await remove(here, ada, draft);
    expect(await Promise.all([bySse.ended, bySocket.ended])).toEqual(['complete', 'complete']);
    expect([textsIn(bySse), textsIn(bySocket)]).toEqual([['Before'], ['Before']]);

    const late = kept(hearBySse(here, commentAdded, { id: draft }));
    await late.ended;
    expect(late.results).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
    const lateBySocket = kept(hearBySocket(here, commentAdded, { id: draft }));
    expect(await lateBySocket.ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(lateBySocket.results).toEqual([]);
  });
});

describe('counters of a video', () => {
  const counters = `subscription ($id: ID!) {
    videoCounters(videoId: $id) { videoId views likes dislikes comments }
  }`;
  const lastOf = ({ results }: Heard) => results.at(-1)?.data?.['videoCounters'];

  test('are told at once, and the last of them wherever they are counted, few for many', async () => {
    const id = await addPublicVideo(here, files, ada, { title: 'Counted' });
    const heard = kept(hearBySocket(here, counters, { id }));
    const none = { videoId: id, views: 0, likes: 0, dislikes: 0, comments: 0 };
    expect(await heard.count(1)).toEqual([{ data: { videoCounters: none } }]);
    const beganMs = performance.now();
    const view = 'mutation ($id: ID!) { recordVideoView(id: $id) { counted } }';
    const viewers = Array.from({ length: 30 }, (_, index) => as('viewer', `v${index}`));
    for (const [index, viewer] of viewers.entries()) {
      await askAs(index % 2 === 0 ? here : there, viewer, view, { id });
    }
    await askAs(
      there,
      ann,
      'mutation ($id: ID!) { reactToVideo(id: $id, reaction: LIKE) { video { id } } }',
      {
        id,
      },
    );
    await write(there, 'Counted too', id);
    await waitFor(
      () => JSON.stringify(lastOf(heard)) === JSON.stringify({ ...none, views: 30, likes: 1, comments: 1 }),
      'the last count is heard',
      undefined,
      () => heard.results,
    );
    // At once, then at most once a second.
    expect(heard.results.length).toBeLessThanOrEqual((performance.now() - beganMs) / 1_000 + 3);
  });
});
