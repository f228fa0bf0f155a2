import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createTmdbClient,
  retryAfterMs,
  type TmdbClientOptions,
} from '../../../src/infra/tmdb/tmdb-client.ts';
import { startTmdb, tmdbApiKey, tmdbFilm, type TmdbServer, tmdbToken } from '../../testkit/tmdb.ts';

let tmdb: TmdbServer;
beforeEach(async () => {
  tmdb = await startTmdb();
  tmdb.films.set(7, tmdbFilm(7));
});
afterEach(() => tmdb[Symbol.asyncDispose]());

const client = (given: Partial<TmdbClientOptions> = {}) =>
  createTmdbClient({ key: tmdbToken, baseUrl: tmdb.url, requestsPerSecond: 1000, backOffMs: 5, ...given });
const found = { kind: 'found', body: { id: 7 } };

describe('the key is sent', () => {
  test('as a bearer token, when it is an access token, and not in the address', async () => {
    expect(await client().get('movie/7', {})).toMatchObject(found);
    expect(tmdb.requests[0]?.query.has('api_key')).toBe(false);
  });
  test('in the address, when it is an API key', async () => {
    expect(await client({ key: tmdbApiKey }).get('movie/7', {})).toMatchObject(found);
    expect(tmdb.requests[0]?.authorization).toBeUndefined();
  });
  test('once, when it is refused; the message has what TMDB says, and not the key', async () => {
    const key = 'f'.repeat(32);
    const refused = client({ key }).get('movie/7', {});
    await expect(refused).rejects.toThrow(/refuses the key \(401\): Invalid API key.*Correct TMDB_API_KEY/);
    await expect(refused).rejects.not.toThrow(key);
    expect(tmdb.requests).toHaveLength(1);
  });
});

describe('it is asked again', () => {
  test('after as long as a 429 says, and nobody else asks meanwhile', async () => {
    tmdb.films.set(8, tmdbFilm(8));
    tmdb.fail('movie/7', { status: 429, headers: { 'retry-after': '1' } });
    const both = client();
    const first = both.get('movie/7', {});
    await expect.poll(() => tmdb.requests.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await both.get('movie/8', {});
    expect(await first).toMatchObject(found);
    const [asked, ...later] = tmdb.requests.map(({ atMs }) => atMs);
    // Timers may be early by a millisecond.
    for (const atMs of later) expect(atMs - (asked ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test.for([
    ['500', { status: 500 }],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '0' } }],
    ['a connection that is cut', { cut: true }],
    ['half a body', { status: 200, body: '{"id": 7, "tit' }],
    ['a page for people', { status: 200, body: '<html>maintenance</html>' }],
  ] as const)('after %s', async ([, fault]) => {
    tmdb.fail('movie/7', fault, fault);
    expect(await client().get('movie/7', {})).toMatchObject(found);
    expect(tmdb.requests).toHaveLength(3);
  });

  test('after it was silent for too long', async () => {
    tmdb.fail('movie/7', { afterMs: 60_000 });
    expect(await client({ timeoutMs: 300 }).get('movie/7', {})).toMatchObject(found);
  });

  test('a bounded number of times', async () => {
    tmdb.fail('movie/7', ...Array.from({ length: 9 }, () => ({ status: 502 })));
    expect(await client({ attempts: 3 }).get('movie/7', {})).toEqual({
      kind: 'failed',
      reason: 'TMDB answered 502 (3 attempts).',
    });
    expect(tmdb.requests).toHaveLength(3);
  });
});

test('what is not there is absent, and not asked for again', async () => {
  expect(await client().get('movie/9', {})).toEqual({ kind: 'absent' });
  expect(tmdb.requests).toHaveLength(1);
});

test('requests keep to the rate', async () => {
  const slow = client({ requestsPerSecond: 50 });
  const beganMs = performance.now();
  await Promise.all(Array.from({ length: 11 }, () => slow.get('movie/7', {})));
  const at = tmdb.requests.map(({ atMs }) => atMs);
  // Ten pauses of 20 ms. From the beginning, since the first request may be on its way for longer than the last.
  expect(Math.max(...at) - beganMs).toBeGreaterThanOrEqual(190);
});

test('a signal ends a wait', async () => {
  tmdb.fail('movie/7', { status: 429, headers: { 'retry-after': '60' } });
  const stop = new AbortController();
  const asked = client().get('movie/7', {}, stop.signal);
  await expect.poll(() => tmdb.requests.length).toBe(1);
  stop.abort();
  await expect(asked).rejects.toThrow('abort');
});

test.for([
  [null, undefined],
  ['3', 3000],
  ['Thu, 01 Jan 1970 00:00:12 GMT', 2000],
  ['Thu, 01 Jan 1970 00:00:01 GMT', 0],
  ['999999', 60_000],
  ['soon', undefined],
] as const)('Retry-After: %s is %s ms', ([header, ms]) => {
  expect(retryAfterMs(header, 10_000)).toBe(ms);
});
