import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { live } from '../../testkit/engine-app.ts';
import { sendWire, type WireAnswer } from '../../testkit/raw-http.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { startApp } from '../../testkit/app.ts';
import {
  createFilm,
  credentialsOf,
  freshName,
  isHit,
  register,
  startProduction,
  updateFilm,
  wayNames,
  ways,
} from '../../testkit/wire-asks.ts';

interface Body {
  readonly data?: unknown;
  readonly extensions?: { readonly responseCache?: Readonly<Record<string, unknown>> };
}
const bodyOf = ({ text }: WireAnswer): Body => {
  const given = JSON.parse(text) as Body | [Body];
  return Array.isArray(given) ? given[0] : given;
};

describe('the engine', () => {
  const resources = new AsyncDisposableStack();
  let development: RunningApp;
  let production: RunningApp;
  beforeAll(async () => {
    [development, production] = await Promise.all([
      startProduction({ development: true }),
      startProduction(),
    ]);
    resources.use(development);
    resources.use(production);
    await Promise.all([live(development), live(production)]);
  });
  afterAll(() => resources.disposeAsync());

  const isByGet = (way: string) => way.endsWith('GET');

  test.for(wayNames)('in development explains answers %s that no cache compares', async (way) => {
    for (const asker of [undefined, 'ada']) {
      for (const selection of ['genres { name }', 'myNote']) {
        const operation = { query: `{ ${freshName()}: ${selection} }` };
        await register(development, operation);
        const request = { ...ways[way](operation), headers: credentialsOf(asker) };
        const answers = [
          await sendWire(development.url, request),
          await sendWire(development.url, request),
          await sendWire(development.url, request),
        ];
        expect(answers.map(isHit)).toEqual([false, true, true]);
        for (const [index, answer] of answers.entries()) {
          const explained = { responseCache: expect.objectContaining({ hit: index > 0 }) as object };
          expect(bodyOf(answer).extensions).toEqual(isByGet(way) ? undefined : explained);
          expect(answer.headers['content-length']).toBe(String(answer.body.byteLength));
          expect(answer.headers['etag'] !== undefined).toBe(isByGet(way));
        }
      }
    }
  });

  test.for(wayNames)('in production says nothing of itself in answers %s', async (way) => {
    const operation = { query: `{ ${freshName()}: genres { name } }` };
    await register(production, operation);
    for (const headers of [{}, credentialsOf('admin')]) {
      for (const _time of [1, 2]) {
        expect(
          bodyOf(await sendWire(production.url, { ...ways[way](operation), headers })).extensions,
        ).toBeUndefined();
      }
    }
  });

  test('a GET has the same bytes and the same tag in both', async () => {
    const request = ways['by GET']({ query: '{ genres { name } }' });
    for (const _time of [1, 2]) {
      const [one, other] = [
        await sendWire(development.url, request),
        await sendWire(production.url, request),
      ];
      expect(one.text).toBe(other.text);
      expect(one.headers['etag']).toBe(other.headers['etag']);
    }
  });

  test('mutations and what is not kept are explained too, by POST in development alone', async () => {
    const mutation = { body: { query: 'mutation { setMyNote(text: "x") }' }, headers: credentialsOf('ada') };
    const unkept = { query: '{ __typename agent }' };
    for (const request of [mutation, ways['by POST'](unkept)]) {
      expect(bodyOf(await sendWire(development.url, request)).extensions?.responseCache).toBeDefined();
      expect(bodyOf(await sendWire(production.url, request)).extensions).toBeUndefined();
    }
    expect(bodyOf(await sendWire(development.url, ways['by GET'](unkept))).extensions).toBeUndefined();
  });
});

describe.for(['stock', 'off'] as const)('with CACHE_ENGINE=%s', (cacheEngine) => {
  let running: RunningApp;
  let film: string;
  beforeAll(async () => {
    running = await startApp({
      cacheEngine,
      extension: privateNotes,
      development: false,
      seedProgress: undefined,
    });
    film = await createFilm(running, { title: 'Before' });
  });
  afterAll(() => running[Symbol.asyncDispose]());

  test.for(wayNames)('answers %s are right, and kept by nobody on the way', async (way) => {
    const operation = { query: `{ ${freshName()}: movie(id: "${film}") { id } }` };
    await register(running, operation);
    for (const _time of [1, 2, 3]) {
      const { status, headers, text } = await sendWire(running.url, ways[way](operation));
      expect(status).toBe(200);
      expect(text).toContain(film);
      expect(headers['cache-control']).toBe('private, no-store');
      for (const name of ['etag', 'age', 'cache-status', 'cdn-cache-control', 'cache-tag']) {
        expect(headers[name]).toBeUndefined();
      }
    }
  });

  test('conditions count for nothing', async () => {
    const request = {
      ...ways['by GET']({ query: '{ genres { name } }' }),
      headers: { 'if-none-match': '*' },
    };
    for (const _time of [1, 2]) expect((await sendWire(running.url, request)).status).toBe(200);
  });

  test('errors, methods and media types are as with the engine', async () => {
    const { url } = running;
    const known = ways['by GET']({ query: '{ genres { name } }' });
    for (const _time of [1, 2]) {
      expect((await sendWire(url, known)).status).toBe(200);
      expect((await sendWire(url, { ...known, headers: { accept: 'image/png' } })).status).toBe(406);
      expect((await sendWire(url, { ...known, method: 'PUT' })).status).toBe(405);
      expect((await sendWire(url, { body: '{' })).status).toBe(400);
      const mutation = ways['by GET']({ query: 'mutation { setMyNote(text: "x") }' });
      expect((await sendWire(url, mutation)).status).toBe(405);
      const accept = 'application/graphql-response+json;q=0.9, application/json;q=0.8, text/event-stream';
      const answer = await sendWire(url, { ...known, headers: { accept } });
      expect(answer.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
      expect((await sendWire(url, { ...known, method: 'HEAD' })).text).toBe('');
    }
  });

  test("a film that is changed through the API shows the change, and a viewer's own is theirs", async () => {
    const operation = { query: `{ movie(id: "${film}") { id title } }` };
    await sendWire(running.url, ways['by GET'](operation));
    await updateFilm(running, film, { title: 'After' });
    for (const way of ['by GET', 'by POST'] as const) {
      expect((await sendWire(running.url, ways[way](operation))).text).toContain('"After"');
    }
    for (const name of ['ada', 'bob']) {
      const query = `mutation { setMyNote(text: "of ${name}") }`;
      await sendWire(running.url, { body: { query }, headers: credentialsOf(name) });
    }
    for (const name of ['ada', 'bob', 'ada']) {
      const request = { ...ways['by GET']({ query: '{ myNote }' }), headers: credentialsOf(name) };
      expect((await sendWire(running.url, request)).text).toBe(`{"data":{"myNote":"of ${name}"}}`);
    }
  });
});
