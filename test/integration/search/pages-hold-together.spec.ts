import * as fc from 'fast-check';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectMongo } from '../../../src/infra/mongo.ts';
import {
  createSearch,
  createSearchModels,
  prepareSearchCollections,
  type Search,
  type SearchModels,
} from '../../../src/modules/search/index.ts';
import { contentOf } from '../../../src/modules/search/services/entries.ts';
import type { SearchEntryRecord } from '../../../src/modules/search/models/records.ts';
import type { SearchAllRequest } from '../../../src/modules/search/services/search.service.ts';
import { keyOf, wordsOf } from '../../../src/modules/search/services/words.ts';
import { findableKinds, type Findable } from '../../../src/shared/findable.ts';
import { unwrap } from '../../../src/shared/faults.ts';
import { freshMongo } from '../../testkit/servers.ts';

let connection: Connection;
let models: SearchModels;
let search: Search;
beforeAll(async () => {
  connection = await connectMongo(freshMongo(), { monitorCommands: true });
  models = createSearchModels(connection);
  await prepareSearchCollections(models);
  search = createSearch(models, models);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

type Thing = Findable & { readonly rank: number };

const words = ['star', 'wars', 'a', 'up', 'été', 'night'];
const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength }).map((some) => some.join(' '));
const things: fc.Arbitrary<Thing[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...findableKinds),
    id: fc.integer({ min: 1, max: 60 }).map(String),
    title: text(3),
    texts: fc.array(text(3), { maxLength: 2 }),
    publishedAt: fc.constant(null),
    rank: fc.constantFrom(0, 1, 1.5, 2),
  }),
  { minLength: 0, maxLength: 40, selector: ({ kind, id }) => `${kind}:${id}` },
);

/** The rule, as the documentation has it. */
const expectedOf = (all: readonly Thing[], query: string, kinds: readonly string[]): string[] => {
  const asked = new Set(wordsOf(query));
  const holds = (some: readonly string[]) => {
    const there = new Set(some.flatMap(wordsOf));
    return [...asked].every((word) => there.has(word));
  };
  const tierOf = ({ title, texts }: Thing): number => {
    if (keyOf(wordsOf(title)) === keyOf(wordsOf(query))) return 0;
    if (holds([title])) return 1;
    return holds([title, ...texts]) ? 2 : 3;
  };
  const idOf = ({ kind, id }: Thing) => `${kind}:${id}`;
  return all
    .filter((thing) => kinds.includes(thing.kind) && tierOf(thing) < 3)
    .toSorted(
      (a, b) =>
        tierOf(a) - tierOf(b) || b.rank - a.rank || (idOf(a) < idOf(b) ? 1 : idOf(a) > idOf(b) ? -1 : 0),
    )
    .map(idOf);
};

const pageAfter = async (request: SearchAllRequest) =>
  unwrap(
    await search.all.search(request, async (found) => found.map(({ kind, thingId }) => `${kind}:${thingId}`)),
  );

const put = async (all: readonly Thing[]): Promise<void> => {
  const entries: SearchEntryRecord[] = all.map(({ rank, ...thing }) => ({
    ...contentOf(thing),
    rank,
    removedAt: null,
  }));
  await models.entries.deleteMany({});
  await models.entries.insertMany(entries);
};

