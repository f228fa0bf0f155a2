/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** All that is given must hold. */
export type AuditFilter = {
  actorId?: string | null | undefined;
  kind?: AuditKind | null | undefined;
  subjectId?: string | null | undefined;
};

/** What is written down for admins. */
export type AuditKind =
  | 'ACCOUNT_CREATED'
  | 'ACCOUNT_DELETED'
  | 'CACHE_CLEARED'
  | 'CACHE_INSPECTED'
  | 'LOGGED_OUT'
  | 'LOGGED_OUT_EVERYWHERE'
  | 'LOGIN_FAILED'
  | 'LOGIN_SUCCEEDED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'PASSWORD_RESET_ASKED'
  /** A refresh token was used a second time: its session ended. */
  | 'REFRESH_TOKEN_REUSED'
  | 'REGISTRATION_ASKED'
  | 'ROLES_SET'
  | 'SESSION_ENDED'
  | 'USER_BANNED'
  | 'USER_UNBANNED'
  | 'VIDEO_REPORT_DISMISSED'
  | 'VIDEO_RESTORED'
  | 'VIDEO_TAKEN_DOWN';

export type ChangePasswordInput = {
  currentPassword: string;
  /** 10 to 200 characters. */
  newPassword: string;
};

export type CreateMovieInput = {
  budgetUsd?: number | null | undefined;
  creativeType?: string | null | undefined;
  /** Names, in order of credit. */
  directors?: Array<string> | null | undefined;
  distributor?: string | null | undefined;
  /** Slugs of genres, most important first. */
  genres?: Array<string> | null | undefined;
  mpaaRating?: string | null | undefined;
  posterPath?: string | null | undefined;
  /** The imported one, 0 to 10. */
  rating?: number | null | undefined;
  releaseDate?: string | null | undefined;
  /** 0 to 100. */
  rottenTomatoesRating?: number | null | undefined;
  runtimeMinutes?: number | null | undefined;
  source?: string | null | undefined;
  title: string;
  usDvdSalesUsd?: number | null | undefined;
  usGrossUsd?: number | null | undefined;
  votes?: number | null | undefined;
  worldwideGrossUsd?: number | null | undefined;
};

/** Both ends are included; an end that is not given is open. */
export type FloatRange = {
  max?: number | null | undefined;
  min?: number | null | undefined;
};

/** Both ends are included; an end that is not given is open. */
export type IntRange = {
  max?: number | null | undefined;
  min?: number | null | undefined;
};

export type LoginInput = {
  email: string;
  password: string;
  /** Keeps the session for seven days, and for seven more at each refresh; else it ends after a day. */
  rememberMe?: boolean;
};

/** The American age ratings, from the mildest on. */
export type MaturityRating =
  | 'G'
  | 'NC_17'
  | 'PG'
  | 'PG_13'
  | 'R';

/** All that is given must hold. */
export type MovieFilter = {
  /** Slug of a person. */
  director?: string | null | undefined;
  /** Slug of a genre. */
  genre?: string | null | undefined;
  /** 0 to 10. Films without a rating are left out. */
  rating?: FloatRange | null | undefined;
  /** Year of the release date. Films without a date are left out. */
  year?: IntRange | null | undefined;
};

export type MovieSort = {
  direction?: SortDirection;
  field: MovieSortField;
};

/** Films that lack the value come first in ascending order, and last in descending order. */
export type MovieSortField =
  | 'POPULARITY'
  | 'RATING'
  | 'RELEASE_DATE'
  /** Without case, accents and a leading article. */
  | 'TITLE'
  | 'VOTES';

export type Permission =
  /** Add, change and remove films. */
  | 'EDIT_CATALOGUE'
  /** See users, set their roles, ban them. */
  | 'MANAGE_USERS'
  /** See what viewers report, and take videos down. */
  | 'MODERATE'
  /** See and clear the cache. */
  | 'OPERATE'
  /** Publish videos in a channel of one's own. */
  | 'PUBLISH_VIDEOS'
  /** See sign-ins and what admins did. */
  | 'READ_AUDIT_TRAIL'
  /** Offer courses. */
  | 'TEACH_COURSES';

