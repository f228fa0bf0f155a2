import * as fc from 'fast-check';
import type { OwnedDomain, OwnWrite } from './owned-domain.ts';

interface Watched {
  readonly id: string;
  readonly positionSeconds: number;
  readonly isFinished: boolean;
}

/** Lists are the latest first, as the API answers them. */
interface Own {
  readonly preferences: {
    readonly playbackQuality: string;
    readonly autoplayNext: boolean;
    readonly audioLanguage: string | null;
  };
  readonly favourites: readonly string[];
  readonly watched: readonly Watched[];
  readonly ratings: readonly { readonly id: string; readonly rating: number }[];
}

const signedInOnly = { data: null, codes: ['UNAUTHENTICATED'] } as const;
const durationSeconds = 1000;

const watchNodes = (watched: readonly Watched[]) => ({
  totalCount: watched.length,
  nodes: watched.map(({ id, ...progress }) => ({ movie: { id }, progress })),
});

const without = <Value extends { readonly id: string }>(values: readonly Value[], id: string) =>
  values.filter((value) => value.id !== id);

const aboutFilm = (field: string, change: (own: Own, movieId: string) => Own) => (movieId: string) => ({
  query: `mutation ($movieId: ID!) { ${field}(movieId: $movieId) { __typename } }`,
  variables: { movieId },
  change: (own: Own) => change(own, movieId),
});

const addFavourite = aboutFilm('addFavourite', (own, id) =>
  own.favourites.includes(id) ? own : { ...own, favourites: [id, ...own.favourites] },
);
const removeFavourite = aboutFilm('removeFavourite', (own, id) => ({
  ...own,
  favourites: own.favourites.filter((favourite) => favourite !== id),
}));
const removeFromWatchHistory = aboutFilm('removeFromWatchHistory', (own, id) => ({
  ...own,
  watched: without(own.watched, id),
}));
const removeMovieRating = aboutFilm('removeMovieRating', (own, id) => ({
  ...own,
  ratings: without(own.ratings, id),
}));

const recordProgress = (movieId: string, positionSeconds: number): OwnWrite<Own> => ({
  query: 'mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }',
  variables: { input: { movieId, positionSeconds, durationSeconds } },
  change: (own) => ({
    ...own,
    watched: [
      { id: movieId, positionSeconds, isFinished: positionSeconds >= 0.95 * durationSeconds },
      ...without(own.watched, movieId),
    ],
  }),
});

const rateMovie = (movieId: string, rating: number): OwnWrite<Own> => ({
  query:
    'mutation ($movieId: ID!, $rating: Int!) { rateMovie(movieId: $movieId, rating: $rating) { __typename } }',
  variables: { movieId, rating },
  change: (own) => ({ ...own, ratings: [{ id: movieId, rating }, ...without(own.ratings, movieId)] }),
});

const updatePreferences = (input: Own['preferences']): OwnWrite<Own> => ({
  query:
    'mutation ($input: UpdatePreferencesInput!) { updatePreferences(input: $input) { preferences { autoplayNext } } }',
  variables: { input },
  change: (own) => ({ ...own, preferences: input }),
});

const clearWatchHistory: OwnWrite<Own> = {
  query: 'mutation { clearWatchHistory { removedCount } }',
  change: (own) => ({ ...own, watched: [] }),
};

export const ownedByLibrary: OwnedDomain<Own> = {
  name: 'library',
  beginning: () => ({
    preferences: { playbackQuality: 'AUTO', autoplayNext: true, audioLanguage: null },
    favourites: [],
    watched: [],
    ratings: [],
  }),

  reads: ({ films }) => [
    {
      query: '{ preferences { playbackQuality autoplayNext audioLanguage } }',
      expected: ({ preferences }) => ({ preferences }),
      forNobody: signedInOnly,
    },
    {
      query: '{ favourites { totalCount nodes { movie { id } } } }',
      expected: ({ favourites }) => ({
        favourites: { totalCount: favourites.length, nodes: favourites.map((id) => ({ movie: { id } })) },
      }),
      forNobody: signedInOnly,
    },
    {
      query: '{ favourites(first: 1) { nodes { movie { id isFavourite } } pageInfo { hasNextPage } } }',
      expected: ({ favourites }) => ({
        favourites: {
          nodes: favourites.slice(0, 1).map((id) => ({ movie: { id, isFavourite: true } })),
          pageInfo: { hasNextPage: favourites.length > 1 },
        },
      }),
      forNobody: signedInOnly,
    },
    {
      query: '{ watchHistory { totalCount nodes { movie { id } progress { positionSeconds isFinished } } } }',
      expected: ({ watched }) => ({ watchHistory: watchNodes(watched) }),
      forNobody: signedInOnly,
    },
    {
      query:
        '{ continueWatching { totalCount nodes { movie { id } progress { positionSeconds isFinished } } } }',
      expected: ({ watched }) => ({
        continueWatching: watchNodes(watched.filter(({ isFinished }) => !isFinished)),
      }),
      forNobody: signedInOnly,
    },
    {
      query: '{ myRatings { totalCount nodes { rating movie { id myRating } } } }',
      expected: ({ ratings }) => ({
        myRatings: {
          totalCount: ratings.length,
          nodes: ratings.map(({ id, rating }) => ({ rating, movie: { id, myRating: rating } })),
        },
      }),
      forNobody: signedInOnly,
    },
    ...films.map((id) => ({
      query: 'query ($id: ID!) { movie(id: $id) { id isFavourite myRating myProgress { positionSeconds } } }',
      variables: { id },
      expected: ({ favourites, ratings, watched }: Own) => {
        const progress = watched.find((entry) => entry.id === id);
        return {
          movie: {
            id,
            isFavourite: favourites.includes(id),
            myRating: ratings.find((entry) => entry.id === id)?.rating ?? null,
            myProgress: progress ? { positionSeconds: progress.positionSeconds } : null,
          },
        };
      },
      forNobody: { data: { movie: { id, isFavourite: null, myRating: null, myProgress: null } }, codes: [] },
    })),
  ],

  writes: ({ films }) => {
    const film = fc.constantFrom(...films);
    return fc.oneof(
      film.map(addFavourite),
      film.map(removeFavourite),
      film.map(removeFromWatchHistory),
      film.map(removeMovieRating),
      fc.tuple(film, fc.nat(durationSeconds)).map(([id, position]) => recordProgress(id, position)),
      fc.tuple(film, fc.integer({ min: 1, max: 10 })).map(([id, rating]) => rateMovie(id, rating)),
      fc
        .record({
          playbackQuality: fc.constantFrom('AUTO', 'SD', 'HD', 'FULL_HD'),
          autoplayNext: fc.boolean(),
          audioLanguage: fc.constantFrom(null, 'de', 'fr', 'en'),
        })
        .map(updatePreferences),
      fc.constant(clearWatchHistory),
    );
  },
};
