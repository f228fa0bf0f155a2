import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import {
  addChannel,
  addVideo,
  askAs,
  bytesOf,
  finishUpload,
  publish,
  requested,
  requestUpload,
} from '../../testkit/videos.ts';

const ada = as('creator', 'ada');
const files = createMemoryObjectStore();

let running: RunningApp;
beforeAll(async () => {
  running = await startEngineApp({ extension: signedInByName, seedProgress: undefined, objectStore: files });
  await live(running);
  await addChannel(running, ada, 'ada');
});
afterAll(() => running[Symbol.asyncDispose]());

const detail = `query ($id: ID!) {
  video(id: $id) {
    title status isReady durationSeconds thumbnailUrl category { slug name }
    playback { url expiresAt contentType sizeBytes }
  }
}`;

test('a film and its thumbnail are sent to addresses that last an hour, and then it can be played', async () => {
  const thumbnail = { contentType: 'image/jpeg', sizeBytes: bytesOf.jpeg.length };
  const { video, upload, thumbnailUpload } = requested(
    await requestUpload(running, ada, { title: 'Dawn', category: 'travel', thumbnail }),
  );
  expect(upload).toMatchObject({ method: 'PUT', headers: [{ name: 'content-type', value: 'video/mp4' }] });
  const lifeMs = Date.parse(upload.expiresAt) - Date.now();
  expect(lifeMs).toBeGreaterThan(3_000_000);
  expect(lifeMs).toBeLessThanOrEqual(3_600_000);
  expect((await askAs(running, ada, detail, { id: video.id })).data).toMatchObject({
    video: { status: 'DRAFT', isReady: false, durationSeconds: null, playback: null, thumbnailUrl: null },
  });
  expect((await publish(running, ada, video.id)).codes).toEqual(['CONFLICT']);

  expect((await finishUpload(running, ada, video.id)).codes).toEqual(['CONFLICT']);
  files.send(upload.url, bytesOf.mp4, 'video/mp4');
  expect((await finishUpload(running, ada, video.id)).codes).toEqual(['CONFLICT']);
  files.send(thumbnailUpload?.url ?? '', bytesOf.jpeg, 'image/jpeg');
  const finished = await finishUpload(running, ada, video.id, 12.5);
  expect(finished.data).toEqual({
    finishUpload: { video: { id: video.id, isReady: true, status: 'DRAFT', durationSeconds: 12.5 } },
  });
  expect((await finishUpload(running, ada, video.id, 99)).data).toEqual(finished.data);
  expect((await askAs(running, ada, detail, { id: video.id })).data).toMatchObject({
    video: {
      title: 'Dawn',
      isReady: true,
      category: { slug: 'travel', name: 'Travel' },
      thumbnailUrl: expect.stringMatching(/\/thumbnail\?/) as string,
      playback: {
        url: expect.stringMatching(/\/film\?/) as string,
        contentType: 'video/mp4',
        sizeBytes: bytesOf.mp4.length,
      },
    },
  });
});

describe('what is sent is looked at', () => {
  test.for([
    ['one byte more', { bytes: Buffer.concat([bytesOf.mp4, Buffer.from('!')]) }],
    ['another type', { sentAs: 'video/webm' }],
    ['bytes of another type', { bytes: bytesOf.text, sizeBytes: bytesOf.text.length }],
    ['QuickTime for MP4', { bytes: bytesOf.quickTime, sizeBytes: bytesOf.quickTime.length }],
    ['MP4 for QuickTime', { contentType: 'video/quicktime', fileName: 'film.mov' }],
    ['MP4 for WebM', { contentType: 'video/webm', fileName: 'film.webm' }],
  ] as const)('%s is refused, until the right file is sent', async ([, given]) => {
    const { bytes, sentAs, ...input }: Record<string, unknown> = given;
    const announced = { contentType: 'video/mp4', ...input };
    const { video, upload } = requested(await requestUpload(running, ada, announced));
    const wrong = bytes instanceof Uint8Array ? bytes : bytesOf.mp4;
    files.send(upload.url, wrong, typeof sentAs === 'string' ? sentAs : announced.contentType);
    expect((await finishUpload(running, ada, video.id)).codes).toEqual(['CONFLICT']);
    if ('sizeBytes' in input || announced.contentType !== 'video/mp4') return;
    files.send(upload.url, bytesOf.mp4, 'video/mp4');
    expect((await finishUpload(running, ada, video.id)).codes).toEqual([]);
  });

  test.for([
    ['video/webm', 'film.webm', bytesOf.webm],
    ['video/quicktime', 'FILM.MOV', bytesOf.quickTime],
  ] as const)('%s is taken as what it is', async ([contentType, fileName, bytes]) => {
    const input = { contentType, fileName, sizeBytes: bytes.length };
    const { video, upload } = requested(await requestUpload(running, ada, input));
    files.send(upload.url, bytes, contentType);
    expect((await finishUpload(running, ada, video.id)).codes).toEqual([]);
  });
});

