import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { sendRaw } from '../../testkit/untyped.ts';

let running: RunningApp;
let origin: string;
beforeAll(async () => {
  running = await startApp({ seedProgress: undefined });
  ({ origin } = new URL(running.url));
});
afterAll(() => running[Symbol.asyncDispose]());

test('the root leads to the API', async () => {
  const { status, headers } = await sendRaw(`${origin}/?from=somewhere`);
  expect([status, headers.get('location')]).toEqual([302, '/graphql']);
});

test.for(['/nothing', '/graphql/more', '/graphqlx', '/health/more'])(
  'there is nothing at %s',
  async (path) => {
    expect(await sendRaw(`${origin}${path}`)).toMatchObject({
      status: 404,
      text: 'There is nothing here.\n',
    });
  },
);

describe('the probes', () => {
  test('say that the process lives, and that it can answer', async () => {
    const health = await sendRaw(`${origin}/health`);
    expect([health.status, JSON.parse(health.text)]).toEqual([200, { status: 'up' }]);
    const ready = await sendRaw(`${origin}/ready?verbose`);
    expect([ready.status, JSON.parse(ready.text)]).toEqual([
      200,
      { status: 'ready', dependencies: { mongo: 'up' } },
    ]);
  });

  test.for(['/health', '/ready'])('%s is kept by nobody, and answers HEAD but not POST', async (path) => {
    const { headers } = await sendRaw(`${origin}${path}`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(await sendRaw(`${origin}${path}`, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    expect((await sendRaw(`${origin}${path}`, { method: 'POST' })).status).toBe(404);
  });
});

describe('a browser of another origin', () => {
  const preflight = (url: string, from: string) =>
    sendRaw(url, {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type, authorization',
      },
    });
  const post = (url: string, from: string) =>
    sendRaw(url, {
      method: 'POST',
      headers: { origin: from, 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });

  test('may ask without credentials when no origins are set', async () => {
    const asked = await preflight(running.url, 'https://app.example.com');
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toMatch(/POST/);
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization/);
    for (const { headers } of [asked, await post(running.url, 'https://app.example.com')]) {
      expect(['*', 'https://app.example.com']).toContain(headers.get('access-control-allow-origin'));
      expect(headers.get('access-control-allow-credentials')).not.toBe('true');
    }
  });

  test('may ask only from the origins that are set, if any', async () => {
    const known = 'https://app.example.com';
    await using strict = await startApp({
      corsOrigins: [known, 'https://admin.example.com'],
      seedProgress: undefined,
    });
    for (const { headers } of [await preflight(strict.url, known), await post(strict.url, known)]) {
      expect(headers.get('access-control-allow-origin')).toBe(known);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
    }
    const foreign = 'https://evil.example.com';
    for (const { headers } of [await preflight(strict.url, foreign), await post(strict.url, foreign)]) {
      expect([foreign, '*']).not.toContain(headers.get('access-control-allow-origin'));
    }
  });
});
