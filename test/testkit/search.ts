import type { RunningApp } from './app.ts';
import { ask, fieldOf, type Explained } from './engine-app.ts';

type Who = Record<string, string>;

export interface FoundThing {
  readonly type: string;
  readonly title: string;
  readonly match: string;
}

interface Page {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly cursor: string;
    readonly match: string;
    readonly node: { readonly __typename: string; readonly title?: string; readonly name?: string };
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const searchAll = `query ($query: String!, $types: [SearchAllType!], $first: Int, $after: String) {
  searchAll(query: $query, types: $types, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      match
      node {
        __typename
        ... on Channel { id name }
        ... on Course { id title }
        ... on Movie { id title }
        ... on Video { id title }
      }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

export interface SearchOptions {
  readonly types?: readonly string[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly who?: Who;
}

/** The answer as it came. */
export const askSearch = (
  running: RunningApp,
  query: string,
  { who, ...variables }: SearchOptions = {},
): Promise<Explained> =>
  ask(running, searchAll, { variables: { query, ...variables }, ...(who && { headers: who }) });

/** @throws Error when it was refused. */
export const pageOf = (answer: Explained): Page => fieldOf<Page>(answer, 'searchAll');

export const foundIn = (answer: Explained): FoundThing[] =>
  pageOf(answer).edges.map(({ match, node }) => ({
    type: node.__typename,
    title: node.title ?? node.name ?? '',
    match,
  }));

export const found = async (running: RunningApp, query: string, options?: SearchOptions) =>
  foundIn(await askSearch(running, query, options));

export const titlesFound = async (running: RunningApp, query: string, options?: SearchOptions) =>
  (await found(running, query, options)).map(({ title }) => title);

/** All pages of a search, one after the other. */
export const walkSearch = async (
  running: RunningApp,
  query: string,
  first: number,
  options: SearchOptions = {},
): Promise<Page['edges']> => {
  const edges: Page['edges'][number][] = [];
  for (let after: string | null = null; ;) {
    const page = pageOf(await askSearch(running, query, { ...options, first, after }));
    edges.push(...page.edges);
    if (!page.pageInfo.hasNextPage) return edges;
    after = page.pageInfo.endCursor;
  }
};

export const suggestions = (running: RunningApp, prefix: string, first?: number): Promise<Explained> =>
  ask(
    running,
    'query ($prefix: String!, $first: Int! = 10) { searchSuggestions(prefix: $prefix, first: $first) { text type } }',
    { variables: { prefix, ...(first !== undefined && { first }) } },
  );

export const suggestedIn = (answer: Explained) =>
  fieldOf<{ text: string; type: string | null }[]>(answer, 'searchSuggestions');

export const suggested = async (running: RunningApp, prefix: string, first?: number) =>
  suggestedIn(await suggestions(running, prefix, first)).map(({ text }) => text);

export const recordSearch = async (running: RunningApp, who: Who, query: string): Promise<boolean> =>
  fieldOf<{ counted: boolean }>(
    await ask(running, 'mutation ($query: String!) { recordSearch(query: $query) { counted } }', {
      variables: { query },
      headers: who,
    }),
    'recordSearch',
  ).counted;

export const popularIn = (answer: Explained): string[] =>
  fieldOf<{ query: string }[]>(answer, 'popularSearches').map(({ query }) => query);

export const popular = async (running: RunningApp): Promise<string[]> =>
  popularIn(await ask(running, '{ popularSearches { query } }'));
