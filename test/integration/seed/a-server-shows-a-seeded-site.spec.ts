import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { ask, fieldOf, live, startEngineApp, type AskOptions } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { countedIn, countsOfDocuments } from '../../testkit/seeded-site.ts';
import { spawnSeed } from '../../testkit/seeds.ts';
import { freshRedis, scratchFolder } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const password = 'the same for all of them';

const latest = '{ videos(first: 12) { totalCount nodes { id title channel { name } } } }';
const findVideos = `query ($query: String!) {
  searchAll(query: $query, types: [VIDEO], first: 100) { nodes { ... on Video { id } } }
}`;
const watch = `query ($id: ID!) {
  video(id: $id) {
    title views likes dislikes commentCount
    channel { id handle subscribers }
    playback { url contentType sizeBytes }
    comments(first: 50) { totalCount nodes { id text likes replyCount replies(first: 5) { totalCount nodes { text } } } }
  }
}`;
const login = `mutation ($email: String!, $password: String!) {
  login(input: { email: $email, password: $password }) { tokens { accessToken } }
}`;

interface Watched {
  readonly views: number;
  readonly likes: number;
  readonly dislikes: number;
  readonly commentCount: number;
  readonly channel: { readonly id: string; readonly handle: string; readonly subscribers: number };
  readonly playback: { readonly url: string; readonly contentType: string; readonly sizeBytes: number };
  readonly comments: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly likes: number;
      readonly replyCount: number;
      readonly replies: { readonly totalCount: number };
    }[];
  };
}

/** Processes that start beside others take their time. */
const patienceMs = 60_000;

