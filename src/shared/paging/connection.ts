import { fail, ok, type Result } from '../faults.ts';
import { cursorOf, comparePlaces, parseCursor, placeOf, type Order, type Place } from './order.ts';

/** The arguments of a field that answers a connection, as the client sent them. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface PageRequest {
  readonly limit: number;
  /** Whether the page is the end of what lies between `after` and `before`, not its beginning. */
  readonly backward: boolean;
  readonly after: Place | undefined;
  readonly before: Place | undefined;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** What `PageInfo` resolves from: getters, since what costs a read is read only when it is asked for. */
export interface PageInfoModel {
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  readonly hasNextPage: Promise<boolean> | boolean;
  readonly hasPreviousPage: Promise<boolean> | boolean;
}

/** What a connection type resolves from; getters here too. */
export interface Connection<Node, ConnectionEdge extends Edge<Node> = Edge<Node>> {
  readonly edges: readonly ConnectionEdge[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfoModel;
  readonly totalCount: Promise<number> | number;
}

export const defaultPageSize = 20;
export const maxPageSize = 100;

/** @returns BAD_USER_INPUT unless `size` is absent or from 1 to {@link maxPageSize}. */
export const pageSize = (argument: 'first' | 'last', size: number | null | undefined): Result<number> => {
  if (size === null || size === undefined) return ok(defaultPageSize);
  return size >= 1 && size <= maxPageSize
    ? ok(size)
    : fail('BAD_USER_INPUT', `${argument}: expected a number from 1 to ${maxPageSize}, but got ${size}.`);
};

/** @returns BAD_USER_INPUT for a size out of range, `first` and `last` together, or a cursor of another list. */
export const pageRequest = <Item extends { readonly _id: string }>(
  order: Order<Item>,
  { first, after, last, before }: PageArguments,
): Result<PageRequest> => {
  const backward = last !== null && last !== undefined;
  if (backward && first !== null && first !== undefined) {
    return fail('BAD_USER_INPUT', 'Expected either first or last, but got both.');
  }
  const limit = backward ? pageSize('last', last) : pageSize('first', first);
  if (!limit.ok) return limit;
  const from = after === null || after === undefined ? ok(undefined) : parseCursor(order, 'after', after);
  if (!from.ok) return from;
  const to = before === null || before === undefined ? ok(undefined) : parseCursor(order, 'before', before);
  if (!to.ok) return to;
  return ok({ limit: limit.value, backward, after: from.value, before: to.value });
};

export interface Range {
  readonly after?: Place | undefined;
  readonly before?: Place | undefined;
  /** Count `limit` from the end of the range, and answer in reverse. */
  readonly backward: boolean;
  readonly limit: number;
}

/** An ordered list that can be read in parts. */
export interface Listing<Item> {
  slice(range: Range): Promise<readonly Item[]>;
  /** Whether anything lies in the range. */
  exists(range: Pick<Range, 'after' | 'before'>): Promise<boolean>;
  count(): Promise<number>;
}

/** A page of a list as the Relay connection specification has it. */
export const readPage = async <Item extends { readonly _id: string }>(
  listing: Listing<Item>,
  order: Order<Item>,
  { limit, backward, after, before }: PageRequest,
): Promise<Connection<Item>> => {
  const found = await listing.slice({ after, before, backward, limit: limit + 1 });
  const hasMore = found.length > limit;
  const page = found.slice(0, limit);
  const nodes = backward ? page.toReversed() : page;
  const firstNode = nodes[0];
  const lastNode = nodes.at(-1);
  const cursor = (node: Item | undefined) => node && cursorOf(order, node);
  return {
    get edges() {
      return nodes.map((node) => ({ cursor: cursorOf(order, node), node }));
    },
    nodes,
    pageInfo: {
      get startCursor() {
        return cursor(firstNode) ?? null;
      },
      get endCursor() {
        return cursor(lastNode) ?? null;
      },
      get hasNextPage() {
        if (!backward && hasMore) return true;
        if (before === undefined) return false;
        return listing.exists(lastNode ? { after: placeOf(order, lastNode) } : { after });
      },
      get hasPreviousPage() {
        if (backward && hasMore) return true;
        if (after === undefined) return false;
        return listing.exists(firstNode ? { before: placeOf(order, firstNode) } : { before });
      },
    },
    get totalCount() {
      return listing.count();
    },
  };
};

/** A list that is in memory as a whole, in any order. */
export const listingOf = <Item extends { readonly _id: string }>(
  order: Order<Item>,
  items: readonly Item[],
): Listing<Item> => {
  const sorted = items.toSorted((a, b) => comparePlaces(order, placeOf(order, a), placeOf(order, b)));
  const within = ({ after, before }: Pick<Range, 'after' | 'before'>) =>
    sorted.filter((item) => {
      const place = placeOf(order, item);
      return (
        (after === undefined || comparePlaces(order, place, after) > 0) &&
        (before === undefined || comparePlaces(order, place, before) < 0)
      );
    });
  return {
    slice: async (range) => {
      const inside = within(range);
      return (range.backward ? inside.toReversed() : inside).slice(0, range.limit);
    },
    exists: async (range) => within(range).length > 0,
    count: async () => sorted.length,
  };
};
