import type { Clock } from './clock.ts';
import { History } from './history.ts';
import type { Subject } from './judge.ts';
import { createSocialWorld, type SocialWorld } from './social/world.ts';
import { movieIdOf } from '../../src/modules/catalogue/services/film-identity.ts';
import { toGlobalId } from '../../src/shared/resolving/global-id.ts';

export interface ItemValue {
  readonly group: string | null;
  readonly rank: number;
  readonly due: number | null;
  readonly words: string;
}

export interface GroupValue {
  readonly name: string;
}

export interface NoteValue {
  readonly owner: string;
  readonly text: string;
}

export interface MovieValue {
  readonly title: string;
  readonly rating: number | null;
  readonly votes: number;
  /** Slugs. */
  readonly genres: readonly string[];
  /** Slugs. */
  readonly directors: readonly string[];
}

export interface MovieSubject extends Subject<MovieValue> {
  /** The `_id` in Mongo, which decides among equals in a sorted list. */
  readonly key: string;
  /** The title that it is created with: the id follows from it. */
  readonly firstTitle: string;
}

export interface NoteSubject extends Subject<NoteValue> {
  readonly owner: string;
  /** What its owner calls it. */
  readonly label: string;
}

export const groups = ['north', 'east', 'south', 'west'] as const;
export const words = ['amber', 'birch', 'cedar', 'dune'] as const;
export const viewers = ['ann', 'bob', 'cleo', 'dan'] as const;
export const genres = ['check-drama', 'check-comedy', 'check-western'] as const;
export const directors = [
  { slug: 'ada-checker', name: 'Ada Checker' },
  { slug: 'ben-checker', name: 'Ben Checker' },
  { slug: 'eve-checker', name: 'Eve Checker' },
] as const;

const itemCount = 38;
const movieCount = 24;
/** Of each kind, the last so many are written to past the API. */
const directItems = 6;
const directMovies = 4;
const noteLabels = ['first', 'second'] as const;

/** All that is written and read, and what was ever written to it. */
export interface World {
  readonly items: ReadonlyMap<string, Subject<ItemValue>>;
  readonly groups: ReadonlyMap<string, Subject<GroupValue>>;
  readonly notes: ReadonlyMap<string, NoteSubject>;
  readonly movies: ReadonlyMap<string, MovieSubject>;
  readonly social: SocialWorld;
  /** Those of them that are written to past the API, and by nobody else. */
  readonly direct: {
    readonly items: readonly Subject<ItemValue>[];
    readonly movies: readonly MovieSubject[];
  };
}

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** @param horizon when the oldest read that is under way began. */
export const createWorld = (clock: Clock, horizon: () => number): World => {
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);
  const number = (index: number) => String(index + 1).padStart(2, '0');
  const items = numbered(itemCount).map((index) => {
    const value: ItemValue = {
      group: groups[index % groups.length] ?? null,
      rank: index * 10,
      due: index % 3 === 0 ? null : index,
      words: words[index % words.length] ?? words[0],
    };
    // The odd ones do not exist yet.
    const history = new History(index % 2 === 0 ? value : null, clock, horizon);
    return { id: `item-${number(index)}`, name: `item ${number(index)}`, history };
  });
  const movies = numbered(movieCount).map((index) => {
    const firstTitle = `Checked Film ${number(index)} ${words[index % words.length]}`;
    const key = movieIdOf(firstTitle, null);
    return {
      id: toGlobalId('Movie', key),
      key,
      firstTitle,
      name: `film ${number(index)}`,
      history: new History<MovieValue>(null, clock, horizon),
    };
  });
  return {
    items: byId(items),
    groups: byId(
      groups.map((id) => ({
        id,
        name: `the group ${id}`,
        history: new History<GroupValue>({ name: id }, clock, horizon),
      })),
    ),
    notes: byId(
      viewers.flatMap((owner) =>
        noteLabels.map((label) => ({
          id: `${owner}/${label}`,
          name: `the ${label} note of ${owner}`,
          owner,
          label,
          history: new History<NoteValue>(null, clock, horizon),
        })),
      ),
    ),
    movies: byId(movies),
    social: createSocialWorld(clock, horizon),
    direct: { items: items.slice(-directItems), movies: movies.slice(-directMovies) },
  };
};
