import { expect, test } from 'vitest';
import { addSignedIn } from '../../testkit/admin.ts';
import { startApp } from '../../testkit/app.ts';
import { addMovie, keyOf, moviesIn } from '../../testkit/catalogue.ts';
import { createClient } from '../../testkit/client.ts';
import { RateMovie } from '../../testkit/library-documents.ts';
import { freshMongo } from '../../testkit/servers.ts';

test('a film that was kept before viewers could rate it is rated as any other', async () => {
  const mongodbUri = freshMongo();
  const shared = { mongodbUri, seedProgress: undefined };
  const movieId = await (async () => {
    await using before = await startApp(shared);
    const id = await addMovie(before.admin, { title: 'Old', rating: 6, votes: 10 });
    await moviesIn(before).updateOne(
      { _id: keyOf(id) },
      { $unset: { importedRating: '', viewerRatingSum: '', viewerRatingCount: '' } },
    );
    return id;
  })();
  await using after = await startApp(shared);
  const { authorization } = await addSignedIn(mongodbUri, 'ann');
  const { rateMovie } = await createClient(after.url, { authorization }).query(RateMovie, {
    movieId,
    rating: 10,
  });
  expect(rateMovie.movie).toMatchObject({
    importedRating: 6,
    rating: 6.36,
    viewerRating: 10,
    viewerRatingCount: 1,
  });
});
