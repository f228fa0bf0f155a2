import { keyBetween, spreadKeys } from './order-keys.ts';

/** Something in a list, with the key that it is sorted by. */
export interface Keyed {
  readonly _id: string;
  readonly key: string;
}

/** Where something shall stand. */
export type Place =
  | { readonly kind: 'end' }
  /** Its number afterwards, from 0; beyond the end is the end. */
  | { readonly kind: 'position'; readonly position: number }
  | { readonly kind: 'before' | 'after'; readonly _id: string };

/** What puts it there. */
export type Arrangement =
  /** It stands there. */
  | { readonly kind: 'same' }
  /** This key does; all others stay. */
  | { readonly kind: 'key'; readonly key: string }
  /** There is no short key left, so all get one. */
  | { readonly kind: 'spread'; readonly keys: readonly Keyed[] };

/** Characters. Putting something at the same place some 350 times makes a key as long as this. */
export const longestKey = 64;

/**
 * Puts something into a list, or in another place of it.
 * @param list in its order.
 * @returns `undefined` where what it should stand beside is not in the list.
 */
export const arranged = (list: readonly Keyed[], _id: string, place: Place): Arrangement | undefined => {
  const isThere = list.findIndex((item) => item._id === _id);
  const others = list.filter((item) => item._id !== _id);
  const indexOf = (): number | undefined => {
    if (place.kind === 'end') return others.length;
    if (place.kind === 'position') return Math.min(place.position, others.length);
    if (place._id === _id) return isThere === -1 ? undefined : isThere;
    const beside = others.findIndex((item) => item._id === place._id);
    if (beside === -1) return undefined;
    return place.kind === 'before' ? beside : beside + 1;
  };
  const at = indexOf();
  if (at === undefined) return undefined;
  if (at === isThere) return { kind: 'same' };
  const key = keyBetween(others[at - 1]?.key ?? null, others[at]?.key ?? null);
  if (key.length <= longestKey) return { kind: 'key', key };
  const ids = others.map((item) => item._id).toSpliced(at, 0, _id);
  const keys = spreadKeys(ids.length);
  return { kind: 'spread', keys: ids.map((id, index) => ({ _id: id, key: keys[index] ?? key })) };
};
