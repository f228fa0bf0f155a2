import { randomUUID } from 'node:crypto';
import { createConnection, type Connection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAudience } from '../../../src/seed/index.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { spawnSeed } from '../../testkit/seeds.ts';
import { waitFor } from '../../testkit/wait-for.ts';

let mongo: Connection;
let mongodbUri: string;
beforeEach(async () => {
  mongodbUri = await freshMongoWithFilms();
  mongo = await createConnection(mongodbUri).asPromise();
});
afterEach(() => mongo.close());

const users = 60;
const views = 5_000;
const sizes = ['--users', `${users}`, '--views', `${views}`, '--videos', '0', '--seed', '9'];
const seed = (args: readonly string[] = sizes) =>
  spawnSeed({ args, mongodbUri, redisPrefix: `test-${randomUUID()}` });

interface Run {
  readonly position: number;
  readonly endAt: Date;
  readonly isWriting: boolean;
  readonly finishedAt: Date | null;
}
const run = () => mongo.collection<Run>('seedRuns').findOne();

const filmsViewed = async (): Promise<Map<string, number>> => {
  const counts = await mongo.collection<{ _id: string; views: number }>('filmCounts').find().toArray();
  return new Map(counts.map(({ _id, views: had }) => [_id, had]));
};

/** What the run should have made, by the generator alone. */
const audienceOf = async () => {
  const endAt = (await run())?.endAt ?? new Date();
  const films = await mongo
    .collection<{
      _id: string;
      genreIds: string[];
      popularity: number;
      importedRating: number | null;
      runtimeMinutes: number | null;
    }>('movies')
    .find()
    .toArray();
  const { population, views: made } = createAudience({
    seed: 9,
    users,
    views,
    days: 30,
    endAt,
    films: films.map(({ _id: id, importedRating: rating, ...film }) => ({ ...film, id, rating })),
  });
  return { population, all: [...made.between(0, views)], endAt };
};

const sums = async () => {
  const [films] = await mongo
    .collection('movies')
    .aggregate<{ sum: number; count: number }>([
      {
        $group: {
          _id: null,
          sum: { $sum: '$viewerRatingSum' },
          count: { $sum: '$viewerRatingCount' },
        },
      },
    ])
    .toArray();
  const [ratings] = await mongo
    .collection('movieRatings')
    .aggregate<{ sum: number; count: number }>([
      { $group: { _id: null, sum: { $sum: '$rating' }, count: { $sum: 1 } } },
    ])
    .toArray();
  return { films, ratings };
};

/** Holds what is in Mongo against what the generator says. */
const expectAll = async (): Promise<void> => {
  const { population, all, endAt } = await audienceOf();
  const viewed = new Map<string, number>();
  for (const { filmId } of all) viewed.set(filmId, (viewed.get(filmId) ?? 0) + 1);
  expect(await filmsViewed()).toEqual(viewed);
  expect(await mongo.collection('users').countDocuments()).toBe(users);

  const hourMs = 3_600_000;
  const hourOf = (at: Date): number => Math.floor(at.getTime() / hourMs);
  // Mongo removes hours that began eight days ago, whenever it looks for them: this run may outlast one.
  const oldest = endAt.getTime() / hourMs - 8 * 24 + 1;
  const byHour = new Map<string, number>();
  for (const { filmId, at } of all) {
    const key = `${hourOf(at)}:${filmId}`;
    if (hourOf(at) > oldest) byHour.set(key, (byHour.get(key) ?? 0) + 1);
  }
  const hours = await mongo
    .collection<{ views: number; hour: Date; filmId: string; _id: string }>('filmViewHours')
    .find()
    .toArray();
  for (const { _id, hour, filmId } of hours) expect(_id).toBe(`${hourOf(hour)}:${filmId}`);
  const lasting = hours.filter(({ hour }) => hourOf(hour) > oldest);
  expect(new Map(lasting.map(({ _id, views: had }) => [_id, had]))).toEqual(byHour);
  // None from long before: what it began to keep is cut by the hour.
  for (const { hour } of hours) expect(hourOf(hour)).toBeGreaterThanOrEqual(oldest - 2);

  const idOf = (user: number | undefined) => population.at(user ?? 0).id;
  const signedIn = all.filter(({ user }) => user !== undefined);
  const own = (user: number | undefined, filmId: string) => `${idOf(user)}:${filmId}`;
  const latest = new Map<string, { at: number; positionSeconds: number }>();
  for (const { user, filmId, endedAt, positionSeconds } of signedIn) {
    const at = endedAt.getTime();
    if ((latest.get(own(user, filmId))?.at ?? 0) <= at)
      latest.set(own(user, filmId), { at, positionSeconds });
  }
  const progress = await mongo
    .collection<{ _id: string; watchedAt: Date; positionSeconds: number }>('watchProgress')
    .find()
    .toArray();
  expect(
    new Map(
      progress.map(({ _id, watchedAt, positionSeconds }) => [
        _id,
        { at: watchedAt.getTime(), positionSeconds },
      ]),
    ),
  ).toEqual(latest);
  const rated = new Set(signedIn.filter(({ rating }) => rating).map(({ user, filmId }) => own(user, filmId)));
  expect(await mongo.collection('movieRatings').countDocuments()).toBe(rated.size);
  const liked = new Set(
    signedIn.filter(({ isFavourite }) => isFavourite).map(({ user, filmId }) => own(user, filmId)),
  );
  expect(await mongo.collection('favourites').countDocuments()).toBe(liked.size);

  const { films, ratings } = await sums();
  expect(films).toMatchObject({ sum: ratings?.sum, count: ratings?.count });

  const someone = signedIn.at(-1)?.user;
  const trail = await mongo
    .collection<{ _id: string; filmIds: string[]; lastAt: Date }>('viewTrails')
    .findOne({ _id: idOf(someone) });
  const theirs = signedIn.filter(({ user }) => user === someone).toReversed();
  expect(trail?.filmIds).toEqual([...new Set(theirs.map(({ filmId }) => filmId))].slice(0, 50));
  expect(trail?.lastAt).toEqual(theirs[0]?.at);
};

