import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAllSignedIn, addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import {
  comment,
  dismiss,
  markAllRead,
  markRead,
  noticesOf,
  react,
  takeBack,
  unreadOf,
} from '../../testkit/notifications.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo } from '../../testkit/videos.ts';

type Who = Record<string, string>;

const files = createMemoryObjectStore();
const mongodbUri = freshMongo();
let servers: readonly [RunningApp, RunningApp];
let fans: readonly Who[];
beforeAll(async () => {
  const shared = {
    mongodbUri,
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    seedProgress: undefined,
    objectStore: files,
  };
  servers = [await startEngineApp(shared), await startEngineApp(shared)];
  await Promise.all(servers.map(live));
  const added = await addAllSignedIn(mongodbUri, ['ann', 'ben', 'cy', 'dee']);
  fans = added.map(({ authorization }) => ({ authorization }));
});
afterAll(async () => {
  for (const server of servers) await server[Symbol.asyncDispose]();
});

const server = (at: number): RunningApp => servers[at % 2 === 0 ? 0 : 1];
const fan = (at: number): Who => fans[at % fans.length] ?? {};

let makers = 0;
const maker = async (): Promise<{ readonly who: Who; readonly video: string }> => {
  makers += 1;
  const { authorization } = await addSignedIn(mongodbUri, `maker-${makers}`, ['VIEWER', 'CREATOR']);
  const who = { authorization };
  await addChannel(server(0), who, `maker-${makers}`);
  return { who, video: await addPublicVideo(server(0), files, who, { title: 'Dawn' }) };
};

/** What is counted, listed as unread, and listed without having been read: all the same, on each server. */
const expectExact = async (who: Who): Promise<number> => {
  const counts: number[] = [];
  for (const one of servers) {
    const all = await noticesOf(one, who);
    const unread = await noticesOf(one, who, 'first: 100, onlyUnread: true');
    const listed = all.nodes.filter(({ readAt }) => readAt === null);
    expect(unread.nodes.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
    counts.push(await unreadOf(one, who), listed.length, unread.totalCount);
  }
  expect(new Set(counts).size).toBe(1);
  return counts[0] ?? -1;
};

const act = fc.record({
  kind: fc.constantFrom('like', 'takeBack', 'comment', 'comment', 'markOne', 'markAll', 'dismiss', 'count'),
  by: fc.nat(7),
});

test('whatever is told, taken back, read and removed at once, on two servers, the count is exact', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      async (rounds) => {
        const { who, video } = await maker();
        for (const acts of rounds) {
          const { nodes } = await noticesOf(server(0), who);
          await Promise.all(
            acts.map(async ({ kind, by }, at) => {
              const where = server(at + by);
              const chosen = nodes[by % Math.max(1, nodes.length)];
              if (kind === 'like') await react(where, fan(by), video, 'LIKE');
              if (kind === 'takeBack') await takeBack(where, fan(by), video);
              if (kind === 'comment') await comment(where, fan(by), video, `Comment ${at}`);
              if (kind === 'count') await unreadOf(where, who);
              if (kind === 'markAll') await markAllRead(where, who);
              // Somebody else may have taken it back meanwhile: what is refused changes nothing.
              if (kind === 'markOne' && chosen) await markRead(where, who, chosen.id).catch(() => undefined);
              if (kind === 'dismiss' && chosen) await dismiss(where, who, chosen.id).catch(() => undefined);
            }),
          );
          await expectExact(who);
        }
        await markAllRead(server(1), who);
        expect(await expectExact(who)).toBe(0);
      },
    ),
    { numRuns: 15, endOnFailure: true },
  );
}, 180_000);

test('each acknowledged change is in the next count, whichever server is asked', async () => {
  const { who, video } = await maker();
  for (let at = 0; at < 12; at += 1) {
    await comment(server(at), fan(at), video, `Comment ${at}`);
    expect([await unreadOf(server(at + 1), who), await unreadOf(server(at), who)]).toEqual([at + 1, at + 1]);
  }
  const { nodes } = await noticesOf(server(0), who);
  for (const [at, { id }] of nodes.entries()) {
    await (at % 2 === 0 ? markRead(server(at), who, id) : dismiss(server(at), who, id));
    expect([await unreadOf(server(at + 1), who), await unreadOf(server(at), who)]).toEqual([
      11 - at,
      11 - at,
    ]);
  }
});

test('more than are counted by name are counted exactly as well, and marked in parts', async () => {
  const { who, video } = await maker();
  const many = 210;
  // Told behind the server's back, before anybody asked: a person of some standing.
  const notices = servers[0].app.mongo
    .getClient()
    .db(servers[0].app.mongo.name)
    .collection<{ _id: string }>('notifications');
  const userId = `user-maker-${makers}`;
  await notices.insertMany(
    Array.from({ length: many }, (_, at) => ({
      _id: `COMMENT:old-${makers}-${at}:user-ann`,
      userId,
      kind: 'COMMENT',
      actorId: 'user-ann',
      videoId: null,
      commentId: `old-${makers}-${at}`,
      channelId: null,
      createdAt: new Date(Date.now() - 60_000 - at),
      readAt: null,
      withdrawnAt: null,
      dismissedAt: null,
      listedIn: [`all:${userId}`, `unread:${userId}`],
    })),
  );
  expect([await unreadOf(server(0), who), await unreadOf(server(1), who)]).toEqual([many, many]);
  await comment(server(1), fan(0), video, 'One more.');
  expect([await unreadOf(server(0), who), await unreadOf(server(1), who)]).toEqual([many + 1, many + 1]);
  const [latest, , third] = (await noticesOf(server(0), who)).nodes;
  await markRead(server(0), who, third?.id ?? '');
  expect([await unreadOf(server(0), who), await unreadOf(server(1), who)]).toEqual([many, many]);
  // All but the one that came in since then.
  const until = new Date(Date.parse(latest?.createdAt ?? '') - 1).toISOString();
  expect(await markAllRead(server(1), who, until)).toEqual({ marked: many - 1, unreadCount: 1 });
  expect([await unreadOf(server(0), who), await unreadOf(server(1), who)]).toEqual([1, 1]);
});
