/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type MoviesQueryVariables = Exact<{
  filter?: MovieFilter | null | undefined;
  sort?: MovieSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MoviesQuery = { movies: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, title: string, year: number | null, rating: number | null, votes: number, genres: Array<{ slug: string }>, directors: Array<{ slug: string }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

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