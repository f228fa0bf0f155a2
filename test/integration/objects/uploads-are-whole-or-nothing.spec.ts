import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDiskHost, upload, type DiskHost, type DiskHostOptions } from '../../testkit/object-hosts.ts';
import { openWire, sendWire, wireBytes, type WireAnswer } from '../../testkit/raw-http.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { waitFor } from '../../testkit/wait-for.ts';

let host: DiskHost;
beforeAll(async () => {
  host = await startDiskHost();
});
afterAll(() => host[Symbol.asyncDispose]());

const type = 'video/mp4';

const pathFor = async (key: string, sizeBytes: number, of: DiskHost = host): Promise<string> => {
  const { url } = await of.store.uploadAddress(key, { contentType: type, sizeBytes, lifeSeconds: 60 });
  return url.slice(of.origin.length);
};

const filesIn = async (root: string): Promise<string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

const put = async (key: string, declared: number, body: Buffer, headers = {}): Promise<WireAnswer> =>
  sendWire(host.origin, {
    method: 'PUT',
    path: await pathFor(key, declared),
    headers: { 'content-type': type, ...headers },
    body,
  });

const chunked = (...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap((part) => [
      Buffer.from(`${part.byteLength.toString(16)}\r\n`),
      part,
      Buffer.from('\r\n'),
    ]),
    Buffer.from('0\r\n\r\n'),
  ]);

const headOfPut = async (key: string, declared: number, headers: Record<string, string>, of?: DiskHost) =>
  wireBytes({
    method: 'PUT',
    path: await pathFor(key, declared, of),
    headers: { 'content-type': type, ...headers },
  });

const expectNothing = async (key: string, of: DiskHost = host): Promise<void> => {
  expect(await of.store.find(key)).toBeUndefined();
  await waitFor(
    async () => (await readdir(path.join(of.root, 'drafts')).catch(() => [])).length === 0,
    'no draft is left',
  );
};

