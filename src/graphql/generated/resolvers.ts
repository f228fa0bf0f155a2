import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MovieRecord, GenreRecord, PersonRecord, ImageConfigurationRecord, MovieConnectionModel, MovieEdgeModel, SearchConnectionModel, SearchEdgeModel } from '../../modules/catalogue/index.ts';
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
  /** A whole number of at most 2^53 - 1 in size, where `Int` ends at 2^31 - 1. */
  SafeInt: { input: number; output: number; }
};

export type Access =
  /** Everybody, signed in or not. */
  | 'ANYONE'
  /** Whoever sends the operator key: `Authorization: Bearer <OPERATOR_KEY>`. */
  | 'OPERATOR';

export type CacheControlScope =
  /** The answer is the viewer's own. */
  | 'PRIVATE'
  /** The answer is everybody's, unless computing it looked at the viewer. */
  | 'PUBLIC';

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

export type DeleteMoviePayload = {
  __typename?: 'DeleteMoviePayload';
  /** The film as it was. */
  movie: Movie;
};

/** Both ends are included; an end that is not given is open. */
export type FloatRange = {
  max?: InputMaybe<Scalars['Float']['input']>;
  min?: InputMaybe<Scalars['Float']['input']>;
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
  /** Number of votes in `rating`. */
  votes: Scalars['Int']['output'];
  /** In US dollars. */
  worldwideGrossUsd?: Maybe<Scalars['SafeInt']['output']>;
  /** The year of `releaseDate`. */
  year?: Maybe<Scalars['Int']['output']>;
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
  /** Adds a film. Its genres must exist; directors who do not exist yet are added too. */
  createMovie: CreateMoviePayload;
  /** Removes a film. */
  deleteMovie: DeleteMoviePayload;
  /** Changes the given fields of a film: a field left out stays, a field given as null is cleared. The `id` stays as it is. */
  updateMovie: UpdateMoviePayload;
};


export type MutationCreateMovieArgs = {
  input: CreateMovieInput;
};


