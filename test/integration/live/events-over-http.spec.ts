import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { live } from '../../testkit/engine-app.ts';
import { listening, nobodyListens } from '../../testkit/live.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { startEngineApp } from '../../testkit/engine-app.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';

const ada = as('creator', 'ada');
const files = createMemoryObjectStore();
let running: RunningApp;
let id: string;
beforeAll(async () => {
  running = await startEngineApp({
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    development: false,
    pulse: { keepAliveMs: 30 },
  });
  await live(running);
  await addChannel(running, ada, 'ada');
  id = await addPublicVideo(running, files, ada);
});
afterAll(() => running[Symbol.asyncDispose]());

const stream = 'text/event-stream';
const post = (body: unknown, accept = stream): Promise<Response> =>
  fetch(running.url, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const get = (query: string, accept = stream): Promise<Response> =>
  fetch(`${running.url}?query=${encodeURIComponent(query)}`, { headers: { accept } });

/** Reads until the text is there. */
const until = async (
  response: Response,
  text: string,
): Promise<{ readonly seen: string; stop(): Promise<void> }> => {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let seen = '';
  while (!seen.includes(text)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`The stream ended with: ${seen}`);
    seen += decoder.decode(value, { stream: true });
  }
  return { seen, stop: () => reader.cancel() };
};

describe('a subscription', () => {
  test.for(['by POST', 'by GET, as EventSource asks'])(
    '%s is answered by events, alive while nothing happens',
    async (way) => {
      const query = `subscription { videoCounters(videoId: "${id}") { views } }`;
      const response = way === 'by POST' ? await post({ query }) : await get(query);
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': stream,
        'cache-control': 'private, no-store',
        'x-accel-buffering': 'no',
      });
      const event = 'event: next\ndata: {"data":{"videoCounters":{"views":0}}}\n\n';
      const { seen, stop } = await until(response, `${event}:\n\n:\n\n`);
      expect(seen).toMatch(/^:\n\n/);
      await stop();
      await nobodyListens(running);
    },
  );

  test('whose client takes JSON alone is told what to ask for', async () => {
    const query = `subscription { videoCounters(videoId: "${id}") { views } }`;
    const response = await post({ query }, 'application/json');
    expect(response.status).toBe(406);
    expect(await response.text()).toContain('text/event-stream');
    await listening(running, 0);
  });

  test('is seen by no clock of requests: it lasts as long as somebody listens', async () => {
    const counted = async (): Promise<number> => {
      const text = await (await fetch(new URL('/metrics', running.url))).text();
      const counts = [
        ...text.matchAll(/^http_request_duration_seconds_count\{method="POST"[^}]*\} (\d+)$/gm),
      ];
      return counts.reduce((sum, [, count]) => sum + Number(count), 0);
    };
    const before = await counted();
    const response = await post({ query: `subscription { videoCounters(videoId: "${id}") { views } }` });
    const { stop } = await until(response, 'event: next');
    await stop();
    await nobodyListens(running);
    expect(await counted()).toBe(before);
  });
});

describe('a client that takes events alone', () => {
  const query = `{ video(id: "ID") { title } }`;

  test('gets one of a query, also of one whose answer is kept, and never the kept bytes', async () => {
    const asked = query.replace('ID', id);
    const expected = 'event: next\ndata: {"data":{"video":{"title":"A film"}}}\n\nevent: complete\ndata:\n\n';
    for (const _time of [1, 2]) {
      for (const response of [await get(asked), await post({ query: asked })]) {
        expect([response.status, response.headers.get('content-type')]).toEqual([200, stream]);
        expect((await response.text()).replace(/^:\n\n/, '')).toBe(expected);
      }
      // The same bytes, by those who take JSON: kept from here on.
      for (const response of [
        await get(asked, 'application/json'),
        await post({ query: asked }, 'application/json'),
      ]) {
        expect(await response.text()).toBe('{"data":{"video":{"title":"A film"}}}');
      }
    }
  });

  test('is told of what is at fault by an event', async () => {
    const response = await post({ query: '{ nothing }' });
    expect(response.headers.get('content-type')).toBe(stream);
    const text = await response.text();
    expect(text).toContain('"code":"GRAPHQL_VALIDATION_FAILED"');
    expect(text).not.toContain('"http"');
  });

  test('gets no batch', async () => {
    expect((await post([{ query: '{ __typename }' }])).status).toBe(406);
  });
});

test('what a listener is told stands in no answer of others, and no answer in what they are told', async () => {
  const query = `subscription { commentAdded(videoId: "${id}") { text viewerHasLiked video { commentCount viewerReaction } } }`;
  const response = await post({ query });
  await listening(running, 2);
  const ann = as('viewer', 'ann');
  await askAs(
    running,
    ann,
    'mutation ($id: ID!) { reactToVideo(id: $id, reaction: LIKE) { video { id } } }',
    { id },
  );
  await askAs(
    running,
    ann,
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
    { input: { videoId: id, text: 'Mine' } },
  );
  const { seen, stop } = await until(response, 'event: next');
  expect(seen).toContain(
    '{"commentAdded":{"text":"Mine","viewerHasLiked":null,"video":{"commentCount":1,"viewerReaction":null}}}',
  );
  await stop();
  await nobodyListens(running);
});
