import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppOptions } from '../../../src/app.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { limitedFields } from '../../testkit/limited-fields.ts';
import { addressOf } from '../../testkit/raw-http.ts';
import { freshRedis } from '../../testkit/servers.ts';
import { sendRaw, sendText, type UntypedAnswer } from '../../testkit/untyped.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const genre = '{ genre(slug: "drama") { name } }';
const hour = 3_600_000;

/** Behind a proxy, so that each test can be somebody else. */
const start = async (options: Partial<AppOptions> = {}): Promise<RunningApp> =>
  startEngineApp({
    mongodbUri: options.mongodbUri ?? (await freshMongoWithFilms()),
    rateLimits: true,
    extension: limitedFields,
    rateLimitGeneral: { limit: 5, windowMs: hour },
    trustProxy: { header: 'x-forwarded-for', proxies: 1 },
    ...options,
  });

const from = (address: string) => ({ 'x-forwarded-for': address });
const remaining = ({ headers }: UntypedAnswer): number =>
  Number(/"general";r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);

describe('one server', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await start();
    await live(running);
  });
  afterAll(() => running[Symbol.asyncDispose]());
  const get = (address: string, headers: Record<string, string> = {}): Promise<UntypedAnswer> =>
    sendRaw(new URL(addressOf({ query: genre }), running.url).href, {
      headers: { ...from(address), ...headers },
    });

  test('says with every answer what is left, hits included', async () => {
    const answers = [];
    for (let time = 0; time < 5; time += 1)
      answers.push(await sendText(running.url, genre, {}, from('192.0.2.1')));
    expect(answers.map(remaining)).toEqual([4, 3, 2, 1, 0]);
    expect(answers.at(-1)?.hit).toBe(true);
    for (const { headers } of answers) {
      expect(headers.get('ratelimit-policy')).toBe('"general";q=5;w=3600');
      expect(headers.get('ratelimit')).toMatch(/^"general";r=\d;t=(3599|36\d\d)$/);
    }
  });

  test('over the limit answers 429 with the time to wait, whatever is asked, also what is kept', async () => {
    for (let time = 0; time < 5; time += 1) await get('192.0.2.2');
    for (const refused of [
      await get('192.0.2.2'),
      await sendText(running.url, genre, {}, from('192.0.2.2')),
      await sendRaw(running.url, { method: 'PUT', headers: from('192.0.2.2') }),
      await get('192.0.2.2', { accept: 'text/html' }),
      await sendText(running.url, `{ ${'a'.repeat(200_000)} }`, {}, from('192.0.2.2')),
    ]) {
      expect(refused.status).toBe(429);
      const seconds = Number(refused.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(3_590);
      expect(refused.headers.get('ratelimit')).toBe(`"general";r=0;t=${seconds}`);
      expect(refused.headers.get('cache-control')).toBe('private, no-store');
      expect(refused.headers.get('x-request-id')).toBeTruthy();
      expect(refused.headers.get('etag')).toBeNull();
      expect(refused.data).toBeUndefined();
      expect(refused.errors).toEqual([
        {
          message: `Expected at most 5 of "general" in 3600 seconds. Try again in ${seconds} seconds.`,
          extensions: {
            code: 'RATE_LIMITED',
            policy: 'general',
            limit: 5,
            windowSeconds: 3_600,
            remaining: 0,
            retryAfterSeconds: seconds,
            resetAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
          },
        },
      ]);
    }
  });

  test('answers another address, and another viewer from the same one', async () => {
    for (let time = 0; time < 5; time += 1) await get('192.0.2.3');
    const as = (name: string) => get('192.0.2.3', { authorization: `Bearer viewer-${name}` });
    expect((await get('192.0.2.3')).status).toBe(429);
    expect((await get('192.0.2.4')).status).toBe(200);
    expect(remaining(await as('ada'))).toBe(4);
    expect(remaining(await as('bob'))).toBe(4);
    const elsewhere = await get('192.0.2.5', { authorization: 'Bearer viewer-ada' });
    expect(remaining(elsewhere)).toBe(3);
    // Credentials that are wrong are nobody's.
    expect((await get('192.0.2.3', { authorization: 'Bearer nobody' })).status).toBe(429);
  });

  test('counts an IPv6 network as one', async () => {
    expect(remaining(await get('2001:db8:0:1::1'))).toBe(4);
    expect(remaining(await get('2001:db8:0:1:ffff::2'))).toBe(3);
    expect(remaining(await get('2001:db8:0:2::1'))).toBe(4);
  });

  test('counts each operation of a batch, and refuses it whole', async () => {
    const batch = (size: number) =>
      sendRaw(running.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...from('192.0.2.6') },
        body: JSON.stringify(Array.from({ length: size }, () => ({ query: genre }))),
      });
    expect(remaining(await batch(3))).toBe(2);
    expect((await batch(3)).status).toBe(429);
    expect(remaining(await batch(1))).toBe(0);
  });

  test('answers preflights all the same, and lets pages read the headers', async () => {
    for (let time = 0; time < 6; time += 1) await get('192.0.2.7');
    const headers = { ...from('192.0.2.7'), origin: 'https://app.example.com' };
    expect((await sendRaw(running.url, { method: 'OPTIONS', headers })).status).toBe(204);
    const refused = await get('192.0.2.7', headers);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('access-control-expose-headers')).toMatch(
      /RateLimit, RateLimit-Policy, Retry-After/,
    );
  });

  test('keeps the headers out of the bytes and of the tag, and puts them on a 304', async () => {
    const first = await get('192.0.2.8');
    const second = await get('192.0.2.9');
    expect(remaining(await get('192.0.2.8'))).toBe(3);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(second.text).toBe(first.text);
    const again = await get('192.0.2.8', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, remaining(again)]).toEqual([304, 2]);
  });

  test('counts streams, pages and what it refuses for another reason', async () => {
    const statuses = [
      await get('192.0.2.10', { accept: 'text/event-stream' }),
      await get('192.0.2.10', { accept: 'text/html' }),
      await get('192.0.2.10', { accept: 'image/png' }),
      await sendText(running.url, '{ nothing', {}, from('192.0.2.10')),
    ].map((answer) => [answer.status, remaining(answer)]);
    expect(statuses).toEqual([
      [200, 4],
      [200, 3],
      [406, 2],
      [200, 1],
    ]);
  });

  test('is well and ready whoever asks how often', async () => {
    for (let time = 0; time < 10; time += 1) {
      const { status, headers } = await sendRaw(new URL('/health', running.url).href, {
        headers: from('192.0.2.11'),
      });
      expect([status, headers.get('ratelimit')]).toEqual([200, null]);
    }
  });
});

