import type { MercuriusCachePolicy } from 'mercurius-cache';
import { Kind, print, type GraphQLResolveInfo } from 'graphql';
import { keyOfGlobalId } from '../../src/shared/resolving/global-id.ts';

interface Asked {
  readonly self: unknown;
  readonly arg: Readonly<Record<string, unknown>>;
  readonly info: GraphQLResolveInfo;
}

const selections = new WeakMap<object, string>();

/**
 * What is selected below the field. The cache's own key looks one level deep, which mixes up queries that select
 * other fields of the films of a page: the product reads the selected fields only. Remembered, since compiled operations
 * keep their nodes.
 */
const selectionOf = ({ fieldNodes, fragments }: GraphQLResolveInfo): string => {
  const [node] = fieldNodes;
  if (!node) return '';
  let text = selections.get(node);
  if (text === undefined) {
    const own = fieldNodes.map((one) => (one.selectionSet ? print(one.selectionSet) : '')).join('');
    const usesFragments = fieldNodes.some((one) =>
      one.selectionSet?.selections.some(({ kind }) => kind === Kind.FRAGMENT_SPREAD),
    );
    text = usesFragments || own.includes('...') ? own + Object.values(fragments).map(print).join('') : own;
    selections.set(node, text);
  }
  return text;
};

const byArguments = ({ arg, info }: Asked): string => JSON.stringify(arg) + selectionOf(info);

/** Fields that resolve by key: the keys say it all. */
const byIds =
  (path: 'genreIds' | 'directorIds') =>
  ({ self, info }: Asked): string =>
    (self as Record<typeof path, readonly string[]>)[path].join() + selectionOf(info);

/** Hand-written invalidation, as its docs recommend it: what shows one film goes with it, and any list with any film. */
const films = 'films';
const filmOf = (id: unknown): string => {
  const key = keyOfGlobalId('Movie', String(id));
  return key.ok ? `film:${key.value}` : films;
};

export const createCachePolicy = (): MercuriusCachePolicy => {
  const list = { key: byArguments, references: () => [films] };
  const film = { key: byArguments, references: ({ arg }: Asked) => [filmOf(arg['id'])] };
  const lasting = { key: byArguments };
  return {
    Query: {
      movie: film,
      node: film,
      movies: list,
      popularMovies: { ...list, ttl: 60 },
      person: lasting,
      search: list,
      genres: lasting,
      genre: lasting,
      imageConfiguration: lasting,
    },
    Movie: { genres: { key: byIds('genreIds') }, directors: { key: byIds('directorIds') } },
    Person: {
      movies: {
        key: (asked: Asked) => (asked.self as { readonly _id: string })._id + byArguments(asked),
        references: () => [films],
      },
    },
    Mutation: {
      updateMovie: { invalidate: (_self: unknown, arg: { readonly id: string }) => [filmOf(arg.id), films] },
    },
  };
};