export type MutationDeleteMovieArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateMovieArgs = {
  id: Scalars['ID']['input'];
  input: UpdateMovieInput;
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
  /** A genre by its slug, such as `science-fiction`; null when it does not exist. */
  genre?: Maybe<Genre>;
  /** All genres, by name. */
  genres: Array<Genre>;
  /** How to make the address of a picture from a path such as `Movie.posterPath`. */
  imageConfiguration: ImageConfiguration;
  /** A film by its `id`; null when it does not exist. */
  movie?: Maybe<Movie>;
  /**
   * Films, filtered, sorted and paged. Give `first` (with `after`) to walk forward, or `last` (with `before`) to walk back;
   * without either, the first 20. A page holds at most 100.
   */
  movies: MovieConnection;
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

export type RateLimitSubject =
  /** The address that the request comes from, also of those who are signed in. */
  | 'ADDRESS'
  /** The viewer who is signed in, else the address that the request comes from. */
  | 'VIEWER_OR_ADDRESS';

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

export type SortDirection =
  | 'ASC'
  | 'DESC';

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
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CacheControlScope: CacheControlScope;
  CreateMovieInput: CreateMovieInput;
  CreateMoviePayload: ResolverTypeWrapper<Omit<CreateMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DeleteMoviePayload: ResolverTypeWrapper<Omit<DeleteMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FloatRange: FloatRange;
  Genre: ResolverTypeWrapper<GenreRecord>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImageConfiguration: ResolverTypeWrapper<ImageConfigurationRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntRange: IntRange;
  Movie: ResolverTypeWrapper<MovieRecord>;
  MovieConnection: ResolverTypeWrapper<MovieConnectionModel>;
  MovieEdge: ResolverTypeWrapper<MovieEdgeModel>;
  MovieFilter: MovieFilter;
  MovieSort: MovieSort;
  MovieSortField: MovieSortField;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  Person: ResolverTypeWrapper<PersonRecord>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimitSubject: RateLimitSubject;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  SearchConnection: ResolverTypeWrapper<SearchConnectionModel>;
  SearchEdge: ResolverTypeWrapper<SearchEdgeModel>;
  SearchResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SearchResult']>;
  SortDirection: SortDirection;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  UpdateMovieInput: UpdateMovieInput;
  UpdateMoviePayload: ResolverTypeWrapper<Omit<UpdateMoviePayload, 'movie'> & { movie: ResolversTypes['Movie'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Boolean: Scalars['Boolean']['output'];
  CreateMovieInput: CreateMovieInput;
  CreateMoviePayload: Omit<CreateMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  Date: Scalars['Date']['output'];
  DeleteMoviePayload: Omit<DeleteMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
  Float: Scalars['Float']['output'];
  FloatRange: FloatRange;
  Genre: GenreRecord;
  ID: Scalars['ID']['output'];
  ImageConfiguration: ImageConfigurationRecord;
  Int: Scalars['Int']['output'];
  IntRange: IntRange;
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
  SafeInt: Scalars['SafeInt']['output'];
  SearchConnection: SearchConnectionModel;
  SearchEdge: SearchEdgeModel;
  SearchResult: ResolversUnionTypes<ResolversParentTypes>['SearchResult'];
  String: Scalars['String']['output'];
  UpdateMovieInput: UpdateMovieInput;
  UpdateMoviePayload: Omit<UpdateMoviePayload, 'movie'> & { movie: ResolversParentTypes['Movie'] };
};

export type AuthDirectiveArgs = {
  requires: Access;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RateLimitDirectiveArgs = {
  by?: RateLimitSubject;
  countSuccesses?: Scalars['Boolean']['input'];
  limit: Scalars['Int']['input'];
  name: Scalars['String']['input'];
  window: Scalars['Int']['input'];
};

export type RateLimitDirectiveResolver<Result, Parent, ContextType = Context, Args = RateLimitDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CreateMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateMoviePayload'] = ResolversParentTypes['CreateMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type DeleteMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMoviePayload'] = ResolversParentTypes['DeleteMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
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
  releaseDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rottenTomatoesRating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runtimeMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usDvdSalesUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  usGrossUsd?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
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
  createMovie?: Resolver<ResolversTypes['CreateMoviePayload'], ParentType, ContextType, RequireFields<MutationCreateMovieArgs, 'input'>>;
  deleteMovie?: Resolver<ResolversTypes['DeleteMoviePayload'], ParentType, ContextType, RequireFields<MutationDeleteMovieArgs, 'id'>>;
  updateMovie?: Resolver<ResolversTypes['UpdateMoviePayload'], ParentType, ContextType, RequireFields<MutationUpdateMovieArgs, 'id' | 'input'>>;
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
  genre?: Resolver<Maybe<ResolversTypes['Genre']>, ParentType, ContextType, RequireFields<QueryGenreArgs, 'slug'>>;
  genres?: Resolver<Array<ResolversTypes['Genre']>, ParentType, ContextType>;
  imageConfiguration?: Resolver<ResolversTypes['ImageConfiguration'], ParentType, ContextType>;
  movie?: Resolver<Maybe<ResolversTypes['Movie']>, ParentType, ContextType, RequireFields<QueryMovieArgs, 'id'>>;
  movies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, RequireFields<QueryMoviesArgs, 'sort'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'slug'>>;
  popularMovies?: Resolver<ResolversTypes['MovieConnection'], ParentType, ContextType, Partial<QueryPopularMoviesArgs>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'query'>>;
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

export type UpdateMoviePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateMoviePayload'] = ResolversParentTypes['UpdateMoviePayload']> = {
  movie?: Resolver<ResolversTypes['Movie'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  CreateMoviePayload?: CreateMoviePayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DeleteMoviePayload?: DeleteMoviePayloadResolvers<ContextType>;
  Genre?: GenreResolvers<ContextType>;
  ImageConfiguration?: ImageConfigurationResolvers<ContextType>;
  Movie?: MovieResolvers<ContextType>;
  MovieConnection?: MovieConnectionResolvers<ContextType>;
  MovieEdge?: MovieEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  UpdateMoviePayload?: UpdateMoviePayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  rateLimit?: RateLimitDirectiveResolver<any, any, ContextType>;
};
