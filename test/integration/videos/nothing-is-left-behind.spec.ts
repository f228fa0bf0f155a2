import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, sendText } from '../../testkit/untyped.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import {
  addChannel,
  addPublicVideo,
  askAs,
  bytesOf,
  finishUpload,
  remove,
  requested,
  requestUpload,
} from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const ada = as('creator', 'ada');
const files = createMemoryObjectStore();

let running: RunningApp;
beforeAll(async () => {
  running = await startEngineApp({
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    videoUpkeepEveryMs: 200,
  });
  await live(running);
  await addChannel(running, ada, 'ada');
});
afterAll(() => running[Symbol.asyncDispose]());

const filesOf = (id: string) => files.keys().filter((key) => key.includes(keyOf(id)));
const records = (collection: 'videos' | 'videoRemovals') =>
  running.app.mongo.collection<{ _id: string }>(collection);
const isNoted = async (id: string) => (await records('videoRemovals').countDocuments({ _id: keyOf(id) })) > 0;
/** Puts the end of its upload as far back, behind the server's back. */
const age = (collection: 'videos' | 'videoRemovals', id: string, hours: number) =>
  records(collection).updateOne(
    { _id: keyOf(id) },
    { $set: { uploadEndsAt: new Date(Date.now() - hours * 3_600_000) } },
  );

test('a video is removed while the store of files is down, and its file when that is back', async () => {
  const id = await addPublicVideo(running, files, ada);
  await age('videos', id, 1);
  files.isDown = true;
  const removed = await remove(running, ada, id);
  const left = [filesOf(id).length, await isNoted(id)];
  const seen = await askAs(running, {}, 'query ($id: ID!) { video(id: $id) { id } }', { id });
  files.isDown = false;
  expect([removed.codes, seen.data, left]).toEqual([[], { video: null }, [1, true]]);
  await waitFor(async () => !(await isNoted(id)), 'the removal is finished');
  expect(filesOf(id)).toEqual([]);
});

test('what is sent to an address of a video that is gone is removed when the address has ended', async () => {
  const { video, upload } = requested(await requestUpload(running, ada));
  await remove(running, ada, video.id);
  files.send(upload.url, bytesOf.mp4, 'video/mp4');
  expect(await isNoted(video.id)).toBe(true);
  await age('videoRemovals', video.id, 1);
  await waitFor(async () => !(await isNoted(video.id)), 'the note is gone');
  expect(filesOf(video.id)).toEqual([]);
});

test('uploads that nobody finishes within a day are removed, the others stay', async () => {
  const forgotten = requested(await requestUpload(running, ada, { title: 'Forgotten' }));
  const fresh = requested(await requestUpload(running, ada, { title: 'Fresh' }));
  const finished = await addPublicVideo(running, files, ada, { title: 'Finished' });
  files.send(forgotten.upload.url, bytesOf.mp4, 'video/mp4');
  const mine = '{ myVideos(first: 100) { nodes { id } } }';
  await askAs(running, ada, mine);
  await age('videos', finished, 100);
  await age('videos', fresh.video.id, 22);
  await age('videos', forgotten.video.id, 24);
  const listed = async (id: string) => JSON.stringify((await askAs(running, ada, mine)).data).includes(id);
  await waitFor(async () => !(await listed(forgotten.video.id)), 'it is gone from the list of its owner');
  await waitFor(async () => !(await isNoted(forgotten.video.id)), 'its removal is finished');
  expect(filesOf(forgotten.video.id)).toEqual([]);
  expect((await finishUpload(running, ada, forgotten.video.id)).codes).toEqual(['NOT_FOUND']);
  expect([await listed(fresh.video.id), await listed(finished)]).toEqual([true, true]);
  expect(filesOf(finished)).toHaveLength(1);
});

test('of a video about which very much was written nobody waits for the end, and nothing stays', async () => {
  const shared = {
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    mongodbUri: freshMongo(),
  };
  await using patient = await startEngineApp(shared);
  await live(patient);
  await addChannel(patient, ada, 'ada');
  const id = await addPublicVideo(patient, files, ada);
  const videoId = keyOf(id);
  const comments = patient.app.mongo.collection<{ _id: string }>('comments');
  const about = Array.from({ length: 6_000 }, (_, at) => ({
    _id: `${videoId}-${at}`,
    videoId,
    authorId: 'ann',
    parentId: null,
    thread: `video:${videoId}`,
    text: 'So it is.',
    createdAt: new Date(),
    editedAt: null,
  }));
  await comments.insertMany(about);
  const last = Buffer.from(`Comment:${videoId}-5999`).toString('base64url');
  const node = async () => (await askAs(patient, ada, `{ node(id: "${last}") { id } }`)).data;
  expect(await node()).toEqual({ node: { id: last } });
  expect((await remove(patient, ada, id)).codes).toEqual([]);
  expect(await node()).toEqual({ node: null });
  expect(await comments.countDocuments({ videoId })).toBeGreaterThan(3_000);
  // Another server, which looks more often.
  await using other = await startEngineApp({ ...shared, videoUpkeepEveryMs: 200 });
  await waitFor(async () => (await comments.countDocuments({ videoId })) === 0, 'the comments are gone');
  expect((await askAs(other, ada, `{ node(id: "${last}") { id } }`)).data).toEqual({ node: null });
}, 60_000);

test('ten uploads an hour are let through', async () => {
  const store = createMemoryObjectStore();
  await using limited = await startEngineApp({
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: store,
    rateLimits: true,
  });
  await addChannel(limited, ada, 'ada');
  const upload = `mutation { requestUpload(input: {
    title: "x", fileName: "x.mp4", contentType: "video/mp4", sizeBytes: 10
  }) { video { id } } }`;
  const codes: (string | undefined)[] = [];
  for (let time = 0; time < 11; time += 1)
    codes.push(...codesOf(await sendText(limited.url, upload, {}, ada)));
  expect(codes).toEqual(['RATE_LIMITED']);
});
