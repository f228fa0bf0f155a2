import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createConnection, type Connection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBaseStore } from '../../../src/counters/base-store.ts';
import { countedKinds } from '../../../src/counting.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import {
  countedByDay,
  countedIn,
  countsOfDocuments,
  daysOfEvents,
  siteOf,
} from '../../testkit/seeded-site.ts';
import { spawnSeed } from '../../testkit/seeds.ts';
import { scratchFolder } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

let mongo: Connection;
let mongodbUri: string;
let dataDir: string;
beforeEach(async () => {
  mongodbUri = await freshMongoWithFilms();
  dataDir = await scratchFolder();
  mongo = await createConnection(mongodbUri).asPromise();
});
afterEach(async () => {
  await mongo.close();
  await rm(dataDir, { recursive: true, force: true });
});

const users = 70;
const sizes = {
  channels: 5,
  videos: 60,
  videoViews: 9_000,
  likes: 1_200,
  comments: 1_500,
  subscriptions: 120,
};
const eventCount = 9_000 + 1_200 + 1_500 + 120;

const seed = (given: Partial<typeof sizes> = {}) => {
  const { videoViews, ...others } = { ...sizes, ...given };
  const options = { users, views: 0, seed: 9, days: 7, ...others, 'video-views': videoViews };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
  return spawnSeed({ args, mongodbUri, redisPrefix: `test-${randomUUID()}`, dataDir });
};

interface Run {
  readonly _id: string;
  readonly position: number;
  readonly endAt: Date;
  readonly isWriting: boolean;
  readonly finishedAt: Date | null;
}
const run = () => mongo.collection<Run>('seedRuns').findOne({ _id: /videos/ });

/** What the run should have made. */
const made = async () =>
  siteOf({ seed: 9, users, days: 7, sizes, endAt: (await run())?.endAt ?? new Date() });

const idsIn = async (collection: string) =>
  (
    await mongo
      .collection<{ _id: string }>(collection)
      .find({}, { projection: { _id: 1 } })
      .toArray()
  )
    .map(({ _id }) => _id)
    .toSorted();

/** Counters agree with the documents, and the views with the generator. */
const expectCounted = async (gone: readonly string[] = []): Promise<void> => {
  const { site, events } = await made();
  const viewed = events
    .flatMap((event) => (event.kind === 'view' ? [site.videos.idOf(event.video)] : []))
    .filter((id) => !gone.includes(id));
  expect(await countedIn(mongo)).toEqual(await countsOfDocuments(mongo, viewed));
};

/** Holds what is in Mongo against what the generator says. */
const expectAll = async (): Promise<void> => {
  const { site, population, events } = await made();
  const ids = (of: (event: (typeof events)[number]) => readonly string[]) => events.flatMap(of).toSorted();
  expect(await idsIn('channels')).toHaveLength(sizes.channels);
  expect(await idsIn('videos')).toHaveLength(sizes.videos);
  expect(await idsIn('comments')).toEqual(
    ids((event) => (event.kind === 'comment' ? [site.remarks.idOf(event.comment.index)] : [])),
  );
  expect(await idsIn('reactions')).toEqual(
    ids((event) =>
      event.kind === 'reaction' ? [`${site.videos.idOf(event.video)}:${population.idOf(event.user)}`] : [],
    ),
  );
  expect(await idsIn('commentLikes')).toEqual(
    ids((event) =>
      event.kind === 'commentLike'
        ? [`${site.remarks.idOf(event.comment)}:${population.idOf(event.user)}`]
        : [],
    ),
  );
  expect(await idsIn('channelSubscriptions')).toEqual(
    ids((event) =>
      event.kind === 'subscription'
        ? [`${site.channels.idOf(event.channel)}:${population.idOf(event.user)}`]
        : [],
    ),
  );
  await expectCounted();
  const ofChannels = await mongo.collection<{ _id: string; views?: number }>('channelStats').find().toArray();
  const viewed = events.filter(({ kind }) => kind === 'view');
  expect(ofChannels.reduce((sum, { views = 0 }) => sum + views, 0)).toBe(viewed.length);
  expect(await countedByDay(mongo)).toEqual(daysOfEvents(await made()));
};

const amongst = (text: string) => expect.stringContaining(text) as string;

/** Processes that start beside others take their time. */
const patienceMs = 60_000;

