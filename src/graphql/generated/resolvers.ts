import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MovieRecord, GenreRecord, PersonRecord, ImageConfigurationRecord, MovieConnectionModel, MovieEdgeModel, SearchConnectionModel, SearchEdgeModel, TrendingConnectionModel, TrendingEdgeModel, RecommendationConnectionModel, RecommendationEdgeModel, RecommendationReasonModel } from '../../modules/catalogue/index.ts';
import type { UserRecord, SessionModel, AuditEventRecord, UserConnectionModel, UserEdgeModel, AuditEventConnectionModel, AuditEventEdgeModel } from '../../modules/accounts/index.ts';
import type { PageInfoModel } from '../../shared/paging/connection.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day, as `YYYY-MM-DD`. */
  Date: { input: Date; output: Date; }
  /** A moment, as RFC 3339 has it, such as `2026-02-28T12:00:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** A whole number of at most 2^53 - 1 in size, where `Int` ends at 2^31 - 1. */
  SafeInt: { input: number; output: number; }
};

/** Beside the first two, a permission; roles bring permissions. */
export type Access =
  /** Everybody, signed in or not. */
  | 'ANYONE'
  | 'EDIT_CATALOGUE'
  | 'MANAGE_USERS'
  | 'OPERATE'
  | 'PUBLISH_VIDEOS'
  | 'READ_AUDIT_TRAIL'
  /** Whoever is signed in, about what is theirs. */
  | 'SIGNED_IN'
  | 'TEACH_COURSES';

export type AuditEvent = {
  __typename?: 'AuditEvent';
  /** Who did it; null for nobody who is signed in, a command of the server, and who is gone. */
  actor?: Maybe<User>;
  /** The network address it came from; null when forgotten or a command of the server. */
  address?: Maybe<Scalars['String']['output']>;
  at: Scalars['DateTime']['output'];
  /** What more there is to say, such as the roles set or why someone was banned. */
  details?: Maybe<Scalars['JSON']['output']>;
  device?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: AuditKind;
  /** To whom; null when nobody has the address that was given, and for who is gone. */
  subject?: Maybe<User>;
};

export type AuditEventConnection = {
  __typename?: 'AuditEventConnection';
  edges: Array<AuditEventEdge>;
  /** The events of `edges`, for those who need no cursors. */
  nodes: Array<AuditEvent>;
  pageInfo: PageInfo;
  /** How many events there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type AuditEventEdge = {
  __typename?: 'AuditEventEdge';
  cursor: Scalars['String']['output'];
  node: AuditEvent;
};

/** All that is given must hold. */
export type AuditFilter = {
  actorId?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<AuditKind>;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};

/** What is written down for admins. */
export type AuditKind =
  | 'ACCOUNT_CREATED'
  | 'ACCOUNT_DELETED'
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
  | 'USER_UNBANNED';

export type BanUserPayload = {
  __typename?: 'BanUserPayload';
  user: User;
};

export type CacheControlScope =
  /** The answer is the viewer's own. */
  | 'PRIVATE'
  /** The answer is everybody's, unless computing it looked at the viewer. */
  | 'PUBLIC';

export type ChangePasswordInput = {
  currentPassword: Scalars['String']['input'];
  /** 10 to 200 characters. */
  newPassword: Scalars['String']['input'];
};

export type ChangePasswordPayload = {
  __typename?: 'ChangePasswordPayload';
  /** How many other sessions ended. */
  endedSessions: Scalars['Int']['output'];
};

export type CreateMovieInput = {
  budgetUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  creativeType?: InputMaybe<Scalars['String']['input']>;
  /** Names, in order of credit. */
  directors?: InputMaybe<Array<Scalars['String']['input']>>;
  distributor?: InputMaybe<Scalars['String']['input']>;
  /** Slugs of genres, most important first. */
  genres?: InputMaybe<Array<Scalars['String']['input']>>;
  mpaaRating?: InputMaybe<Scalars['String']['input']>;
  posterPath?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 10. */
  rating?: InputMaybe<Scalars['Float']['input']>;
  releaseDate?: InputMaybe<Scalars['Date']['input']>;
  /** 0 to 100. */
  rottenTomatoesRating?: InputMaybe<Scalars['Int']['input']>;
  runtimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  title: Scalars['String']['input'];
  usDvdSalesUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  usGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  votes?: InputMaybe<Scalars['Int']['input']>;
  worldwideGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
};

export type CreateMoviePayload = {
  __typename?: 'CreateMoviePayload';
  movie: Movie;
};

export type DeleteAccountPayload = {
  __typename?: 'DeleteAccountPayload';
  /** Id of the account that is gone. */
  id: Scalars['ID']['output'];
};

export type DeleteMoviePayload = {
  __typename?: 'DeleteMoviePayload';
  /** The film as it was. */
  movie: Movie;
};

export type EndSessionPayload = {
  __typename?: 'EndSessionPayload';
  /** Id of the session that ended. */
  id: Scalars['ID']['output'];
};

/** Both ends are included; an end that is not given is open. */
export type FloatRange = {
  max?: InputMaybe<Scalars['Float']['input']>;
  min?: InputMaybe<Scalars['Float']['input']>;
};

export type ForgotPasswordPayload = {
  __typename?: 'ForgotPasswordPayload';
  /** Where the mail goes, if anybody has this address. */
  email: Scalars['String']['output'];
};

/** A kind of film. */
export type Genre = Node & {
  __typename?: 'Genre';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Its name in addresses and filters, such as `science-fiction`. */
  slug: Scalars['String']['output'];
};

/** Addresses are `secureBaseUrl` + one of the sizes + the path. */
export type ImageConfiguration = {
  __typename?: 'ImageConfiguration';
  backdropSizes: Array<Scalars['String']['output']>;
  baseUrl: Scalars['String']['output'];
  posterSizes: Array<Scalars['String']['output']>;
  profileSizes: Array<Scalars['String']['output']>;
  secureBaseUrl: Scalars['String']['output'];
};

/** Both ends are included; an end that is not given is open. */
export type IntRange = {
  max?: InputMaybe<Scalars['Int']['input']>;
  min?: InputMaybe<Scalars['Int']['input']>;
};

export type LoginInput = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
  /** Keeps the session for seven days, and for seven more at each refresh; else it ends after a day. */
  rememberMe?: Scalars['Boolean']['input'];
};