test('answers that caches give to others say nothing of who asked first', async () => {
  await using running = await start({ httpMaxAge: 'hints' });
  await live(running);
  const url = new URL(addressOf({ query: genre }), running.url).href;
  const { headers } = await sendRaw(url, { headers: from('192.0.2.1') });
  expect(headers.get('cache-control')).toMatch(/^public/);
  expect(headers.get('ratelimit-policy')).toBe('"general";q=5;w=3600');
  expect(headers.get('ratelimit')).toBeNull();
});

test('without a proxy nobody is believed about addresses', async () => {
  await using running = await start({ trustProxy: undefined });
  const answers = [];
  for (let time = 0; time < 3; time += 1) {
    answers.push(await sendText(running.url, genre, {}, from(`192.0.2.${time}`)));
  }
  expect(answers.map(remaining)).toEqual([4, 3, 2]);
});

test('where limits are off nothing is counted, and no header says so', async () => {
  await using running = await start({ rateLimits: false });
  for (let time = 0; time < 7; time += 1) {
    const { status, headers } = await sendText(running.url, 'mutation { like }');
    expect([status, headers.get('ratelimit'), headers.get('ratelimit-policy')]).toEqual([200, null, null]);
  }
});

test('two servers on one Redis count together, and leave keys that expire', async () => {
  const { url: redisUrl } = freshRedis();
  const shared = { mongodbUri: await freshMongoWithFilms(), redisUrl, redisPrefix: `test-${randomUUID()}` };
  const options = { ...shared, rateLimitGeneral: { limit: 100, windowMs: hour } };
  await using here = await start(options);
  await using there = await start(options);
  const ask = ({ url }: RunningApp) => sendText(url, genre, {}, from('192.0.2.1'));
  const redis = new Redis(redisUrl);
  const key = `${shared.redisPrefix}:limit:general:address:192.0.2.1`;
  const told = (expected: number) =>
    waitFor(async () => {
      const counts = Object.values(await redis.hgetall(key)).map(Number);
      return counts.reduce((sum, count) => sum + count, 0) === expected;
    }, `${expected} requests are told`);
  try {
    for (let time = 0; time < 40; time += 1) await ask(here);
    await told(40);
    // It has not heard of the other's yet: it asks in the background, for the next one.
    expect(remaining(await ask(there))).toBe(99);
    await told(41);
    await waitFor(async () => remaining(await ask(there)) < 59, 'it knows of them');
    const lifeMs = await redis.pttl(key);
    expect(lifeMs).toBeGreaterThan(hour - 60_000);
    expect(lifeMs).toBeLessThanOrEqual(hour + 60_000);

    // One that is refused is not counted, so what is told ends with the limit; then one gets through where that is not known.
    await waitFor(async () => (await ask(there)).status === 429, 'the limit is reached');
    await told(100);
    await ask(here);
    await told(101);
    await waitFor(async () => (await ask(here)).status === 429, 'the other one knows it');
  } finally {
    redis.disconnect();
  }
});
