import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { live } from '../../testkit/engine-app.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { addressOf, openWire, sendWire, wireBytes } from '../../testkit/raw-http.ts';
import { waitFor } from '../../testkit/wait-for.ts';
import { createFilm, freshName, isHit, startProduction, ways } from '../../testkit/wire-asks.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

/** How many clients read the ticks, which never end. */
let readers = 0;
async function* ticks() {
  readers += 1;
  try {
    for (let tick = 1; ; tick += 1) {
      yield { ticks: tick };
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    readers -= 1;
  }
}

async function* failing() {
  yield await Promise.resolve({ failing: 1 });
  throw new Error('It fails, and says what is secret.');
}

let running: RunningApp;
let film: string;
beforeAll(async () => {
  running = await startProduction({
    extension: {
      ...privateNotes,
      typeDefs: [...privateNotes.typeDefs, parse('type Subscription { ticks: Int failing: Int }')],
      resolvers: {
        ...privateNotes.resolvers,
        Subscription: { ticks: { subscribe: ticks }, failing: { subscribe: failing } },
      },
    },
  });
  await live(running);
  film = await createFilm(running, { title: 'A film' });
});
afterAll(() => running[Symbol.asyncDispose]());

const question = () => ({ query: `{ ${freshName()}: movie(id: "${film}") { title } }` });
/** More than a packet, which is worth compressing. */
const longQuestion = () => {
  const again = Array.from({ length: 60 }, (_, index) => `againAndAgain${index}: title`).join(' ');
  return { query: `{ ${freshName()}: movie(id: "${film}") { ${again} } }` };
};

describe('an answer is sent as what the client wants most of what there is', () => {
  test.for([
    [undefined, json],
    ['*/*', json],
    [json, json],
    [graphql, graphql],
    [`${graphql}, ${json};q=0.9`, graphql],
    [`${json};q=0.4, ${graphql};q=0.5`, graphql],
    [`${json};q=0.5, ${graphql};q=0.4, */*;q=0.1`, json],
    [`${json};q=0, */*`, graphql],
    [`text/html;q=0.5, ${json}`, json],
    [`text/event-stream, ${json};q=0.5`, json],
    [`multipart/mixed, text/event-stream, ${json};q=0.5, ${graphql}`, graphql],
  ] as const)('%s: %s', async ([accept, mediaType]) => {
    for (const way of ['by GET', 'by POST'] as const) {
      const request = { ...ways[way](question()), headers: accept === undefined ? {} : { accept } };
      for (const isKept of [false, true]) {
        const answer = await sendWire(running.url, request);
        expect(answer.status).toBe(200);
        expect(isHit(answer)).toBe(isKept);
        expect(answer.headers['content-type']).toBe(`${mediaType}; charset=utf-8`);
        expect(answer.headers['vary']).toMatch(/^Accept, Accept-Encoding/);
      }
    }
  });

  test.for(['image/png', `${json};q=0`, 'text/plain, application/xml'])(
    '%s: 406, also where an answer is kept',
    async (accept) => {
      for (const way of ['by GET', 'by POST'] as const) {
        const request = ways[way](question());
        await sendWire(running.url, request);
        expect(isHit(await sendWire(running.url, request))).toBe(true);
        const { status, headers, text } = await sendWire(running.url, { ...request, headers: { accept } });
        expect([status, text]).toEqual([406, '']);
        expect(headers).toMatchObject({
          accept: `${json}, ${graphql}`,
          'cache-control': 'private, no-store',
        });
      }
    },
  );

  test('text/html: GraphiQL by GET, also where an answer is kept, and 406 by POST', async () => {
    const operation = question();
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    for (const _time of [1, 2]) await sendWire(running.url, ways['by GET'](operation));
    const page = await sendWire(running.url, { ...ways['by GET'](operation), headers: { accept } });
    expect(page.headers).toMatchObject({ 'content-type': 'text/html', 'cache-control': 'private, no-store' });
    expect(page.text).toContain('<title>Marquee</title>');
    const body = { ...ways['by POST'](operation), headers: { accept: 'text/html' } };
    expect((await sendWire(running.url, body)).status).toBe(406);
    expect((await sendWire(running.url, { ...body, headers: { accept } })).headers['content-type']).toContain(
      json,
    );
  });
});

describe('a client that takes an event stream', () => {
  test('and nothing else gets an answer as its only event, kept or not', async () => {
    const operation = question();
    const expected = `event: next\ndata: ${(await sendWire(running.url, ways['by POST'](operation))).text}\n\n`;
    for (const way of ['by GET', 'by POST'] as const) {
      for (const _time of [1, 2]) {
        const { status, headers, text } = await sendWire(running.url, {
          ...ways[way](operation),
          headers: { accept: 'text/event-stream' },
        });
        expect([status, headers['content-type']]).toEqual([200, 'text/event-stream']);
        expect(text).toContain(`${expected}event: complete\n`);
      }
    }
  });

  test.for(['text/event-stream', `${json}, text/event-stream`])(
    'as %s gets the events of a subscription until it goes away',
    async (accept) => {
      const before = readers;
      const wire = await openWire(running.url);
      wire.write(wireBytes({ body: { query: 'subscription { ticks }' }, headers: { accept } }));
      await waitFor(() => readers === before + 1, 'it is subscribed');
      wire.cut();
      await waitFor(() => readers === before, 'nobody reads any more');
      expect(readers).toBe(before);
    },
  );

  test('gets them as they come, with the headers of every answer', async () => {
    const leaving = new AbortController();
    const response = await fetch(running.url, {
      method: 'POST',
      headers: { 'content-type': json, accept: `${graphql}, text/event-stream`, 'x-request-id': 'mine' },
      body: JSON.stringify({ query: 'subscription { ticks }' }),
      signal: leaving.signal,
    });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store',
      'access-control-allow-origin': '*',
      'x-request-id': 'mine',
    });
    let text = '';
    for await (const bytes of response.body ?? []) {
      text += Buffer.from(bytes as Uint8Array).toString();
      if (text.includes('"ticks":3')) break;
    }
    leaving.abort();
    expect([...text.matchAll(/data: (.+)/g)].slice(0, 3).map(([, data]) => data)).toEqual(
      [1, 2, 3].map((tick) => `{"data":{"ticks":${tick}}}`),
    );
    await waitFor(() => readers === 0, 'nobody reads any more');
  });

  test('sees that they end when their source fails, and not why', async () => {
    for (const accept of [`${json}, text/event-stream`, 'text/event-stream']) {
      const request = { body: { query: 'subscription { failing }' }, headers: { accept } };
      const { text } = await sendWire(running.url, request);
      expect(text).toContain('data: {"data":{"failing":1}}');
      expect(text).toContain('event: complete');
      expect(text).not.toContain('secret');
    }
  });

  test.for([
    ['takes none', { query: 'subscription { ticks }' }, json, 406],
    ['sends it in a batch', [{ query: 'subscription { ticks }' }], `${json}, text/event-stream`, 406],
    [
      'sends it in a batch with more',
      [{ query: 'subscription { ticks }' }, { query: '{ __typename }' }],
      json,
      200,
    ],
  ] as const)('but %s is told so, and nothing goes on', async ([_what, body, accept, status]) => {
    const answer = await sendWire(running.url, { body, headers: { accept } });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('"BAD_REQUEST"');
    expect(readers).toBe(0);
  });
});

