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
const wordsOf = (query: string): string[] => query.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** A match, and how many stood before it when it was answered: how deep the next page will lie, more or less. */
interface Place {
  readonly match: SearchMatch;
  readonly before: number;
}

const cursorVersion = 2;
const cursorOf = ({ match: { kind, id, score }, before }: Place) =>
  toOpaque(JSON.stringify([cursorVersion, kind, id, score, before]));

const cursorPattern = /^\[2,"(Movie|Person)","([^"\\]+)",(\d+(?:\.\d+)?(?:e-?\d+)?),(\d{1,9})\]$/;

const parseCursor = (cursor: string): Result<Place> => {
  const [, kind, id, score, before] = cursorPattern.exec(fromOpaque(cursor) ?? '') ?? [];
  if ((kind !== 'Movie' && kind !== 'Person') || id === undefined) {
    return fail('BAD_USER_INPUT', `after: expected a cursor of a search, but got ${JSON.stringify(cursor)}.`);
  }
  return ok({ match: { kind, id, score: Number(score) }, before: Number(before) });
};

export const createCatalogueSearch = (store: SearchStore): CatalogueSearch => {
  /** The matches after a place: at least `wanted`, or all there are. Reads no deeper than it has to. */
  const readOn = async (words: readonly string[], from: Place | undefined, wanted: number) => {
    for (let depth = (from === undefined ? 0 : from.before + 1) + wanted; ; depth *= 2) {
      const { matches, isAll } = await store.rank(words, depth);
      const rest =
        from === undefined ? matches : matches.filter((match) => store.compare(match, from.match) > 0);
      if (isAll || rest.length >= wanted) return { before: matches.length - rest.length, rest };
    }
  };

  return {
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

      const from = place.value;
      const { before, rest } = await readOn(words, from, limit.value + 1);
      const page = rest.slice(0, limit.value);
      const nodes = await load(page);
      const edges = page.flatMap((match, index) => {
        const node = nodes[index];
        return node === null || node === undefined
          ? []
          : [{ cursor: cursorOf({ match, before: before + index }), node, score: match.score }];
      });
      return ok({
        edges,
        nodes: edges.map(({ node }) => node),
        pageInfo: {
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
          hasNextPage: rest.length > page.length,
          hasPreviousPage: before > 0,
        },
        get totalCount() {
          return store.count(words);
        },
      });
    },
  };
};
