import { fail, ok, type Result } from '../../../shared/faults.ts';
import { fromOpaque, toOpaque } from '../../../shared/opaque.ts';
import { pageSize, type Connection, type Edge } from '../../../shared/paging/connection.ts';
import type { SearchMatch, SearchStore } from '../stores/search.store.ts';

export interface SearchEdge<Node> extends Edge<Node> {
  readonly score: number;
}

export interface SearchRequest {
  readonly query: string;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

export interface CatalogueSearch {
  /**
   * @param load the objects of the matches, in their order; `null` for one that is gone by now.
   * @returns BAD_USER_INPUT for a query without a word or longer than {@link maxQueryLength}, or a bad page.
   */
  search<Node>(
    request: SearchRequest,
    load: (matches: readonly SearchMatch[]) => Promise<readonly (Node | null)[]>,
  ): Promise<Result<Connection<Node, SearchEdge<Node>>>>;
}

/** Characters. */
export const maxQueryLength = 200;
/** Matches of each kind that can be paged through: nobody reads further, and Mongo ranks all it is asked for. */
export const searchDepth = 1000;

const wordsOf = (query: string): string[] => query.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const cursorVersion = 1;
const cursorOf = ({ kind, id, score }: SearchMatch) =>
  toOpaque(JSON.stringify([cursorVersion, kind, id, score]));

const parseCursor = (cursor: string): Result<SearchMatch> => {
  const [, kind, id, score] =
    /^\[1,"(Movie|Person)","([^"\\]+)",(\d+(?:\.\d+)?(?:e-?\d+)?)\]$/.exec(fromOpaque(cursor) ?? '') ?? [];
  if ((kind !== 'Movie' && kind !== 'Person') || id === undefined) {
    return fail('BAD_USER_INPUT', `after: expected a cursor of a search, but got ${JSON.stringify(cursor)}.`);
  }
  return ok({ kind, id, score: Number(score) });
};

export const createCatalogueSearch = (store: SearchStore): CatalogueSearch => ({
  search: async ({ query, first, after }, load) => {
    if (query.length > maxQueryLength) {
      return fail(
        'BAD_USER_INPUT',
        `query: expected at most ${maxQueryLength} characters, but got ${query.length}.`,
      );
    }
    const words = wordsOf(query);
    if (words.length === 0) {
      return fail('BAD_USER_INPUT', `query: expected at least one word, but got ${JSON.stringify(query)}.`);
    }
    const limit = pageSize('first', first);
    if (!limit.ok) return limit;
    const place = after === null || after === undefined ? ok(undefined) : parseCursor(after);
    if (!place.ok) return place;

    const ranked = await store.rank(words, searchDepth);
    const from = place.value;
    const rest = from === undefined ? ranked : ranked.filter((match) => store.compare(match, from) > 0);
    const page = rest.slice(0, limit.value);
    const nodes = await load(page);
    const edges = page.flatMap((match, index) => {
      const node = nodes[index];
      return node === null || node === undefined
        ? []
        : [{ cursor: cursorOf(match), node, score: match.score }];
    });
    return ok({
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
        hasNextPage: () => rest.length > page.length,
        hasPreviousPage: () => rest.length < ranked.length,
      },
      totalCount: () => store.count(words),
    });
  },
});
