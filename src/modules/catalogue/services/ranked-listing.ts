import type { ByKeyLoader } from '../../../shared/by-key-loader.ts';
import type { Listing, Range } from '../../../shared/paging/connection.ts';
import { comparePlaces, placeOf, type Order, type Place } from '../../../shared/paging/order.ts';
import type { MovieRecord } from '../models/records.ts';
import type { MovieField } from '../stores/movie.store.ts';

/** How an operation reads the films of a list, and what of them it shows. */
export interface FilmReading {
  readonly movieById: ByKeyLoader<MovieRecord, MovieField>;
  readonly fields: readonly MovieField[];
}

/** Something in a list that was ranked before: what it is now is read when it is shown. */
export interface Ranked {
  /** Of the film. */
  readonly _id: string;
  readonly score: number;
}

/** Best first. */
export const rankedOrder = <Item extends Ranked>(name: string): Order<Item> => ({
  name,
  path: 'score',
  direction: -1,
  kind: 'number',
  nullable: false,
});

/**
 * A list that was ranked before, of which only what is shown is read. What is no more, or does not belong there any more, is
 * left out.
 * @param load in the order of what is given; without what is left out.
 */
export const rankedListing = <Given extends Ranked, Item extends Ranked>(
  order: Order<Item>,
  ranked: readonly Given[],
  load: (given: readonly Given[]) => Promise<readonly Item[]>,
): Listing<Item> => {
  const placeOfGiven = ({ _id, score }: Given): Place => placeOf(rankedOrder(order.name), { _id, score });
  const sorted = ranked.toSorted((a, b) => comparePlaces(order, placeOfGiven(a), placeOfGiven(b)));
  const within = ({ after, before }: Pick<Range, 'after' | 'before'>) =>
    sorted.filter((given) => {
      const place = placeOfGiven(given);
      return (
        (after === undefined || comparePlaces(order, place, after) > 0) &&
        (before === undefined || comparePlaces(order, place, before) < 0)
      );
    });
  const first = async (candidates: readonly Given[], limit: number): Promise<readonly Item[]> => {
    const found: Item[] = [];
    for (let at = 0; at < candidates.length && found.length < limit;) {
      const wanted = limit - found.length;
      found.push(...(await load(candidates.slice(at, at + wanted))));
      at += wanted;
    }
    return found;
  };
  return {
    slice: (range) => {
      const inside = within(range);
      return first(range.backward ? inside.toReversed() : inside, range.limit);
    },
    exists: async (range) => (await first(within(range), 1)).length > 0,
    count: async () => (await load(sorted)).length,
  };
};