describe('a seed of a site', { timeout: 3 * patienceMs }, () => {
  test('makes what the generator says, counted as it is, and nothing when it is repeated', async () => {
    expect(await seed().ended).toMatchObject({
      code: 0,
      summary: amongst('5 channels, 60 videos, 9,000 views of videos, 1,500 comments, 1,200 likes'),
    });
    await expectAll();
    expect(await run()).toMatchObject({ position: eventCount, isWriting: false });
    const creators = mongo.collection('users').countDocuments({ roles: 'CREATOR' });
    expect(await creators).toBe(sizes.channels);

    expect(await seed().ended).toMatchObject({ code: 0, summary: amongst('Nothing was added to videos') });
    await expectAll();
  });

  test.for([
    ['SIGKILL', { code: null, signal: 'SIGKILL' }],
    ['SIGTERM', { code: 130, signal: null, summary: amongst('run the same command again to go on') }],
  ] as const)('that got a %s in the middle goes on, and counts everything once', async ([signal, end]) => {
    const first = seed();
    await waitFor(async () => ((await run())?.position ?? 0) > 0, 'some events are settled', patienceMs);
    first.child.kill(signal);
    expect(await first.ended).toMatchObject(end);
    const stopped = await run();
    expect(stopped?.position).toBeLessThan(eventCount);
    // Killed, it may have written what no log knows of.
    expect(stopped?.isWriting).toBe(signal === 'SIGKILL');

    expect(await seed().ended).toMatchObject({
      code: 0,
      summary: amongst('An earlier run had come to event'),
    });
    await expectAll();
  });

  test('that was killed while it made videos makes the rest of them', async () => {
    const many = { videos: 2_000, videoViews: 0, likes: 0, comments: 0, subscriptions: 0 };
    const first = seed(many);
    const isBegun = async () => (await mongo.collection('videos').countDocuments()) > 0;
    await waitFor(isBegun, 'some videos are there', patienceMs);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await seed(many).ended).toMatchObject({ code: 0 });
    expect(await mongo.collection('videos').countDocuments()).toBe(2_000);
    expect(await mongo.collection('channels').countDocuments()).toBe(sizes.channels);
  });

  test('of the same run twice at once leaves it to one of them', async () => {
    const ends = await Promise.all([seed().ended, seed().ended]);
    expect(ends.some(({ code }) => code === 0)).toBe(true);
    await expectAll();
  });

  test('of another size adds what is missing, and counts on', async () => {
    await seed({ likes: 300 }).ended;
    expect(await seed().ended).toMatchObject({ code: 0, summary: amongst('0 channels, 0 videos') });
    expect(await idsIn('comments')).toHaveLength(2 * sizes.comments);
    const { videos, comments, channels } = await countedIn(mongo);
    const documents = await countsOfDocuments(mongo, []);
    const views = [...videos.values()].reduce((sum, own) => sum + Number(own['views']), 0);
    expect(views).toBe(2 * sizes.videoViews);
    const others = [...videos]
      .map(([id, own]) => [id, { ...own, views: 0 }] as const)
      .filter(([, own]) => Object.values<unknown>(own).some((count) => count !== 0));
    expect(new Map(others)).toEqual(documents.videos);
    expect(comments).toEqual(documents.comments);
    expect(channels).toEqual(documents.channels);
  });

  test('keeps what others did, and what servers have counted and not folded', async () => {
    // Everybody has disliked some videos, and follows a channel.
    const { site: before, population } = await made();
    const people = Array.from({ length: users }, (_, index) => population.idOf(index));
    const disliked = Array.from({ length: 20 }, (_, index) => before.videos.idOf(index));
    const channelId = before.channels.idOf(0);
    const at = new Date('2020-01-01T00:00:00Z');
    const reactions = mongo.collection<{ _id: string; videoId: string; value: string; reactedAt: Date }>(
      'reactions',
    );
    await reactions.insertMany(
      disliked.flatMap((videoId) =>
        people.map((userId) => ({
          _id: `${videoId}:${userId}`,
          videoId,
          userId,
          value: 'DISLIKE',
          reactedAt: at,
        })),
      ),
    );
    await mongo
      .collection<{ _id: string; dislikes: number }>('videoStats')
      .insertMany(disliked.map((_id) => ({ _id, dislikes: users })));
    await mongo
      .collection<{ _id: string }>('channelSubscriptions')
      .insertMany(
        people
          .slice(1)
          .map((userId) => ({ _id: `${channelId}:${userId}`, channelId, userId, subscribedAt: at })),
      );
    await mongo
      .collection<{ _id: string; subscribers: number }>('channelStats')
      .insertOne({ _id: channelId, subscribers: users - 1 });
    await mongo
      .collection<{ _id: string; subscriptions: number }>('userStats')
      .insertMany(people.slice(1).map((_id) => ({ _id, subscriptions: 1 })));
    // A server has folded some of its account before, and the rest afterwards.
    const base = createBaseStore({ connection: mongo, kinds: countedKinds, log: quiet });
    const born = await base.now();
    const account = (seq: number, views: number) => ({
      owner: 'a-server',
      thing: `video:${disliked[0]}`,
      born,
      seq,
      sums: { views },
    });
    await base.fold([account(1, 5)]);
    expect(await seed().ended).toMatchObject({ code: 0 });
    await base.fold([account(2, 8)]);

    const { site, events } = await made();
    const viewed = [
      ...events.flatMap((event) => (event.kind === 'view' ? [site.videos.idOf(event.video)] : [])),
      ...Array.from({ length: 8 }, () => disliked[0] ?? ''),
    ];
    expect(await countedIn(mongo)).toEqual(await countsOfDocuments(mongo, viewed));
    const theirs = await reactions.find({ videoId: { $in: disliked } }).toArray();
    expect(theirs).toHaveLength(disliked.length * users);
    expect(theirs.every(({ value, reactedAt }) => value === 'DISLIKE' && +reactedAt === +at)).toBe(true);
    expect(await reactions.countDocuments()).toBeGreaterThan(theirs.length);
    expect(await mongo.collection('channelSubscriptions').countDocuments({ channelId })).toBe(users - 1);
  });

  test('leaves out what is about videos and channels that were removed', async () => {
    const stopped = seed();
    await waitFor(async () => ((await run())?.position ?? 0) > 0, 'some events are settled', patienceMs);
    stopped.child.kill('SIGTERM');
    await stopped.ended;
    const { site } = await made();
    const gone = Array.from({ length: sizes.videos }, (_, index) => index)
      .filter((index) => site.videos.rankOf(index) < 3)
      .map(site.videos.idOf);
    // As their owners and moderators do.
    for (const videoId of gone) {
      await mongo.collection<{ _id: string }>('videos').deleteOne({ _id: videoId });
      const comments = mongo.collection<{ _id: string; videoId: string }>('comments');
      const ids = (await comments.find({ videoId }).toArray()).map(({ _id }) => _id);
      await comments.deleteMany({ videoId });
      await mongo.collection('reactions').deleteMany({ videoId });
      await mongo.collection('commentLikes').deleteMany({ commentId: { $in: ids } });
      await createBaseStore({ connection: mongo, kinds: countedKinds, log: quiet }).remove([
        `video:${videoId}`,
        ...ids.map((id) => `comment:${id}`),
      ]);
    }
    // And a comment with its answers, of a video that stays.
    const comments = mongo.collection<{ _id: string; videoId: string; parentId: string | null }>('comments');
    const removed = await comments.find({ parentId: null }).sort({ createdAt: -1 }).limit(1).next();
    const answers = await comments.find({ parentId: removed?._id ?? '' }).toArray();
    const ids = [removed?._id ?? '', ...answers.map(({ _id }) => _id)];
    await comments.deleteMany({ _id: { $in: ids } });
    await mongo.collection('commentLikes').deleteMany({ commentId: { $in: ids } });
    const base = createBaseStore({ connection: mongo, kinds: countedKinds, log: quiet });
    await base.remove(ids.map((id) => `comment:${id}`));
    await mongo
      .collection<{ _id: string; comments: number }>('videoStats')
      .updateOne({ _id: removed?.videoId ?? '' }, { $inc: { comments: -ids.length } });

    expect(await seed().ended).toMatchObject({ code: 0 });
    expect(await comments.countDocuments({ _id: { $in: ids } })).toBe(0);
    for (const videoId of gone) {
      expect(await mongo.collection('comments').countDocuments({ videoId })).toBe(0);
      expect(await mongo.collection('reactions').countDocuments({ videoId })).toBe(0);
    }
    await expectCounted(gone);
  });
});
