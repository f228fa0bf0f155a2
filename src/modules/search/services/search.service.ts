import type { SearchAllMatch } from '../../../graphql/generated/resolvers.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import { findableKinds, type FindableKind } from '../../../shared/findable.ts';
import { fromOpaque, toOpaque } from '../../../shared/opaque.ts';
import { pageSize, type Connection, type Edge } from '../../../shared/paging/connection.ts';
import { placeOf, type Place } from '../../../shared/paging/order.ts';
import type { SearchEntryRecord } from '../models/records.ts';
import { byRank, type EntryStore, type Matching } from '../stores/entry.store.ts';
import { askedBy, type Asked } from './words.ts';

export interface FoundEdge<Node> extends Edge<Node> {
  readonly match: SearchAllMatch;
}

export interface SearchAllRequest {
  readonly query: string;
  /** `undefined`: of every kind. */
  readonly kinds: readonly FindableKind[] | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Something that was found, before anything else of it is read. */
export type FoundThing = Pick<SearchEntryRecord, 'kind' | 'thingId'>;

export interface SearchAll {
  /**
   * @param load the things that were found, in their order; `null` for one that is not for everybody by now.
   * @returns BAD_USER_INPUT for a query without a word or longer than {@link maxQueryLength}, no kind, or a bad page.
   */
  search<Node>(
    request: SearchAllRequest,
    load: (found: readonly FoundThing[]) => Promise<readonly (Node | null)[]>,
  ): Promise<Result<Connection<Node, FoundEdge<Node>>>>;
}

/** Characters. */
export const maxQueryLength = 200;

/** @returns BAD_USER_INPUT where nothing can be looked for. */
export const askedWith = (argument: string, query: string): Result<Asked> => {
  if (query.length > maxQueryLength) {
    const message = `${argument}: expected at most ${maxQueryLength} characters, but got ${query.length}.`;
    return fail('BAD_USER_INPUT', message);
  }
  const asked = askedBy(query);
  return asked.words.length > 0
    ? ok(asked)
    : fail('BAD_USER_INPUT', `${argument}: expected at least one word, but got ${JSON.stringify(query)}.`);
};

/** In the order of the tiers. */
const matches: readonly SearchAllMatch[] = ['TITLE_IS', 'TITLE_HAS', 'TEXT_HAS'];

/** Where something stands among all that matches. */
interface TieredPlace extends Place {
  readonly tier: number;
}

const cursorVersion = 1;
const cursorOf = (tier: number, entry: SearchEntryRecord): string => {
  const { value, id } = placeOf(byRank, entry);
  return toOpaque(JSON.stringify([cursorVersion, tier, value, id]));
};

const cursorPattern = /^\[1,([0-2]),(\d+(?:\.\d+)?),"((?:Channel|Course|Movie|Video):[^"\\]+)"\]$/;

const parseCursor = (cursor: string): Result<TieredPlace> => {
  const [, tier, value, id] = cursorPattern.exec(fromOpaque(cursor) ?? '') ?? [];
  return id === undefined
    ? fail('BAD_USER_INPUT', `after: expected a cursor of a search, but got ${JSON.stringify(cursor)}.`)
    : ok({ tier: Number(tier), value: Number(value), id });
};

interface Found {
  readonly tier: number;
  readonly entry: SearchEntryRecord;
}

export const createSearchAll = (entries: EntryStore): SearchAll => {
  type Tiers = Matching['tiers'];

  /** What follows a place: so many, or all there are. Reads no tier that it does not need. */
  const readOn = async (tiers: Tiers, from: TieredPlace | undefined, wanted: number): Promise<Found[]> => {
    const found: Found[] = [];
    for (const [tier, listing] of tiers.entries()) {
      if (found.length >= wanted || (from !== undefined && tier < from.tier)) continue;
      const after = from?.tier === tier ? from : undefined;
      const some = await listing.slice({ after, backward: false, limit: wanted - found.length });
      found.push(...some.map((entry) => ({ tier, entry })));
    }
    return found;
  };

  const isBefore = async (tiers: Tiers, place: TieredPlace): Promise<boolean> => {
    for (const [tier, listing] of tiers.entries()) {
      if (tier > place.tier) return false;
      if (await listing.exists(tier === place.tier ? { before: place } : {})) return true;
    }
    return false;
  };

  return {
    search: async ({ query, kinds, first, after }, load) => {
      const asked = askedWith('query', query);
      if (!asked.ok) return asked;
      if (kinds?.length === 0) return fail('BAD_USER_INPUT', 'types: expected at least one, but got none.');
      const limit = pageSize('first', first);
      if (!limit.ok) return limit;
      const place = after === null || after === undefined ? ok(undefined) : parseCursor(after);
      if (!place.ok) return place;

      const from = place.value;
      const { tiers, count } = await entries.matching(asked.value, kinds ?? findableKinds);
      const found = await readOn(tiers, from, limit.value + 1);
      const page = found.slice(0, limit.value);
      const nodes = await load(page.map(({ entry }) => entry));
      const edges = page.flatMap(({ tier, entry }, index) => {
        const node = nodes[index];
        const match = matches[tier];
        return node === null || node === undefined || match === undefined
          ? []
          : [{ cursor: cursorOf(tier, entry), node, match }];
      });
      const start = page[0];
      return ok({
        edges,
        nodes: edges.map(({ node }) => node),
        pageInfo: {
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
          hasNextPage: found.length > page.length,
          get hasPreviousPage() {
            if (from === undefined) return false;
            return isBefore(tiers, start ? { tier: start.tier, ...placeOf(byRank, start.entry) } : from);
          },
        },
        get totalCount() {
          return count();
        },
      });
    },
  };
};
