import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { live } from '../../testkit/engine-app.ts';
import { addressOf, sendWire, type WireAnswer, type WireRequest } from '../../testkit/raw-http.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { freshName, startProduction, ways } from '../../testkit/wire-asks.ts';

const known = 'https://app.example.com';
const alsoKnown = 'http://localhost:5173';
const foreign = 'https://evil.example.com';

const resources = new AsyncDisposableStack();
let open: RunningApp;
let strict: RunningApp;
beforeAll(async () => {
  [open, strict] = await Promise.all([
    startProduction(),
    startProduction({ corsOrigins: [known, alsoKnown] }),
  ]);
  resources.use(open);
  resources.use(strict);
  await Promise.all([live(open), live(strict)]);
});
afterAll(() => resources.disposeAsync());

const question = () => ({ query: `{ ${freshName()}: genres { name } }` });

/** Every kind of answer that a page can meet. */
const kinds = (
  { url }: RunningApp,
  origin: string | undefined,
): readonly (readonly [string, () => Promise<WireAnswer>])[] => {
  const operation = question();
  const headers = origin === undefined ? {} : { origin };
  const send = (request: WireRequest) =>
    sendWire(url, { ...request, headers: { ...headers, ...request.headers } });
  const known = ways['by GET'](operation);
  return [
    ['a miss', () => send(known)],
    ['a hit', () => send(known)],
    ['a hit by POST', () => send(ways['by POST'](operation))],
    ['a 304', () => send({ ...known, headers: { 'if-none-match': '*' } })],
    ['a batch', () => send(ways['as a batch of one'](operation))],
    ['a HEAD', () => send({ ...known, method: 'HEAD' })],
    ['an error', () => send(ways['by GET']({ query: '{ nothing }' }))],
    ['a 400', () => send({ body: '{' })],
    ['a 405', () => send({ method: 'PUT' })],
    ['a 406', () => send({ ...known, headers: { accept: 'image/png' } })],
    ['a 413', () => send({ body: 'x'.repeat(1_100_000) })],
    ['a 415', () => send({ body: 'x', headers: { 'content-type': 'text/plain' } })],
    ['an event stream', () => send({ ...known, headers: { accept: 'text/event-stream' } })],
  ];
};

const corsOf = ({ headers }: WireAnswer) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')));

const exposed = 'Age, Cache-Status, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';

describe('without origins that are set', () => {
  test.for([undefined, known, 'null'])(
    'any page may read any answer, without credentials: %s',
    async (origin) => {
      for (const [kind, send] of kinds(open, origin)) {
        const answer = await send();
        expect([kind, corsOf(answer)]).toEqual([
          kind,
          { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed },
        ]);
        expect(answer.headers['vary']).not.toContain('Origin');
      }
    },
  );
});

describe('with origins that are set', () => {
  test.for([known, alsoKnown])('a page of %s may read any answer, with credentials', async (origin) => {
    for (const [kind, send] of kinds(strict, origin)) {
      const answer = await send();
      expect([kind, corsOf(answer)]).toEqual([
        kind,
        {
          'access-control-allow-origin': origin,
          'access-control-allow-credentials': 'true',
          'access-control-expose-headers': exposed,
        },
      ]);
      expect(answer.headers['vary']).toMatch(/, Origin$/);
    }
  });

  test.for([undefined, foreign, 'null', `${known}.evil.example.com`, known.toUpperCase(), `${known}:8443`])(
    'one of %s may read none, and no cache takes its answers for those of another',
    async (origin) => {
      for (const [kind, send] of kinds(strict, origin)) {
        const answer = await send();
        expect([kind, corsOf(answer)]).toEqual([kind, {}]);
        expect(answer.headers['vary']).toMatch(/, Origin$/);
      }
    },
  );

  test('what was kept for a page of one origin is given to each as theirs', async () => {
    const path = addressOf(question());
    for (const origin of [known, foreign, alsoKnown, known, undefined, alsoKnown]) {
      const answer = await sendWire(strict.url, { path, headers: origin === undefined ? {} : { origin } });
      const isAllowed = origin === known || origin === alsoKnown;
      expect(answer.headers['access-control-allow-origin']).toBe(isAllowed ? origin : undefined);
    }
  });
});

describe('a preflight', () => {
  const preflight = ({ url }: RunningApp, origin: string, asked = 'content-type, authorization') =>
    sendWire(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': asked,
      },
    });

  test('grants what it asks for to those who may read', async () => {
    for (const [running, origin, allowed] of [
      [open, foreign, '*'],
      [strict, known, known],
    ] as const) {
      const answer = await preflight(running, origin);
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': allowed,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'content-type, authorization',
        'access-control-max-age': '86400',
        vary: 'Origin, Access-Control-Request-Headers',
      });
    }
  });

  test('grants nothing to others', async () => {
    const answer = await preflight(strict, foreign);
    expect([answer.status, corsOf(answer)]).toEqual([204, {}]);
    expect(answer.headers['vary']).toBe('Origin, Access-Control-Request-Headers');
  });
});