describe.for([['with Redis'], ['without Redis']] as const)(
  'a server %s',
  { timeout: 3 * patienceMs },
  ([kind]) => {
    let server: RunningApp;
    let mongodbUri: string;
    let dataDir: string;
    const redisPrefix = `test-${randomUUID()}`;
    const redis = () => (kind === 'with Redis' ? { redisUrl: freshRedis().url } : {});

    beforeAll(async () => {
      mongodbUri = await freshMongoWithFilms();
      dataDir = await scratchFolder();
      server = await startEngineApp({ mongodbUri, redisPrefix, dataDir, ...redis() });
      await live(server);
    });
    afterAll(async () => {
      await server[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    });

    const seed = (...args: readonly string[]) =>
      spawnSeed({
        args: ['--users', '80', '--views', '0', '--videos', '60', '--video-views', '4000', ...args],
        mongodbUri,
        redisPrefix,
        dataDir,
        ...redis(),
      });
    const warm = (query: string, options?: AskOptions) =>
      waitFor(async () => (await ask(server, query, options)).cache.hit === true, `${query} is a hit`);
    const shownOf = async (key: string) =>
      fieldOf<Watched>(await ask(server, watch, { variables: { id: toGlobalId('Video', key) } }), 'video');

    /** What Mongo holds, whatever anybody kept. */
    const expectCurrent = async (): Promise<void> => {
      const { mongo } = server.app;
      const { videos, comments, channels } = await countedIn(mongo);
      const documents = await countsOfDocuments(mongo, []);
      const records = await mongo
        .collection<{ _id: string; channelId: string; publishedAt: Date }>('videos')
        .find()
        .sort({ publishedAt: -1, _id: -1 })
        .toArray();
      for (const { _id, channelId } of records.slice(0, 30)) {
        const shown = await shownOf(_id);
        expect(shown).toMatchObject({
          views: Number(videos.get(_id)?.['views'] ?? 0),
          likes: documents.videos.get(_id)?.['likes'] ?? 0,
          dislikes: documents.videos.get(_id)?.['dislikes'] ?? 0,
          commentCount: documents.videos.get(_id)?.['comments'] ?? 0,
        });
        expect(shown.channel.subscribers).toBe(documents.channels.get(channelId)?.['subscribers'] ?? 0);
        for (const { replyCount, replies } of shown.comments.nodes)
          expect(replyCount).toBe(replies.totalCount);
      }
      expect(comments).toEqual(documents.comments);
      expect(channels).toEqual(documents.channels);
      const { nodes } = fieldOf<{ nodes: { id: string }[] }>(await ask(server, latest), 'videos');
      expect(nodes.map(({ id }) => id)).toEqual(
        records.slice(0, 12).map(({ _id }) => toGlobalId('Video', _id)),
      );
    };

    test('shows videos, comments and counts once a seed has made them, and plays them', async () => {
      await warm(latest);
      const { code, summary } = await seed('--password', password).ended;
      expect({ code, summary }).toMatchObject({
        code: 0,
        summary: expect.stringContaining('3 channels, 60 videos, 4,000 views of videos') as string,
      });
      await expectCurrent();
      const page = fieldOf<{ totalCount: number; nodes: { id: string; title: string }[] }>(
        await ask(server, latest),
        'videos',
      );
      expect(page.totalCount).toBe(60);
      for (const { id, title } of page.nodes) {
        const found = await ask(server, findVideos, { variables: { query: title } });
        expect(fieldOf<{ nodes: { id: string }[] }>(found, 'searchAll').nodes).toContainEqual({ id });
      }

      const [first] = await server.app.mongo.collection<{ _id: string }>('videos').find().limit(1).toArray();
      const { playback } = await shownOf(first?._id ?? '');
      const answer = await fetch(playback.url, { headers: { range: 'bytes=0-15' } });
      expect(answer.status).toBe(206);
      expect(answer.headers.get('content-type')).toBe('video/mp4');
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp');
      expect(answer.headers.get('content-range')).toBe(`bytes 0-15/${playback.sizeBytes}`);

      const email = /Sign in as (\S+),/.exec(summary)?.[1];
      const { tokens } = fieldOf<{ tokens: { accessToken: string } }>(
        await ask(server, login, { variables: { email, password } }),
        'login',
      );
      const headers = { authorization: `Bearer ${tokens.accessToken}` };
      // The first of the users has a channel, and may publish.
      const mine = await ask(server, '{ myChannel { handle } me { permissions } }', { headers });
      expect(mine.codes).toEqual([]);
      expect(mine.data?.['myChannel']).toMatchObject({ handle: expect.stringMatching(/-1$/) as string });
      expect(JSON.stringify(mine.data)).toContain('PUBLISH_VIDEOS');
      const edited = await ask(
        server,
        'mutation { updateChannel(input: { name: "Mine" }) { channel { name } } }',
        { headers },
      );
      expect(edited.codes).toEqual([]);
    });

    test('is never behind what a seed has settled, while it goes on', async () => {
      const run = seed('--seed', '2', '--comments', '2500', '--likes', '1500');
      const over = new AbortController();
      const totals = '{ videos(first: 1) { totalCount nodes { id commentCount likes } } }';
      const watchOn = async (): Promise<void> => {
        const [known] = await server.app.mongo
          .collection<{ _id: string }>('videos')
          .find()
          .limit(1)
          .toArray();
        let least = 0;
        let fewest = 0;
        while (!over.signal.aborted) {
          // What was answered once stays.
          const { totalCount } = fieldOf<{ totalCount: number }>(await ask(server, totals), 'videos');
          expect(totalCount).toBeGreaterThanOrEqual(least);
          least = totalCount;
          const { comments } = await shownOf(known?._id ?? '');
          expect(comments.totalCount).toBeGreaterThanOrEqual(fewest);
          fewest = comments.totalCount;
        }
      };
      const end = async () => {
        const { code } = await run.ended;
        over.abort();
        return code;
      };
      const [code] = await Promise.all([end(), watchOn()]);
      expect(code).toBe(0);
      await expectCurrent();
    });

    test('shows what a killed seed wrote, once another one is done', async () => {
      await live(server);
      await warm(latest);
      const runs = server.app.mongo.collection<{ _id: string; position: number }>('seedRuns');
      const isBegun = async () => ((await runs.findOne({ _id: /^seed 3:.*videos/ }))?.position ?? 0) > 0;
      const killed = seed('--seed', '3', '--video-views', '60000');
      await waitFor(isBegun, 'some events are settled', patienceMs);
      killed.child.kill('SIGKILL');
      await killed.ended;

      expect(await seed('--seed', '4', '--video-views', '10').ended).toMatchObject({ code: 0 });
      await expectCurrent();
    });
  },
);
