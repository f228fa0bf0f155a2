import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp } from '../../testkit/app.ts';
import { download, startS3Host, upload } from '../../testkit/object-hosts.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { scratchFolder } from '../../testkit/servers.ts';
import { sendText } from '../../testkit/untyped.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await scratchFolder();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('without a bucket: in its folder, at addresses of its own, over a restart', async () => {
  const log = createRecordingLog();
  {
    await using running = await startApp({ dataDir, log, seedProgress: undefined });
    expect((await upload(running.app.objects, 'a/b.mp4', Buffer.from('bytes'))).status).toBe(201);
    const { url } = await running.app.objects.downloadAddress('a/b.mp4', { lifeSeconds: 60 });
    expect(new URL(url).port).toBe(new URL(running.url).port);
    expect(await readdir(path.join(dataDir, 'objects'))).toContain('drafts');
  }
  await using running = await startApp({ dataDir, log, seedProgress: undefined });
  expect(await (await download(running.app.objects, 'a/b.mp4')).text()).toBe('bytes');
  expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

test('addresses begin with the one that clients use', async () => {
  await using running = await startApp({
    publicUrl: 'https://api.example.com/base',
    seedProgress: undefined,
  });
  const { url } = await running.app.objects.downloadAddress('a', { lifeSeconds: 60 });
  expect(url).toMatch(/^https:\/\/api\.example\.com\/base\/objects\/a\?/);
});

test('with a bucket: there, and the server has no such addresses', async () => {
  await using bucket = await startS3Host();
  await using running = await startApp({ s3: bucket.settings, seedProgress: undefined });
  expect((await upload(running.app.objects, 'a', Buffer.from('bytes'))).ok).toBe(true);
  expect(await bucket.store.find('a')).toEqual({ sizeBytes: 5, contentType: 'video/mp4' });
  expect((await fetch(new URL('/objects/a', running.url))).status).toBe(404);
});

test('a folder that cannot be used is told at the start, and does not keep the rest from working', async () => {
  const log = createRecordingLog();
  await using running = await startApp({ dataDir: '/dev/null', log, seedProgress: undefined });
  expect((await sendText(running.url, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  await running.app.close();
  expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([
    { message: 'The folder of uploaded files cannot be used.' },
  ]);
});