describe('a body that is not what was declared is refused, and nothing is kept', () => {
  test('larger, and saying so', async () => {
    const answer = await put('larger', 10, randomBytes(11));
    expect(answer.status).toBe(413);
    expect(answer.text).toBe(
      'Expected 10 bytes, which this address was made for, but Content-Length says 11.\n',
    );
    await expectNothing('larger');
  });

  test('smaller, and saying so', async () => {
    expect((await put('smaller', 10, randomBytes(9))).status).toBe(400);
    await expectNothing('smaller');
  });

  test('larger, in chunks that do not say so', async () => {
    await using wire = await openWire(host.origin);
    wire.write(await headOfPut('larger-chunks', 10, { 'transfer-encoding': 'chunked' }));
    wire.write(chunked(randomBytes(8), randomBytes(8)));
    const answer = await wire.read('PUT');
    expect([answer.status, answer.text]).toEqual([
      413,
      'There is more than was declared: nothing was kept.\n',
    ]);
    await expectNothing('larger-chunks');
  });

  test('smaller, in chunks', async () => {
    await using wire = await openWire(host.origin);
    wire.write(await headOfPut('smaller-chunks', 10, { 'transfer-encoding': 'chunked' }));
    wire.write(chunked(randomBytes(9)));
    const answer = await wire.read('PUT');
    expect([answer.status, answer.text]).toEqual([
      400,
      'There is less than was declared: nothing was kept.\n',
    ]);
    await expectNothing('smaller-chunks');
  });

  test('of another type, or of a coding', async () => {
    const bytes = randomBytes(10);
    const other = await put('type', 10, bytes, { 'content-type': 'text/html' });
    expect([other.status, other.text]).toEqual([
      415,
      'Expected Content-Type: video/mp4, which this address was made for.\n',
    ]);
    expect((await put('type', 10, bytes, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await put('type', 10, bytes, { 'content-range': 'bytes 0-9/20' })).status).toBe(400);
    await expectNothing('type');
  });
});

test('what comes in chunks and is whole is kept', async () => {
  const bytes = randomBytes(10);
  await using wire = await openWire(host.origin);
  wire.write(await headOfPut('chunks', 10, { 'transfer-encoding': 'chunked' }));
  wire.write(chunked(bytes.subarray(0, 3), bytes.subarray(3)));
  expect((await wire.read('PUT')).status).toBe(201);
  expect(await host.store.readStart('chunks', 100)).toEqual(bytes);
});

test('the connection of a refused upload is read on, so that the sender comes to the answer', async () => {
  await using wire = await openWire(host.origin);
  const bytes = randomBytes(1_000_000);
  wire.write(await headOfPut('refused', 10, { 'content-length': String(bytes.byteLength) }));
  expect((await wire.read('PUT')).status).toBe(413);
  wire.write(bytes);
  wire.write(wireBytes({ path: '/objects/a' }));
  expect((await wire.read()).status).toBe(403);
});

test('but not for ever', async () => {
  await using wire = await openWire(host.origin);
  wire.write(await headOfPut('refused', 10, { 'content-length': String(20_000_000) }));
  expect((await wire.read('PUT')).status).toBe(413);
  wire.write(Buffer.alloc(20_000_000));
  wire.write(wireBytes({ path: '/objects/a' }));
  expect((await wire.ended()).toString('latin1')).toBe('');
});

test('an upload that is cut in the middle leaves nothing, and can be sent again', async () => {
  const bytes = randomBytes(1_000_000);
  await using wire = await openWire(host.origin);
  wire.write(await headOfPut('cut', bytes.byteLength, { 'content-length': String(bytes.byteLength) }));
  wire.write(bytes.subarray(0, 500_000));
  await waitFor(async () => (await readdir(path.join(host.root, 'drafts'))).length === 1, 'it is under way');
  expect(await host.store.find('cut')).toBeUndefined();
  wire.cut();
  await expectNothing('cut');
  expect((await upload(host.store, 'cut', bytes)).status).toBe(201);
});

test('of two uploads of one file the first to be whole stays, and the other is told', async () => {
  const [one, other] = [randomBytes(200_000), randomBytes(200_000)];
  await using slow = await openWire(host.origin);
  slow.write(await headOfPut('twice', 200_000, { 'content-length': '200000' }));
  slow.write(other.subarray(0, 100_000));
  await waitFor(async () => (await readdir(path.join(host.root, 'drafts'))).length === 1, 'it is under way');
  expect((await upload(host.store, 'twice', one)).status).toBe(201);
  slow.write(other.subarray(100_000));
  const answer = await slow.read('PUT');
  expect([answer.status, answer.text]).toEqual([412, 'There is a file already: it was uploaded before.\n']);
  expect((await upload(host.store, 'twice', other)).status).toBe(412);
  expect(await host.store.readStart('twice', 200_000)).toEqual(one);
  expect(await readdir(path.join(host.root, 'drafts'))).toEqual([]);
});

test('of many at once one stays', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => upload(host.store, 'race', Buffer.alloc(50_000, at))),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201,
    ...Array.from({ length: 9 }, () => 412),
  ]);
  const kept = await host.store.readStart('race', 50_000);
  expect(kept).toEqual(Buffer.alloc(50_000, kept?.[0]));
});

test('an upload may take longer than other requests', async () => {
  await using quick = await startDiskHost({ requestTimeoutMs: 50 });
  await using other = await openWire(quick.origin);
  await using wire = await openWire(quick.origin);
  const bytes = randomBytes(10);
  wire.write(await headOfPut('slow', 10, { 'content-length': '10' }, quick));
  wire.write(bytes.subarray(0, 5));
  await waitFor(async () => (await filesIn(quick.root)).length === 1, 'it is under way');
  other.write('POST /other HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nhalf');
  // Its time began later and is over before.
  expect((await other.ended()).toString('latin1')).toContain('404');
  wire.write(bytes.subarray(5));
  expect((await wire.read('PUT')).status).toBe(201);
});