export type PlaybackQuality =
  /** What the connection carries. */
  | 'AUTO'
  /** 1080 lines. */
  | 'FULL_HD'
  /** 720 lines. */
  | 'HD'
  /** 480 lines. */
  | 'SD'
  /** 2160 lines. */
  | 'ULTRA_HD';

export type RecordProgressInput = {
  /** As the player has it. Left out: the runtime that the catalogue knows, if any. */
  durationSeconds?: number | null | undefined;
  movieId: string;
  /** From 0 to the duration. */
  positionSeconds: number;
};

export type RegisterInput = {
  email: string;
  /** As BCP 47 has it. */
  locale?: string;
  /** What others see: 1 to 80 characters. */
  name: string;
  /** 10 to 200 characters. */
  password: string;
};

export type ResetPasswordInput = {
  /** 10 to 200 characters. */
  newPassword: string;
  token: string;
};

export type Role =
  /** May do everything. */
  | 'ADMIN'
  /** Publishes videos. */
  | 'CREATOR'
  /** Teaches courses, and publishes videos. */
  | 'INSTRUCTOR'
  /** Watches. Everybody has it. */
  | 'VIEWER';

export type SortDirection =
  | 'ASC'
  | 'DESC';

export type UpdateMovieInput = {
  budgetUsd?: number | null | undefined;
  creativeType?: string | null | undefined;
  /** Names, in order of credit. Replaces them all. */
  directors?: Array<string> | null | undefined;
  distributor?: string | null | undefined;
  /** Slugs of genres, most important first. Replaces them all. */
  genres?: Array<string> | null | undefined;
  mpaaRating?: string | null | undefined;
  posterPath?: string | null | undefined;
  /** The imported one, 0 to 10. */
  rating?: number | null | undefined;
  releaseDate?: string | null | undefined;
  /** 0 to 100. */
  rottenTomatoesRating?: number | null | undefined;
  runtimeMinutes?: number | null | undefined;
  source?: string | null | undefined;
  title?: string | null | undefined;
  usDvdSalesUsd?: number | null | undefined;
  usGrossUsd?: number | null | undefined;
  votes?: number | null | undefined;
  worldwideGrossUsd?: number | null | undefined;
};

export type UpdatePreferencesInput = {
  /** As BCP 47 has it; null: the language the film was made in. */
  audioLanguage?: string | null | undefined;
  autoplayNext?: boolean | null | undefined;
  autoplayPreviews?: boolean | null | undefined;
  /** Null: no limit. */
  maturityLimit?: MaturityRating | null | undefined;
  playbackQuality?: PlaybackQuality | null | undefined;
  /** As BCP 47 has it, such as `de-CH`; null: no subtitles. */
  subtitleLanguage?: string | null | undefined;
};

export type UpdateProfileInput = {
  /** An https address. */
  avatarUrl?: string | null | undefined;
  /** At most 1,000 characters. */
  bio?: string | null | undefined;
  /** As BCP 47 has it. */
  locale?: string | null | undefined;
  /** 1 to 80 characters. */
  name?: string | null | undefined;
};

/** All that is given must hold. */
export type UserFilter = {
  /** The whole address; upper and lower case are the same. */
  email?: string | null | undefined;
  isBanned?: boolean | null | undefined;
  role?: Role | null | undefined;
};

export type UpdateTwiceMutationVariables = Exact<{
  id: string;
}>;


export type UpdateTwiceMutation = { before: { movie: { title: string, directors: Array<{ name: string, movies: { totalCount: number } }> } }, after: { movie: { title: string, directors: Array<{ name: string, movies: { totalCount: number, nodes: Array<{ title: string }> } }> } } };

export type PopularMoviesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PopularMoviesQuery = { popularMovies: { totalCount: number, edges: Array<{ cursor: string, node: { id: string } }> } };

export type AnyNodeQueryVariables = Exact<{
  id: string;
}>;


export type AnyNodeQuery = { node:
    | { __typename: 'Channel', id: string }
    | { __typename: 'Comment', id: string }
    | { __typename: 'Course', id: string }
    | { __typename: 'Genre', slug: string, id: string }
    | { __typename: 'Instructor', id: string }
    | { __typename: 'Lesson', id: string }
    | { __typename: 'Movie', title: string, id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'Person', name: string, id: string }
    | { __typename: 'Playlist', id: string }
    | { __typename: 'Recording', id: string }
    | { __typename: 'Video', id: string }
   | null };

