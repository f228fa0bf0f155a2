import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeleteAccount, ExportMyData } from '../../testkit/account-documents.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { addSignedIn, adminAuthorization } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { startMailbox, type Mailbox } from '../../testkit/mailbox.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { getAccount, signIn } from '../../testkit/people.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo, addVideo, askAs, nobody } from '../../testkit/videos.ts';

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

const act = async (who: Record<string, string>, mutation: string, variables: Record<string, unknown>) => {
  expect((await askAs(running, who, mutation, variables)).codes).toEqual([]);
};
const report = 'mutation ($id: ID!) { reportVideo(id: $id, input: { reason: SPAM }) { id } }';
const block = 'mutation ($id: ID!) { blockUser(userId: $id) { blocked { blockedAt } } }';

/** How many documents name somebody, in each collection. */
const kept = (userId: string) => {
  const { mongo } = running.app;
  return Promise.all([
    mongo.collection('channels').countDocuments({ ownerId: userId }),
    mongo.collection('videos').countDocuments({ ownerId: userId }),
    mongo.collection('videoReports').countDocuments({ reporterId: userId }),
    mongo.collection('userBlocks').countDocuments({ $or: [{ userId }, { blockedId: userId }] }),
  ]);
};

test('somebody takes with them what they published, reported and blocked, and then it is gone', async () => {
  const who = { email: 'ann@example.com', password: 'correct horse battery' };
  await getAccount(running, mailbox, { ...who, name: 'Ann' });
  const before = await signIn(running, who);
  await act(
    { authorization: adminAuthorization },
    'mutation ($id: ID!) { setRoles(userId: $id, roles: [CREATOR]) { user { id } } }',
    { id: before.user.id },
  );
  const { client, tokens, user } = await signIn(running, who);
  const ann = { authorization: `Bearer ${tokens.accessToken}` };
  const signedInBen = await addSignedIn(mongodbUri, 'ben', ['VIEWER', 'CREATOR']);
  const ben = { authorization: signedInBen.authorization };
  const benId = toGlobalId('User', signedInBen.userId);

  const channel = await addChannel(running, ann, 'ann');
  await addChannel(running, ben, 'ben');
  const shown = await addPublicVideo(running, files, ann, { title: 'Shown' });
  const draft = await addVideo(running, files, ann, { title: 'Draft' });
  const other = await addPublicVideo(running, files, ben);
  await act(ann, report, { id: other });
  await act(ben, report, { id: shown });
  await act(ann, block, { id: benId });
  await act(ben, block, { id: user.id });

  const { exportMyData } = await client.query(ExportMyData, {});
  expect(exportMyData).toMatchObject({
    videos: {
      channel: { id: channel, handle: 'ann' },
      videos: [
        { id: shown, title: 'Shown', status: 'PUBLIC', fileName: 'film.mp4' },
        { id: draft, title: 'Draft', status: 'DRAFT' },
      ],
      reports: [{ videoId: other, reason: 'SPAM' }],
      blockedUsers: [{ userId: benId }],
    },
  });

  const userId = keyOf(user.id);
  const list = '{ videos { totalCount } }';
  expect((await askAs(running, nobody, list)).data).toEqual({ videos: { totalCount: 2 } });
  expect(await kept(userId)).toEqual([1, 2, 1, 2]);
  await client.query(DeleteAccount, { password: who.password });
  expect(await kept(userId)).toEqual([0, 0, 0, 0]);
  expect(await kept('user-ben')).toEqual([1, 1, 0, 0]);
  expect((await askAs(running, nobody, list)).data).toEqual({ videos: { totalCount: 1 } });
  expect(files.keys()).toHaveLength(1);
});
