import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { openSocket } from '../../testkit/live.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { sendText } from '../../testkit/untyped.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await startEngineApp({
    extension: privateNotes,
    seedProgress: undefined,
    rateLimits: true,
    rateLimitGeneral: { limit: 40, windowMs: 900_000 },
  });
  await live(running);
});
afterAll(() => running[Symbol.asyncDispose]());

const ada = { authorization: 'Bearer viewer-ada' };

describe('an operation over a WebSocket', () => {
  test('is answered as over HTTP: from the cache, never older than what was acknowledged', async () => {
    const socket = openSocket(running, ada);
    const answerTo = async (query: string) => {
      const heard = socket.hear(query);
      expect(await heard.ended).toBe('complete');
      expect(heard.results).toHaveLength(1);
      return heard.results[0] as {
        data: Record<string, unknown>;
        extensions: { responseCache: { hit?: boolean } };
      };
    };
    for (const text of ['one', 'two']) {
      await answerTo(`mutation { setMyNote(text: "${text}") }`);
      expect((await answerTo('{ myNote }')).data).toEqual({ myNote: text });
      const again = await answerTo('{ myNote }');
      expect([again.data, again.extensions.responseCache.hit]).toEqual([{ myNote: text }, true]);
      expect((await sendText(running.url, '{ myNote }', {}, ada)).data).toEqual({ myNote: text });
    }
    await socket.client.dispose();
  });

  test('that is at fault is refused with what is wrong, and the connection goes on', async () => {
    const socket = openSocket(running);
    for (const [query, code] of [
      ['{', 'GRAPHQL_PARSE_FAILED'],
      ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      [
        'subscription { a: commentAdded(videoId: "x") { id } b: commentAdded(videoId: "x") { id } }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['subscription { commentAdded(videoId: "x") { id } }', 'BAD_USER_INPUT'],
      [`{ ${'a: __typename '.repeat(1_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    ]) {
      const heard = socket.hear(query ?? '');
      const errors = (await heard.ended) as { extensions: Record<string, unknown> }[];
      expect(errors[0]?.extensions).toEqual({ code });
      expect(heard.results).toEqual([]);
    }
    const partly = socket.hear('{ __typename failing }');
    await partly.ended;
    expect(partly.results).toMatchObject([
      { data: { __typename: 'Query', failing: null }, errors: [{ path: ['failing'] }] },
    ]);
    await socket.client.dispose();
  });

  test('counts as a request does', async () => {
    const socket = openSocket(running, { authorization: 'Bearer viewer-eve' });
    let refusals = 0;
    for (let asked = 0; asked < 42; asked += 1) {
      const ended = await socket.hear('{ myNote }').ended;
      if (ended === 'complete') continue;
      refusals += 1;
      expect(ended).toMatchObject([{ extensions: { code: 'RATE_LIMITED', policy: 'general' } }]);
    }
    expect(refusals).toBe(2);
    await socket.client.dispose();
  });
});
