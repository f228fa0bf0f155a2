import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createAccessTokens } from '../../../src/modules/accounts/index.ts';

const key = { id: 'a', secret: Buffer.alloc(32, 'a') };
const other = { id: 'b', secret: Buffer.alloc(32, 'b') };
const tokens = createAccessTokens([key]);
const inAMinute = () => Math.floor(Date.now() / 1_000) * 1_000 + 60_000;
const claims = () => ({ userId: 'user', sessionId: 'session', expiresAtMs: inAMinute() });

const partsOf = (token: string): unknown[] =>
  token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown);

describe('an access token', () => {
  test('says who, which session, until when, and by which key', async () => {
    const given = claims();
    const token = await tokens.issue(given);
    expect(partsOf(token)).toEqual([
      { alg: 'HS256', kid: 'a', typ: 'at+jwt' },
      {
        iss: 'marquee',
        sub: 'user',
        sid: 'session',
        iat: expect.any(Number) as unknown,
        exp: given.expiresAtMs / 1_000,
      },
    ]);
    expect(await tokens.verify(token)).toEqual(given);
  });

  test('is signed by the first key, and taken by whoever has that key among others', async () => {
    const token = await createAccessTokens([other, key]).issue(claims());
    expect(partsOf(token)[0]).toMatchObject({ kid: 'b' });
    expect(await createAccessTokens([key, other]).verify(token)).toBeDefined();
    expect(await tokens.verify(token)).toBeUndefined();
  });

  test('is over when its time is', async () => {
    expect(
      await tokens.verify(await tokens.issue({ ...claims(), expiresAtMs: Date.now() - 1_000 })),
    ).toBeUndefined();
  });

  const forge = (header: object, payload: object = {}) => {
    const jwt = new SignJWT({ sid: 'session', ...payload }).setProtectedHeader({
      alg: 'HS256',
      kid: 'a',
      typ: 'at+jwt',
      ...header,
    });
    return jwt.setIssuer('marquee').setSubject('user').setExpirationTime('1m');
  };
  const unsigned = (header: object) =>
    `${[header, { iss: 'marquee', sub: 'user', sid: 'session', exp: inAMinute() / 1_000 }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')}.`;

  test.for<[string, () => Promise<string> | string]>([
    ['nothing', () => ''],
    ['no token', () => 'a.b.c'],
    ['one without a signature', () => unsigned({ alg: 'none', typ: 'at+jwt' })],
    ['one without a signature that names a key', () => unsigned({ alg: 'none', kid: 'a', typ: 'at+jwt' })],
    ['one of another key by the name of ours', () => forge({}).sign(other.secret)],
    ['one of an unknown key', () => forge({ kid: 'c' }).sign(key.secret)],
    ['one of no key', () => forge({ kid: undefined }).sign(key.secret)],
    ['one of another algorithm', () => forge({ alg: 'HS512' }).sign(Buffer.alloc(64, 'a'))],
    ['another kind of token', () => forge({ typ: 'JWT' }).sign(key.secret)],
    ['one of another issuer', () => forge({}).setIssuer('another').sign(key.secret)],
    ['one without a session', () => forge({}, { sid: undefined }).sign(key.secret)],
    ['one whose session is a number', () => forge({}, { sid: 1 }).sign(key.secret)],
    [
      'one that never ends',
      () =>
        new SignJWT({ sid: 'session', iss: 'marquee', sub: 'user' })
          .setProtectedHeader({ alg: 'HS256', kid: 'a', typ: 'at+jwt' })
          .sign(key.secret),
    ],
  ])('is not %s', async ([, make]) => {
    expect(await tokens.verify(await make())).toBeUndefined();
  });
});
