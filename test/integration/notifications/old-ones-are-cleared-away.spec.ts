import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addSignedIn } from '../../testkit/admin.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { noticesOf, unreadOf } from '../../testkit/notifications.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const dayMs = 86_400_000;

test('what is old goes, and of one person the newest stay, also from what every server keeps', async () => {
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    seedProgress: undefined,
    notificationTuning: { upkeepEveryMs: 300, keeping: { keptMs: 30 * dayMs, mostOfOne: 50 } },
  };
  await using here = await startEngineApp(shared);
  const ann = await addSignedIn(shared.mongodbUri, 'ann');
  const ben = await addSignedIn(shared.mongodbUri, 'ben');
  const nowMs = Date.now();
  const notice = (userId: string, at: number, ageMs: number) => ({
    _id: `COMMENT:c${at}:user-cy:${userId}`,
    userId,
    kind: 'COMMENT',
    actorId: 'user-cy',
    videoId: null,
    commentId: `c${at}`,
    channelId: null,
    createdAt: new Date(nowMs - ageMs),
    readAt: null,
    withdrawnAt: null,
    dismissedAt: null,
    listedIn: [`all:${userId}`, `unread:${userId}`],
  });
  await live(here);
  const who = { authorization: ann.authorization };
  const other = { authorization: ben.authorization };
  const { mongo } = here.app;
  // Through the same step as what is written for nobody's request, so that both are known to whoever asks.
  await here.app.withAccounts(async () => {
    await mongo
      .collection<{ _id: string }>('notifications')
      .insertMany([
        ...Array.from({ length: 60 }, (_, at) => notice(ann.userId, at, at * 1_000)),
        notice(ben.userId, 100, 29 * dayMs),
        notice(ben.userId, 101, 31 * dayMs),
      ]);
  });
  await using there = await startEngineApp(shared);
  await live(there);
  for (const server of [here, there]) {
    await waitFor(async () => (await unreadOf(server, who)) === 50, 'fifty are left of sixty');
    await waitFor(async () => (await unreadOf(server, other)) === 1, 'the old one is gone');
  }
  const { totalCount, nodes } = await noticesOf(there, who);
  expect([totalCount, nodes.length]).toEqual([50, 50]);
  const ages = nodes.map(({ createdAt }) => nowMs - Date.parse(createdAt));
  expect([Math.min(...ages), Math.max(...ages)]).toEqual([0, 49_000]);
});
