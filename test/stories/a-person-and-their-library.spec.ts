import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSignedIn } from '../testkit/admin.ts';
import type { RunningApp } from '../testkit/app.ts';
import { addMovie } from '../testkit/catalogue.ts';
import { createClient, type Answer, type Client } from '../testkit/client.ts';
import { DeleteMovie } from '../testkit/documents.ts';
import { live, startEngineApp } from '../testkit/engine-app.ts';
import {
  AddFavourite,
  BestRated,
  ClearWatchHistory,
  ContinueWatching,
  Favourites,
  MyMovie,
  MyRatings,
  Preferences,
  RateMovie,
  RatingOf,
  RecordProgress,
  RemoveFavourite,
  RemoveFromWatchHistory,
  RemoveMovieRating,
  UpdatePreferences,
  WatchHistory,
} from '../testkit/library-documents.ts';
import { outcomeOf } from '../testkit/people.ts';
import { freshMongo, freshRedis } from '../testkit/servers.ts';

let here: RunningApp;
/** Another instance on the same MongoDB and Redis. */
let there: RunningApp;
/** Ann on her laptop, and on her phone, which talks to the other instance. */
let laptop: Client;
let phone: Client;
let ben: Client;
const films: string[] = [];

beforeAll(async () => {
  const { url, prefix } = freshRedis();
  const mongodbUri = freshMongo();
  const shared = { mongodbUri, redisUrl: url, redisPrefix: prefix, seedProgress: undefined };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  const ann = await addSignedIn(mongodbUri, 'ann');
  laptop = createClient(here.url, { authorization: ann.authorization });
  phone = createClient(there.url, { authorization: ann.authorization });
  ben = createClient(there.url, { authorization: (await addSignedIn(mongodbUri, 'ben')).authorization });
  await Promise.all([live(here), live(there)]);
  for (const [title, rating] of [
    ['One', 5],
    ['Two', 6],
    ['Three', 7],
    ['Four', null],
  ] as const) {
    films.push(
      await addMovie(here.admin, { title, rating, votes: rating === null ? 0 : 1000, runtimeMinutes: 100 }),
    );
  }
});
afterAll(async () => {
  await there[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

const film = (index: number): string => films[index] ?? '';
const isHit = ({ body }: Answer<unknown>): boolean => body.extensions?.responseCache?.hit === true;

/** Asks twice on a device: the second answer is a hit and the same. @returns the data. */
const kept = async <Data, Variables>(
  client: Client,
  document: Parameters<typeof client.send<Data, Variables>>[0],
  variables: Variables,
): Promise<Data> => {
  const first = await client.query(document, variables);
  const second = await client.send(document, variables);
  expect(isHit(second)).toBe(true);
  expect(second.body.data).toEqual(first);
  return first;
};

const record = (client: Client, index: number, positionSeconds: number, durationSeconds?: number) =>
  client.query(RecordProgress, { input: { movieId: film(index), positionSeconds, durationSeconds } });

describe('preferences', () => {
  const usual = {
    playbackQuality: 'AUTO',
    autoplayNext: true,
    autoplayPreviews: true,
    subtitleLanguage: null,
    audioLanguage: null,
    maturityLimit: null,
  };

  test('are as for everybody at first, and kept', async () => {
    expect((await kept(laptop, Preferences, {})).preferences).toEqual(usual);
    expect((await kept(phone, Preferences, {})).preferences).toEqual(usual);
  });

  test('are as they were set, in the answer and everywhere after it, and nobody else has them', async () => {
    const input = { playbackQuality: 'HD', autoplayNext: false, subtitleLanguage: 'de-ch' } as const;
    const next = { ...usual, ...input, subtitleLanguage: 'de-CH' };
    const { updatePreferences } = await phone.query(UpdatePreferences, { input });
    expect(updatePreferences.preferences).toEqual(next);
    expect((await kept(laptop, Preferences, {})).preferences).toEqual(next);
    expect((await kept(ben, Preferences, {})).preferences).toEqual(usual);
    await laptop.query(UpdatePreferences, { input: { subtitleLanguage: null, maturityLimit: 'PG_13' } });
    expect((await phone.query(Preferences, {})).preferences).toEqual({
      ...next,
      subtitleLanguage: null,
      maturityLimit: 'PG_13',
    });
  });

  test('are not changed by what is no preference', async () => {
    const answer = await laptop.send(UpdatePreferences, {
      input: { subtitleLanguage: 'not a language', autoplayNext: null },
    });
    expect(outcomeOf(answer).codes).toEqual(['BAD_USER_INPUT']);
    expect(answer.body.errors?.[0]?.message).toBe(
      'input.autoplayNext: expected a value, or the field left out, but got null; ' +
        'input.subtitleLanguage: expected a language such as "de-CH", but got "not a language".',
    );
  });
});

describe('what somebody watches', () => {
  const positions = async (client: Client) =>
    (await kept(client, ContinueWatching, { first: 10 })).continueWatching.nodes.map(
      ({ movie, progress }) => [movie.title, progress.positionSeconds],
    );

  test('goes on where it was left, on another device, the last one first', async () => {
    expect(await positions(phone)).toEqual([]);
    const { recordProgress } = await record(laptop, 0, 60);
    expect(recordProgress.entry.progress).toEqual({
      positionSeconds: 60,
      durationSeconds: 6000,
      isFinished: false,
    });
    expect(await positions(phone)).toEqual([['One', 60]]);
    await record(laptop, 1, 10, 7000);
    await record(phone, 0, 90);
    expect(await positions(phone)).toEqual([
      ['One', 90],
      ['Two', 10],
    ]);
    expect(await positions(laptop)).toEqual(await positions(phone));
    expect(await positions(ben)).toEqual([]);
  });

  test('is in the history only once it is finished, and back when it is watched again', async () => {
    await record(laptop, 0, 5700);
    expect(await positions(phone)).toEqual([['Two', 10]]);
    const { watchHistory } = await kept(phone, WatchHistory, {});
    expect(watchHistory.nodes).toEqual([
      { movie: { id: film(0) }, progress: { positionSeconds: 5700, isFinished: true } },
      { movie: { id: film(1) }, progress: { positionSeconds: 10, isFinished: false } },
    ]);
    await record(phone, 0, 5);
    expect(await positions(laptop)).toEqual([
      ['One', 5],
      ['Two', 10],
    ]);
  });

  test('is paged', async () => {
    await record(laptop, 2, 33);
    const first = (await kept(phone, WatchHistory, { first: 2 })).watchHistory;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const after = first.pageInfo.endCursor ?? null;
    // Its cursor is a moment just now, and what depends on the present is not kept.
    const second = (await phone.query(WatchHistory, { first: 2, after })).watchHistory;
    expect([...first.nodes, ...second.nodes].map(({ movie }) => movie.id)).toEqual([2, 0, 1].map(film));
  });

  test('is forgotten, one or all', async () => {
    const { removeFromWatchHistory } = await laptop.query(RemoveFromWatchHistory, { movieId: film(0) });
    expect(removeFromWatchHistory.movie).toEqual({ id: film(0), myProgress: null });
    expect(await positions(phone)).toEqual([
      ['Three', 33],
      ['Two', 10],
    ]);
    await record(ben, 0, 1);
    expect((await phone.query(ClearWatchHistory, {})).clearWatchHistory).toEqual({ removedCount: 2 });
    expect(await positions(laptop)).toEqual([]);
    expect(await positions(ben)).toEqual([['One', 1]]);
    expect((await phone.query(ClearWatchHistory, {})).clearWatchHistory).toEqual({ removedCount: 0 });
  });

  test('has a position within the film, and is about a film that there is', async () => {
    const refused = async (input: { movieId: string; positionSeconds: number; durationSeconds?: number }) => {
      const { body } = await laptop.send(RecordProgress, { input });
      return [body.errors?.[0]?.extensions?.['code'], body.errors?.[0]?.message];
    };
    const movieId = film(0);
    expect(await refused({ movieId, positionSeconds: -1 })).toEqual([
      'BAD_USER_INPUT',
      'input.positionSeconds: expected a number from 0 to 360000, but got -1.',
    ]);
    expect(await refused({ movieId, positionSeconds: 11, durationSeconds: 10 })).toEqual([
      'BAD_USER_INPUT',
      'input.positionSeconds: expected a number from 0 to 10, but got 11.',
    ]);
    expect(await refused({ movieId, positionSeconds: 0, durationSeconds: 0 })).toEqual([
      'BAD_USER_INPUT',
      'input.durationSeconds: expected a number from 1 to 360000, but got 0.',
    ]);
    const none = Buffer.from('Movie:000000000000').toString('base64url');
    expect((await refused({ movieId: none, positionSeconds: 1 }))[0]).toBe('NOT_FOUND');
    expect((await refused({ movieId: 'x', positionSeconds: 1 }))[0]).toBe('BAD_USER_INPUT');
  });
});

describe('favourites', () => {
  const titles = async (client: Client) =>
    (await kept(client, Favourites, {})).favourites.edges.map(({ node }) => node.movie.title);

  test('are added once, the last one first, and belong to nobody else', async () => {
    expect(await titles(laptop)).toEqual([]);
    const { addFavourite } = await laptop.query(AddFavourite, { movieId: film(0) });
    expect(addFavourite.favourite.movie).toEqual({ id: film(0), isFavourite: true });
    await phone.query(AddFavourite, { movieId: film(1) });
    const again = await phone.query(AddFavourite, { movieId: film(0) });
    expect(again.addFavourite.favourite.addedAt).toBe(addFavourite.favourite.addedAt);
    expect(await titles(phone)).toEqual(['Two', 'One']);
    expect(await titles(laptop)).toEqual(['Two', 'One']);
    expect(await titles(ben)).toEqual([]);
    expect((await ben.query(MyMovie, { id: film(0) })).movie?.isFavourite).toBe(false);
  });

  test('are paged, and no longer there once they are removed, as often as one likes', async () => {
    const { favourites } = await kept(laptop, Favourites, { first: 1 });
    expect(favourites).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    for (const _time of [1, 2]) {
      const { removeFavourite } = await phone.query(RemoveFavourite, { movieId: film(1) });
      expect(removeFavourite.movie).toEqual({ id: film(1), isFavourite: false });
    }
    expect(await titles(laptop)).toEqual(['One']);
  });
});

describe('ratings', () => {
  const shown = async (client: Client, index: number) =>
    (await kept(client, MyMovie, { id: film(index) })).movie;
  const best = async (client: Client) => (await kept(client, BestRated, {})).movies.nodes;

  test("move a film's rating, and lists by rating follow", async () => {
    expect((await best(phone)).map(({ id }) => id)).toEqual([2, 1, 0, 3].map(film));
    const { rateMovie } = await laptop.query(RateMovie, { movieId: film(3), rating: 10 });
    // Nobody knows of it: ten times 6.3, and one 10.
    expect(rateMovie.movie).toEqual({
      id: film(3),
      rating: 6.64,
      importedRating: null,
      viewerRating: 10,
      viewerRatingCount: 1,
      myRating: 10,
    });
    expect((await best(phone)).map(({ id }) => id)).toEqual([2, 3, 1, 0].map(film));
    expect(await shown(ben, 3)).toMatchObject({ rating: 6.64, viewerRatingCount: 1, myRating: null });
    expect(await shown(phone, 3)).toMatchObject({ myRating: 10 });
  });

  test('are changed and taken back, and the film is rated as if they had never been', async () => {
    await ben.query(RateMovie, { movieId: film(0), rating: 10 });
    await laptop.query(RateMovie, { movieId: film(0), rating: 3 });
    expect(await shown(phone, 0)).toMatchObject({
      rating: 5.03,
      importedRating: 5,
      viewerRating: 6.5,
      viewerRatingCount: 2,
      myRating: 3,
    });
    await phone.query(RateMovie, { movieId: film(0), rating: 1 });
    expect(await shown(ben, 0)).toMatchObject({ rating: 5.01, viewerRating: 5.5, myRating: 10 });
    for (const _time of [1, 2]) {
      const { removeMovieRating } = await laptop.query(RemoveMovieRating, { movieId: film(0) });
      expect(removeMovieRating.movie).toEqual({
        id: film(0),
        rating: 5.05,
        viewerRatingCount: 1,
        myRating: null,
      });
    }
    await ben.query(RemoveMovieRating, { movieId: film(0) });
    expect(await shown(phone, 0)).toMatchObject({ rating: 5, viewerRating: null, viewerRatingCount: 0 });
  });

  test('are from 1 to 10, and about a film that there is', async () => {
    for (const rating of [0, 11]) {
      const answer = await laptop.send(RateMovie, { movieId: film(0), rating });
      expect(answer.body.errors?.[0]).toMatchObject({
        message: `rating: expected a number from 1 to 10, but got ${rating}.`,
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    const none = Buffer.from('Movie:000000000000').toString('base64url');
    const answer = await laptop.send(RateMovie, { movieId: none, rating: 5 });
    expect(outcomeOf(answer).codes).toEqual(['NOT_FOUND']);
    expect((await laptop.query(MyRatings, {})).myRatings.nodes).toEqual([
      { rating: 10, movie: { id: film(3) } },
    ]);
  });
});

describe('whoever is not signed in', () => {
  test('sees films as before, from an answer that is for everybody', async () => {
    const nobody = createClient(here.url);
    expect((await nobody.query(MyMovie, { id: film(0) })).movie).toMatchObject({
      isFavourite: null,
      myRating: null,
      myProgress: null,
    });
    await laptop.query(RatingOf, { id: film(0) });
    for (const client of [nobody, phone, ben])
      expect(isHit(await client.send(RatingOf, { id: film(0) }))).toBe(true);
  });

  test('has nothing, and changes nothing', async () => {
    const nobody = createClient(here.url);
    const asked = await Promise.all([
      nobody.send(Preferences, {}),
      nobody.send(Favourites, {}),
      nobody.send(WatchHistory, {}),
      nobody.send(ContinueWatching, {}),
      nobody.send(MyRatings, {}),
      nobody.send(AddFavourite, { movieId: film(0) }),
      nobody.send(RateMovie, { movieId: film(0), rating: 1 }),
    ]);
    expect(asked.flatMap((answer) => outcomeOf(answer).codes)).toEqual(
      Array.from(asked, () => 'UNAUTHENTICATED'),
    );
  });
});

test('a film that goes takes with it what everybody had about it, and comes back without', async () => {
  const input = { title: 'Brief', rating: 8, votes: 50 };
  const id = await addMovie(here.admin, input);
  for (const client of [laptop, ben]) {
    await client.query(RecordProgress, { input: { movieId: id, positionSeconds: 1 } });
    await client.query(AddFavourite, { movieId: id });
    await client.query(RateMovie, { movieId: id, rating: 1 });
    expect((await kept(client, Favourites, {})).favourites.edges[0]?.node.movie.id).toBe(id);
    expect((await kept(client, WatchHistory, {})).watchHistory.nodes[0]?.movie.id).toBe(id);
    expect((await kept(client, MyRatings, {})).myRatings.nodes[0]?.movie.id).toBe(id);
  }
  await there.admin.query(DeleteMovie, { id });
  const without = async () => {
    for (const client of [laptop, ben]) {
      const { favourites } = await kept(client, Favourites, {});
      expect(favourites.edges.map(({ node }) => node.movie.id)).not.toContain(id);
      expect(favourites.totalCount).toBe(favourites.edges.length);
      const { watchHistory } = await kept(client, WatchHistory, {});
      expect(watchHistory.nodes.map(({ movie }) => movie.id)).not.toContain(id);
      const { myRatings } = await kept(client, MyRatings, {});
      expect(myRatings.nodes.map(({ movie }) => movie.id)).not.toContain(id);
    }
  };
  await without();
  expect(await addMovie(here.admin, input)).toBe(id);
  await without();
  expect((await laptop.query(MyMovie, { id })).movie).toMatchObject({
    rating: 8,
    viewerRatingCount: 0,
    myRating: null,
    isFavourite: false,
    myProgress: null,
  });
});
