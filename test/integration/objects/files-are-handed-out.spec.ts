import { randomBytes } from 'node:crypto';
import { readdir, readlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { download, startDiskHost, upload, type DiskHost } from '../../testkit/object-hosts.ts';
import { openWire, sendWire, wireBytes, type WireAnswer } from '../../testkit/raw-http.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const key = 'videos/v1/source.mp4';
const size = 150_000;
const bytes = randomBytes(size);
const log = createRecordingLog();
/** Node says so when the garbage collection has to close a file. */
const warnings: string[] = [];
const onWarning = ({ message }: Error): void => void warnings.push(message);
let host: DiskHost;
let path: string;
beforeAll(async () => {
  process.on('warning', onWarning);
  host = await startDiskHost({ log });
  await upload(host.store, key, bytes);
  const { url } = await host.store.downloadAddress(key, { lifeSeconds: 600 });
  path = url.slice(host.origin.length);
});
afterAll(async () => {
  process.off('warning', onWarning);
  await host[Symbol.asyncDispose]();
});

const ask = (headers: Record<string, string> = {}, method = 'GET'): Promise<WireAnswer> =>
  sendWire(host.origin, { method, path, headers });

test('a whole file says what it is, and that it is only that', async () => {
  const { status, headers, body } = await ask();
  expect(status).toBe(200);
  expect(body.equals(bytes)).toBe(true);
  expect(headers).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': String(size),
    'content-disposition': 'inline; filename="source.mp4"',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': expect.stringMatching(/^private, max-age=(?:[45]\d\d|60[01]), immutable$/) as string,
    etag: expect.stringMatching(/^"[\w-]+"$/) as string,
    'access-control-allow-origin': '*',
    'x-request-id': expect.any(String) as string,
  });
  expect(headers).not.toHaveProperty('content-range');
});

test('HEAD says the same, and has no body', async () => {
  const { headers: ofGet } = await ask();
  const { status, headers, body } = await ask({ range: 'bytes=0-1' }, 'HEAD');
  expect([status, body.byteLength]).toEqual([200, 0]);
  const { date: _date, 'x-request-id': _id, 'cache-control': _life, ...lasting } = ofGet;
  expect(headers).toMatchObject(lasting);
});

test.for([
  ['text/html', 'attachment'],
  ['image/svg+xml', 'attachment'],
  ['application/pdf', 'attachment'],
  ['image/jpeg', 'inline'],
  ['audio/mpeg', 'inline'],
] as const)('%s is for the browser: %s', async ([contentType, disposition]) => {
  const name = contentType.replace(/\W/g, '-');
  await upload(host.store, name, Buffer.from('<script>'), contentType);
  const answer = await download(host.store, name);
  expect(await answer.text()).toBe('<script>');
  expect(answer.headers.get('content-type')).toBe(contentType);
  expect(answer.headers.get('content-disposition')).toBe(`${disposition}; filename="${name}"`);
});

