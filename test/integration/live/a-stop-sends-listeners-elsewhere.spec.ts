import { parse } from 'graphql';
import { expect, test } from 'vitest';
import type { AppExtension } from '../../../src/app.ts';
import { startEngineApp } from '../../testkit/engine-app.ts';
import { listening, openSocket } from '../../testkit/live.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo } from '../../testkit/videos.ts';

const ada = as('creator', 'ada');
const commentAdded = 'subscription ($id: ID!) { commentAdded(videoId: $id) { id } }';

/** A query that is answered when the test says so. */
const slowAnswers = () => {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  const extension: AppExtension = {
    ...signedInByName,
    typeDefs: [parse('extend type Query { slow: String @cacheControl(maxAge: 0) }')],
    resolvers: {
      Query: {
        slow: () => {
          asked.resolve();
          return answer.promise;
        },
      },
    },
  };
  return { extension, asked: asked.promise, answer: answer.resolve };
};

test('a server that stops ends streams so that their clients come back, and answers what is under way', async () => {
  const { extension, asked, answer } = slowAnswers();
  const files = createMemoryObjectStore();
  const running = await startEngineApp({ extension, seedProgress: undefined, objectStore: files });
  await addChannel(running, ada, 'ada');
  const id = await addPublicVideo(running, files, ada);

  const events = await fetch(running.url, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query: commentAdded, variables: { id } }),
  });
  const listener = openSocket(running);
  const heard = listener.hear(commentAdded, { id });
  const busy = openSocket(running);
  const slow = busy.hear('{ slow }');
  await Promise.all([asked, listening(running, 4)]);

  const beganMs = performance.now();
  const stopped = running[Symbol.asyncDispose]();
  // Ended as a connection that is lost, which clients open again; `complete` would tell them that this was all.
  expect(await events.text()).not.toContain('event: complete');
  expect(await listener.closed).toMatchObject({ code: 1001 });
  await expect(heard.ended).resolves.toMatchObject({ code: 1001 });
  answer('late but whole');
  expect(await slow.ended).toBe('complete');
  expect(slow.results).toMatchObject([{ data: { slow: 'late but whole' } }]);
  expect(await busy.closed).toMatchObject({ code: 1001 });
  await stopped;
  // Far below the grace that those have who do not end.
  expect(performance.now() - beganMs).toBeLessThan(9_000);
});

test('a connection that answers nothing in time is cut', async () => {
  const { extension, asked, answer } = slowAnswers();
  // With an engine, queries are given up before the grace is over.
  const running = await startEngineApp({ cacheEngine: 'off', extension, seedProgress: undefined });
  const busy = openSocket(running);
  void busy.hear('{ slow }');
  await asked;
  const stopped = running[Symbol.asyncDispose]();
  expect(await busy.closed).toMatchObject({ code: 1006 });
  answer('too late');
  await stopped;
});
