import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { movieId, popularFilms } from '../../testkit/discovery.ts';
import { ask, fieldOf, live, startEngineApp, type AskOptions } from '../../testkit/engine-app.ts';
import { moviesIn } from '../../testkit/catalogue.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { freshRedis } from '../../testkit/servers.ts';
import { spawnSeed } from '../../testkit/seeds.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const password = 'the same for all of them';

const detail = 'query ($id: ID!) { movie(id: $id) { rating viewerRatingCount views } }';
const byRating = '{ movies(sort: {field: RATING, direction: DESC}, first: 20) { nodes { title rating } } }';
const trending = '{ trending(window: WEEK, first: 5) { edges { node { id } } } }';
const recommended =
  'query ($id: ID!) { movie(id: $id) { recommendations(first: 5) { edges { reasons { kind } } } } }';
const login = `mutation ($email: String!, $password: String!) {
  login(input: { email: $email, password: $password }) { tokens { accessToken } }
}`;
const home = `{
  continueWatching(first: 50) { nodes { progress { isFinished } movie { id } } }
  watchHistory(first: 5) { nodes { movie { id } } }
  favourites(first: 50) { nodes { movie { id } } }
  myRatings(first: 50) { nodes { rating } }
}`;

/** Processes that start beside others take their time. */
const patienceMs = 60_000;

describe.for([['with Redis'], ['without Redis']] as const)(
  'a server %s',
  { timeout: 3 * patienceMs },
  ([kind]) => {
    let server: RunningApp;
    let mongodbUri: string;
    const redisPrefix = `test-${randomUUID()}`;
    const redis = () => (kind === 'with Redis' ? { redisUrl: freshRedis().url } : {});

    beforeAll(async () => {
      mongodbUri = await freshMongoWithFilms();
      server = await startEngineApp({ mongodbUri, redisPrefix, ...redis() });
      await live(server);
    });
    afterAll(() => server[Symbol.asyncDispose]());

    const seed = (...args: readonly string[]) =>
      spawnSeed({
        args: ['--users', '30', '--views', '4000', '--videos', '0', ...args],
        mongodbUri,
        redisPrefix,
        ...redis(),
      });
    const warm = (query: string, options?: AskOptions) =>
      waitFor(async () => (await ask(server, query, options)).cache.hit === true, `${query} is a hit`);

    const shownOf = async (id: string) =>
      fieldOf<{ rating: number; viewerRatingCount: number; views: number }>(
        await ask(server, detail, { variables: { id } }),
        'movie',
      );

    /** What Mongo holds, whatever anybody kept. */
    const expectCurrent = async (): Promise<void> => {
      const films = await popularFilms(server, 40);
      for (const film of films) {
        expect(await shownOf(movieId(film))).toMatchObject({
          rating: film.rating,
          viewerRatingCount: film.viewerRatingCount,
        });
      }
      const best = await moviesIn(server).find().sort({ rating: -1, _id: -1 }).limit(20).toArray();
      const { nodes } = fieldOf<{ nodes: readonly object[] }>(await ask(server, byRating), 'movies');
      expect(nodes).toEqual(best.map(({ title, rating }) => ({ title, rating })));
    };

    const warmAll = async (): Promise<void> => {
      await live(server);
      await warm(byRating);
      for (const film of await popularFilms(server, 40))
        await warm(detail, { variables: { id: movieId(film) } });
    };

    test('shows ratings, views, trends, recommendations and libraries once a seed has made them', async () => {
      await warmAll();
      const { code, summary } = await seed('--password', password).ended;
      expect({ code, summary }).toMatchObject({
        code: 0,
        summary: expect.stringContaining('Made 30 users, 4,000 views') as string,
      });
      await expectCurrent();

      const [first] = await popularFilms(server, 1);
      const id = movieId(first ?? { _id: '' });
      expect((await shownOf(id)).views).toBeGreaterThan(50);
      const trend = fieldOf<{ edges: readonly object[] }>(await ask(server, trending), 'trending');
      expect(trend.edges).toHaveLength(5);
      const { recommendations } = fieldOf<{
        recommendations: { edges: { reasons: { kind: string }[] }[] };
      }>(await ask(server, recommended, { variables: { id } }), 'movie');
      const kinds = recommendations.edges.flatMap(({ reasons }) => reasons.map(({ kind: why }) => why));
      expect(kinds).toContain('SHARED_VIEWERS');

      const email = /Sign in as (\S+),/.exec(summary)?.[1];
      const { tokens } = fieldOf<{ tokens: { accessToken: string } }>(
        await ask(server, login, { variables: { email, password } }),
        'login',
      );
      const mine = await ask(server, home, { headers: { authorization: `Bearer ${tokens.accessToken}` } });
      const { data } = mine as { data: Record<string, { nodes: Record<string, unknown>[] }> };
      const lengths = ['continueWatching', 'watchHistory', 'favourites', 'myRatings'].map(
        (list) => data[list]?.nodes.length ?? 0,
      );
      expect(Math.min(...lengths)).toBeGreaterThan(0);
      expect(data['continueWatching']?.nodes).toSatisfy((nodes: { progress: { isFinished: boolean } }[]) =>
        nodes.every(({ progress }) => !progress.isFinished),
      );
    });

    test('is never behind what a seed has settled, while it goes on', async () => {
      const run = seed('--seed', '2', '--views', '5000');
      const over = new AbortController();
      const watch = async (): Promise<void> => {
        const [film] = await popularFilms(server, 1);
        const id = movieId(film ?? { _id: '' });
        let least = 0;
        while (!over.signal.aborted) {
          // What Mongo shows before somebody asks may not be acknowledged yet, but what was answered once stays.
          const { viewerRatingCount } = await shownOf(id);
          expect(viewerRatingCount).toBeGreaterThanOrEqual(least);
          least = viewerRatingCount;
        }
      };
      const end = async () => {
        const { code } = await run.ended;
        over.abort();
        return code;
      };
      const [code] = await Promise.all([end(), watch()]);
      expect(code).toBe(0);
      await expectCurrent();
    });

    test('shows what a killed seed wrote, once another one is done', async () => {
      await warmAll();
      const runs = server.app.mongo.collection<{ _id: string; position: number }>('seedRuns');
      const isBegun = async () => ((await runs.findOne({ _id: /^seed 3:/ }))?.position ?? 0) > 0;
      const killed = seed('--seed', '3', '--views', '30000');
      await waitFor(isBegun, 'some views are settled', patienceMs);
      killed.child.kill('SIGKILL');
      await killed.ended;

      expect(await seed('--seed', '4', '--views', '10').ended).toMatchObject({ code: 0 });
      await expectCurrent();
    });
  },
);
