import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeleteAccount, ExportMyData } from '../../testkit/account-documents.ts';
import { addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { startMailbox, type Mailbox } from '../../testkit/mailbox.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { getAccount, signIn } from '../../testkit/people.ts';
import { addPlaylist, arrange, showPlaylist } from '../../testkit/playlists.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo, nobody } from '../../testkit/videos.ts';

const mongodbUri = freshMongo();
const files = createMemoryObjectStore();
let mailbox: Mailbox;
let running: RunningApp;
beforeAll(async () => {
  mailbox = await startMailbox();
  running = await startEngineApp({
    mongodbUri,
    smtpUrl: mailbox.url,
    seedProgress: undefined,
    objectStore: files,
  });
  await live(running);
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

test('somebody takes their playlists with them, and then they are gone', async () => {
  const who = { email: 'ann@example.com', password: 'correct horse battery' };
  await getAccount(running, mailbox, { ...who, name: 'Ann' });
  const { client, tokens, user } = await signIn(running, who);
  const ann = { authorization: `Bearer ${tokens.accessToken}` };
  const signedInBen = await addSignedIn(mongodbUri, 'ben', ['VIEWER', 'CREATOR']);
  const ben = { authorization: signedInBen.authorization };
  await addChannel(running, ben, 'ben');
  const videos = [
    await addPublicVideo(running, files, ben, { title: 'Dawn' }),
    await addPublicVideo(running, files, ben, { title: 'Dusk' }),
  ];
  const hidden = await addPlaylist(running, ann, {
    title: 'Hidden',
    visibility: 'PRIVATE',
    description: 'Mine',
  });
  const shown = await addPlaylist(running, ann, { title: 'Shown' });
  const his = await addPlaylist(running, ben, { title: 'His' });
  for (const videoId of videos) {
    await arrange(running, ann, 'addToPlaylist', { playlistId: shown, videoId, place: { position: 0 } });
    await arrange(running, ben, 'addToPlaylist', { playlistId: his, videoId });
  }
  const { exportMyData } = await client.query(ExportMyData, {});
  expect(exportMyData).toMatchObject({
    playlists: [
      { id: hidden, title: 'Hidden', description: 'Mine', visibility: 'PRIVATE', videoIds: [] },
      { id: shown, title: 'Shown', visibility: 'PUBLIC', videoIds: videos.toReversed() },
    ],
  });
  expect(await showPlaylist(running, nobody, shown)).toMatchObject({ titles: ['Dusk', 'Dawn'] });
  await client.query(DeleteAccount, { password: who.password });
  expect(await showPlaylist(running, nobody, shown)).toBeUndefined();
  const count = (name: string, filter: object) => running.app.mongo.collection(name).countDocuments(filter);
  expect([
    await count('playlists', { ownerId: keyOf(user.id) }),
    await count('playlistItems', { playlistId: { $in: [keyOf(hidden), keyOf(shown)] } }),
  ]).toEqual([0, 0]);
  expect(await showPlaylist(running, nobody, his)).toMatchObject({ titles: ['Dawn', 'Dusk'] });
});