export type GenresQueryVariables = Exact<{ [key: string]: never; }>;


export type GenresQuery = { genres: Array<{ id: string, slug: string, name: string }> };

export type GenreBySlugQueryVariables = Exact<{
  slug: string;
}>;


export type GenreBySlugQuery = { genre: { id: string, slug: string, name: string } | null };

export type PersonWithMoviesQueryVariables = Exact<{
  slug: string;
  sort?: MovieSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type PersonWithMoviesQuery = { person: { id: string, slug: string, name: string, movies: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, title: string, directors: Array<{ slug: string }> } }>, nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null } } } | null };

export type ImagesQueryVariables = Exact<{ [key: string]: never; }>;


export type ImagesQuery = { imageConfiguration: { baseUrl: string, secureBaseUrl: string, posterSizes: Array<string>, backdropSizes: Array<string>, profileSizes: Array<string> } };

export type SearchQueryVariables = Exact<{
  query: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, edges: Array<{ cursor: string, score: number, node:
        | { __typename: 'Movie', id: string, title: string }
        | { __typename: 'Person', id: string, name: string }
       }>, nodes: Array<
      | { __typename: 'Movie' }
      | { __typename: 'Person' }
    >, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type RegisterMutation = { register: { email: string } };

export type VerifyEmailMutationVariables = Exact<{
  token: string;
}>;


export type VerifyEmailMutation = { verifyEmail: { email: string } };

export type ResendVerificationMutationVariables = Exact<{
  email: string;
}>;


export type ResendVerificationMutation = { resendVerification: { email: string } };

export type LoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type LoginMutation = { login: { tokens: { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, sessionExpiresAt: string }, user: { id: string, email: string, name: string, roles: Array<Role> } } };

export type RefreshMutationVariables = Exact<{
  refreshToken: string;
}>;


export type RefreshMutation = { refresh: { tokens: { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, sessionExpiresAt: string } } };

export type LogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutMutation = { logout: { endedSessions: number } };

export type LogoutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutEverywhereMutation = { logoutEverywhere: { endedSessions: number } };

export type EndSessionMutationVariables = Exact<{
  id: string;
}>;


export type EndSessionMutation = { endSession: { id: string } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { endedSessions: number } };

export type ForgotPasswordMutationVariables = Exact<{
  email: string;
}>;


export type ForgotPasswordMutation = { forgotPassword: { email: string } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { email: string } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { user: { id: string, name: string, bio: string | null, avatarUrl: string | null, locale: string } } };

export type DeleteAccountMutationVariables = Exact<{
  password: string;
}>;


export type DeleteAccountMutation = { deleteAccount: { id: string } };

export type SetRolesMutationVariables = Exact<{
  userId: string;
  roles: Array<Role> | Role;
}>;


export type SetRolesMutation = { setRoles: { user: { id: string, roles: Array<Role>, permissions: Array<Permission> } } };

export type BanUserMutationVariables = Exact<{
  userId: string;
  reason: string;
}>;


export type BanUserMutation = { banUser: { user: { id: string, bannedAt: string | null, banReason: string | null } } };

export type UnbanUserMutationVariables = Exact<{
  userId: string;
}>;


export type UnbanUserMutation = { unbanUser: { user: { id: string, bannedAt: string | null } } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, email: string, name: string, bio: string | null, locale: string, roles: Array<Role>, permissions: Array<Permission> } | null };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { mySessions: Array<{ id: string, device: string, address: string, createdAt: string, lastActiveAt: string, expiresAt: string, isCurrent: boolean }> };

export type ExportMyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type ExportMyDataQuery = { exportMyData: unknown };

