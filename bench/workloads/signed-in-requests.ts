import { createAudience, createZipf, randomOf, type SeedView, type Views } from '../../src/seed/index.ts';
import type { BenchViewer } from '../contestants/contestant.ts';
import type { RequestParts } from '../load/request.ts';
import type { Film } from './films.ts';
import { editOf, type MixStep } from './mix-sequence.ts';

const homeDocument = `query Home {
  preferences { playbackQuality autoplayNext subtitleLanguage }
  continueWatching(first: 10) {
    totalCount
    nodes { movie { id title year } progress { positionSeconds durationSeconds isFinished } }
  }
  favourites(first: 10) { totalCount nodes { movie { id title year rating } } }
}`;

const filmDocument = `query MyFilm($id: ID!) {
  movie(id: $id) {
    id title year runtimeMinutes rating viewerRating viewerRatingCount
    genres { slug name }
    directors { slug name }
    isFavourite
    myRating
    myProgress { positionSeconds isFinished }
  }
}`;

const progressDocument = `mutation Progress($input: RecordProgressInput!) {
  recordProgress(input: $input) { entry { progress { positionSeconds isFinished } } }
}`;
const ratingDocument = `mutation Rate($movieId: ID!, $rating: Int!) {
  rateMovie(movieId: $movieId, rating: $rating) { movie { id rating myRating } }
}`;
const favouriteDocument = `mutation Keep($movieId: ID!) {
  addFavourite(movieId: $movieId) { favourite { movie { id isFavourite } } }
}`;

/** What somebody does who is signed in, of a hundred times. */
const acts = { home: 26, film: 42, browse: 26, progress: 4, rate: 2 } as const;
/** Of what nobody in particular sends. */
const shareOfEdits = 0.03;

/** Views before the first request, for each request of it: what libraries hold then. */
const earlierViews = 0.25;

const progress = ({ filmId, positionSeconds, durationSeconds }: SeedView): RequestParts => ({
  operationName: 'Progress',
  query: progressDocument,
  variables: { input: { movieId: filmId, positionSeconds, durationSeconds } },
});
const rate = (movieId: string, rating: number): RequestParts => ({
  operationName: 'Rate',
  query: ratingDocument,
  variables: { movieId, rating },
});
const keep = ({ filmId: movieId }: SeedView): RequestParts => ({
  operationName: 'Keep',
  query: favouriteDocument,
  variables: { movieId },
});

export interface SignedInRequests {
  /** What fills the libraries, of each viewer in their order. */
  readonly libraries: readonly (readonly RequestParts[])[];
  /** All that is read. */
  readonly queries: readonly RequestParts[];
  readonly steps: readonly MixStep[];
}

export interface SignedInOptions {
  readonly count: number;
  readonly seed: number;
  readonly viewers: readonly BenchViewer[];
  /** Opens an editor's mutations. */
  readonly authorization: string;
  /** Of the mix, what is asked for most first. */
  readonly mixQueries: readonly RequestParts[];
  /** The most popular first. */
  readonly films: readonly Film[];
}

const librariesOf = (
  views: Views,
  count: number,
  viewers: readonly BenchViewer[],
): readonly (readonly RequestParts[])[] => {
  const acted = viewers.map((): RequestParts[] => []);
  for (const view of views.between(0, count)) {
    const { user, filmId, rating, isFavourite } = view;
    if (user === undefined) continue;
    acted[user]?.push(
      progress(view),
      ...(rating === undefined ? [] : [rate(filmId, rating)]),
      ...(isFavourite ? [keep(view)] : []),
    );
  }
  return acted.map((parts, index) =>
    parts.map((part) => ({ ...part, authorization: viewers[index]?.authorization ?? '' })),
  );
};

/**
 * What an audience asks for: who and which film, as the generator has it; those who are not signed in ask for what the mix
 * has, by Zipf's law.
 */
export const signedInRequests = (options: SignedInOptions): SignedInRequests => {
  const { count, seed, viewers, authorization, mixQueries, films } = options;
  const earlier = Math.round(count * earlierViews);
  const { views } = createAudience({
    seed,
    users: viewers.length,
    views: earlier + count,
    days: 7,
    // Only the order of the views matters here.
    endAt: new Date('2026-01-01T00:00:00Z'),
    films: films.map(({ id, genres, rating }, place) => ({
      id,
      genreIds: genres.map(({ slug }) => slug),
      popularity: -place,
      rating,
      runtimeMinutes: null,
    })),
  });
  const random = randomOf(seed, 'signed in');
  const drawQuery = createZipf(mixQueries.length, random.fork());
  const drawFilm = createZipf(films.length, random.fork());
  const queries: RequestParts[] = [];
  const places = new Map<string, number>();
  const read = (parts: RequestParts): MixStep => {
    const key = JSON.stringify(parts);
    let query = places.get(key);
    if (query === undefined) {
      query = queries.push(parts) - 1;
      places.set(key, query);
    }
    return { kind: 'read', query };
  };
  const browse = (): RequestParts => mixQueries[drawQuery()] as RequestParts;
  const stepOf = (view: SeedView): MixStep => {
    const viewer = view.user === undefined ? undefined : viewers[view.user];
    if (!viewer) {
      if (!random.happens(shareOfEdits)) return read(browse());
      return { kind: 'write', request: { ...editOf(films[drawFilm()] as Film, random), authorization } };
    }
    const as = (parts: RequestParts): RequestParts => ({ ...parts, authorization: viewer.authorization });
    switch (random.weighted(acts)) {
      case 'home':
        return read(as({ operationName: 'Home', query: homeDocument }));
      case 'film':
        return read(as({ operationName: 'MyFilm', query: filmDocument, variables: { id: view.filmId } }));
      case 'browse':
        return read(as(browse()));
      case 'progress':
        return { kind: 'write', request: as(progress(view)) };
      case 'rate':
        return { kind: 'write', request: as(rate(view.filmId, view.rating ?? 1 + random.below(10))) };
    }
  };
  const steps = [...views.between(earlier, earlier + count)].map(stepOf);
  return { libraries: librariesOf(views, earlier, viewers), queries, steps };
};
