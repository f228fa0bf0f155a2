import { createSeededRandom, createZipf, type SeededRandom } from '../../src/seed/seeded-random.ts';
import type { RequestParts } from '../load/request.ts';
import type { Film } from './films.ts';

/** One request of the mix. */
export type MixStep =
  | { readonly kind: 'read'; /** Of the list of queries. */ readonly query: number }
  | { readonly kind: 'write'; readonly request: RequestParts };

const shareOfWrites = 0.05;
/** Editors work on what is read; imports, and the rest of the writes, touch any film. */
const shareOfWritesByPopularity = 0.5;
/** How often each kind of change is made. */
const changes = { votes: 35, rating: 15, box: 15, details: 25, title: 5, genres: 5 };

const document = `mutation UpdateFilm($id: ID!, $input: UpdateMovieInput!) {
  updateMovie(id: $id, input: $input) { movie { id title } }
}`;

/** As votes come in: up to three in a hundred more. */
const grown = (votes: number, random: SeededRandom): number => votes + 1 + random.below(1 + votes * 0.03);
/** A rating moves by a tenth or two. */
const nudged = (rating: number, random: SeededRandom): number =>
  Math.min(10, Math.max(0, Math.round(rating * 10 + random.below(5) - 2) / 10));

const inputOf = (
  change: keyof typeof changes,
  { title, votes, rating }: Film,
  random: SeededRandom,
): object => {
  switch (change) {
    case 'votes':
      return { votes: grown(votes, random) };
    case 'rating':
      return { rating: nudged(rating ?? 5, random), votes: grown(votes, random) };
    case 'box':
      return { worldwideGrossUsd: random.below(1_000_000_000), usGrossUsd: random.below(400_000_000) };
    case 'details':
      return {
        runtimeMinutes: 60 + random.below(120),
        distributor: random.pick(['Sony Pictures', 'Warner Bros.', 'Universal', 'Lionsgate']),
        mpaaRating: random.pick(['G', 'PG', 'PG-13', 'R']),
      };
    case 'title':
      return { title: `${title} (${1 + random.below(9)})` };
    case 'genres':
      return { genres: random.shuffled(['action', 'comedy', 'drama', 'horror', 'western']).slice(0, 2) };
  }
};

/** A change that an editor makes to a film. */
export const editOf = (film: Film, random: SeededRandom): RequestParts => ({
  operationName: 'UpdateFilm',
  query: document,
  variables: { id: film.id, input: inputOf(random.weighted(changes), film, random) },
});

/**
 * The requests of the mix, the same for all: reads drawn by Zipf's law, and one write in twenty.
 * @param queries how many there are, what is asked for most first
 * @param films the most popular first
 */
export const mixSequence = (
  count: number,
  queries: number,
  films: readonly Film[],
  seed: number,
): readonly MixStep[] => {
  const random = createSeededRandom(seed);
  const drawQuery = createZipf(queries, random.fork());
  const drawFilm = createZipf(films.length, random.fork());
  return Array.from({ length: count }, (): MixStep => {
    if (!random.happens(shareOfWrites)) return { kind: 'read', query: drawQuery() };
    const place = random.happens(shareOfWritesByPopularity) ? drawFilm() : random.below(films.length);
    const film = films[place] as Film;
    return { kind: 'write', request: editOf(film, random) };
  });
};