export type LoginPayload = {
  __typename?: 'LoginPayload';
  tokens: Tokens;
  user: User;
};

export type LogoutEverywherePayload = {
  __typename?: 'LogoutEverywherePayload';
  endedSessions: Scalars['Int']['output'];
};

export type LogoutPayload = {
  __typename?: 'LogoutPayload';
  /** How many sessions ended: 1. */
  endedSessions: Scalars['Int']['output'];
};

/** A film. */
export type Movie = Node & {
  __typename?: 'Movie';
  /** In US dollars. */
  budgetUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** The kind of story, such as `Contemporary Fiction`. */
  creativeType?: Maybe<Scalars['String']['output']>;
  /** In order of credit; empty when unknown. */
  directors: Array<Person>;
  distributor?: Maybe<Scalars['String']['output']>;
  /** Most important first. */
  genres: Array<Genre>;
  id: Scalars['ID']['output'];
  /** The American age rating, such as `PG-13`. */
  mpaaRating?: Maybe<Scalars['String']['output']>;
  /** What `popularMovies` sorts by: the rating, drawn to the mean when votes are few, times the magnitude of the votes. */
  popularity: Scalars['Float']['output'];
  /** Path of the poster, to be joined with `imageConfiguration`; null without one. */
  posterPath?: Maybe<Scalars['String']['output']>;
  /** Mean of the votes, 0 to 10; null without votes. */
  rating?: Maybe<Scalars['Float']['output']>;
  /** Films for who liked this one, at most sixty. Worked out anew each hour for films that are viewed; what the films have in common is as it is now. */
  recommendations: RecommendationConnection;
  /** The first day it was shown; null when unknown. */
  releaseDate?: Maybe<Scalars['Date']['output']>;
  /** Percent of favourable reviews, 0 to 100. */
  rottenTomatoesRating?: Maybe<Scalars['Int']['output']>;
  runtimeMinutes?: Maybe<Scalars['Int']['output']>;
  /** What it is based on, such as `Original Screenplay`. */
  source?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  /** In US dollars. */
  usDvdSalesUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** In US dollars. */
  usGrossUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** How often it was viewed here. */
  views: Scalars['SafeInt']['output'];
  /** Number of votes in `rating`. */
  votes: Scalars['Int']['output'];
  /** In US dollars. */
  worldwideGrossUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** The year of `releaseDate`. */
  year?: Maybe<Scalars['Int']['output']>;
};


/** A film. */
export type MovieRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type MovieConnection = {
  __typename?: 'MovieConnection';
  edges: Array<MovieEdge>;
  /** The films of `edges`, for those who need no cursors. */
  nodes: Array<Movie>;
  pageInfo: PageInfo;
  /** How many films there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type MovieEdge = {
  __typename?: 'MovieEdge';
  /** Stands for this film in this order, and stays right when films come and go. */
  cursor: Scalars['String']['output'];
  node: Movie;
};

