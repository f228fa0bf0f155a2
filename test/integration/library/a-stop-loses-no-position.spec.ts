import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { addSignedIn, testTokenKeys } from '../../testkit/admin.ts';
import { startApp } from '../../testkit/app.ts';
import { createClient } from '../../testkit/client.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { MyMovie, RecordProgress } from '../../testkit/library-documents.ts';
import { Movies } from '../../testkit/documents.ts';
import { freshRedis } from '../../testkit/servers.ts';

const program = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** The server as people run it. @returns the address of its API, once it answers. */
const startServer = async (
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly process: ChildProcess; readonly url: string }> => {
  const server = spawn(process.execPath, [program], {
    env: { PATH: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /Marquee answers on (http:[^"\s]+)/.exec(line)?.[1];
    if (url !== undefined) {
      server.stdout.resume();
      return { process: server, url };
    }
  }
  throw new Error('The server ended before it answered.');
};

interface Sent {
  readonly position: number;
  readonly sentAt: number;
  /** Infinite for what was never answered. */
  answeredAt: number;
}

test('every position that was acknowledged is there after a stop in the middle of a burst', async () => {
  const { url: redisUrl } = freshRedis();
  const prefix = `test-${randomUUID()}`;
  const mongodbUri = await freshMongoWithFilms();
  const shared = { mongodbUri, redisUrl, redisPrefix: prefix };
  // Fills the database, and ends.
  const films = await (async () => {
    await using first = await startApp(shared);
    return (await first.client.query(Movies, { first: 2 })).movies.edges.map(({ node }) => node.id);
  })();
  const viewers = await Promise.all(['ann', 'ben', 'cy'].map((name) => addSignedIn(mongodbUri, name)));

  const server = await startServer({
    MONGODB_URI: mongodbUri,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: prefix,
    PORT: '0',
    HOST: '127.0.0.1',
    JWT_KEYS: `tests:${Buffer.from(testTokenKeys[0].secret).toString('base64url')}`,
  });
  let position = 0;
  let answers = 0;
  const enough = Promise.withResolvers<void>();
  const lanes = viewers.flatMap(({ authorization }) =>
    films.map((movieId) => ({ authorization, movieId, sent: [] as Sent[] })),
  );
  /** Sends one position after the other, as one of several players of the same viewer and film, until nobody answers. */
  const play = async ({ authorization, movieId, sent }: (typeof lanes)[number]): Promise<void> => {
    const client = createClient(server.url, { authorization });
    for (;;) {
      position += 1;
      const one: Sent = { position, sentAt: performance.now(), answeredAt: Infinity };
      sent.push(one);
      try {
        const input = { movieId, positionSeconds: one.position };
        const { body } = await client.send(RecordProgress, { input });
        if (body.errors) return;
      } catch {
        return;
      }
      one.answeredAt = performance.now();
      answers += 1;
      if (answers === 150) enough.resolve();
    }
  };
  const playing = Promise.all(lanes.flatMap((lane) => [1, 2, 3].map(() => play(lane))));
  await enough.promise;
  server.process.kill('SIGTERM');
  const [code] = (await once(server.process, 'exit')) as [number | null];
  await playing;
  expect(code).toBe(0);

  await using again = await startApp(shared);
  for (const { authorization, movieId, sent } of lanes) {
    const client = createClient(again.url, { authorization });
    const { movie } = await client.query(MyMovie, { id: movieId });
    const stored = sent.find((one) => one.position === movie?.myProgress?.positionSeconds);
    if (!stored) throw new Error('What is stored was never sent.');
    const acknowledged = sent.filter(({ answeredAt }) => answeredAt < Infinity);
    expect(acknowledged.length).toBeGreaterThan(5);
    // What is there is the acknowledged one, or came in while or after it did.
    for (const one of acknowledged) expect(stored.answeredAt).toBeGreaterThanOrEqual(one.sentAt);
  }
}, 90_000);