const amongst = (text: string) => expect.stringContaining(text) as string;

/** Processes that start beside others take their time. */
const patienceMs = 60_000;

describe('a seed', { timeout: 3 * patienceMs }, () => {
  test('makes what the generator says, and nothing when it is repeated', async () => {
    expect(await seed().ended).toMatchObject({
      code: 0,
      summary: amongst(`Made ${users} users, 5,000 views`),
    });
    await expectAll();
    expect(await run()).toMatchObject({ position: views, isWriting: false });
    const second = await seed([...sizes, '--password', 'long enough a password']).ended;
    expect(second).toMatchObject({ code: 0, summary: amongst('Nothing was added') });
    expect(second.summary).toContain('have the passwords that they had');
    await expectAll();
  });

  test.for([
    ['SIGKILL', { code: null, signal: 'SIGKILL', summary: '' }],
    ['SIGTERM', { code: 130, signal: null, summary: amongst('run the same command again to go on') }],
  ] as const)('that got a %s in the middle goes on, and counts every view once', async ([signal, end]) => {
    const first = seed();
    await waitFor(async () => ((await run())?.position ?? 0) > 0, 'some views are settled', patienceMs);
    first.child.kill(signal);
    expect(await first.ended).toMatchObject(end);
    const stopped = await run();
    expect(stopped?.position).toBeLessThan(views);
    // Killed, it may have written what no log knows of.
    expect(stopped?.isWriting).toBe(signal === 'SIGKILL');

    const second = await seed().ended;
    expect(second).toMatchObject({ code: 0, summary: amongst('An earlier run had come to view') });
    await expectAll();
  });

  test('of the same run twice at once leaves it to one of them', async () => {
    const ends = await Promise.all([seed().ended, seed().ended]);
    expect(ends.some(({ code }) => code === 0)).toBe(true);
    await expectAll();
  });

  test('of another size adds views, and the people that are missing', async () => {
    await seed(['--users', '20', '--views', '1000', '--videos', '0', '--seed', '9']).ended;
    const { summary } = await seed(['--users', '30', '--views', '1000', '--videos', '0', '--seed', '9'])
      .ended;
    expect(summary).toContain('Made 10 users, 1,000 views');
    expect(await mongo.collection('users').countDocuments()).toBe(30);
    const viewed = await filmsViewed();
    expect([...viewed.values()].reduce((sum, had) => sum + had, 0)).toBe(2_000);
    const { films, ratings } = await sums();
    expect(films).toMatchObject({ sum: ratings?.sum, count: ratings?.count });
  });
});