/** All that is given must hold. */
export type MovieFilter = {
  /** Slug of a person. */
  director?: InputMaybe<Scalars['String']['input']>;
  /** Slug of a genre. */
  genre?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 10. Films without votes are left out. */
  rating?: InputMaybe<FloatRange>;
  /** Year of the release date. Films without a date are left out. */
  year?: InputMaybe<IntRange>;
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

export type Mutation = {
  __typename?: 'Mutation';
  /** Ends all sessions of a user, and lets them begin none. Not for oneself. */
  banUser: BanUserPayload;
  /** Changes my password, and ends all my other sessions. */
  changePassword: ChangePasswordPayload;
  /** Adds a film. Its genres must exist; directors who do not exist yet are added too. */
  createMovie: CreateMoviePayload;
  /** Removes my account and all that is kept of me. Admins give up that role first. */
  deleteAccount: DeleteAccountPayload;
  /** Removes a film. */
  deleteMovie: DeleteMoviePayload;
  /** Ends one of my sessions. */
  endSession: EndSessionPayload;
  /** Mails a link that resets the password, good for an hour. The answer is the same if nobody has this address. */
  forgotPassword: ForgotPasswordPayload;
  /** Signs in. Nothing tells whether the address or the password was wrong. */
  login: LoginPayload;
  /** Ends the session that the access token belongs to. */
  logout: LogoutPayload;
  /** Ends all my sessions, this one too. */
  logoutEverywhere: LogoutEverywherePayload;
  /**
   * Says that a film is being watched. Views of a film by one viewer, or from one address where nobody is signed in, count once
   * in ten minutes. A view is no change of the film: answers that show the number may be half a minute old.
   */
  recordView: RecordViewPayload;
  /**
   * Gives new tokens for a refresh token. Each can be used once: one that is used again was stolen, or its answer was lost,
   * and ends the session. Send it without an `Authorization` header: an access token that is over is refused.
   */
  refresh: RefreshPayload;
  /**
   * Asks for an account. The answer is the same whether the address has one already: the mail that follows tells, with a link
   * that makes the account (for a day) or with the news that there is one.
   */
  register: RegisterPayload;
  /** Sends the mail of `register` once more, if there is something to confirm. The answer is the same if there is not. */
  resendVerification: ResendVerificationPayload;
  /** Sets a new password with the token of the mailed link, and ends all sessions. */
  resetPassword: ResetPasswordPayload;
  /** Says what a user may be from now on: at once, wherever they are signed in. Not for oneself. */
  setRoles: SetRolesPayload;
  /** Lets a user sign in again. */
  unbanUser: UnbanUserPayload;
  /** Changes the given fields of a film: a field left out stays, a field given as null is cleared. The `id` stays as it is. */
  updateMovie: UpdateMoviePayload;
  /** Changes the given fields of my profile: a field left out stays, `bio` and `avatarUrl` given as null are cleared. */
  updateProfile: UpdateProfilePayload;
  /** Makes the account that was asked for, with the token of the mailed link. Sign in with `login` then. */
  verifyEmail: VerifyEmailPayload;
};


export type MutationBanUserArgs = {
  reason: Scalars['String']['input'];
  userId: Scalars['ID']['input'];
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationCreateMovieArgs = {
  input: CreateMovieInput;
};


export type MutationDeleteAccountArgs = {
  password: Scalars['String']['input'];
};


export type MutationDeleteMovieArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationForgotPasswordArgs = {
  email: Scalars['String']['input'];
};


export type MutationLoginArgs = {
  input: LoginInput;
};


export type MutationRecordViewArgs = {
  movieId: Scalars['ID']['input'];
};


export type MutationRefreshArgs = {
  refreshToken: Scalars['String']['input'];
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationResendVerificationArgs = {
  email: Scalars['String']['input'];
};


export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


export type MutationSetRolesArgs = {
  roles: Array<Role>;
  userId: Scalars['ID']['input'];
};


export type MutationUnbanUserArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationUpdateMovieArgs = {
  id: Scalars['ID']['input'];
  input: UpdateMovieInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationVerifyEmailArgs = {
  token: Scalars['String']['input'];
};

/** Anything that can be fetched again by its `id`. */
export type Node = {
  /** Unique among all objects of this API. Opaque: get it from an answer. */
  id: Scalars['ID']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether the list goes on after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is something before `startCursor`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Permission =
  /** Add, change and remove films. */
  | 'EDIT_CATALOGUE'
  /** See users, set their roles, ban them. */
  | 'MANAGE_USERS'
  /** See and clear the cache. */
  | 'OPERATE'
  /** Publish videos in a channel of one's own. */
  | 'PUBLISH_VIDEOS'
  /** See sign-ins and what admins did. */
  | 'READ_AUDIT_TRAIL'
  /** Offer courses. */
  | 'TEACH_COURSES';

/** Someone who made films. */
export type Person = Node & {
  __typename?: 'Person';
  id: Scalars['ID']['output'];
  /** The films they directed. */
  movies: MovieConnection;
  name: Scalars['String']['output'];
  /** Their name in addresses and filters, such as `steven-spielberg`. */
  slug: Scalars['String']['output'];
};


/** Someone who made films. */
export type PersonMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<MovieSort>;
};

export type Query = {
  __typename?: 'Query';
  /** Sign-ins and what admins did, the latest first. Kept for a year. */
  auditTrail: AuditEventConnection;
  /** All that is kept of me, by domain. */
  exportMyData: Scalars['JSON']['output'];
  /** A genre by its slug, such as `science-fiction`; null when it does not exist. */
  genre?: Maybe<Genre>;
  /** All genres, by name. */
  genres: Array<Genre>;
  /** How to make the address of a picture from a path such as `Movie.posterPath`. */
  imageConfiguration: ImageConfiguration;
  /** Whoever is signed in; null when nobody is. */
  me?: Maybe<User>;
  /** A film by its `id`; null when it does not exist. Lives for two hours above 10,000 views, for one above 1,000, else for half. */
  movie?: Maybe<Movie>;
  /**
   * Films, filtered, sorted and paged. Give `first` (with `after`) to walk forward, or `last` (with `before`) to walk back;
   * without either, the first 20. A page holds at most 100.
   */
  movies: MovieConnection;
  /** Where I am signed in, the latest sign-in first. */
  mySessions: Array<Session>;
  /** Any object by its `id`; null when it does not exist. */
  node?: Maybe<Node>;
  /** A person by their slug, such as `steven-spielberg`; null when they do not exist. */
  person?: Maybe<Person>;
  /** The most popular films first. The ranking moves often, so an answer lives a minute. */
  popularMovies: MovieConnection;
  /**
   * Films and people whose title or name contains all the words of `query`, one of them at least as a whole word; best match
   * first. Pages go forward only: `first` (20 without it, at most 100) and `after`.
   */
  search: SearchConnection;
  /**
   * What is viewed most of late, of all films or of one genre: the first hundred. The ranking is made anew on the hour, and an
   * answer lives until then. While nothing was viewed in the window it is empty, and looked at again each minute.
   */
  trending: TrendingConnection;
  /** A user by their `id`; null when they do not exist. */
  user?: Maybe<User>;
  /** Users, the newest first. */
  users: UserConnection;
};


export type QueryAuditTrailArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryGenreArgs = {
  slug: Scalars['String']['input'];
};


export type QueryMovieArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MovieFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<MovieSort>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonArgs = {
  slug: Scalars['String']['input'];
};


export type QueryPopularMoviesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QueryTrendingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  genre?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  window?: TrendingWindow;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type RecommendationConnection = {
  __typename?: 'RecommendationConnection';
  edges: Array<RecommendationEdge>;
  /** The films of `edges`, for those who need no cursors. */
  nodes: Array<Movie>;
  pageInfo: PageInfo;
  /** How many films there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type RecommendationEdge = {
  __typename?: 'RecommendationEdge';
  /** Stands for this film among these recommendations. */
  cursor: Scalars['String']['output'];
  node: Movie;
  /** Why it is recommended: at least one reason, the strongest kind first. */
  reasons: Array<RecommendationReason>;
  /** How strongly it is recommended. Comparable within one list only. */
  score: Scalars['Float']['output'];
};

export type RecommendationReason = {
  __typename?: 'RecommendationReason';
  kind: RecommendationReasonKind;
  /** Of the directors or genres that both films have; empty for viewers. */
  names: Array<Scalars['String']['output']>;
  /** How many signed-in viewers both films have had; null for the other kinds. */
  viewers?: Maybe<Scalars['Int']['output']>;
};

export type RecommendationReasonKind =
  | 'SAME_DIRECTOR'
  | 'SHARED_GENRES'
  /** At least three signed-in viewers have viewed both. */
  | 'SHARED_VIEWERS';

export type RecordViewPayload = {
  __typename?: 'RecordViewPayload';
  /** Whether this view counts; not when it repeats another. */
  counted: Scalars['Boolean']['output'];
  movie: Movie;
};

export type RefreshPayload = {
  __typename?: 'RefreshPayload';
  tokens: Tokens;
};

export type RegisterInput = {
  email: Scalars['String']['input'];
  /** As BCP 47 has it. */
  locale?: Scalars['String']['input'];
  /** What others see: 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** 10 to 200 characters. */
  password: Scalars['String']['input'];
};

export type RegisterPayload = {
  __typename?: 'RegisterPayload';
  /** Where the mail goes. */
  email: Scalars['String']['output'];
};

export type ResendVerificationPayload = {
  __typename?: 'ResendVerificationPayload';
  /** Where the mail goes. */
  email: Scalars['String']['output'];
};

export type ResetPasswordInput = {
  /** 10 to 200 characters. */
  newPassword: Scalars['String']['input'];
  token: Scalars['String']['input'];
};

export type ResetPasswordPayload = {
  __typename?: 'ResetPasswordPayload';
  /** The address to sign in with. */
  email: Scalars['String']['output'];
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

export type SearchConnection = {
  __typename?: 'SearchConnection';
  edges: Array<SearchEdge>;
  /** The results of `edges`, for those who need no cursors. */
  nodes: Array<SearchResult>;
  pageInfo: PageInfo;
  /** How many results there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type SearchEdge = {
  __typename?: 'SearchEdge';
  cursor: Scalars['String']['output'];
  node: SearchResult;
  /** How well it matches; higher is better, comparable within one search only. */
  score: Scalars['Float']['output'];
};

export type SearchResult = Movie | Person;

/** One sign-in on one device. */
export type Session = {
  __typename?: 'Session';
  /** The network address it began from. */
  address: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** Browser and system as far as they can be told, such as `Firefox on Linux`. */
  device: Scalars['String']['output'];
  /** When it ends by itself; with `rememberMe`, each refresh puts it off. */
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Whether it is the one that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** To the minute. */
  lastActiveAt: Scalars['DateTime']['output'];
};

export type SetRolesPayload = {
  __typename?: 'SetRolesPayload';
  user: User;
};

export type SortDirection =
  | 'ASC'
  | 'DESC';

/** What shows who asks. */
export type Tokens = {
  __typename?: 'Tokens';
  /** Goes into the header: `Authorization: Bearer <accessToken>`. */
  accessToken: Scalars['String']['output'];
  /** Refresh before. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** For `refresh`, once. */
  refreshToken: Scalars['String']['output'];
  /** When the session ends; until then the refresh token is good. */
  sessionExpiresAt: Scalars['DateTime']['output'];
};

export type TrendingConnection = {
  __typename?: 'TrendingConnection';
  edges: Array<TrendingEdge>;
  /** The films of `edges`, for those who need no cursors. */
  nodes: Array<Movie>;
  pageInfo: PageInfo;
  /** How many films there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type TrendingEdge = {
  __typename?: 'TrendingEdge';
  /** Stands for this film in this ranking; on the hour the list moves on beneath it. */
  cursor: Scalars['String']['output'];
  node: Movie;
  /** Its views in the window, each counting less the longer ago it was. Comparable within one list only. */
  score: Scalars['Float']['output'];
};

export type TrendingWindow =
  /** 24 hours; a view counts half after six. */
  | 'DAY'
  /** 168 hours; a view counts half after two days. */
  | 'WEEK';

export type UnbanUserPayload = {
  __typename?: 'UnbanUserPayload';
  user: User;
};

export type UpdateMovieInput = {
  budgetUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  creativeType?: InputMaybe<Scalars['String']['input']>;
  /** Names, in order of credit. Replaces them all. */
  directors?: InputMaybe<Array<Scalars['String']['input']>>;
  distributor?: InputMaybe<Scalars['String']['input']>;
  /** Slugs of genres, most important first. Replaces them all. */
  genres?: InputMaybe<Array<Scalars['String']['input']>>;
  mpaaRating?: InputMaybe<Scalars['String']['input']>;
  posterPath?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 10. */
  rating?: InputMaybe<Scalars['Float']['input']>;
  releaseDate?: InputMaybe<Scalars['Date']['input']>;
  /** 0 to 100. */
  rottenTomatoesRating?: InputMaybe<Scalars['Int']['input']>;
  runtimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
  usDvdSalesUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  usGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
  votes?: InputMaybe<Scalars['Int']['input']>;
  worldwideGrossUsd?: InputMaybe<Scalars['SafeInt']['input']>;
};

export type UpdateMoviePayload = {
  __typename?: 'UpdateMoviePayload';
  movie: Movie;
};

export type UpdateProfileInput = {
  /** An https address. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  /** At most 1,000 characters. */
  bio?: InputMaybe<Scalars['String']['input']>;
  /** As BCP 47 has it. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateProfilePayload = {
  __typename?: 'UpdateProfilePayload';
  user: User;
};

/** Someone with an account, as they and admins see them. */
export type User = {
  __typename?: 'User';
  avatarUrl?: Maybe<Scalars['String']['output']>;
  banReason?: Maybe<Scalars['String']['output']>;
  /** Null when not banned. */
  bannedAt?: Maybe<Scalars['DateTime']['output']>;
  bio?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  /** Confirmed by a mailed link. */
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** As BCP 47 has it, such as `de-CH`. */
  locale: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** What the roles allow. */
  permissions: Array<Permission>;
  roles: Array<Role>;
};

export type UserConnection = {
  __typename?: 'UserConnection';
  edges: Array<UserEdge>;
  /** The users of `edges`, for those who need no cursors. */
  nodes: Array<User>;
  pageInfo: PageInfo;
  /** How many users there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

export type UserEdge = {
  __typename?: 'UserEdge';
  cursor: Scalars['String']['output'];
  node: User;
};

/** All that is given must hold. */
export type UserFilter = {
  /** The whole address; upper and lower case are the same. */
  email?: InputMaybe<Scalars['String']['input']>;
  isBanned?: InputMaybe<Scalars['Boolean']['input']>;
  role?: InputMaybe<Role>;
};

export type VerifyEmailPayload = {
  __typename?: 'VerifyEmailPayload';
  /** The address to sign in with. */
  email: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  SearchResult:
    | ( MovieRecord )
    | ( PersonRecord )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( GenreRecord )
    | ( MovieRecord )
    | ( PersonRecord )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Access: Access;
  AuditEvent: ResolverTypeWrapper<AuditEventRecord>;
  AuditEventConnection: ResolverTypeWrapper<AuditEventConnectionModel>;
  AuditEventEdge: ResolverTypeWrapper<AuditEventEdgeModel>;
  AuditFilter: AuditFilter;
  AuditKind: AuditKind;
  BanUserPayload: ResolverTypeWrapper<Omit<BanUserPayload, 'user'> & { user: ResolversTypes['User'] }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CacheControlScope: CacheControlScope;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ResolverTypeWrapper<ChangePasswordPayload>;
  CreateMovieInput: CreateMovieInput;
  CreateMoviePayload: ResolverTypeWrapper<Omit<CreateMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteAccountPayload: ResolverTypeWrapper<DeleteAccountPayload>;
  DeleteMoviePayload: ResolverTypeWrapper<Omit<DeleteMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  EndSessionPayload: ResolverTypeWrapper<EndSessionPayload>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FloatRange: FloatRange;
  ForgotPasswordPayload: ResolverTypeWrapper<ForgotPasswordPayload>;
  Genre: ResolverTypeWrapper<GenreRecord>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImageConfiguration: ResolverTypeWrapper<ImageConfigurationRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntRange: IntRange;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LoginInput: LoginInput;
  LoginPayload: ResolverTypeWrapper<Omit<LoginPayload, 'user'> & { user: ResolversTypes['User'] }>;
  LogoutEverywherePayload: ResolverTypeWrapper<LogoutEverywherePayload>;
  LogoutPayload: ResolverTypeWrapper<LogoutPayload>;
  Movie: ResolverTypeWrapper<MovieRecord>;
  MovieConnection: ResolverTypeWrapper<MovieConnectionModel>;
  MovieEdge: ResolverTypeWrapper<MovieEdgeModel>;
  MovieFilter: MovieFilter;
  MovieSort: MovieSort;
  MovieSortField: MovieSortField;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  Permission: Permission;
  Person: ResolverTypeWrapper<PersonRecord>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecommendationConnection: ResolverTypeWrapper<RecommendationConnectionModel>;
  RecommendationEdge: ResolverTypeWrapper<RecommendationEdgeModel>;
  RecommendationReason: ResolverTypeWrapper<RecommendationReasonModel>;
  RecommendationReasonKind: RecommendationReasonKind;
  RecordViewPayload: ResolverTypeWrapper<Omit<RecordViewPayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  RefreshPayload: ResolverTypeWrapper<RefreshPayload>;
  RegisterInput: RegisterInput;
  RegisterPayload: ResolverTypeWrapper<RegisterPayload>;
  ResendVerificationPayload: ResolverTypeWrapper<ResendVerificationPayload>;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResolverTypeWrapper<ResetPasswordPayload>;
  Role: Role;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  SearchConnection: ResolverTypeWrapper<SearchConnectionModel>;
  SearchEdge: ResolverTypeWrapper<SearchEdgeModel>;
  SearchResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SearchResult']>;
  Session: ResolverTypeWrapper<SessionModel>;
  SetRolesPayload: ResolverTypeWrapper<Omit<SetRolesPayload, 'user'> & { user: ResolversTypes['User'] }>;
  SortDirection: SortDirection;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Tokens: ResolverTypeWrapper<Tokens>;
  TrendingConnection: ResolverTypeWrapper<TrendingConnectionModel>;
  TrendingEdge: ResolverTypeWrapper<TrendingEdgeModel>;
  TrendingWindow: TrendingWindow;
  UnbanUserPayload: ResolverTypeWrapper<Omit<UnbanUserPayload, 'user'> & { user: ResolversTypes['User'] }>;
  UpdateMovieInput: UpdateMovieInput;
  UpdateMoviePayload: ResolverTypeWrapper<Omit<UpdateMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'user'> & { user: ResolversTypes['User'] }>;
  User: ResolverTypeWrapper<UserRecord>;
  UserConnection: ResolverTypeWrapper<UserConnectionModel>;
  UserEdge: ResolverTypeWrapper<UserEdgeModel>;
  UserFilter: UserFilter;
  VerifyEmailPayload: ResolverTypeWrapper<VerifyEmailPayload>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AuditEvent: AuditEventRecord;
  AuditEventConnection: AuditEventConnectionModel;
  AuditEventEdge: AuditEventEdgeModel;
  AuditFilter: AuditFilter;
  BanUserPayload: Omit<BanUserPayload, 'user'> & { user: ResolversParentTypes['User'] };
  Boolean: Scalars['Boolean']['output'];
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ChangePasswordPayload;
  CreateMovieInput: CreateMovieInput;
  CreateMoviePayload: Omit<CreateMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteAccountPayload: DeleteAccountPayload;
  DeleteMoviePayload: Omit<DeleteMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  EndSessionPayload: EndSessionPayload;
  Float: Scalars['Float']['output'];
  FloatRange: FloatRange;
  ForgotPasswordPayload: ForgotPasswordPayload;
  Genre: GenreRecord;
  ID: Scalars['ID']['output'];
  ImageConfiguration: ImageConfigurationRecord;
  Int: Scalars['Int']['output'];
  IntRange: IntRange;
  JSON: Scalars['JSON']['output'];
  LoginInput: LoginInput;
  LoginPayload: Omit<LoginPayload, 'user'> & { user: ResolversParentTypes['User'] };
  LogoutEverywherePayload: LogoutEverywherePayload;
  LogoutPayload: LogoutPayload;
  Movie: MovieRecord;
  MovieConnection: MovieConnectionModel;
  MovieEdge: MovieEdgeModel;
  MovieFilter: MovieFilter;
  MovieSort: MovieSort;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfoModel;
  Person: PersonRecord;
  Query: Record<PropertyKey, never>;
  RecommendationConnection: RecommendationConnectionModel;
  RecommendationEdge: RecommendationEdgeModel;
  RecommendationReason: RecommendationReasonModel;
  RecordViewPayload: Omit<RecordViewPayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  RefreshPayload: RefreshPayload;
  RegisterInput: RegisterInput;
  RegisterPayload: RegisterPayload;
  ResendVerificationPayload: ResendVerificationPayload;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResetPasswordPayload;
  SafeInt: Scalars['SafeInt']['output'];
  SearchConnection: SearchConnectionModel;
  SearchEdge: SearchEdgeModel;
  SearchResult: ResolversUnionTypes<ResolversParentTypes>['SearchResult'];
  Session: SessionModel;
  SetRolesPayload: Omit<SetRolesPayload, 'user'> & { user: ResolversParentTypes['User'] };
  String: Scalars['String']['output'];
  Tokens: Tokens;
  TrendingConnection: TrendingConnectionModel;
  TrendingEdge: TrendingEdgeModel;
  UnbanUserPayload: Omit<UnbanUserPayload, 'user'> & { user: ResolversParentTypes['User'] };
  UpdateMovieInput: UpdateMovieInput;
  UpdateMoviePayload: Omit<UpdateMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user'> & { user: ResolversParentTypes['User'] };
  User: UserRecord;
  UserConnection: UserConnectionModel;
  UserEdge: UserEdgeModel;
  UserFilter: UserFilter;
  VerifyEmailPayload: VerifyEmailPayload;
};

export type AuthDirectiveArgs = {
  requires: Access;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
  upTo?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuditEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent']> = {
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuditKind'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventConnection'] = ResolversParentTypes['AuditEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
};

export type BanUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BanUserPayload'] = ResolversParentTypes['BanUserPayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateMoviePayload'] = ResolversParentTypes['CreateMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAccountPayload'] = ResolversParentTypes['DeleteAccountPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMoviePayload'] = ResolversParentTypes['DeleteMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type EndSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndSessionPayload'] = ResolversParentTypes['EndSessionPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ForgotPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForgotPasswordPayload'] = ResolversParentTypes['ForgotPasswordPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GenreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Genre'] = ResolversParentTypes['Genre']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageConfiguration'] = ResolversParentTypes['ImageConfiguration']> = {
  backdropSizes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  baseUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  posterSizes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  profileSizes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  secureBaseUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LoginPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginPayload'] = ResolversParentTypes['LoginPayload']> = {
  tokens?: Resolver<ResolversTypes['Tokens'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type LogoutEverywherePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogoutEverywherePayload'] = ResolversParentTypes['LogoutEverywherePayload']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LogoutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogoutPayload'] = ResolversParentTypes['LogoutPayload']> = {
  endedSessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Movie'] = ResolversParentTypes['Movie']> = {
  budgetUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  creativeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directors?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType>;
  distributor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  genres?: Resolver<Array<ResolversTypes['Genre']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mpaaRating?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  popularity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  posterPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, Partial<MovieRecommendationsArgs>>;
  releaseDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rottenTomatoesRating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runtimeMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usDvdSalesUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  usGrossUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  views?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  votes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  worldwideGrossUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MovieConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieConnection'] = ResolversParentTypes['MovieConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MovieEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movie']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MovieEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovieEdge'] = ResolversParentTypes['MovieEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  banUser?: Resolver<ResolversTypes['BanUserPayload'], ParentType, ContextType, RequireFields<MutationBanUserArgs, 'reason' | 'userId'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  createMovie?: Resolver<ResolversTypes['CreateMoviePayload'], ParentType, ContextType, RequireFields<MutationCreateMovieArgs, 'input'>>;
  deleteAccount?: Resolver<ResolversTypes['DeleteAccountPayload'], ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'password'>>;
  deleteMovie?: Resolver<ResolversTypes['DeleteMoviePayload'], ParentType, ContextType, RequireFields<MutationDeleteMovieArgs, 'id'>>;
  endSession?: Resolver<ResolversTypes['EndSessionPayload'], ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'id'>>;
  forgotPassword?: Resolver<ResolversTypes['ForgotPasswordPayload'], ParentType, ContextType, RequireFields<MutationForgotPasswordArgs, 'email'>>;
  login?: Resolver<ResolversTypes['LoginPayload'], ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  logout?: Resolver<ResolversTypes['LogoutPayload'], ParentType, ContextType>;
  logoutEverywhere?: Resolver<ResolversTypes['LogoutEverywherePayload'], ParentType, ContextType>;
  recordView?: Resolver<ResolversTypes['RecordViewPayload'], ParentType, ContextType, RequireFields<MutationRecordViewArgs, 'movieId'>>;
  refresh?: Resolver<ResolversTypes['RefreshPayload'], ParentType, ContextType, RequireFields<MutationRefreshArgs, 'refreshToken'>>;
  register?: Resolver<ResolversTypes['RegisterPayload'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  resendVerification?: Resolver<ResolversTypes['ResendVerificationPayload'], ParentType, ContextType, RequireFields<MutationResendVerificationArgs, 'email'>>;
  resetPassword?: Resolver<ResolversTypes['ResetPasswordPayload'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  setRoles?: Resolver<ResolversTypes['SetRolesPayload'], ParentType, ContextType, RequireFields<MutationSetRolesArgs, 'roles' | 'userId'>>;
  unbanUser?: Resolver<ResolversTypes['UnbanUserPayload'], ParentType, ContextType, RequireFields<MutationUnbanUserArgs, 'userId'>>;
  updateMovie?: Resolver<ResolversTypes['UpdateMoviePayload'], ParentType, ContextType, RequireFields<MutationUpdateMovieArgs, 'id' | 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  verifyEmail?: Resolver<ResolversTypes['VerifyEmailPayload'], ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'token'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Genre' | 'Movie' | 'Person', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<PersonMoviesArgs, 'sort'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  auditTrail?: Resolver<ResolversTypes['AuditEventConnection'], ParentType, ContextType, Partial<QueryAuditTrailArgs>>;
  exportMyData?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  genre?: Resolver<Maybe<ResolversTypes['Genre']>, ParentType, ContextType, RequireFields<QueryGenreArgs, 'slug'>>;
  genres?: Resolver<Array<ResolversTypes['Genre']>, ParentType, ContextType>;
  imageConfiguration?: Resolver<ResolversTypes['ImageConfiguration'], ParentType, ContextType>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType, RequireFields<QueryMovieArgs, 'id'>>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<QueryMoviesArgs, 'sort'>>;
  mySessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'slug'>>;
  popularMovies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, Partial<QueryPopularMoviesArgs>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'query'>>;
  trending?: Resolver<ResolversTypes['TrendingConnection'], ParentType, ContextType, RequireFields<QueryTrendingArgs, 'window'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, Partial<QueryUsersArgs>>;
};

export type RecommendationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecommendationConnection'] = ResolversParentTypes['RecommendationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RecommendationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movie']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecommendationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecommendationEdge'] = ResolversParentTypes['RecommendationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['RecommendationReason']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RecommendationReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecommendationReason'] = ResolversParentTypes['RecommendationReason']> = {
  kind?: Resolver<ResolversTypes['RecommendationReasonKind'], ParentType, ContextType>;
  names?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  viewers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RecordViewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordViewPayload'] = ResolversParentTypes['RecordViewPayload']> = {
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type RefreshPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshPayload'] = ResolversParentTypes['RefreshPayload']> = {
  tokens?: Resolver<ResolversTypes['Tokens'], ParentType, ContextType>;
};

export type RegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPayload'] = ResolversParentTypes['RegisterPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResendVerificationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendVerificationPayload'] = ResolversParentTypes['ResendVerificationPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type SearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SearchResult']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchResult'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SearchResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchResult'] = ResolversParentTypes['SearchResult']> = {
  __resolveType: TypeResolveFn<'Movie' | 'Person', ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  device?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastActiveAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SetRolesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetRolesPayload'] = ResolversParentTypes['SetRolesPayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type TokensResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tokens'] = ResolversParentTypes['Tokens']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sessionExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TrendingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendingConnection'] = ResolversParentTypes['TrendingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrendingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movie']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrendingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendingEdge'] = ResolversParentTypes['TrendingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UnbanUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnbanUserPayload'] = ResolversParentTypes['UnbanUserPayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UpdateMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateMoviePayload'] = ResolversParentTypes['UpdateMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  banReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bannedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['Permission']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type VerifyEmailPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyEmailPayload'] = ResolversParentTypes['VerifyEmailPayload']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  BanUserPayload?: BanUserPayloadResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  CreateMoviePayload?: CreateMoviePayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteAccountPayload?: DeleteAccountPayloadResolvers<ContextType>;
  DeleteMoviePayload?: DeleteMoviePayloadResolvers<ContextType>;
  EndSessionPayload?: EndSessionPayloadResolvers<ContextType>;
  ForgotPasswordPayload?: ForgotPasswordPayloadResolvers<ContextType>;
  Genre?: GenreResolvers<ContextType>;
  ImageConfiguration?: ImageConfigurationResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LoginPayload?: LoginPayloadResolvers<ContextType>;
  LogoutEverywherePayload?: LogoutEverywherePayloadResolvers<ContextType>;
  LogoutPayload?: LogoutPayloadResolvers<ContextType>;
  Movie?: MovieResolvers<ContextType>;
  MovieConnection?: MovieConnectionResolvers<ContextType>;
  MovieEdge?: MovieEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecommendationConnection?: RecommendationConnectionResolvers<ContextType>;
  RecommendationEdge?: RecommendationEdgeResolvers<ContextType>;
  RecommendationReason?: RecommendationReasonResolvers<ContextType>;
  RecordViewPayload?: RecordViewPayloadResolvers<ContextType>;
  RefreshPayload?: RefreshPayloadResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  ResendVerificationPayload?: ResendVerificationPayloadResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SetRolesPayload?: SetRolesPayloadResolvers<ContextType>;
  Tokens?: TokensResolvers<ContextType>;
  TrendingConnection?: TrendingConnectionResolvers<ContextType>;
  TrendingEdge?: TrendingEdgeResolvers<ContextType>;
  UnbanUserPayload?: UnbanUserPayloadResolvers<ContextType>;
  UpdateMoviePayload?: UpdateMoviePayloadResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  VerifyEmailPayload?: VerifyEmailPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
