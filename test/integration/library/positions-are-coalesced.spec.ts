import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addSignedIn } from '../../testkit/admin.ts';
import { addMovie } from '../../testkit/catalogue.ts';
import { createClient } from '../../testkit/client.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { MyMovie, RecordProgress } from '../../testkit/library-documents.ts';
import { commandsDuring } from '../../testkit/mongo-commands.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { startSlowProxy } from '../../testkit/slow-proxy.ts';

const burst = Array.from({ length: 40 }, (_, index) => index + 1);

test('a burst is a few writes, and each answer is true wherever it is read', async () => {
  const { url } = freshRedis();
  // So slow a way to the log that an answer ahead of it would be found out.
  await using proxy = await startSlowProxy(Number(new URL(url).port), 40);
  const mongodbUri = freshMongo();
  const shared = { mongodbUri, redisPrefix: `test-${randomUUID()}`, seedProgress: undefined };
  await using reader = await startEngineApp({ ...shared, redisUrl: url });
  await using writer = await startEngineApp({ ...shared, redisUrl: `redis://127.0.0.1:${proxy.port}` });
  const { authorization } = await addSignedIn(mongodbUri, 'ann');
  await Promise.all([live(reader), live(writer)]);
  const movieId = await addMovie(reader.admin, { title: 'Long', runtimeMinutes: 100 });
  const player = createClient(writer.url, { authorization });
  const other = createClient(reader.url, { authorization });
  const positionNow = async () =>
    (await other.query(MyMovie, { id: movieId })).movie?.myProgress?.positionSeconds ?? 0;
  await positionNow();

  const commands = await commandsDuring(writer.app.mongo, async () => {
    const answers = await Promise.all(
      burst.map((positionSeconds) => player.query(RecordProgress, { input: { movieId, positionSeconds } })),
    );
    const answered = answers.map(({ recordProgress }) => recordProgress.entry.progress.positionSeconds);
    expect(answered).toContain(await positionNow());
  });
  const writes = commands.filter(
    ({ collection, name }) => collection === 'watchProgress' && name !== 'find' && name !== 'aggregate',
  );
  expect(writes.length).toBeGreaterThan(0);
  expect(writes.length).toBeLessThan(burst.length / 4);

  for (const positionSeconds of [500, 501, 502]) {
    const answers = await Promise.all(
      [1, 2, 3].map(async () => {
        await player.query(RecordProgress, { input: { movieId, positionSeconds } });
        return positionNow();
      }),
    );
    expect(answers).toEqual([positionSeconds, positionSeconds, positionSeconds]);
  }
});