describe('an answer is compressed', () => {
  const encodings = { br: brotliDecompressSync, gzip: gunzipSync } as const;

  test.for(['br', 'gzip'] as const)('in %s once it is asked for again, by GET as by POST', async (coding) => {
    for (const way of ['by GET', 'by POST'] as const) {
      const request = { ...ways[way](longQuestion()), headers: { 'accept-encoding': coding } };
      const first = await sendWire(running.url, request);
      expect(first.headers['content-encoding']).toBeUndefined();
      let again = first;
      await waitFor(async () => {
        again = await sendWire(running.url, request);
        return again.headers['content-encoding'] === coding;
      }, 'it comes compressed');
      expect(isHit(again)).toBe(true);
      expect(again.body.byteLength).toBeLessThan(first.body.byteLength / 4);
      expect(encodings[coding](again.body)).toEqual(first.body);
      expect(again.headers['content-length']).toBe(String(again.body.byteLength));
      const plain = await sendWire(running.url, { ...request, headers: {} });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body).toEqual(first.body);
    }
  });

  test.for([
    [undefined, undefined],
    ['identity', undefined],
    ['deflate, zstd', undefined],
    ['br;q=0, gzip;q=0.0', undefined],
    ['*;q=0, identity', undefined],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['*', 'br'],
    ['gzip;q=0, *', 'br'],
    ['identity;q=1, gzip;q=0.5', undefined],
  ] as const)('for a client that sends %s as: %s', async ([acceptEncoding, coding]) => {
    const operation = longQuestion();
    const path = addressOf(operation);
    // All forms are there to be sent.
    for (const one of ['br', 'gzip']) {
      await waitFor(async () => {
        const { headers } = await sendWire(running.url, { path, headers: { 'accept-encoding': one } });
        return headers['content-encoding'] === one;
      }, `it comes in ${one}`);
    }
    const headers = acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding };
    const answer = await sendWire(running.url, { path, headers });
    expect(answer.headers['content-encoding']).toBe(coding);
    const head = await sendWire(running.url, { method: 'HEAD', path, headers });
    expect(head.headers['content-encoding']).toBe(coding);
    expect(head.headers['content-length']).toBe(String(answer.body.byteLength));
  });

  test('never when it is short, an error, or a batch', async () => {
    const headers = { 'accept-encoding': 'br, gzip' };
    for (const request of [
      ways['by GET'](question()),
      ways['as a batch of one'](longQuestion()),
      ways['by GET']({ query: `{ ${'nothing '.repeat(300)} }` }),
    ]) {
      for (let time = 0; time < 5; time += 1) {
        const answer = await sendWire(running.url, { ...request, headers });
        expect(answer.headers['content-encoding']).toBeUndefined();
      }
    }
  });
});