describe('what is announced is looked at', () => {
  test.for([
    { contentType: 'text/html' },
    { contentType: 'video/mp4', fileName: 'film.webm' },
    { fileName: '../film.mp4' },
    { fileName: 'a\nb.mp4' },
    { fileName: 'film' },
    { fileName: `${'x'.repeat(252)}.mp4` },
    { sizeBytes: 0 },
    { sizeBytes: 5_000_000_001 },
    { title: ' ' },
    { title: 'x'.repeat(151) },
    { category: 'knitting' },
    { thumbnail: { contentType: 'image/gif', sizeBytes: 10 } },
    { thumbnail: { contentType: 'image/png', sizeBytes: 2_000_001 } },
  ])('%j is refused', async (input) => {
    expect((await requestUpload(running, ada, input)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test.for([0, -1, 86_401])('a duration of %d seconds is refused', async (durationSeconds) => {
    const { video, upload } = requested(await requestUpload(running, ada));
    files.send(upload.url, bytesOf.mp4, 'video/mp4');
    expect((await finishUpload(running, ada, video.id, durationSeconds)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

test('an upload needs a channel, and the permission to publish', async () => {
  const input = { title: 'x' };
  expect((await requestUpload(running, as('viewer', 'vera'), input)).codes).toEqual(['FORBIDDEN']);
  expect((await requestUpload(running, {}, input)).codes).toEqual(['UNAUTHENTICATED']);
  expect((await requestUpload(running, as('creator', 'without'), input)).codes).toEqual(['CONFLICT']);
});

test('nobody finishes the upload of somebody else, or learns of it', async () => {
  const { video } = requested(await requestUpload(running, ada));
  expect((await finishUpload(running, as('creator', 'eve'), video.id)).codes).toEqual(['NOT_FOUND']);
});

test('while the store of files does not answer, that is said, and nothing is lost', async () => {
  const { video, upload } = requested(await requestUpload(running, ada));
  files.send(upload.url, bytesOf.mp4, 'video/mp4');
  files.isDown = true;
  const refused = await finishUpload(running, ada, video.id);
  const asked = await requestUpload(running, ada);
  files.isDown = false;
  expect([refused.codes, refused.status, asked.codes]).toEqual([['UNAVAILABLE'], 503, ['UNAVAILABLE']]);
  expect((await finishUpload(running, ada, video.id)).codes).toEqual([]);
});

test('an address to play from is kept for all, and for less time than it lasts', async () => {
  const id = await addVideo(running, files, ada);
  await publish(running, ada, id);
  const first = await askAs(running, {}, detail, { id });
  const again = await askAs(running, as('viewer', 'vera'), detail, { id });
  expect(again.cache).toMatchObject({ hit: true, scope: 'everyone' });
  expect(again.data).toEqual(first.data);
  const { playback } = fieldOf<{ playback: { expiresAt: string } }>(again, 'video');
  const leftMs = Date.parse(playback.expiresAt) - Date.now();
  expect(leftMs).toBeGreaterThan(14_400_000 + 900_000);
});
