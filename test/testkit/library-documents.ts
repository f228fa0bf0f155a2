import { graphql } from './generated/index.ts';

/** What people do with what is theirs in the library. */

export const Preferences = graphql(`
  query Preferences {
    preferences {
      playbackQuality
      autoplayNext
      autoplayPreviews
      subtitleLanguage
      audioLanguage
      maturityLimit
    }
  }
`);

export const UpdatePreferences = graphql(`
  mutation UpdatePreferences($input: UpdatePreferencesInput!) {
    updatePreferences(input: $input) {
      preferences {
        playbackQuality
        autoplayNext
        autoplayPreviews
        subtitleLanguage
        audioLanguage
        maturityLimit
      }
    }
  }
`);

export const ContinueWatching = graphql(`
  query ContinueWatching($first: Int, $after: String) {
    continueWatching(first: $first, after: $after) {
      totalCount
      nodes {
        movie {
          id
          title
        }
        progress {
          positionSeconds
          durationSeconds
          isFinished
          watchedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const WatchHistory = graphql(`
  query WatchHistory($first: Int, $after: String) {
    watchHistory(first: $first, after: $after) {
      totalCount
      nodes {
        movie {
          id
        }
        progress {
          positionSeconds
          isFinished
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RecordProgress = graphql(`
  mutation RecordProgress($input: RecordProgressInput!) {
    recordProgress(input: $input) {
      entry {
        movie {
          id
        }
        progress {
          positionSeconds
          durationSeconds
          isFinished
        }
      }
    }
  }
`);

export const RemoveFromWatchHistory = graphql(`
  mutation RemoveFromWatchHistory($movieId: ID!) {
    removeFromWatchHistory(movieId: $movieId) {
      movie {
        id
        myProgress {
          positionSeconds
        }
      }
    }
  }
`);

export const ClearWatchHistory = graphql(`
  mutation ClearWatchHistory {
    clearWatchHistory {
      removedCount
    }
  }
`);

export const Favourites = graphql(`
  query Favourites($first: Int, $after: String) {
    favourites(first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          addedAt
          movie {
            id
            title
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AddFavourite = graphql(`
  mutation AddFavourite($movieId: ID!) {
    addFavourite(movieId: $movieId) {
      favourite {
        addedAt
        movie {
          id
          isFavourite
        }
      }
    }
  }
`);

export const RemoveFavourite = graphql(`
  mutation RemoveFavourite($movieId: ID!) {
    removeFavourite(movieId: $movieId) {
      movie {
        id
        isFavourite
      }
    }
  }
`);

export const RateMovie = graphql(`
  mutation RateMovie($movieId: ID!, $rating: Int!) {
    rateMovie(movieId: $movieId, rating: $rating) {
      movie {
        id
        rating
        importedRating
        viewerRating
        viewerRatingCount
        myRating
      }
    }
  }
`);

export const RemoveMovieRating = graphql(`
  mutation RemoveMovieRating($movieId: ID!) {
    removeMovieRating(movieId: $movieId) {
      movie {
        id
        rating
        viewerRatingCount
        myRating
      }
    }
  }
`);

export const MyRatings = graphql(`
  query MyRatings($first: Int, $after: String) {
    myRatings(first: $first, after: $after) {
      totalCount
      nodes {
        rating
        movie {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A film as the one sees it who asks. */
export const MyMovie = graphql(`
  query MyMovie($id: ID!) {
    movie(id: $id) {
      id
      rating
      importedRating
      votes
      viewerRating
      viewerRatingCount
      isFavourite
      myRating
      myProgress {
        positionSeconds
        durationSeconds
        isFinished
      }
    }
  }
`);

export const RatingOf = graphql(`
  query RatingOf($id: ID!) {
    movie(id: $id) {
      rating
      importedRating
      votes
      popularity
      viewerRating
      viewerRatingCount
    }
  }
`);

export const BestRated = graphql(`
  query BestRated($filter: MovieFilter, $first: Int) {
    movies(filter: $filter, sort: { field: RATING, direction: DESC }, first: $first) {
      nodes {
        id
        rating
      }
    }
  }
`);
