import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeleteAccount, ExportMyData } from '../../testkit/account-documents.ts';
import { addSignedIn, adminAuthorization } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { does } from '../../testkit/dashboards.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { startMailbox, type Mailbox } from '../../testkit/mailbox.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { getAccount, signIn } from '../../testkit/people.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';

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

test('a creator takes the days of their channel with them; what a viewer did is taken back with the viewer', async () => {
  const who = { email: 'ann@example.com', password: 'correct horse battery' };
  await getAccount(running, mailbox, { ...who, name: 'Ann' });
  const { user } = await signIn(running, who);
  await askAs(
    running,
    { authorization: adminAuthorization },
    'mutation ($id: ID!) { setRoles(userId: $id, roles: [CREATOR]) { user { id } } }',
    { id: user.id },
  );
  const { client, tokens } = await signIn(running, who);
  const ann = { authorization: `Bearer ${tokens.accessToken}` };
  const channel = await addChannel(running, ann, 'ann');
  const video = await addPublicVideo(running, files, ann, { title: 'Shown' });
  const viewer = { email: 'ben@example.com', password: 'correct horse battery' };
  await getAccount(running, mailbox, { ...viewer, name: 'Ben' });
  const benDevice = await signIn(running, viewer);
  const ben = { authorization: `Bearer ${benDevice.tokens.accessToken}` };
  const cy = { authorization: (await addSignedIn(mongodbUri, 'cy', ['VIEWER'])).authorization };
  for (const fan of [ben, cy]) {
    await does(running, fan, `reactToVideo(id: "${video}", reaction: LIKE) { video { id } }`);
    await does(running, fan, `subscribeToChannel(id: "${channel}") { channel { id } }`);
  }
  const exported = async () => (await client.query(ExportMyData, {})).exportMyData as Record<string, unknown>;
  const [day = ''] = new Date().toISOString().split('T');
  const ofVideo = { views: 0, likes: 2, dislikes: 0, comments: 0 };
  expect((await exported())['analytics']).toEqual({
    channelDays: [{ day, ...ofVideo, subscribersGained: 2, subscribersLost: 0 }],
    videoDays: [{ video, days: [{ day, ...ofVideo }] }],
  });

  await benDevice.client.query(DeleteAccount, { password: viewer.password });
  const dashboard = '{ channelAnalytics { totals { likes subscribers } daily { likes subscribersLost } } }';
  const { data } = await askAs(running, ann, dashboard);
  expect(data?.['channelAnalytics']).toMatchObject({ totals: { likes: 1, subscribers: 1 } });

  await client.query(DeleteAccount, { password: who.password });
  for (const name of ['channelDays', 'channelMonths', 'videoDays']) {
    const counted = await running.app.mongo.collection(name).countDocuments({ likes: { $exists: true } });
    expect([name, counted]).toEqual([name, 0]);
  }
});
