import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSignedAddresses } from '../../../src/infra/object-store/signed-addresses.ts';

const keyOf = (id: string) => ({ id, secret: Buffer.alloc(32, id) });
const endsMs = 1_800_000_000_000;
const clock = { nowMs: endsMs - 60_000 };
const addressesBy = (...ids: string[]) =>
  createSignedAddresses({ tokenKeys: ids.map(keyOf), now: () => clock.nowMs });
const addresses = addressesBy('a');

const declared = { contentType: 'image/svg+xml', sizeBytes: 1_234 };
const ends = endsMs / 1_000;
const put = addresses.sign({ method: 'PUT', key: 'videos/v1/a.mp4', declared, ends });
const get = addresses.sign({ method: 'GET', key: 'videos/v1/a.mp4', declared: undefined, ends });
const wrong = { ok: false, reason: 'wrong' };

/** What is said, however it is written: %2F and %2f are one byte. */
const meaningOf = (url: string): string => {
  const [path, ...rest] = url.split('?');
  return JSON.stringify([path, ...new URLSearchParams(rest.join('?'))]);
};

test('an address allows what it was made for', () => {
  const expiresAt = new Date(endsMs);
  expect(addresses.admit('PUT', put)).toEqual({ ok: true, key: 'videos/v1/a.mp4', declared, expiresAt });
  expect(addresses.admit('GET', get)).toEqual({
    ok: true,
    key: 'videos/v1/a.mp4',
    declared: undefined,
    expiresAt,
  });
});

test('that of an upload does not read, and that of a download does not write', () => {
  expect(addresses.admit('GET', put)).toEqual(wrong);
  expect(addresses.admit('PUT', get)).toEqual(wrong);
});

test('it is good until its end, and not at it', () => {
  const admittedAt = (nowMs: number) =>
    createSignedAddresses({ tokenKeys: [keyOf('a')], now: () => nowMs }).admit('GET', get);
  expect(admittedAt(endsMs - 1)).toMatchObject({ ok: true });
  expect(admittedAt(endsMs)).toEqual({ ok: false, reason: 'over' });
  expect(admittedAt(endsMs * 2)).toEqual({ ok: false, reason: 'over' });
});

describe('an address is refused', () => {
  test.for([
    ['key', put.replace('/v1/', '/v2/')],
    ['longer key', put.replace('a.mp4', 'a.mp4/b')],
    ['type', put.replace('image%2Fsvg%2Bxml', 'text%2Fhtml')],
    ['size', put.replace('size=1234', 'size=1235')],
    ['size, written otherwise', put.replace('size=1234', 'size=01234')],
    ['end', put.replace(String(ends), String(ends + 1))],
    ['signature', put.replace(/signature=./, 'signature=-')],
    ['shorter signature', put.slice(0, -1)],
    ['longer signature', `${put}A`],
    ['padded signature', `${put}%3D`],
    ['signature that is missing', put.replace(/&signature=.*/, '')],
    ['signature of nothing', put.replace(/signature=.*/, 'signature=')],
    ['type that is missing', put.replace(/type=[^&]*&/, '')],
    ['parameter more', `${put}&x=1`],
    ['parameter twice', `${put}&size=1234`],
    ['path', put.replace('/objects/', '/files/')],
  ] as const)('with another %s', ([, url]) => {
    expect(url).not.toBe(put);
    expect(addresses.admit('PUT', url)).toEqual(wrong);
  });

  test('when any one character of it is another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('PUT' as const, 'GET' as const),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }),
        (method, at, other) => {
          const url = method === 'PUT' ? put : get;
          const place = at % url.length;
          const changed = url.slice(0, place) + other + url.slice(place + 1);
          fc.pre(meaningOf(changed) !== meaningOf(url));
          expect(addresses.admit(method, changed)).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test.for([
    '',
    '?',
    '/objects/',
    '/objects/?',
    '/objects/a?expires=&signature=',
    '/objects/%?%',
    `//x${put}`,
  ])('when it is %j', (url) => {
    expect(addresses.admit('GET', url)).toEqual(wrong);
    expect(addresses.admit('PUT', url)).toEqual(wrong);
  });

  test('when another key signed it', () => {
    expect(addressesBy('b').admit('PUT', put)).toEqual(wrong);
  });
});

test('keys can change: the first one signs, all verify', () => {
  const both = addressesBy('b', 'a');
  expect(both.admit('PUT', put)).toMatchObject({ ok: true });
  const fresh = both.sign({ method: 'GET', key: 'k', declared: undefined, ends });
  expect(addressesBy('b').admit('GET', fresh)).toMatchObject({ ok: true });
  expect(addresses.admit('GET', fresh)).toEqual(wrong);
});

test('without a key nothing is signed', () => {
  expect(() => addressesBy()).toThrow('expected a key');
});
