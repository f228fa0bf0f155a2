import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import {
  hearBySocket,
  hearBySse,
  hearsOthers,
  listening,
  nobodyListens,
  type Heard,
} from '../../testkit/live.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { comment, follow, react, takeBack, unreadOf } from '../../testkit/notifications.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';

type Who = Record<string, string>;

const files = createMemoryObjectStore();
const mongodbUri = freshMongo();
let here: RunningApp;
let there: RunningApp;
let maker: Who;
let ann: Who;
let ben: Who;
let channel: string;
let video: string;
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
  await Promise.all([hearsOthers(here), hearsOthers(there)]);
  const person = async (name: string): Promise<Who> => ({
    authorization: (await addSignedIn(mongodbUri, name, ['VIEWER', 'CREATOR'])).authorization,
  });
  [maker, ann, ben] = [await person('maker'), await person('ann'), await person('ben')];
  channel = await addChannel(here, maker, 'maker');
  video = await addPublicVideo(here, files, maker, { title: 'Dawn' });
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const open: Heard[] = [];
const kept = (heard: Heard): Heard => {
  open.push(heard);
  return heard;
};
afterEach(async () => {
  for (const heard of open.splice(0)) heard.stop();
  await Promise.all([nobodyListens(here), nobodyListens(there)]);
});

const added =
  'subscription { notificationAdded { id kind readAt actor { name } video { title } comment { text } } }';
interface Told {
  readonly kind: string;
  readonly actor: { readonly name: string };
  readonly video: { readonly title: string } | null;
  readonly comment: { readonly text: string } | null;
}

const wordsIn = (results: readonly { readonly data?: Record<string, unknown> | null }[]): readonly string[] =>
  results.map(({ data }) => {
    if (!data) return 'nothing';
    const { kind, actor, video, comment } = data['notificationAdded'] as Told;
    return `${kind} by ${actor.name} of ${comment?.text ?? video?.title ?? 'a channel'}`;
  });

test('what somebody is told is heard by them alone, by SSE and by WebSocket, on every instance', async () => {
  const heard = [
    kept(hearBySse(here, added, {}, maker)),
    kept(hearBySocket(here, added, {}, maker)),
    kept(hearBySse(there, added, {}, maker)),
    kept(hearBySocket(there, added, {}, maker)),
  ];
  const others = [kept(hearBySse(here, added, {}, ben)), kept(hearBySocket(there, added, {}, ben))];
  await Promise.all([listening(here, 3), listening(there, 3)]);
  await react(here, ann, video, 'LIKE');
  await comment(there, ann, video, 'What light!');
  await follow(here, ann, channel);
  for (const one of heard)
    expect(wordsIn(await one.count(3))).toEqual([
      'LIKE by ann of Dawn',
      'COMMENT by ann of What light!',
      'SUBSCRIBER by ann of a channel',
    ]);
  // Ben is told of something afterwards: until then he has heard nothing of the maker's.
  await follow(there, ben, channel);
  await addPublicVideo(here, files, maker, { title: 'Noon' });
  for (const one of others) expect(wordsIn(await one.count(1))).toEqual(['NEW_VIDEO by maker of Noon']);
  expect(others.map(({ results }) => results.length)).toEqual([1, 1]);
});

test('whoever hears of something finds it counted, on every instance', async () => {
  const before = await unreadOf(there, maker);
  const heard = kept(hearBySse(there, added, {}, maker));
  await listening(there, 1);
  await comment(here, ben, video, 'Count me in.');
  await heard.count(1);
  expect([await unreadOf(here, maker), await unreadOf(there, maker)]).toEqual([before + 1, before + 1]);
});

test('a like that is taken back and done again is heard once', async () => {
  const heard = kept(hearBySocket(there, added, {}, maker));
  await listening(there, 1);
  await react(here, ben, video, 'LIKE');
  await heard.count(1);
  await takeBack(here, ben, video);
  await react(there, ben, video, 'LIKE');
  await comment(here, ben, video, 'The end.');
  expect(wordsIn(await heard.count(2))).toEqual(['LIKE by ben of Dawn', 'COMMENT by ben of The end.']);
});

test('nobody listens without being signed in', async () => {
  for (const one of [hearBySse(here, added, {}), hearBySocket(here, added, {})]) {
    kept(one);
    const ended = await one.ended;
    const told = JSON.stringify([ended, one.results]);
    expect(told).toContain('UNAUTHENTICATED');
  }
  expect((await askAs(here, maker, '{ unreadNotificationCount }')).codes).toEqual([]);
});