export type UsersQueryVariables = Exact<{
  filter?: UserFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UsersQuery = { users: { totalCount: number, nodes: Array<{ id: string, email: string, roles: Array<Role>, bannedAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AuditTrailQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { auditTrail: { totalCount: number, nodes: Array<{ kind: AuditKind, at: string, address: string | null, device: string | null, details: unknown, actor: { email: string } | null, subject: { email: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MoviesQueryVariables = Exact<{
  filter?: MovieFilter | null | undefined;
  sort?: MovieSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MoviesQuery = { movies: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, title: string, year: number | null, rating: number | null, votes: number, genres: Array<{ slug: string }>, directors: Array<{ slug: string }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type MovieDetailQueryVariables = Exact<{
  id: string;
}>;


export type MovieDetailQuery = { movie: { id: string, title: string, releaseDate: string | null, year: number | null, runtimeMinutes: number | null, mpaaRating: string | null, distributor: string | null, source: string | null, creativeType: string | null, budgetUsd: number | null, usGrossUsd: number | null, worldwideGrossUsd: number | null, usDvdSalesUsd: number | null, rating: number | null, importedRating: number | null, votes: number, viewerRating: number | null, viewerRatingCount: number, rottenTomatoesRating: number | null, popularity: number, posterPath: string | null, genres: Array<{ slug: string }>, directors: Array<{ slug: string, name: string }> } | null };

export type CreateMovieMutationVariables = Exact<{
  input: CreateMovieInput;
}>;


export type CreateMovieMutation = { createMovie: { movie: { id: string, title: string, popularity: number } } };

export type UpdateMovieMutationVariables = Exact<{
  id: string;
  input: UpdateMovieInput;
}>;


export type UpdateMovieMutation = { updateMovie: { movie: { id: string, title: string, popularity: number } } };

export type DeleteMovieMutationVariables = Exact<{
  id: string;
}>;


export type DeleteMovieMutation = { deleteMovie: { movie: { id: string, title: string } } };

export type PreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type PreferencesQuery = { preferences: { playbackQuality: PlaybackQuality, autoplayNext: boolean, autoplayPreviews: boolean, subtitleLanguage: string | null, audioLanguage: string | null, maturityLimit: MaturityRating | null } };

export type UpdatePreferencesMutationVariables = Exact<{
  input: UpdatePreferencesInput;
}>;


export type UpdatePreferencesMutation = { updatePreferences: { preferences: { playbackQuality: PlaybackQuality, autoplayNext: boolean, autoplayPreviews: boolean, subtitleLanguage: string | null, audioLanguage: string | null, maturityLimit: MaturityRating | null } } };

export type ContinueWatchingQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ContinueWatchingQuery = { continueWatching: { totalCount: number, nodes: Array<{ movie: { id: string, title: string }, progress: { positionSeconds: number, durationSeconds: number | null, isFinished: boolean, watchedAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WatchHistoryQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WatchHistoryQuery = { watchHistory: { totalCount: number, nodes: Array<{ movie: { id: string }, progress: { positionSeconds: number, isFinished: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RecordProgressMutationVariables = Exact<{
  input: RecordProgressInput;
}>;


export type RecordProgressMutation = { recordProgress: { entry: { movie: { id: string }, progress: { positionSeconds: number, durationSeconds: number | null, isFinished: boolean } } } };

export type RemoveFromWatchHistoryMutationVariables = Exact<{
  movieId: string;
}>;


export type RemoveFromWatchHistoryMutation = { removeFromWatchHistory: { movie: { id: string, myProgress: { positionSeconds: number } | null } | null } };

export type ClearWatchHistoryMutationVariables = Exact<{ [key: string]: never; }>;


export type ClearWatchHistoryMutation = { clearWatchHistory: { removedCount: number } };

export type FavouritesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FavouritesQuery = { favourites: { totalCount: number, edges: Array<{ cursor: string, node: { addedAt: string, movie: { id: string, title: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AddFavouriteMutationVariables = Exact<{
  movieId: string;
}>;


export type AddFavouriteMutation = { addFavourite: { favourite: { addedAt: string, movie: { id: string, isFavourite: boolean | null } } } };

export type RemoveFavouriteMutationVariables = Exact<{
  movieId: string;
}>;


export type RemoveFavouriteMutation = { removeFavourite: { movie: { id: string, isFavourite: boolean | null } | null } };

export type RateMovieMutationVariables = Exact<{
  movieId: string;
  rating: number;
}>;


export type RateMovieMutation = { rateMovie: { movie: { id: string, rating: number | null, importedRating: number | null, viewerRating: number | null, viewerRatingCount: number, myRating: number | null } } };

export type RemoveMovieRatingMutationVariables = Exact<{
  movieId: string;
}>;


export type RemoveMovieRatingMutation = { removeMovieRating: { movie: { id: string, rating: number | null, viewerRatingCount: number, myRating: number | null } | null } };

export type MyRatingsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyRatingsQuery = { myRatings: { totalCount: number, nodes: Array<{ rating: number, movie: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MyMovieQueryVariables = Exact<{
  id: string;
}>;


export type MyMovieQuery = { movie: { id: string, rating: number | null, importedRating: number | null, votes: number, viewerRating: number | null, viewerRatingCount: number, isFavourite: boolean | null, myRating: number | null, myProgress: { positionSeconds: number, durationSeconds: number | null, isFinished: boolean } | null } | null };

export type RatingOfQueryVariables = Exact<{
  id: string;
}>;


export type RatingOfQuery = { movie: { rating: number | null, importedRating: number | null, votes: number, popularity: number, viewerRating: number | null, viewerRatingCount: number } | null };

export type BestRatedQueryVariables = Exact<{
  filter?: MovieFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type BestRatedQuery = { movies: { nodes: Array<{ id: string, rating: number | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const UpdateTwiceDocument = new TypedDocumentString(`
    mutation UpdateTwice($id: ID!) {
  before: updateMovie(id: $id, input: {title: "Before", directors: ["Ann Early"]}) {
    movie {
      title
      directors {
        name
        movies {
          totalCount
        }
      }
    }
  }
  after: updateMovie(
    id: $id
    input: {title: "After", directors: ["Ann Early", "Bob Late"]}
  ) {
    movie {
      title
      directors {
        name
        movies {
          totalCount
          nodes {
            title
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateTwiceMutation, UpdateTwiceMutationVariables>;
export const PopularMoviesDocument = new TypedDocumentString(`
    query PopularMovies($first: Int, $after: String) {
  popularMovies(first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PopularMoviesQuery, PopularMoviesQueryVariables>;
export const AnyNodeDocument = new TypedDocumentString(`
    query AnyNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Movie {
      title
    }
    ... on Person {
      name
    }
    ... on Genre {
      slug
    }
  }
}
    `) as unknown as TypedDocumentString<AnyNodeQuery, AnyNodeQueryVariables>;
export const GenresDocument = new TypedDocumentString(`
    query Genres {
  genres {
    id
    slug
    name
  }
}
    `) as unknown as TypedDocumentString<GenresQuery, GenresQueryVariables>;
export const GenreBySlugDocument = new TypedDocumentString(`
    query GenreBySlug($slug: String!) {
  genre(slug: $slug) {
    id
    slug
    name
  }
}
    `) as unknown as TypedDocumentString<GenreBySlugQuery, GenreBySlugQueryVariables>;
export const PersonWithMoviesDocument = new TypedDocumentString(`
    query PersonWithMovies($slug: String!, $sort: MovieSort, $first: Int, $after: String, $last: Int) {
  person(slug: $slug) {
    id
    slug
    name
    movies(sort: $sort, first: $first, after: $after, last: $last) {
      totalCount
      edges {
        cursor
        node {
          id
          title
          directors {
            slug
          }
        }
      }
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PersonWithMoviesQuery, PersonWithMoviesQueryVariables>;
export const ImagesDocument = new TypedDocumentString(`
    query Images {
  imageConfiguration {
    baseUrl
    secureBaseUrl
    posterSizes
    backdropSizes
    profileSizes
  }
}
    `) as unknown as TypedDocumentString<ImagesQuery, ImagesQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $first: Int, $after: String) {
  search(query: $query, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      score
      node {
        __typename
        ... on Movie {
          id
          title
        }
        ... on Person {
          id
          name
        }
      }
    }
    nodes {
      __typename
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const RegisterDocument = new TypedDocumentString(`
    mutation Register($input: RegisterInput!) {
  register(input: $input) {
    email
  }
}
    `) as unknown as TypedDocumentString<RegisterMutation, RegisterMutationVariables>;
export const VerifyEmailDocument = new TypedDocumentString(`
    mutation VerifyEmail($token: String!) {
  verifyEmail(token: $token) {
    email
  }
}
    `) as unknown as TypedDocumentString<VerifyEmailMutation, VerifyEmailMutationVariables>;
export const ResendVerificationDocument = new TypedDocumentString(`
    mutation ResendVerification($email: String!) {
  resendVerification(email: $email) {
    email
  }
}
    `) as unknown as TypedDocumentString<ResendVerificationMutation, ResendVerificationMutationVariables>;
export const LoginDocument = new TypedDocumentString(`
    mutation Login($input: LoginInput!) {
  login(input: $input) {
    tokens {
      accessToken
      accessTokenExpiresAt
      refreshToken
      sessionExpiresAt
    }
    user {
      id
      email
      name
      roles
    }
  }
}
    `) as unknown as TypedDocumentString<LoginMutation, LoginMutationVariables>;
export const RefreshDocument = new TypedDocumentString(`
    mutation Refresh($refreshToken: String!) {
  refresh(refreshToken: $refreshToken) {
    tokens {
      accessToken
      accessTokenExpiresAt
      refreshToken
      sessionExpiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<RefreshMutation, RefreshMutationVariables>;
export const LogoutDocument = new TypedDocumentString(`
    mutation Logout {
  logout {
    endedSessions
  }
}
    `) as unknown as TypedDocumentString<LogoutMutation, LogoutMutationVariables>;
export const LogoutEverywhereDocument = new TypedDocumentString(`
    mutation LogoutEverywhere {
  logoutEverywhere {
    endedSessions
  }
}
    `) as unknown as TypedDocumentString<LogoutEverywhereMutation, LogoutEverywhereMutationVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($id: ID!) {
  endSession(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    endedSessions
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ForgotPasswordDocument = new TypedDocumentString(`
    mutation ForgotPassword($email: String!) {
  forgotPassword(email: $email) {
    email
  }
}
    `) as unknown as TypedDocumentString<ForgotPasswordMutation, ForgotPasswordMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    email
  }
}
    `) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    user {
      id
      name
      bio
      avatarUrl
      locale
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const DeleteAccountDocument = new TypedDocumentString(`
    mutation DeleteAccount($password: String!) {
  deleteAccount(password: $password) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const SetRolesDocument = new TypedDocumentString(`
    mutation SetRoles($userId: ID!, $roles: [Role!]!) {
  setRoles(userId: $userId, roles: $roles) {
    user {
      id
      roles
      permissions
    }
  }
}
    `) as unknown as TypedDocumentString<SetRolesMutation, SetRolesMutationVariables>;
export const BanUserDocument = new TypedDocumentString(`
    mutation BanUser($userId: ID!, $reason: String!) {
  banUser(userId: $userId, reason: $reason) {
    user {
      id
      bannedAt
      banReason
    }
  }
}
    `) as unknown as TypedDocumentString<BanUserMutation, BanUserMutationVariables>;
export const UnbanUserDocument = new TypedDocumentString(`
    mutation UnbanUser($userId: ID!) {
  unbanUser(userId: $userId) {
    user {
      id
      bannedAt
    }
  }
}
    `) as unknown as TypedDocumentString<UnbanUserMutation, UnbanUserMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    email
    name
    bio
    locale
    roles
    permissions
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const MySessionsDocument = new TypedDocumentString(`
    query MySessions {
  mySessions {
    id
    device
    address
    createdAt
    lastActiveAt
    expiresAt
    isCurrent
  }
}
    `) as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const ExportMyDataDocument = new TypedDocumentString(`
    query ExportMyData {
  exportMyData
}
    `) as unknown as TypedDocumentString<ExportMyDataQuery, ExportMyDataQueryVariables>;
export const UsersDocument = new TypedDocumentString(`
    query Users($filter: UserFilter, $first: Int, $after: String) {
  users(filter: $filter, first: $first, after: $after) {
    totalCount
    nodes {
      id
      email
      roles
      bannedAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<UsersQuery, UsersQueryVariables>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {
  auditTrail(filter: $filter, first: $first, after: $after) {
    totalCount
    nodes {
      kind
      at
      address
      device
      details
      actor {
        email
      }
      subject {
        email
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const MoviesDocument = new TypedDocumentString(`
    query Movies($filter: MovieFilter, $sort: MovieSort, $first: Int, $after: String, $last: Int, $before: String) {
  movies(
    filter: $filter
    sort: $sort
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    edges {
      cursor
      node {
        id
        title
        year
        rating
        votes
        genres {
          slug
        }
        directors {
          slug
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MoviesQuery, MoviesQueryVariables>;
export const MovieDetailDocument = new TypedDocumentString(`
    query MovieDetail($id: ID!) {
  movie(id: $id) {
    id
    title
    releaseDate
    year
    genres {
      slug
    }
    directors {
      slug
      name
    }
    runtimeMinutes
    mpaaRating
    distributor
    source
    creativeType
    budgetUsd
    usGrossUsd
    worldwideGrossUsd
    usDvdSalesUsd
    rating
    importedRating
    votes
    viewerRating
    viewerRatingCount
    rottenTomatoesRating
    popularity
    posterPath
  }
}
    `) as unknown as TypedDocumentString<MovieDetailQuery, MovieDetailQueryVariables>;
export const CreateMovieDocument = new TypedDocumentString(`
    mutation CreateMovie($input: CreateMovieInput!) {
  createMovie(input: $input) {
    movie {
      id
      title
      popularity
    }
  }
}
    `) as unknown as TypedDocumentString<CreateMovieMutation, CreateMovieMutationVariables>;
export const UpdateMovieDocument = new TypedDocumentString(`
    mutation UpdateMovie($id: ID!, $input: UpdateMovieInput!) {
  updateMovie(id: $id, input: $input) {
    movie {
      id
      title
      popularity
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateMovieMutation, UpdateMovieMutationVariables>;
export const DeleteMovieDocument = new TypedDocumentString(`
    mutation DeleteMovie($id: ID!) {
  deleteMovie(id: $id) {
    movie {
      id
      title
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteMovieMutation, DeleteMovieMutationVariables>;
export const PreferencesDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<PreferencesQuery, PreferencesQueryVariables>;
export const UpdatePreferencesDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<UpdatePreferencesMutation, UpdatePreferencesMutationVariables>;
export const ContinueWatchingDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ContinueWatchingQuery, ContinueWatchingQueryVariables>;
export const WatchHistoryDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<WatchHistoryQuery, WatchHistoryQueryVariables>;
export const RecordProgressDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<RecordProgressMutation, RecordProgressMutationVariables>;
export const RemoveFromWatchHistoryDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<RemoveFromWatchHistoryMutation, RemoveFromWatchHistoryMutationVariables>;
export const ClearWatchHistoryDocument = new TypedDocumentString(`
    mutation ClearWatchHistory {
  clearWatchHistory {
    removedCount
  }
}
    `) as unknown as TypedDocumentString<ClearWatchHistoryMutation, ClearWatchHistoryMutationVariables>;
export const FavouritesDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<FavouritesQuery, FavouritesQueryVariables>;
export const AddFavouriteDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<AddFavouriteMutation, AddFavouriteMutationVariables>;
export const RemoveFavouriteDocument = new TypedDocumentString(`
    mutation RemoveFavourite($movieId: ID!) {
  removeFavourite(movieId: $movieId) {
    movie {
      id
      isFavourite
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveFavouriteMutation, RemoveFavouriteMutationVariables>;
export const RateMovieDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<RateMovieMutation, RateMovieMutationVariables>;
export const RemoveMovieRatingDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<RemoveMovieRatingMutation, RemoveMovieRatingMutationVariables>;
export const MyRatingsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MyRatingsQuery, MyRatingsQueryVariables>;
export const MyMovieDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MyMovieQuery, MyMovieQueryVariables>;
export const RatingOfDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<RatingOfQuery, RatingOfQueryVariables>;
export const BestRatedDocument = new TypedDocumentString(`
    query BestRated($filter: MovieFilter, $first: Int) {
  movies(filter: $filter, sort: {field: RATING, direction: DESC}, first: $first) {
    nodes {
      id
      rating
    }
  }
}
    `) as unknown as TypedDocumentString<BestRatedQuery, BestRatedQueryVariables>;