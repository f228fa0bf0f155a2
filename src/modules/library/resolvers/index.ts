import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { Movie } from './Movie.ts';
import { addFavourite } from './Mutation/addFavourite.ts';
import { clearWatchHistory } from './Mutation/clearWatchHistory.ts';
import { rateMovie } from './Mutation/rateMovie.ts';
import { recordProgress } from './Mutation/recordProgress.ts';
import { removeFavourite } from './Mutation/removeFavourite.ts';
import { removeFromWatchHistory } from './Mutation/removeFromWatchHistory.ts';
import { removeMovieRating } from './Mutation/removeMovieRating.ts';
import { updatePreferences } from './Mutation/updatePreferences.ts';
import { continueWatching } from './Query/continueWatching.ts';
import { favourites } from './Query/favourites.ts';
import { myRatings } from './Query/myRatings.ts';
import { preferences } from './Query/preferences.ts';
import { watchHistory } from './Query/watchHistory.ts';

export const libraryResolvers: Resolvers = {
  Query: { continueWatching, favourites, myRatings, preferences, watchHistory },
  Mutation: {
    addFavourite,
    clearWatchHistory,
    rateMovie,
    recordProgress,
    removeFavourite,
    removeFromWatchHistory,
    removeMovieRating,
    updatePreferences,
  },
  Movie,
};
