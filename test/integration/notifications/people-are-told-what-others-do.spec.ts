import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import {
  comment,
  deleteComment,
  does,
  follow,
  likeComment,
  noticesOf,
  react,
  takeBack,
  told,
  unfollow,
  unlikeComment,
  unreadOf,
  wish,
} from '../../testkit/notifications.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo, askAs, remove, unlist } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

type Who = Record<string, string>;

const files = createMemoryObjectStore();
const mongodbUri = freshMongo();
let here: RunningApp;
let there: RunningApp;
/** A channel with a video, of somebody new. */
let round = 0;
beforeAll(async () => {
  const shared = {
    mongodbUri,
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    seedProgress: undefined,
    objectStore: files,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

interface Maker {
  readonly who: Who;
  readonly userId: string;
  readonly channel: string;
  readonly video: string;
}

const person = async (name: string): Promise<{ readonly who: Who; readonly userId: string }> => {
  const { userId, authorization } = await addSignedIn(mongodbUri, name, ['VIEWER', 'CREATOR']);
  return { who: { authorization }, userId };
};

const maker = async (): Promise<Maker> => {
  round += 1;
  const name = `maker-${round}`;
  const { who, userId } = await person(name);
  const channel = await addChannel(here, who, name);
  const video = await addPublicVideo(here, files, who, { title: 'Dawn' });
  // Both servers know by now that there is nothing to tell.
  expect([await unreadOf(here, who), await unreadOf(there, who)]).toEqual([0, 0]);
  return { who, userId, channel, video };
};

test('a maker is told of a like, a comment and a follower in the next answer, on every server', async () => {
  const { who, channel, video } = await maker();
  const ann = await person('ann');
  await react(there, ann.who, video, 'LIKE');
  expect([await unreadOf(here, who), await unreadOf(there, who)]).toEqual([1, 1]);
  await comment(there, ann.who, video, 'What light!');
  await follow(here, ann.who, channel);
  for (const server of [here, there]) {
    expect(await told(server, who)).toEqual([
      `SUBSCRIBER by ann of maker-${round}`,
      'COMMENT by ann of What light!',
      'LIKE by ann of Dawn',
    ]);
    expect(await unreadOf(server, who)).toBe(3);
  }
});

test('who is answered is told, and who is liked for a comment; the owner of the video is told of what others write', async () => {
  const { who, video } = await maker();
  const [ann, ben, cy] = [await person('ann-b'), await person('ben-b'), await person('cy-b')];
  const asked = await comment(here, ann.who, video, 'When was this?');
  const answered = await comment(there, ben.who, video, 'In May.', asked);
  await comment(here, cy.who, video, 'In June!', answered);
  await likeComment(there, who, answered);
  expect(await told(here, ann.who)).toEqual(['REPLY by ben-b of In May.']);
  expect(await told(there, ben.who)).toEqual([
    `LIKE by maker-${round} of In May.`,
    'REPLY by cy-b of In June!',
  ]);
  expect(await told(here, who)).toEqual([
    'COMMENT by cy-b of In June!',
    'COMMENT by ben-b of In May.',
    'COMMENT by ann-b of When was this?',
  ]);
});

test('an owner who is answered is told once, of the answer', async () => {
  const { who, video } = await maker();
  const ann = await person('ann-c');
  const own = await comment(here, who, video, 'Ask me anything.');
  await comment(there, ann.who, video, 'Anything?', own);
  expect(await told(here, who)).toEqual(['REPLY by ann-c of Anything?']);
});

test('nobody is told of what they do themselves', async () => {
  const { who, video } = await maker();
  await react(here, who, video, 'LIKE');
  const own = await comment(there, who, video, 'First!');
  await comment(here, who, video, 'And second.', own);
  await likeComment(there, who, own);
  expect(await noticesOf(here, who)).toEqual({ totalCount: 0, nodes: [] });
});

test('a like that is taken back is told no more, and one that is done again is the one that was told', async () => {
  const { who, video } = await maker();
  const ann = await person('ann-d');
  await react(here, ann.who, video, 'LIKE');
  const first = await noticesOf(there, who);
  await takeBack(there, ann.who, video);
  expect([await noticesOf(here, who), await unreadOf(there, who)]).toEqual([{ totalCount: 0, nodes: [] }, 0]);
  await react(there, ann.who, video, 'LIKE');
  await react(here, ann.who, video, 'LIKE');
  expect(await noticesOf(there, who)).toEqual(first);
  expect(await unreadOf(here, who)).toBe(1);

  await does(here, who, 'mutation { markAllNotificationsRead { marked unreadCount } }');
  await react(there, ann.who, video, 'DISLIKE');
  expect(await noticesOf(here, who)).toMatchObject({ totalCount: 0 });
  await react(here, ann.who, video, 'LIKE');
  const again = await noticesOf(there, who);
  expect(again.nodes.map(({ id, createdAt }) => ({ id, createdAt }))).toEqual(
    first.nodes.map(({ id, createdAt }) => ({ id, createdAt })),
  );
  expect([again.nodes[0]?.readAt === null, await unreadOf(here, who)]).toEqual([false, 0]);
});

test('what was removed by its recipient does not come back by doing it again', async () => {
  const { who, video, channel } = await maker();
  const ann = await person('ann-e');
  await react(here, ann.who, video, 'LIKE');
  await follow(here, ann.who, channel);
  for (const { id } of (await noticesOf(there, who)).nodes)
    await does(there, who, 'mutation ($id: ID!) { deleteNotification(id: $id) { unreadCount } }', { id });
  await takeBack(here, ann.who, video);
  await react(there, ann.who, video, 'LIKE');
  await unfollow(there, ann.who, channel);
  await follow(here, ann.who, channel);
  expect([await noticesOf(here, who), await unreadOf(there, who)]).toEqual([{ totalCount: 0, nodes: [] }, 0]);
});

test('of many likes and dislikes at once, from two servers, what is told is what stands', async () => {
  const { who, video } = await maker();
  const ann = await person('ann-f');
  const flip = async (at: number): Promise<void> => {
    const server = at % 2 === 0 ? here : there;
    await (at % 3 === 0 ? takeBack(server, ann.who, video) : react(server, ann.who, video, 'LIKE'));
  };
  for (let time = 0; time < 5; time += 1) {
    await Promise.all(Array.from({ length: 8 }, (_, at) => flip(at + time)));
    const shown = await askAs(here, ann.who, 'query ($id: ID!) { video(id: $id) { viewerReaction } }', {
      id: video,
    });
    const likes = fieldOf<{ viewerReaction: string | null }>(shown, 'video').viewerReaction === 'LIKE';
    expect(await unreadOf(there, who)).toBe(likes ? 1 : 0);
  }
});

test('what is told of a comment goes with it and its answers, and what is told of a follower with the following', async () => {
  const { who, video, channel } = await maker();
  const [ann, ben] = [await person('ann-g'), await person('ben-g')];
  const asked = await comment(here, ann.who, video, 'Why?');
  const answer = await comment(there, ben.who, video, 'Because.', asked);
  await likeComment(here, ann.who, answer);
  await likeComment(here, ben.who, asked);
  await unlikeComment(there, ben.who, asked);
  await follow(there, ann.who, channel);
  expect(await told(here, ann.who)).toEqual(['REPLY by ben-g of Because.']);
  expect((await noticesOf(here, who)).totalCount).toBe(3);
  await deleteComment(here, ann.who, asked);
  await unfollow(here, ann.who, channel);
  for (const { who: one } of [ann, ben, { who }])
    expect([await noticesOf(there, one), await unreadOf(here, one)]).toEqual([
      { totalCount: 0, nodes: [] },
      0,
    ]);
});

test('what a blocked user does is not told, and what they did is told no more', async () => {
  const { who, userId, video, channel } = await maker();
  const ann = await person('ann-h');
  const asked = await comment(here, ann.who, video, 'Hm?');
  await react(here, ann.who, video, 'LIKE');
  await comment(here, who, video, 'Yes.', asked);
  expect(await unreadOf(there, who)).toBe(2);
  await does(there, who, 'mutation ($id: ID!) { blockUser(userId: $id) { blocked { blockedAt } } }', {
    id: toGlobalId('User', ann.userId),
  });
  const refused = await askAs(
    here,
    ann.who,
    'mutation ($id: ID!) { subscribeToChannel(id: $id) { __typename } }',
    {
      id: channel,
    },
  );
  expect(refused.codes).toEqual(['FORBIDDEN']);
  await takeBack(here, ann.who, video);
  await react(there, ann.who, video, 'LIKE');
  expect([await noticesOf(there, who), await unreadOf(here, who)]).toEqual([{ totalCount: 0, nodes: [] }, 0]);
  // A block is about what comes to who blocked.
  expect(await told(here, ann.who)).toEqual([`REPLY by maker-${round} of Yes.`]);
  expect(userId).not.toBe(ann.userId);
});

test('what somebody does not want to be told of is not told, the rest is', async () => {
  const { who, video, channel } = await maker();
  const ann = await person('ann-i');
  await wish(here, who, { likes: false, subscribers: false });
  await react(there, ann.who, video, 'LIKE');
  await follow(there, ann.who, channel);
  await comment(there, ann.who, video, 'Still here.');
  expect(await told(here, who)).toEqual(['COMMENT by ann-i of Still here.']);
  const { data } = await askAs(
    there,
    who,
    '{ notificationPreferences { newVideos comments replies likes subscribers } }',
  );
  expect(data?.['notificationPreferences']).toEqual({
    newVideos: true,
    comments: true,
    replies: true,
    likes: false,
    subscribers: false,
  });
  await wish(there, who, { likes: true });
  const ben = await person('ben-i');
  await react(here, ben.who, video, 'LIKE');
  expect(await told(there, who)).toEqual(['LIKE by ben-i of Dawn', 'COMMENT by ann-i of Still here.']);
});

test('of one thing, twenty likes are told', async () => {
  const { who, video } = await maker();
  const fans = await Promise.all(Array.from({ length: 23 }, (_, at) => person(`fan-${at}`)));
  for (const fan of fans) await react(here, fan.who, video, 'LIKE');
  expect([await unreadOf(there, who), (await noticesOf(here, who)).totalCount]).toEqual([20, 20]);
  const commented = await comment(here, who, video, 'Thank you all!');
  await likeComment(there, fans[0]?.who ?? {}, commented);
  expect((await told(here, who))[0]).toBe('LIKE by fan-0 of Thank you all!');
});

test('all that is told of a video goes with it, and an unlisted one keeps what was done with it', async () => {
  const { who, video } = await maker();
  const ann = await person('ann-j');
  await react(here, ann.who, video, 'LIKE');
  const asked = await comment(here, ann.who, video, 'More!');
  await comment(there, who, video, 'Soon.', asked);
  await unlist(here, who, video);
  expect([await unreadOf(there, who), await unreadOf(there, ann.who)]).toEqual([2, 1]);
  await remove(there, who, video);
  for (const server of [here, there])
    await waitFor(
      async () => (await unreadOf(server, who)) === 0 && (await unreadOf(server, ann.who)) === 0,
      'what was told is gone',
    );
  expect([(await noticesOf(here, who)).totalCount, (await noticesOf(there, ann.who)).totalCount]).toEqual([
    0, 0,
  ]);
});
