/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
  /** 0 to 10. */
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

/** All that is given must hold. */
export type MovieFilter = {
  /** Slug of a person. */
  director?: string | null | undefined;
  /** Slug of a genre. */
  genre?: string | null | undefined;
  /** 0 to 10. Films without votes are left out. */
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
  /** 0 to 10. */
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
    | { __typename: 'Course', id: string }
    | { __typename: 'Genre', slug: string, id: string }
    | { __typename: 'Instructor', id: string }
    | { __typename: 'Lesson', id: string }
    | { __typename: 'Movie', title: string, id: string }
    | { __typename: 'Person', name: string, id: string }
    | { __typename: 'Recording', id: string }
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


export type MovieDetailQuery = { movie: { id: string, title: string, releaseDate: string | null, year: number | null, runtimeMinutes: number | null, mpaaRating: string | null, distributor: string | null, source: string | null, creativeType: string | null, budgetUsd: number | null, usGrossUsd: number | null, worldwideGrossUsd: number | null, usDvdSalesUsd: number | null, rating: number | null, votes: number, rottenTomatoesRating: number | null, popularity: number, posterPath: string | null, genres: Array<{ slug: string }>, directors: Array<{ slug: string, name: string }> } | null };

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
    votes
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