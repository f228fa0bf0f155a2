import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createS3Store, type S3Settings } from '../../../src/infra/object-store/s3-store.ts';
import { startS3Host, upload } from '../../testkit/object-hosts.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';

const settingsAt = (endpoint: string): S3Settings => ({
  bucket: 'videos',
  region: 'eu-central-1',
  endpoint,
  publicEndpoint: undefined,
  credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  pathStyle: true,
});

const unavailable = {
  code: 'UNAVAILABLE',
  message: 'The store of files does not answer. Try again in a moment.',
};

/** A store that answers as a test says, and counts what it is asked. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[];
let endpoint: string;
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  answer(request, response);
});
let opened: AsyncDisposableStack;
beforeEach(async () => {
  opened = new AsyncDisposableStack();
  asked = [];
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.defer(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => opened.disposeAsync());

const open = (settings: Partial<S3Settings> & { readonly timeoutMs?: number } = {}) => {
  const log = createRecordingLog();
  const store = createS3Store({ ...settingsAt(endpoint), ...settings, log });
  opened.defer(() => store.close());
  return { store, log };
};

const fault = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>It says ${code}.</Message></Error>`);
};

describe('a store of files that', () => {
  test('fails is asked three times, and then unavailable, with the reason in the log', async () => {
    answer = (_request, response) => fault(response, 500, 'InternalError');
    const { store, log } = open();
    await expect(store.readStart('a', 1)).rejects.toMatchObject(unavailable);
    expect(asked).toHaveLength(3);
    expect(log.lines).toMatchObject([{ level: 'error', message: 'The store of files did not answer.' }]);
    expect(String(log.lines[0]?.fields['err'])).toContain('InternalError');
  });

  test('hangs is given up in time', async () => {
    answer = () => undefined;
    const { store } = open({ timeoutMs: 200 });
    await expect(store.find('a')).rejects.toMatchObject(unavailable);
    await expect(store.readStart('a', 1)).rejects.toMatchObject(unavailable);
    await expect(store.remove(['a'])).rejects.toMatchObject(unavailable);
  });

  test('hangs in the middle of the bytes is given up in time', async () => {
    answer = (_request, response) => {
      response.writeHead(206, { 'content-length': '100' });
      response.write('half');
    };
    const { store } = open({ timeoutMs: 200 });
    await expect(store.readStart('a', 100)).rejects.toMatchObject(unavailable);
  });

  test('is not there at all is unavailable', async () => {
    const { store, log } = open({ endpoint: 'http://127.0.0.1:1' });
    await expect(store.find('a')).rejects.toMatchObject(unavailable);
    await store.prepare();
    expect(log.lines.at(-1)).toMatchObject({
      level: 'error',
      message: 'The bucket of uploaded files cannot be reached.',
    });
  });

  test('refuses our key is unavailable: no client can do anything about it', async () => {
    answer = (_request, response) => fault(response, 403, 'AccessDenied');
    const { store } = open();
    await expect(store.readStart('a', 1)).rejects.toMatchObject(unavailable);
    await expect(store.find('a')).rejects.toMatchObject(unavailable);
  });

  test('does not remove what it was told to is unavailable', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/xml' });
      response.end(
        '<?xml version="1.0"?><DeleteResult><Error><Key>a</Key><Code>AccessDenied</Code><Message>No.</Message></Error></DeleteResult>',
      );
    };
    const { store, log } = open();
    await expect(store.remove(['a', 'b'])).rejects.toMatchObject(unavailable);
    expect(String(log.lines[0]?.fields['err'])).toContain('S3 did not remove a: AccessDenied');
  });

  test('has no bucket of that name is unavailable', async () => {
    answer = (_request, response) => fault(response, 404, 'NoSuchBucket');
    const { store } = open();
    await expect(store.readStart('a', 1)).rejects.toMatchObject(unavailable);
  });
});

test('of a file without a byte the start is empty', async () => {
  answer = (_request, response) => fault(response, 416, 'InvalidRange');
  expect(await open().store.readStart('a', 10)).toEqual(Buffer.alloc(0));
});

test('of a store without ranges no more than the start is read', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': '1000000000' });
    response.write(Buffer.alloc(100_000, 'x'));
  };
  expect(await open().store.readStart('a', 10)).toEqual(Buffer.from('xxxxxxxxxx'));
});

test('more than a thousand files are removed by several requests', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end('<?xml version="1.0"?><DeleteResult/>');
  };
  await open().store.remove(Array.from({ length: 2_500 }, (_, at) => `k${at}`));
  expect(asked).toHaveLength(3);
});

describe('addresses', () => {
  const declared = { contentType: 'video/mp4', sizeBytes: 5, lifeSeconds: 60 };

  test('are made without asking, and sign type and size, and that nothing is replaced', async () => {
    const { store } = open();
    const { url, headers } = await store.uploadAddress('videos/a.mp4', declared);
    expect(asked).toEqual([]);
    expect(headers).toEqual({ 'content-type': 'video/mp4', 'if-none-match': '*' });
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe(`${endpoint}/videos/videos/a.mp4`);
    expect(searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;if-none-match');
    expect(searchParams.get('X-Amz-Expires')).toBe('60');
    expect([...searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual([]);
  });

  test('differ in their signature by size and type', async () => {
    const { store } = open();
    const signatures = await Promise.all(
      [declared, { ...declared, sizeBytes: 6 }, { ...declared, contentType: 'video/webm' }].map(async (one) =>
        new URL((await store.uploadAddress('a', one)).url).searchParams.get('X-Amz-Signature'),
      ),
    );
    expect(new Set(signatures).size).toBe(3);
  });

  test('lead to where clients reach the store, with the bucket in the host unless told otherwise', async () => {
    const { store } = open({ publicEndpoint: 'https://files.example.com', pathStyle: false });
    const { url } = await store.downloadAddress('a/b', { lifeSeconds: 60 });
    expect(url).toMatch(/^https:\/\/videos\.files\.example\.com\/a\/b\?/);
  });

  test('of Amazon name the region', async () => {
    const { store } = open({ endpoint: undefined, pathStyle: false });
    const { url } = await store.downloadAddress('a', { lifeSeconds: 60 });
    expect(url).toMatch(/^https:\/\/videos\.s3\.eu-central-1\.amazonaws\.com\/a\?/);
  });
});

test('a bucket that is there is nothing to tell', async () => {
  await using host = await startS3Host();
  const log = createRecordingLog();
  const store = createS3Store({ ...host.settings, log });
  await store.prepare();
  expect(log.lines).toEqual([]);
  // One store writes, the other one sees it.
  await upload(host.store, 'a', Buffer.from('a'));
  expect(await store.find('a')).toEqual({ sizeBytes: 1, contentType: 'video/mp4' });
  await store.close();
});
