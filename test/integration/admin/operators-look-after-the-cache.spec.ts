import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppOptions } from '../../../src/app.ts';
import type {
  CacheLookup,
  CacheStatistics,
  ClearCacheInput,
} from '../../../src/graphql/generated/resolvers.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { ask, fieldOf, live, startEngineApp, type AskOptions } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { freshRedis } from '../../testkit/servers.ts';

const clear = (server: RunningApp, what: ClearCacheInput, as = 'admin') =>
  ask(server, 'mutation ($what: ClearCacheInput!) { clearCache(what: $what) { stamped } }', {
    variables: { what },
    as,
  });

const lookUp = async (server: RunningApp, variables: Record<string, unknown>): Promise<CacheLookup> => {
  const query = `query (
    $key: String, $query: String, $operationName: String, $variables: JSONObject, $viewer: CacheViewerInput
  ) {
    cacheEntry(
      key: $key, query: $query, operationName: $operationName, variables: $variables, viewer: $viewer
    ) {
      operation { name type isCacheable refused maxAgeSeconds decidedBy isPrivate }
      entries {
        key tier audience state asOf ageSeconds ttlSeconds diesInSeconds costMs bodyBytes memoryBytes
        operation type tags invalidatedBy
      }
    }
  }`;
  return fieldOf(await ask(server, query, { variables, as: 'admin' }), 'cacheEntry');
};

const statisticsOf = async (server: RunningApp): Promise<CacheStatistics> => {
  const counts = `{
    hits misses hitRate hitsFromMemory hitsFromRedis staleHits joined bypassed stored storedBytes
    missReasons { reason count } bypassReasons { reason count } notStoredReasons { reason count }
  }`;
  const times = '{ count meanMs p50Ms p95Ms p99Ms }';
  const query = `{
    cacheStatistics {
      instance uptimeSeconds
      process { residentBytes heapUsedBytes heapTotalBytes externalBytes }
      epoch { isLive state nonce reason doubt failures waitingMutations }
      log {
        position lagRecords proofAgeSeconds proofs failedProofs proofTimes ${times}
        appends failedAppends appendTimes ${times} invalidations skips clears
      }
      memory { entries bytes maxBytes evictedForSpace evictedByAge }
      redis { isUp isLeftAlone version role keys usedBytes maxBytes maxMemoryPolicy evictedKeys roundTripMs }
      answers ${counts} byType { name counts ${counts} } byOperation { name counts ${counts} }
      entities { name counts ${counts} }
      latency { cached ${times} hits ${times} misses ${times} uncached ${times} }
    }
  }`;
  return fieldOf(await ask(server, query, { as: 'admin' }), 'cacheStatistics');
};

const countsIn = (list: CacheStatistics['byType'], name: string) =>
  list.find((one) => one.name === name)?.counts;

const comedies = 'query Comedies { movies(filter: { genre: "comedy" }, first: 3) { nodes { title } } }';
const dramas = 'query Dramas { movies(filter: { genre: "drama" }, first: 3) { nodes { title } } }';
const people = 'query Director { person(slug: "frank-darabont") { name } }';

/** Asks until it is answered from the cache. */
const warm = async (server: RunningApp, query: string, options: AskOptions = {}): Promise<void> => {
  for (let attempt = 0; attempt < 5; attempt += 1) if ((await ask(server, query, options)).cache.hit) return;
  throw new Error(`It is never kept: ${query}`);
};

const isKept = async (server: RunningApp, query: string, options: AskOptions = {}): Promise<boolean> =>
  (await ask(server, query, options)).cache.hit === true;

const places: readonly (readonly [name: string, withRedis: boolean, instances: number])[] = [
  ['two instances on Redis', true, 2],
  ['one instance, in memory', false, 1],
];

