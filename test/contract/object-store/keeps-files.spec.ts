import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maxAddressLifeSeconds } from '../../../src/shared/object-store.ts';
import { download, objectHosts, upload, type ObjectHost } from '../../testkit/object-hosts.ts';

describe.for(objectHosts)('on %s', ([, start]) => {
  let host: ObjectHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

  test('what is uploaded is found, as it was declared, and comes back byte for byte', async () => {
    const { store } = host;
    const bytes = randomBytes(300_000);
    expect((await upload(store, 'videos/v1/source.mp4', bytes)).ok).toBe(true);
    expect(await store.find('videos/v1/source.mp4')).toEqual({
      sizeBytes: 300_000,
      contentType: 'video/mp4',
    });
    const answer = await download(store, 'videos/v1/source.mp4');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('video/mp4');
    expect(answer.headers.get('content-length')).toBe('300000');
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
    expect((await bytesOf(answer)).equals(bytes)).toBe(true);
  });

  test.for([
    ['bytes=0-9', 0, 10],
    ['bytes=500-', 500, 1_000],
    ['bytes=990-5000', 990, 1_000],
  ] as const)('%s is answered by those bytes', async ([range, start, end]) => {
    const { store } = host;
    const bytes = randomBytes(1_000);
    const key = `ranges/${range.replace('=', '')}`;
    await upload(store, key, bytes);
    const answer = await download(store, key, { headers: { range } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/1000`);
    expect((await bytesOf(answer)).equals(bytes.subarray(start, end))).toBe(true);
  });

  test('a range past the end is refused', async () => {
    await upload(host.store, 'ranges/short', randomBytes(10));
    const answer = await download(host.store, 'ranges/short', { headers: { range: 'bytes=10-' } });
    await answer.arrayBuffer();
    expect(answer.status).toBe(416);
  });

  test('the start is read, and no more than there is', async () => {
    const { store } = host;
    const bytes = randomBytes(200_000);
    await upload(store, 'starts/long', bytes);
    await upload(store, 'starts/short', bytes.subarray(0, 5));
    expect(await store.readStart('starts/long', 12)).toEqual(bytes.subarray(0, 12));
    expect(await store.readStart('starts/long', 150_000)).toEqual(bytes.subarray(0, 150_000));
    expect(await store.readStart('starts/short', 12)).toEqual(bytes.subarray(0, 5));
  });

  test('a file of no bytes is a file', async () => {
    const { store } = host;
    expect((await upload(store, 'empty', Buffer.alloc(0), 'text/plain')).ok).toBe(true);
    expect(await store.find('empty')).toEqual({ sizeBytes: 0, contentType: 'text/plain' });
    expect(await (await download(store, 'empty')).text()).toBe('');
  });

  test('what is not there is not found, has no start, and is no fault to remove', async () => {
    const { store } = host;
    expect(await store.find('nowhere')).toBeUndefined();
    expect(await store.readStart('nowhere', 12)).toBeUndefined();
    await store.remove(['nowhere', 'nowhere/else']);
    await store.remove([]);
    const answer = await download(store, 'nowhere');
    await answer.arrayBuffer();
    expect(answer.status).toBe(404);
  });

  test('what is removed is gone, and nothing else', async () => {
    const { store } = host;
    const keys = ['gone/a', 'gone/b', 'gone/c'];
    for (const key of keys) await upload(store, key, Buffer.from(key));
    await store.remove(['gone/a', 'gone/nothing', 'gone/c']);
    expect(await Promise.all(keys.map((key) => store.find(key)))).toEqual([
      undefined,
      { sizeBytes: 6, contentType: 'video/mp4' },
      undefined,
    ]);
    // And its place is free again.
    expect((await upload(store, 'gone/a', Buffer.from('again'))).ok).toBe(true);
    expect(await (await download(store, 'gone/a')).text()).toBe('again');
  });

  test('keys that look alike are different files', async () => {
    const { store } = host;
    const keys = ['alike/A', 'alike/a', 'alike/a-', 'alike/a_', 'alike/a.'];
    for (const key of keys) await upload(store, key, Buffer.from(key));
    for (const key of keys) expect(await (await download(store, key)).text()).toBe(key);
  });

  test('several uploads at once do not mix', async () => {
    const { store } = host;
    const files = Array.from({ length: 8 }, (_, at) => Buffer.alloc(400_000, at));
    await Promise.all(files.map((bytes, at) => upload(store, `many/${at}`, bytes)));
    for (const [at, bytes] of files.entries()) {
      expect((await bytesOf(await download(store, `many/${at}`))).equals(bytes)).toBe(true);
    }
  });

  test('an address says how long it is good', async () => {
    const { store } = host;
    const declared = { contentType: 'video/mp4', sizeBytes: 1, lifeSeconds: 60 };
    for (const make of [
      () => store.uploadAddress('life', declared),
      () => store.downloadAddress('life', { lifeSeconds: 60 }),
    ]) {
      const before = Date.now();
      const { expiresAt } = await make();
      // To the second.
      expect(expiresAt.getTime()).toBeGreaterThan(before + 59_000);
      expect(expiresAt.getTime()).toBeLessThan(Date.now() + 61_000);
    }
  });

  test.for([
    '',
    '/',
    '/etc/passwd',
    '../up',
    'a/../b',
    'a/./b',
    'a//b',
    'a/',
    '.hidden',
    'a/.hidden',
    'a\\b',
    'a b',
    'a%2fb',
    'a\0b',
    'ä',
    'a?b',
    'a'.repeat(513),
  ])('%j is no key', async (key) => {
    const { store } = host;
    const declared = { contentType: 'video/mp4', sizeBytes: 1, lifeSeconds: 60 };
    await expect(store.uploadAddress(key, declared)).rejects.toThrow(RangeError);
    await expect(store.downloadAddress(key, { lifeSeconds: 60 })).rejects.toThrow(RangeError);
    await expect(store.find(key)).rejects.toThrow(RangeError);
    await expect(store.readStart(key, 1)).rejects.toThrow(RangeError);
    await expect(store.remove([key])).rejects.toThrow('expected a key of at most 512 letters');
  });

  test.for([
    { contentType: 'video', sizeBytes: 1, lifeSeconds: 60 },
    { contentType: 'video/mp4\r\nx: y', sizeBytes: 1, lifeSeconds: 60 },
    { contentType: '', sizeBytes: 1, lifeSeconds: 60 },
    { contentType: 'video/mp4', sizeBytes: -1, lifeSeconds: 60 },
    { contentType: 'video/mp4', sizeBytes: 1.5, lifeSeconds: 60 },
    { contentType: 'video/mp4', sizeBytes: 1, lifeSeconds: 0 },
    { contentType: 'video/mp4', sizeBytes: 1, lifeSeconds: maxAddressLifeSeconds + 1 },
  ])('%j makes no address', async (declared) => {
    await expect(host.store.uploadAddress('a', declared)).rejects.toThrow(/^expected a/);
  });
});
