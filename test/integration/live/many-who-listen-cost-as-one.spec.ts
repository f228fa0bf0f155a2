import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { listening, openSocket } from '../../testkit/live.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { commandsDuring } from '../../testkit/mongo-commands.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';

const [ada, ann] = [as('creator', 'ada'), as('viewer', 'ann')];
const files = createMemoryObjectStore();
const perSocket = 100;

let running: RunningApp;
let id: string;
beforeAll(async () => {
  running = await startEngineApp({
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    liveStreams: { perClient: 2_000, total: 2_000 },
  });
  await live(running);
  await addChannel(running, ada, 'ada');
  id = await addPublicVideo(running, files, ada);
});
afterAll(() => running[Symbol.asyncDispose]());

const commentAdded = `subscription ($id: ID!) {
  commentAdded(videoId: $id) { text author { name } likes video { title commentCount channel { name } } }
}`;
const write = (text: string) =>
  askAs(
    running,
    ann,
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
    { input: { videoId: id, text } },
  );

/** Commands that one event costs while so many listen. */
const costOf = async (listeners: number): Promise<number> => {
  const sockets = Array.from({ length: listeners / perSocket }, () => openSocket(running));
  const heard = sockets.flatMap(({ hear }) =>
    Array.from({ length: perSocket }, () => hear(commentAdded, { id })),
  );
  await listening(running, 2 * listeners);
  const commands = await commandsDuring(running.app.mongo, async () => {
    await write(`to ${listeners}`);
    for (const one of heard) await one.count(1);
  });
  for (const one of heard) {
    expect(one.results).toEqual([
      { data: { commentAdded: expect.objectContaining({ text: `to ${listeners}` }) as object } },
    ]);
  }
  for (const { client } of sockets) await client.dispose();
  await listening(running, 0);
  return commands.length;
};

test('a thousand who listen to one video hear of a comment once each, at the cost of a hundred', async () => {
  const ofHundred = await costOf(100);
  const ofThousand = await costOf(1_000);
  // Some may come when what was computed for the others has ended.
  expect(ofThousand).toBeLessThan(ofHundred + 100);
});
