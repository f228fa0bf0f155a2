import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSignedIn } from '../../testkit/admin.ts';
import {
  DeleteAccount,
  ExportMyData,
  Login,
  Register,
  VerifyEmail,
} from '../../testkit/account-documents.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { addMovie, keyOf } from '../../testkit/catalogue.ts';
import { createClient, type Client } from '../../testkit/client.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import {
  AddFavourite,
  RateMovie,
  RatingOf,
  RecordProgress,
  UpdatePreferences,
} from '../../testkit/library-documents.ts';
import { startMailbox, tokenIn, type Mailbox } from '../../testkit/mailbox.ts';
import { freshMongo } from '../../testkit/servers.ts';

let mailbox: Mailbox;
let running: RunningApp;
let ben: Client;
const mongodbUri = freshMongo();
beforeAll(async () => {
  mailbox = await startMailbox();
  running = await startEngineApp({ mongodbUri, smtpUrl: mailbox.url, seedProgress: undefined });
  ben = createClient(running.url, { authorization: (await addSignedIn(mongodbUri, 'ben')).authorization });
  await live(running);
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const collections = ['preferences', 'watchProgress', 'favourites', 'movieRatings'] as const;

/** How many documents of somebody are in each collection. */
const kept = (userId: string) =>
  Promise.all(
    collections.map((name) =>
      running.app.mongo
        .collection(name)
        .countDocuments(name === 'preferences' ? { _id: userId as never } : { userId }),
    ),
  );

test('somebody takes with them what the library keeps of them, and then it is gone, out of the ratings too', async () => {
  const who = { email: 'ann@example.com', password: 'correct horse battery' };
  await running.client.query(Register, { input: { ...who, name: 'Ann' } });
  await running.client.query(VerifyEmail, { token: tokenIn(await mailbox.next(who.email), 'verify-email') });
  const { login } = await running.client.query(Login, { input: who });
  const ann = createClient(running.url, { authorization: `Bearer ${login.tokens.accessToken}` });
  const userId = keyOf(login.user.id);

  const movieId = await addMovie(running.admin, { title: 'One', rating: 5, votes: 100, runtimeMinutes: 90 });
  for (const client of [ann, ben]) {
    await client.query(UpdatePreferences, { input: { audioLanguage: 'de' } });
    await client.query(RecordProgress, { input: { movieId, positionSeconds: 60 } });
    await client.query(AddFavourite, { movieId });
  }
  await ann.query(RateMovie, { movieId, rating: 10 });
  await ben.query(RateMovie, { movieId, rating: 1 });

  const { exportMyData } = await ann.query(ExportMyData, {});
  const moment: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect(exportMyData).toMatchObject({
    library: {
      preferences: { audioLanguage: 'de' },
      watchHistory: [
        { movieId, positionSeconds: 60, durationSeconds: 5400, isFinished: false, watchedAt: moment },
      ],
      favourites: [{ movieId, addedAt: moment }],
      ratings: [{ movieId, rating: 10, ratedAt: moment }],
    },
  });

  expect(await kept(userId)).toEqual([1, 1, 1, 1]);
  await ann.query(DeleteAccount, { password: who.password });
  expect(await kept(userId)).toEqual([0, 0, 0, 0]);
  expect(await kept('user-ben')).toEqual([1, 1, 1, 1]);
  const { movie } = await running.client.query(RatingOf, { id: movieId });
  expect(movie).toMatchObject({ viewerRating: 1, viewerRatingCount: 1, rating: 4.96 });
});