describe.for(places)('with %s', ([, withRedis, instances]) => {
  let servers: RunningApp[] = [];
  /** Where operators act, and where it has to show. */
  let here: RunningApp;
  let there: RunningApp;
  const log = createRecordingLog();

  beforeAll(async () => {
    const shared: Partial<AppOptions> = {
      mongodbUri: await freshMongoWithFilms(),
      redisUrl: withRedis ? freshRedis().url : undefined,
      redisPrefix: `test-${randomUUID()}`,
      extension: privateNotes,
      log,
    };
    for (let index = 0; index < instances; index += 1) servers.push(await startEngineApp(shared));
    await Promise.all(servers.map(live));
    [here, there] = [servers[0] as RunningApp, servers.at(-1) as RunningApp];
  });
  afterAll(async () => {
    for (const server of servers) await server[Symbol.asyncDispose]();
    servers = [];
  });

  describe('what is cleared on one is served by none', () => {
    test('everything, which frees the memory too', async () => {
      for (const query of [comedies, people]) await warm(there, query);
      const { codes, data } = await clear(here, { everything: true });
      expect(codes).toEqual([]);
      expect(data).toEqual({ clearCache: { stamped: ['*'] } });
      expect((await statisticsOf(there)).memory).toMatchObject({ entries: 0, bytes: 0 });
      for (const query of [comedies, people]) {
        const { cache } = await ask(there, query);
        expect(cache.hit).toBe(false);
        await warm(there, query);
      }
    });

    test('an operation by its name, and nothing else', async () => {
      for (const query of [comedies, dramas]) await warm(there, query);
      await clear(here, { operation: 'Comedies' });
      const { cache } = await ask(there, comedies);
      expect(cache).toMatchObject({ hit: false, reasons: ['what was kept was invalidated by a write'] });
      expect(await isKept(there, dramas)).toBe(true);
    });

    test('a type, with the records below the answers, and nothing else', async () => {
      for (const query of [comedies, people]) await warm(there, query);
      await clear(here, { type: 'Person' });
      expect(await isKept(there, comedies)).toBe(true);
      const commands: string[] = [];
      there.app.mongo.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName));
      expect(await isKept(there, people)).toBe(false);
      expect(commands).toContain('find');
    });

    test('an object, by the id of the API or of the database', async () => {
      const byId = 'query Film($id: ID!) { movie(id: $id) { title } }';
      const list = '{ popularMovies(first: 2) { nodes { id } } }';
      const { popularMovies } = (await ask(here, list)).data as {
        popularMovies: { nodes: { id: string }[] };
      };
      const [one = '', other = ''] = popularMovies.nodes.map(({ id }) => id);
      const key = Buffer.from(one, 'base64url').toString().split(':')[1] ?? '';
      for (const id of [one, key]) {
        for (const film of [one, other]) await warm(there, byId, { variables: { id: film } });
        await warm(there, comedies);
        await clear(here, { entity: { type: 'Movie', id } });
        expect(await isKept(there, byId, { variables: { id: one } })).toBe(false);
        expect(await isKept(there, byId, { variables: { id: other } })).toBe(true);
      }
    });

    test("a viewer's own, and not another's nor everybody's", async () => {
      for (const as of ['ada', 'bob']) await warm(there, '{ myNote }', { as });
      await warm(there, comedies);
      await clear(here, { user: 'ada' });
      expect(await isKept(there, '{ myNote }', { as: 'ada' })).toBe(false);
      expect(await isKept(there, '{ myNote }', { as: 'bob' })).toBe(true);
      expect(await isKept(there, comedies, { as: 'ada' })).toBe(true);
    });
  });

  test('what is to be cleared is one thing, and one that there is', async () => {
    const faulty: ClearCacheInput[] = [
      {},
      { everything: false },
      { everything: true, operation: 'Comedies' },
      { type: 'Film' },
      { entity: { type: 'Film', id: '1' } },
      { operation: 'no name' },
      { operation: '' },
      { user: '' },
    ];
    for (const what of faulty) expect((await clear(here, what)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('nobody but an operator sees or clears anything', async () => {
    await warm(there, comedies);
    const attempts = [
      { query: '{ cacheStatistics { instance } }' },
      { query: `{ cacheEntry(query: "{ genres { name } }") { entries { key } } }` },
      { query: 'mutation { clearCache(what: { everything: true }) { stamped } }' },
    ];
    for (const { query } of attempts) {
      expect((await ask(here, query)).codes).toEqual(['UNAUTHENTICATED']);
      expect((await ask(here, query, { as: 'ada' })).codes).toEqual(['FORBIDDEN']);
    }
    expect(await isKept(there, comedies)).toBe(true);
  });

  test('what operators see is never kept', async () => {
    for (const _time of [1, 2]) {
      const { cache } = await ask(here, '{ cacheStatistics { instance } }', { as: 'admin' });
      expect(cache).toMatchObject({ hit: false, how: 'not-cached' });
    }
  });

  test('whoever clears or inspects is written down, with what it was', async () => {
    await clear(here, { user: 'ada' });
    expect(log.lines.findLast(({ message }) => message === 'An operator acted.')).toMatchObject({
      level: 'info',
      fields: {
        audit: {
          actor: 'admin',
          action: 'cache.clear',
          details: { part: 'user', id: 'ada', stamped: ['viewer:ada'] },
        },
      },
    });
    await lookUp(here, { query: '{ myNote }', viewer: { id: 'ada', roles: [] } });
    expect(log.lines.findLast(({ message }) => message === 'An operator acted.')?.fields).toMatchObject({
      audit: { action: 'cache.inspect', details: { query: '{ myNote }', viewer: 'ada' } },
    });
  });

  describe('an entry is explained', () => {
    const tiers = withRedis ? ['MEMORY', 'REDIS'] : ['MEMORY'];

    test('by what is asked: why it is kept, what it depends on, when it dies', async () => {
      await warm(there, comedies);
      const { operation, entries } = await lookUp(there, { query: comedies });
      expect(operation).toEqual({
        name: 'Comedies',
        type: 'Movie',
        isCacheable: true,
        refused: null,
        maxAgeSeconds: 1800,
        decidedBy: 'Query.movies',
        isPrivate: false,
      });
      expect(entries.map(({ tier }) => tier)).toEqual(tiers);
      for (const entry of entries) {
        expect(entry).toMatchObject({
          audience: 'EVERYONE',
          state: 'FRESH',
          operation: 'Comedies',
          type: 'Movie',
          invalidatedBy: [],
        });
        expect(entry.tags).toContain('op:Comedies');
        expect(entry.tags.some((tag) => tag.includes('movies[genreIds='))).toBe(true);
        expect(entry.bodyBytes).toBeGreaterThan(50);
        expect(entry.ttlSeconds).toBeGreaterThan(1_600);
        expect(entry.ageSeconds + entry.diesInSeconds).toBeCloseTo(entry.ttlSeconds, 3);
      }
    });

    test('with its variables, as clients send them', async () => {
      const query =
        'query Page($first: Int, $genre: String!) { movies(filter: { genre: $genre }, first: $first) { totalCount } }';
      const variables = { first: 2, genre: 'horror' };
      await warm(there, query, { variables });
      expect((await lookUp(there, { query, variables })).entries).toHaveLength(tiers.length);
      expect((await lookUp(there, { query, variables: { ...variables, first: 3 } })).entries).toEqual([]);
    });

    test('of a viewer, without what it says', async () => {
      const text = `secret ${randomUUID()}`;
      await ask(here, 'mutation ($text: String!) { setMyNote(text: $text) }', {
        variables: { text },
        as: 'cyd',
      });
      await warm(there, 'query Note { myNote }', { as: 'cyd' });
      const found = await lookUp(there, { query: 'query Note { myNote }', viewer: { id: 'cyd', roles: [] } });
      expect(found.entries.map(({ audience, state }) => [audience, state])).toEqual(
        tiers.map(() => ['VIEWER', 'FRESH']),
      );
      expect(found.entries[0]?.tags).toContain('viewer:cyd');
      expect(JSON.stringify(found)).not.toContain(text);
      expect((await lookUp(there, { query: 'query Note { myNote }' })).entries).toEqual([]);
    });

    test('by its key, and says what has invalidated it', async () => {
      await warm(there, comedies);
      const { entries } = await lookUp(there, { query: comedies });
      await clear(here, { operation: 'Comedies' });
      const later = await lookUp(there, { key: entries[0]?.key });
      expect(later.operation).toBeNull();
      expect(later.entries.map(({ state, invalidatedBy }) => [state, invalidatedBy])).toEqual(
        tiers.map(() => ['INVALIDATED', ['op:Comedies']]),
      );
    });

    test('where nothing may be kept, with the reason', async () => {
      const { operation, entries } = await lookUp(there, { query: '{ cacheStatistics { instance } }' });
      expect(operation).toMatchObject({
        isCacheable: false,
        refused: 'Query.cacheStatistics has maxAge 0',
        isPrivate: true,
      });
      expect(entries).toEqual([]);
    });

    test('and what is none is refused', async () => {
      const faulty = [
        '{}',
        '{ cacheEntry { entries { key } } }',
        '{ cacheEntry(key: "a", query: "{ genres { name } }") { entries { key } } }',
        '{ cacheEntry(query: "{ nothing }") { entries { key } } }',
        '{ cacheEntry(query: "{") { entries { key } } }',
        '{ cacheEntry(query: "mutation { deleteMovie(id: 1) { movie { id } } }") { entries { key } } }',
        '{ cacheEntry(query: "query A { __typename } query B { __typename }") { entries { key } } }',
      ];
      const codes = await Promise.all(
        faulty.slice(1).map(async (query) => (await ask(there, query, { as: 'admin' })).codes),
      );
      expect(codes).toEqual(faulty.slice(1).map(() => ['BAD_USER_INPUT']));
    });
  });

  test('statistics tell hits and misses by type, operation, reason and tier', async () => {
    const name = `Count${randomUUID().slice(0, 8)}`;
    const query = `query ${name} { genres { name } }`;
    await ask(here, '{ popularMovies(first: 1) { nodes { directors { name } } } }');
    await ask(here, query);
    for (const _time of [1, 2, 3]) expect(await isKept(here, query)).toBe(true);
    const before = await statisticsOf(here);
    expect(countsIn(before.byOperation, name)).toMatchObject({
      hits: 3,
      misses: 1,
      hitRate: 0.75,
      hitsFromMemory: 3,
      missReasons: [{ reason: 'absent', count: 1 }],
      stored: 1,
    });
    expect((await ask(there, query)).cache.tier).toBe(withRedis ? 'redis' : 'memory');
    expect(countsIn((await statisticsOf(there)).byOperation, name)).toMatchObject(
      withRedis
        ? { hits: 1, misses: 0, hitsFromRedis: 1 }
        : { hits: 4, misses: 1, hitsFromMemory: 4, hitsFromRedis: 0 },
    );
    await clear(here, { operation: name });
    await ask(here, query);
    const after = await statisticsOf(here);
    expect(countsIn(after.byOperation, name)?.missReasons).toContainEqual({
      reason: 'invalidated',
      count: 1,
    });
    const genres = [before, after].map(({ byType }) => countsIn(byType, 'Genre'));
    expect((genres[1]?.misses ?? 0) - (genres[0]?.misses ?? 0)).toBe(1);
    expect(after.answers.hits).toBe(after.byType.reduce((sum, { counts }) => sum + counts.hits, 0));
    expect(countsIn(after.entities, 'people')).toBeDefined();
  });

  test('statistics tell how the cache, its log and the process stand', async () => {
    await warm(here, comedies);
    const { position } = (await statisticsOf(here)).log;
    await clear(there, { operation: 'Nothing' });
    const { memory, epoch, log, process: own, redis, latency } = await statisticsOf(here);
    expect(memory.entries).toBeGreaterThan(0);
    expect(memory.bytes).toBeGreaterThan(memory.entries * 480);
    // An eighth is for answers with live fields, put together.
    expect(memory.maxBytes).toBe(56_000_000);
    // As many as the gate has seen, which a machine that is busy enough closes.
    const failures = here.app.caching?.gate.state().failures;
    expect(failures).toBeDefined();
    expect(epoch).toMatchObject({ isLive: true, state: 'live', failures, waitingMutations: 0 });
    // The clearing, and its line in the audit trail.
    expect(log.position).toBe(position + 2);
    expect(log.lagRecords).toBeGreaterThan(0);
    expect(log).toMatchObject({ failedProofs: 0, failedAppends: 0 });
    expect(log.proofs).toBeGreaterThan(5);
    expect(log.proofTimes.count).toBe(withRedis ? log.proofs : 0);
    expect(own.heapUsedBytes).toBeGreaterThan(1_000_000);
    expect(latency.hits.count).toBeGreaterThan(0);
    expect(latency.misses.p99Ms ?? 0).toBeGreaterThan(0);
    expect(latency.cached.count).toBe(latency.hits.count + latency.misses.count);
    expect([redis].filter(Boolean)).toMatchObject(
      withRedis ? [{ isUp: true, isLeftAlone: false, role: 'master' }] : [],
    );
  });
});

test('without our engine there is nothing to look after, and operators are told so', async () => {
  await using running = await startApp({ extension: privateNotes });
  for (const query of [
    '{ cacheStatistics { instance } }',
    '{ cacheEntry(key: "a") { entries { key } } }',
    'mutation { clearCache(what: { everything: true }) { stamped } }',
  ])
    expect((await ask(running, query, { as: 'admin' })).codes).toEqual(['CONFLICT']);
});
