import { fail, ok, type Result } from '../faults.ts';
import { fromOpaque, toOpaque } from '../opaque.ts';

/** What a place in an ordered list is known by: the value sorted by, and the `_id` that decides among equals. */
export interface Place {
  readonly value: string | number | null;
  readonly id: string;
}

/** A total order of records by one path, then by `_id`. Records without the value come first going up. */
export interface Order<Item extends { readonly _id: string }> {
  /** Names order and direction in a cursor, such as `TITLE:ASC`. */
  readonly name: string;
  readonly path: keyof Item & string;
  readonly direction: 1 | -1;
  readonly kind: 'text' | 'number' | 'date';
  readonly nullable: boolean;
}

/** The place of an item; dates are milliseconds since 1970. */
export const placeOf = <Item extends { readonly _id: string }>(order: Order<Item>, item: Item): Place => {
  const value: unknown = item[order.path];
  if (value instanceof Date) return { value: value.getTime(), id: item._id };
  if (typeof value === 'string' || typeof value === 'number') return { value, id: item._id };
  return { value: null, id: item._id };
};

const cursorVersion = 1;

export const cursorOf = <Item extends { readonly _id: string }>(order: Order<Item>, item: Item): string => {
  const { value, id } = placeOf(order, item);
  return toOpaque(JSON.stringify([cursorVersion, order.name, value, id]));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const fits = (order: Pick<Order<never>, 'kind' | 'nullable'>, value: unknown): value is Place['value'] =>
  value === null
    ? order.nullable
    : order.kind === 'text'
      ? typeof value === 'string'
      : typeof value === 'number' && Number.isFinite(value);

/** @returns BAD_USER_INPUT for what {@link cursorOf} did not make, or made for another order. */
export const parseCursor = <Item extends { readonly _id: string }>(
  order: Order<Item>,
  argument: string,
  cursor: string,
): Result<Place> => {
  const content = parsed(fromOpaque(cursor) ?? '');
  const [version, name, value, id, ...rest] = Array.isArray(content) ? (content as unknown[]) : [];
  const readable =
    version === cursorVersion && typeof name === 'string' && typeof id === 'string' && rest.length === 0;
  if (!readable) {
    return fail(
      'BAD_USER_INPUT',
      `${argument}: expected a cursor from an answer, but got ${JSON.stringify(cursor)}.`,
    );
  }
  if (name !== order.name || !fits(order, value)) {
    const message = `${argument}: expected a cursor of the order ${order.name}, but got one of ${name}.`;
    return fail('BAD_USER_INPUT', message);
  }
  return ok({ value, id });
};

const fromPlace = (order: Pick<Order<never>, 'kind'>, value: Place['value']) =>
  order.kind === 'date' && typeof value === 'number' ? new Date(value) : value;

/**
 * Mongo's filter for what lies beyond a place. Comparison operators stay within a type, so that `null` needs a branch
 * of its own.
 */
export const beyond = <Item extends { readonly _id: string }>(
  order: Order<Item>,
  place: Place,
  side: 'after' | 'before',
): Record<string, unknown> => {
  const upward = (order.direction === 1) === (side === 'after');
  const operator = upward ? '$gt' : '$lt';
  const value = fromPlace(order, place.value);
  const sameValue = { [order.path]: value, _id: { [operator]: place.id } };
  if (place.value === null) {
    return upward ? { $or: [sameValue, { [order.path]: { $ne: null } }] } : sameValue;
  }
  const further = [sameValue, { [order.path]: { [operator]: value } }];
  return { $or: upward || !order.nullable ? further : [...further, { [order.path]: null }] };
};

/** The same order in memory. */
export const comparePlaces = (order: Pick<Order<never>, 'direction'>, a: Place, b: Place): number => {
  const upward = (): number => {
    if (a.value !== b.value) {
      if (a.value === null) return -1;
      if (b.value === null) return 1;
      return a.value < b.value ? -1 : 1;
    }
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  };
  return upward() * order.direction;
};
