import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppOptions } from '../../../src/app.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { startEngineApp } from '../../testkit/engine-app.ts';
import { limitedFields } from '../../testkit/limited-fields.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { codesOf, sendRaw, sendText } from '../../testkit/untyped.ts';

const start = (options: Partial<AppOptions> = {}): Promise<RunningApp> =>
  startEngineApp({
    rateLimits: true,
    extension: limitedFields,
    seedProgress: undefined,
    trustProxy: { header: 'x-forwarded-for', proxies: 1 },
    ...options,
  });
const as = (name: string) => ({ authorization: `Bearer viewer-${name}` });
const from = (address: string) => ({ 'x-forwarded-for': address });

describe.for([
  ['in memory', () => ({})],
  ['in Redis', () => ({ redisUrl: freshRedis().url })],
] as const)('counted %s', ([, options]) => {
  // Each test is somebody else, or asks for what no other one asks for.
  let running: RunningApp;
  beforeAll(async () => {
    running = await start(options());
  });
  afterAll(() => running[Symbol.asyncDispose]());

  test('each alias counts, a refused one is an error of its own, and the others go on', async () => {
    const source = 'mutation { a: like b: comment unlimited c: like d: like e: comment }';
    const { status, data, errors, headers } = await sendText(running.url, source, {}, as('ada'));
    expect(status).toBe(200);
    expect(data).toEqual({ a: 1, b: 2, unlimited: 3, c: 1, d: null, e: null });
    expect(errors.map(({ path }) => path)).toEqual([['d'], ['e']]);
    for (const { message, extensions } of errors) {
      expect(message).toMatch(
        /^Expected at most 3 of "gestures" in 3600 seconds\. Try again in 3\d\d\d seconds\.$/,
      );
      expect(extensions).toEqual({
        code: 'RATE_LIMITED',
        policy: 'gestures',
        limit: 3,
        windowSeconds: 3_600,
        remaining: 0,
        retryAfterSeconds: expect.any(Number) as number,
        resetAt: expect.any(String) as string,
      });
    }
    expect(headers.get('ratelimit-policy')).toMatch(/^"general";q=\d+;w=900, "gestures";q=3;w=3600$/);
    expect(headers.get('ratelimit')).toMatch(/, "gestures";r=0;t=3\d\d\d$/);
  });

  test('an answer that is nothing but refused is a 429 with the time to wait', async () => {
    await sendText(running.url, 'mutation { a: like b: like c: like }', {}, as('bea'));
    const { status, headers, errors } = await sendText(
      running.url,
      'mutation { like comment }',
      {},
      as('bea'),
    );
    expect([status, errors.length]).toEqual([429, 2]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect((await sendText(running.url, 'mutation { like }', {}, as('bob'))).status).toBe(200);
  });

  test('the operations of a batch count together', async () => {
    const { text, headers } = await sendRaw(running.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...as('cid') },
      body: JSON.stringify(Array.from({ length: 5 }, () => ({ query: 'mutation { like }' }))),
    });
    const answers = JSON.parse(text) as { data: { like: number | null } }[];
    expect(answers.filter(({ data }) => data.like === 1)).toHaveLength(3);
    expect(headers.get('ratelimit')).toMatch(/"gestures";r=0/);
  });

  test('a viewer is counted wherever they are, others by where they are', async () => {
    const like = async (headers: Record<string, string>) =>
      codesOf(await sendText(running.url, 'mutation { a: like b: like }', {}, headers));
    expect(await like({ ...from('192.0.2.1'), ...as('dan') })).toEqual([]);
    expect(await like({ ...from('192.0.2.2'), ...as('dan') })).toEqual(['RATE_LIMITED']);
    expect(await like(from('192.0.2.1'))).toEqual([]);
    expect(await like(from('192.0.2.1'))).toEqual(['RATE_LIMITED']);
    expect(await like(from('192.0.2.2'))).toEqual([]);
  });

  test('where successes do not count, only failures use it up, and the stricter window holds', async () => {
    const signIn = (password: string, headers = {}) =>
      sendText(
        running.url,
        'mutation ($p: String!) { signIn(password: $p) }',
        { p: password },
        {
          ...from('192.0.2.1'),
          ...headers,
        },
      );
    for (let time = 0; time < 8; time += 1) {
      const { data, headers } = await signIn('right');
      expect(data).toEqual({ signIn: 1 });
      expect(headers.get('ratelimit')).toMatch(/"attempts";r=3;/);
    }
    for (const left of [2, 1, 0]) {
      const failed = await signIn('wrong');
      expect(codesOf(failed)).toEqual(['UNAUTHENTICATED']);
      expect(failed.headers.get('ratelimit')).toMatch(new RegExp(`"attempts";r=${left};`));
    }
    // Also who knows the password now, and whoever else is signed in there.
    for (const headers of [{}, as('ada')]) {
      const refused = await signIn('right', headers);
      expect(codesOf(refused)).toEqual(['RATE_LIMITED']);
      expect(refused.errors[0]?.extensions).toMatchObject({ limit: 3, windowSeconds: 60 });
    }
  });

  test('many attempts at once are no way around it', async () => {
    const attempts = Array.from({ length: 20 }, () =>
      sendText(running.url, 'mutation { signIn(password: "wrong") }'),
    );
    const codes = (await Promise.all(attempts)).flatMap(codesOf);
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(3);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(17);
  });

  test('who may not ask at all is told that, and uses nothing up', async () => {
    for (let time = 0; time < 3; time += 1) {
      expect(codesOf(await sendText(running.url, 'mutation { guarded }'))).toEqual(['UNAUTHENTICATED']);
    }
    const admin = { authorization: 'Bearer admin' };
    expect((await sendText(running.url, 'mutation { guarded }', {}, admin)).data).toEqual({ guarded: 5 });
  });

  test('a query that is never stored can have one, too', async () => {
    const { data, errors } = await sendText(running.url, '{ a: dice b: dice c: dice }');
    expect(Object.values(data ?? {}).filter((value) => value === 4)).toHaveLength(2);
    expect(errors).toHaveLength(1);
  });
});

test('two servers on one Redis count one limit', async () => {
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
  };
  await using here = await start(shared);
  await using there = await start(shared);
  const like = ({ url }: RunningApp) => sendText(url, 'mutation { a: like b: like }', {}, as('ada'));
  expect(codesOf(await like(here))).toEqual([]);
  expect(codesOf(await like(there))).toEqual(['RATE_LIMITED']);
  expect(codesOf(await like(here))).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
});
