import type { MaturityRating, PlaybackQuality } from '../../../graphql/generated/resolvers.ts';

/** How somebody likes to watch, in `preferences`: what they chose, and nothing else. */
export interface PreferencesRecord {
  /** Of the user. */
  _id: string;
  playbackQuality?: PlaybackQuality;
  autoplayNext?: boolean;
  autoplayPreviews?: boolean;
  subtitleLanguage?: string | null;
  audioLanguage?: string | null;
  maturityLimit?: MaturityRating | null;
}

/** Something of a user about a film. */
export interface OfUserAndMovie {
  /** See `ownKey`: there is one of each user and film. */
  _id: string;
  userId: string;
  movieId: string;
}

/** How far a user is in a film, in `watchProgress`. */
export interface WatchProgressRecord extends OfUserAndMovie {
  positionSeconds: number;
  durationSeconds: number | null;
  isFinished: boolean;
  watchedAt: Date;
}

/** In `favourites`. */
export interface FavouriteRecord extends OfUserAndMovie {
  addedAt: Date;
}

/** In `movieRatings`. Their sums are in the films. */
export interface MovieRatingRecord extends OfUserAndMovie {
  /** A whole number from 1 to 10. */
  rating: number;
  ratedAt: Date;
}

/** The `_id` of what a user has about a film. */
export const ownKey = (userId: string, movieId: string): string => `${userId}:${movieId}`;
