import { popularityOf } from '../../src/modules/catalogue/services/popularity.ts';
import { titleKeyOf } from '../../src/modules/catalogue/services/film-identity.ts';
import { graphqlRequest } from './http-connection.ts';
import { judgeCount, judgeEntity, judgeList, type ListRule, type Look, type Shown } from './judge.ts';
import type { ReadOperation } from './read-operation.ts';
import { directors, genres, words, type MovieValue, type World } from './world.ts';

/** A film as it is asked for: its length carries the version. */
interface MovieNode {
  readonly id: string;
  readonly runtimeMinutes: number;
  readonly title: string;
  readonly rating: number | null;
  readonly votes: number;
  readonly genres: readonly { readonly slug: string }[];
  readonly directors: readonly { readonly slug: string }[];
}
interface MoviePage {
  readonly totalCount: number;
  readonly nodes: readonly MovieNode[];
}
interface ShownMovie extends Shown {
  readonly node: MovieNode;
}

const movieFields = 'id runtimeMinutes title rating votes genres { slug } directors { slug }';

const shown = (node: MovieNode): ShownMovie => ({ id: node.id, seq: node.runtimeMinutes, node });

const sameSlugs = (slugs: readonly string[], nodes: readonly { readonly slug: string }[]): boolean =>
  slugs.length === nodes.length && slugs.every((slug, index) => nodes[index]?.slug === slug);

const movieLook: Look<MovieValue, ShownMovie> = {
  shows: (value, { node }) =>
    value.title === node.title &&
    value.rating === node.rating &&
    value.votes === node.votes &&
    sameSlugs(value.genres, node.genres) &&
    sameSlugs(value.directors, node.directors),
};

type Field = 'TITLE' | 'RATING' | 'VOTES' | 'POPULARITY';
type Direction = 'ASC' | 'DESC';

const sortedBy: Record<Field, (value: MovieValue) => string | number> = {
  TITLE: ({ title }) => titleKeyOf(title),
  // Mongo takes null for less than any number.
  RATING: ({ rating }) => rating ?? -Infinity,
  VOTES: ({ votes }) => votes,
  POPULARITY: popularityOf,
};

const everything = 1000;

/** All reads of the product's own films. */
export const catalogueReads = ({ movies }: World): ReadOperation[] => {
  const keyOf = (id: string): string => movies.get(id)?.key ?? id;
  const ordered = (field: Field, direction: Direction): ListRule<MovieValue>['compare'] => {
    const up = direction === 'ASC' ? 1 : -1;
    return (a, aId, b, bId) => {
      const [left, right] = [sortedBy[field](a), sortedBy[field](b)];
      if (left !== right) return left < right ? -up : up;
      const [leftKey, rightKey] = [keyOf(aId), keyOf(bId)];
      return leftKey === rightKey ? 0 : leftKey < rightKey ? -up : up;
    };
  };
  const rule = (given: Partial<ListRule<MovieValue>>): ListRule<MovieValue> => ({
    includes: () => true,
    compare: undefined,
    limit: everything,
    loadedApart: false,
    ...given,
  });
  const judgePage = ({ totalCount, nodes }: MoviePage, listRule: ListRule<MovieValue>, began: number) => [
    ...judgeList(movies, nodes.map(shown), listRule, movieLook, began),
    judgeCount(movies.values(), totalCount, rule({ includes: listRule.includes }), began),
  ];
  const open = (
    name: string,
    query: string,
    objects: number,
    judge: ReadOperation['judge'],
  ): ReadOperation => ({
    name,
    request: graphqlRequest(query, {}, undefined),
    objects,
    judge,
  });

  const list = (
    what: string,
    filter: string,
    includes: (value: MovieValue) => boolean,
    field: Field,
    direction: Direction,
    first: number,
  ) =>
    open(
      `the first ${first} films ${what}by ${field} ${direction}`,
      `{ movies(${filter}sort: { field: ${field}, direction: ${direction} }, first: ${first}) { totalCount nodes { ${movieFields} } } }`,
      2 * movies.size,
      ({ movies: page }: { movies: MoviePage }, began) =>
        judgePage(page, rule({ includes, compare: ordered(field, direction), limit: first }), began),
    );

  return [
    ...[...movies.values()].map((subject) =>
      open(
        subject.name,
        `{ movie(id: "${subject.id}") { ${movieFields} } }`,
        1,
        ({ movie }: { movie: MovieNode | null }, began) => [
          judgeEntity(subject, movie && shown(movie), movieLook, began),
        ],
      ),
    ),
    ...[...movies.values()]
      .slice(0, 4)
      .map((subject) =>
        open(
          `${subject.name} as a node`,
          `{ node(id: "${subject.id}") { ... on Movie { ${movieFields} } } }`,
          1,
          ({ node }: { node: MovieNode | null }, began) => [
            judgeEntity(subject, node && shown(node), movieLook, began),
          ],
        ),
      ),
    list('', '', () => true, 'TITLE', 'ASC', 6),
    list('', '', () => true, 'RATING', 'ASC', 6),
    ...genres.flatMap((slug) => {
      const includes = (value: MovieValue) => value.genres.includes(slug);
      const filter = `filter: { genre: "${slug}" }, `;
      return [
        list(`of ${slug} `, filter, includes, 'VOTES', 'DESC', 5),
        list(`of ${slug} `, filter, includes, 'RATING', 'DESC', 50),
      ];
    }),
    open(
      'the 6 most popular films',
      `{ popularMovies(first: 6) { totalCount nodes { ${movieFields} } } }`,
      2 * movies.size,
      ({ popularMovies }: { popularMovies: MoviePage }, began) =>
        judgePage(popularMovies, rule({ compare: ordered('POPULARITY', 'DESC'), limit: 6 }), began),
    ),
    ...directors.map(({ slug, name }) =>
      open(
        `${name} with their films`,
        `{ person(slug: "${slug}") { movies(sort: { field: VOTES, direction: ASC }, first: 50) { totalCount nodes { ${movieFields} } } } }`,
        2 * movies.size,
        ({ person }: { person: { movies: MoviePage } | null }, began) => {
          const includes = (value: MovieValue) => value.directors.includes(slug);
          // A person who is gone has no films, and people do not go.
          const page = person?.movies ?? { totalCount: 0, nodes: [] };
          return judgePage(page, rule({ includes, compare: ordered('VOTES', 'ASC'), limit: 50 }), began);
        },
      ),
    ),
    ...words.map((word) =>
      open(
        `search for ${word}`,
        `{ search(query: "${word}", first: 100) { totalCount nodes { ... on Movie { ${movieFields} } } } }`,
        2 * movies.size,
        ({ search }: { search: MoviePage }, began) => {
          const includes = (value: MovieValue) => value.title.split(' ').includes(word);
          return judgePage(search, rule({ includes, loadedApart: true }), began);
        },
      ),
    ),
  ];
};