describe('what processes that died left', () => {
  test('goes when it is old', async () => {
    await using own = await startDiskHost();
    const drafts = path.join(own.root, 'drafts');
    await mkdir(drafts, { recursive: true });
    for (const name of ['old', 'new']) await writeFile(path.join(drafts, name), 'x');
    const longAgo = new Date(Date.now() - 7_200_000);
    await utimes(path.join(drafts, 'old'), longAgo, longAgo);
    await own.folder.prepare();
    expect(await readdir(drafts)).toEqual(['new']);
  });

  test('is not looked for where nothing was ever kept', async () => {
    await using own = await startDiskHost();
    await own.folder.prepare();
    expect(await filesIn(own.root)).toEqual([]);
  });
});

describe('a disk that cannot take it', () => {
  const sentTo = async (options: DiskHostOptions) => {
    const log = createRecordingLog();
    await using own = await startDiskHost({ ...options, log });
    const answer = await upload(own.store, 'a', randomBytes(100_000));
    const drafts = await readdir(path.join(own.root, 'drafts')).catch(() => []);
    return { status: answer.status, text: await answer.text(), drafts, log: log.lines };
  };

  test('is full: 507, before the bytes are read', async () => {
    const told = await sentTo({ freeBytes: async () => 256_099_999 });
    expect(told).toMatchObject({
      status: 507,
      text: 'There is no room for this file: nothing was kept.\n',
      drafts: [],
      log: [{ level: 'error', message: 'The disk has no room for an upload.', fields: { key: 'a' } }],
    });
    expect((await sentTo({ freeBytes: async () => 256_100_000 })).status).toBe(201);
  });

  test('becomes full: 507, and nothing is left', async () => {
    const told = await sentTo({ openDraft: () => open('/dev/full', 'w') });
    expect(told).toMatchObject({ status: 507, drafts: [], log: [{ level: 'error' }] });
  });

  test('is promised to others under way', async () => {
    await using own = await startDiskHost({ freeBytes: async () => 256_150_000 });
    await using wire = await openWire(own.origin);
    wire.write(await headOfPut('first', 100_000, { 'content-length': '100000' }, own));
    await waitFor(async () => (await filesIn(own.root)).length === 1, 'it is under way');
    expect((await upload(own.store, 'second', randomBytes(100_000))).status).toBe(507);
    wire.cut();
    await expectNothing('first', own);
    expect((await upload(own.store, 'second', randomBytes(100_000))).status).toBe(201);
  });

  test('cannot be written: 503, and the reason is in the log', async () => {
    const told = await sentTo({ root: '/dev/null/objects' });
    expect(told).toMatchObject({
      status: 503,
      text: 'The file cannot be reached. Try again in a moment.\n',
      log: [{ level: 'error', message: 'A file could not be read or written.' }],
    });
    expect(String(told.log[0]?.fields['err'])).toContain('ENOTDIR');
  });

  test('cannot be read: the store is unavailable', async () => {
    const log = createRecordingLog();
    await using own = await startDiskHost({ root: '/dev/null/objects', log });
    await expect(own.folder.prepare()).rejects.toThrow('ENOTDIR');
    await expect(own.store.find('a')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(own.store.readStart('a', 1)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(log.lines.map(({ level }) => level)).toEqual(['error', 'error']);
  });

  test('something changed a file behind our back: it is not handed out as if it were whole', async () => {
    const log = createRecordingLog();
    await using own = await startDiskHost({ log });
    await upload(own.store, 'a', randomBytes(10_000));
    const [name = ''] = await readdir(own.root);
    const [rest = ''] = await readdir(path.join(own.root, name)).then((found) => found);
    const file = await open(path.join(own.root, name, rest), 'r+');
    await file.truncate(5_000);
    await file.close();
    await expect(own.store.find('a')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(String(log.lines[0]?.fields['err'])).toContain('expected a whole file');
  });
});