describe('a search', () => {
  test('finds what holds all words, in a total order, on pages that neither repeat nor miss', async () => {
    const kinds = fc.subarray([...findableKinds], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        things,
        text(3),
        kinds,
        fc.integer({ min: 1, max: 7 }),
        async (all, query, some, first) => {
          await put(all);
          const expected = expectedOf(all, query, some);
          const seen: string[] = [];
          for (let after: string | null = null; ;) {
            const page = await pageAfter({ query, kinds: some, first, after });
            expect(await page.totalCount).toBe(expected.length);
            expect(await page.pageInfo.hasPreviousPage).toBe(seen.length > 0);
            seen.push(...page.nodes);
            expect(await page.pageInfo.hasNextPage).toBe(seen.length < expected.length);
            if (page.pageInfo.endCursor === null || seen.length >= expected.length) break;
            after = page.pageInfo.endCursor;
          }
          expect(seen).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('goes on from the place of something that is gone meanwhile', async () => {
    const thing = (id: string, rank: number): Thing => ({
      kind: 'Video',
      id,
      title: `Star ${id}`,
      texts: [],
      publishedAt: null,
      rank,
    });
    const all = [thing('1', 4), thing('2', 3), thing('3', 2), thing('4', 1)];
    await put(all);
    const page = async (after: string | null) =>
      unwrap(
        await search.all.search({ query: 'star', kinds: undefined, first: 2, after }, async (found) =>
          found.map(({ thingId }) => thingId),
        ),
      );
    const first = await page(null);
    expect(first.nodes).toEqual(['1', '2']);
    await models.entries.deleteOne({ _id: 'Video:2' });
    expect((await page(first.pageInfo.endCursor)).nodes).toEqual(['3', '4']);
  });
});

describe('its reads', () => {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  /** All values of a key, at any depth. */
  const all = (key: string, value: unknown): unknown[] =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, inner]) => [
          ...(name === key ? [inner] : []),
          ...all(key, inner),
        ])
      : [];

  const nodes = async (found: readonly { thingId: string }[]) => found.map(({ thingId }) => thingId);
  const page = async (given: { kinds?: Thing['kind'][]; first: number; after?: string | null }) =>
    unwrap(await search.all.search({ query: 'star wars', kinds: undefined, ...given }, nodes));

  beforeAll(async () => {
    await put(
      Array.from({ length: 300 }, (_none, at): Thing => ({
        kind: findableKinds[at % 4] ?? 'Video',
        id: String(at),
        title: at % 3 === 0 ? 'Star Wars' : `Star ${at}`,
        texts: ['wars'],
        publishedAt: null,
        rank: at % 7,
      })),
    );
    const phrase = { heads: ['s', 'st', 'sta'], starts: ['star'], score: 1, people: [], isShown: true };
    await models.phrases.create({ ...phrase, _id: 'star', expiresAt: new Date(Date.now() + 86_400_000) });
  });

  test.for<[string, () => Promise<unknown>]>([
    ['a first page', () => page({ first: 5 })],
    ['a page of one type', () => page({ first: 5, kinds: ['Video'] })],
    ['a page over all tiers', () => page({ first: 100, kinds: ['Video'] })],
    [
      'a later page and what is before it',
      async () =>
        (await page({ first: 3, after: (await page({ first: 3 })).pageInfo.endCursor })).pageInfo
          .hasPreviousPage,
    ],
    ['how many there are', async () => (await page({ first: 1 })).totalCount],
    ['a suggestion for one letter', () => search.suggestions.suggest('s', 10)],
    ['a suggestion for words', () => search.suggestions.suggest('star wa', 10)],
    ['what is popular', () => search.popular.list()],
  ])('%s: by an index, and nothing is sorted', async ([, read]) => {
    const commands: Record<string, unknown>[] = [];
    const note = ({ command }: { command: Record<string, unknown> }) => void commands.push(command);
    connection.getClient().on('commandStarted', note);
    await read();
    connection.getClient().off('commandStarted', note);
    const reads = commands.filter((command) => 'find' in command || 'aggregate' in command);
    expect(reads.length).toBeGreaterThan(0);
    for (const { lsid: _s, $clusterTime: _t, $db: _d, readConcern: _r, ...command } of reads) {
      const plan = await connection.db?.command({ explain: command, verbosity: 'queryPlanner' });
      const stages = all('stage', all('winningPlan', plan));
      expect(stages.join()).toMatch(/IXSCAN|COUNT_SCAN/);
      expect(stages.filter((stage) => stage === 'COLLSCAN' || stage === 'SORT')).toEqual([]);
    }
  });
});
