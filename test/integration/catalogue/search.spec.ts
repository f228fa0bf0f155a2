import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { addMovie } from '../../testkit/catalogue.ts';
import { UpdateMovie } from '../../testkit/documents.ts';
import type { SearchQuery } from '../../testkit/generated/graphql.ts';
import { graphql } from '../../testkit/generated/index.ts';

const Search = graphql(`
  query Search($query: String!, $first: Int, $after: String) {
    search(query: $query, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        score
        node {
          __typename
          ... on Movie {
            id
            title
          }
          ... on Person {
            id
            name
          }
        }
      }
      nodes {
        __typename
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running[Symbol.asyncDispose]());

type Edge = SearchQuery['search']['edges'][number];
const textOf = ({ node }: Edge): string => (node.__typename === 'Movie' ? node.title : node.name);
const search = async (query: string, first?: number, after?: string | null) =>
  (await running.client.query(Search, { query, first: first ?? null, after: after ?? null })).search;
const found = async (query: string): Promise<string[]> => (await search(query, 100)).edges.map(textOf);

describe('a search', () => {
  test('finds titles and names, best match first', async () => {
    const { totalCount, edges, nodes } = await search('ford');
    expect(edges.map(textOf)).toEqual([
      'John Ford',
      'Francis Ford Coppola',
      'The Assassination of Jesse James by the Coward Robert Ford',
    ]);
    expect(edges.map(({ node }) => node.__typename)).toEqual(['Person', 'Person', 'Movie']);
    expect(nodes).toEqual(edges.map(({ node: { __typename } }) => ({ __typename })));
    expect(totalCount).toBe(3);
    const scores = edges.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('requires all the words, in any order', async () => {
    const godfathers = ['The Godfather', 'The Godfather: Part II', 'The Godfather: Part III'];
    expect(await found('the godfather')).toEqual(godfathers);
    expect(await found('godfather the')).toEqual(godfathers);
    expect(await found('godfather ford')).toEqual([]);
  });

  test.for([
    ['Up', /\bup\b/i],
    ['It', /\bit\b/i],
    ['THE', /\bthe\b/i],
  ] as const)('finds titles such as %j, whose words other searches drop', async ([word, pattern]) => {
    const texts = await found(word);
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((text) => !pattern.test(text))).toEqual([]);
  });

  test('ranks a title that is the query above those that hold it', async () => {
    expect((await found('up'))[0]).toBe('Up');
  });

  test.for(['amelie', 'Amélie', 'AMÉLIE', 'Ame\u0301lie'])(
    'finds %j with and without accents',
    async (query) => {
      expect(await found(query)).toEqual(["Le Fabuleux destin d'Amélie Poulain"]);
    },
  );

  test.for(['alfonso cuaron', 'Alfonso Cuarón'])('finds the name %j in any spelling', async (query) => {
    expect(await found(query)).toEqual(['Alfonso Cuaron']);
  });

  test.for(['"star" -wars', 'star -wars', '-star "wars', '\\star\\ $wars', 'star:{wars}'])(
    'takes %j for words, and signs in it for nothing',
    async (query) => {
      expect(await found(query)).toEqual(await found('star wars'));
      expect(await found('star wars')).not.toEqual([]);
    },
  );

  test('finds what was added a moment ago, and no longer what its title was', async () => {
    const id = await addMovie(running.admin, {
      title: 'Zyxomma Unbound',
      directors: ['Zyxomma Petiolatum'],
    });
    expect((await found('zyxomma')).toSorted()).toEqual(['Zyxomma Petiolatum', 'Zyxomma Unbound']);
    await running.admin.query(UpdateMovie, { id, input: { title: 'Quyzbat Unbound' } });
    expect(await found('zyxomma')).toEqual(['Zyxomma Petiolatum']);
    expect(await found('quyzbat')).toEqual(['Quyzbat Unbound']);
  });

  test('that nothing fits is empty', async () => {
    expect(await search('qqqqqq')).toEqual({
      totalCount: 0,
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test.for(['', '   ', '"-"', '!?'])('for %j is refused: it holds no word', async (query) => {
    const { body } = await running.client.send(Search, { query });
    expect(body.errors).toMatchObject([
      {
        message: `query: expected at least one word, but got ${JSON.stringify(query)}.`,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test('for more than 200 characters is refused', async () => {
    await expect(search('x'.repeat(200))).resolves.toMatchObject({ totalCount: 0 });
    const { body } = await running.client.send(Search, { query: 'x'.repeat(201) });
    expect(body.errors).toMatchObject([
      {
        message: 'query: expected at most 200 characters, but got 201.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});

describe('the pages of a search', () => {
  test('go forward with after, and hold together what one page would', async () => {
    const whole = await search('of', 100);
    const edges: Edge[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page += 1) {
      const { edges: some, pageInfo }: SearchQuery['search'] = await search('of', 10, after);
      expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: page > 0 });
      edges.push(...some);
      after = pageInfo.endCursor ?? null;
    }
    expect(edges).toEqual(whole.edges);
    expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(100);
  });

  test('end where the results end', async () => {
    const { totalCount } = await search('of', 1);
    const seen: Edge[] = [];
    let next: string | null | undefined = null;
    while (next !== undefined) {
      const { edges, pageInfo }: SearchQuery['search'] = await search('of', 100, next);
      seen.push(...edges);
      next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
    }
    expect(seen).toHaveLength(totalCount);
    expect(totalCount).toBeGreaterThan(200);
  });

  test.for([0, -1, 101])('refuse the size %i', async (first) => {
    const { body } = await running.client.send(Search, { query: 'of', first });
    expect(body.errors).toMatchObject([
      {
        message: `first: expected a number from 1 to 100, but got ${first}.`,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test.for(['', 'garbage', Buffer.from('[1,"TITLE:ASC","x","y"]').toString('base64url')])(
    'refuse %j, which is no cursor of a search',
    async (after) => {
      const { body } = await running.client.send(Search, { query: 'of', after });
      expect(body.errors).toMatchObject([
        {
          message: expect.stringMatching(/^after: expected a cursor of a search, but got "/) as string,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    },
  );
});