describe('ranges', () => {
  test('are the slice of the bytes', async () => {
    const place = fc.oneof(fc.nat(size + 10), fc.nat(70_000), fc.constantFrom(0, size - 1, size));
    const asked = fc.oneof(
      fc.tuple(place, fc.option(place)).map(([first, last]) => ({ first, last })),
      place.map((length) => ({ length })),
    );
    await using wire = await openWire(host.origin);
    const run = async (range: string): Promise<WireAnswer> => {
      wire.write(wireBytes({ path, headers: { range } }));
      return await wire.read();
    };
    await fc.assert(
      fc.asyncProperty(asked, async (one) => {
        const isSuffix = 'length' in one;
        fc.pre(isSuffix || one.last === null || one.last >= one.first);
        const first = isSuffix ? Math.max(0, size - one.length) : one.first;
        const end = isSuffix ? size : Math.min(size, (one.last ?? size) + 1);
        const answer = await run(isSuffix ? `bytes=-${one.length}` : `bytes=${one.first}-${one.last ?? ''}`);
        const expected = bytes.subarray(first, end);
        const isThere = expected.byteLength > 0;
        expect([answer.status, answer.headers['content-range']]).toEqual(
          isThere ? [206, `bytes ${first}-${end - 1}/${size}`] : [416, `bytes */${size}`],
        );
        expect(answer.headers['content-length']).toBe(String(answer.body.byteLength));
        expect(!isThere || answer.body.equals(expected)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('that nobody understands, or several, are the whole file', async () => {
    for (const range of ['bytes=5-2', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=x']) {
      const answer = await ask({ range });
      expect([range, answer.status, answer.body.byteLength]).toEqual([range, 200, size]);
    }
  });

  test('count only for the upload that If-Range names', async () => {
    const etag = (await ask()).headers['etag'] ?? '';
    const range = 'bytes=0-9';
    expect((await ask({ range, 'if-range': etag })).status).toBe(206);
    for (const other of ['"other"', `W/${etag}`, new Date().toUTCString()]) {
      const answer = await ask({ range, 'if-range': other });
      expect([other, answer.status, answer.body.byteLength]).toEqual([other, 200, size]);
    }
    // A file that came after another under its name has another tag.
    await upload(host.store, 'again', Buffer.from('one'));
    const before = (await download(host.store, 'again')).headers.get('etag');
    await host.store.remove(['again']);
    await upload(host.store, 'again', Buffer.from('one'));
    expect((await download(host.store, 'again')).headers.get('etag')).not.toBe(before);
  });
});

test('a client that has it is told so, without its bytes', async () => {
  const etag = (await ask()).headers['etag'] ?? '';
  for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    const answer = await ask({ 'if-none-match': tag, range: 'bytes=0-1' });
    expect([tag, answer.status, answer.headers['etag'], answer.body.byteLength]).toEqual([tag, 304, etag, 0]);
  }
  expect((await ask({ 'if-none-match': '"x"' })).status).toBe(200);
  expect((await ask({ 'if-match': etag })).status).toBe(200);
  expect((await ask({ 'if-match': '"x"' })).status).toBe(412);
});

describe('an address', () => {
  test('is good for its life', async () => {
    await using own = await startDiskHost();
    await upload(own.store, 'a', Buffer.from('a'));
    const { url, expiresAt } = await own.store.downloadAddress('a', { lifeSeconds: 60 });
    expect((await fetch(url)).status).toBe(200);
    own.clock.aheadMs = expiresAt.getTime() - Date.now();
    const over = await fetch(url);
    expect([over.status, await over.text()]).toEqual([
      403,
      'This address is no longer good. Ask for a new one.\n',
    ]);
    expect(over.headers.get('cache-control')).toBe('no-store');
  });

  test('of which any part was changed is refused, with a sentence', async () => {
    await using wire = await openWire(host.origin);
    for (const changed of [
      path.replace('v1', 'v2'),
      path.replace(/expires=\d+/, 'expires=4000000000'),
      path.replace(/signature=.*/, 'signature=AAAA'),
      '/objects/',
      '/objects/../objects/a',
      '/objects/%2e%2e/a',
    ]) {
      wire.write(wireBytes({ path: changed }));
      const { status, text } = await wire.read();
      expect([changed, status, text]).toEqual([
        changed,
        403,
        'This address was not made by this server for this: its signature does not fit.\n',
      ]);
    }
  });

  test('of a download does not upload, nor the other way round', async () => {
    const { url } = await host.store.uploadAddress('b', {
      contentType: 'video/mp4',
      sizeBytes: 1,
      lifeSeconds: 60,
    });
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(403);
    const answer = await sendWire(host.origin, { method: 'PUT', path, body: 'x' });
    expect(answer.status).toBe(403);
  });

  test.for(['POST', 'DELETE', 'PATCH'])('does not answer %s', async (method) => {
    const answer = await ask({}, method);
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD, PUT, OPTIONS']);
  });
});

describe('pages of other origins', () => {
  const origin = 'https://app.example.com';
  const preflight = (of: DiskHost, from: string): Promise<Response> =>
    fetch(`${of.origin}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });

  test('may upload, and play by ranges', async () => {
    const { status, headers } = await preflight(host, origin);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-methods')).toContain('PUT');
    expect(headers.get('access-control-allow-headers')).toBe('content-type');
    const answer = await ask({ origin, range: 'bytes=0-1' });
    expect(answer.headers['access-control-expose-headers']).toContain('Content-Range');
  });

  test('when they are of those that are set', async () => {
    await using own = await startDiskHost({ corsOrigins: [origin] });
    expect((await preflight(own, origin)).headers.get('access-control-allow-origin')).toBe(origin);
    expect(
      (await preflight(own, 'https://evil.example.com')).headers.get('access-control-allow-origin'),
    ).toBeNull();
    await upload(own.store, 'a', Buffer.from('a'));
    const answer = await download(own.store, 'a', { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('vary')).toBe('Origin');
  });
});

/** How many files below a folder this process has open. */
const openFiles = async (root: string): Promise<number> => {
  const links = await Promise.all(
    (await readdir('/proc/self/fd').catch(() => [])).map((fd) =>
      readlink(`/proc/self/fd/${fd}`).catch(() => ''),
    ),
  );
  return links.filter((link) => link.startsWith(root)).length;
};

test('a client that goes away in the middle is no error, and leaves nothing open', async () => {
  const large = randomBytes(20_000_000);
  await upload(host.store, 'large', large);
  const { url } = await host.store.downloadAddress('large', { lifeSeconds: 60 });
  for (let at = 0; at < 5; at += 1) {
    const stop = new AbortController();
    const answer = await fetch(url, { signal: stop.signal });
    await answer.body?.getReader().read();
    stop.abort();
  }
  await waitFor(async () => (await openFiles(host.root)) === 0, 'no file is open');
  expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(large)).toBe(true);
  await ask({ 'if-none-match': '*' });
  await ask({ range: 'bytes=999999-' });
  await ask({}, 'HEAD');
  await waitFor(async () => (await openFiles(host.root)) === 0, 'no file is open');
  expect(warnings).toEqual([]);
  expect(log.lines).toEqual([]);
});

test('a client that does not read on makes the server wait, and is forgotten when it goes', async () => {
  const chunk = Buffer.alloc(65_536);
  let madeBytes = 0;
  const endless = new Readable({
    read() {
      madeBytes += chunk.byteLength;
      this.push(chunk);
    },
  });
  await using own = await startDiskHost({
    served: {
      receive: async () => 'no-room',
      open: async () => ({
        contentType: 'video/mp4',
        sizeBytes: 1_000_000_000_000,
        entityTag: '"a"',
        read: () => endless,
        [Symbol.asyncDispose]: async () => undefined,
      }),
    },
  });
  const { url } = await own.store.downloadAddress('a', { lifeSeconds: 60 });
  const { port, pathname, search } = new URL(url);
  const socket = connect({ port: Number(port), host: '127.0.0.1' });
  socket.pause();
  socket.write(wireBytes({ path: `${pathname}${search}` }));
  let seen = -1;
  await waitFor(async () => {
    const before = seen;
    seen = madeBytes;
    // Others are answered meanwhile.
    await sendWire(own.origin, { path: '/objects/none' });
    return seen > 0 && seen === before;
  }, 'the server waits');
  expect(madeBytes).toBeLessThan(100_000_000);
  socket.destroy();
  await waitFor(() => endless.destroyed, 'it is read no further');
});
