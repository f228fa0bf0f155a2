import { graphql } from './generated/index.ts';

/** Operations that several specs send; what one spec alone needs stays in it. */

export const Movies = graphql(`
  query Movies(
    $filter: MovieFilter
    $sort: MovieSort
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    movies(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
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
`);

export const MovieDetail = graphql(`
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
`);

export const CreateMovie = graphql(`
  mutation CreateMovie($input: CreateMovieInput!) {
    createMovie(input: $input) {
      movie {
        id
        title
        popularity
      }
    }
  }
`);

export const UpdateMovie = graphql(`
  mutation UpdateMovie($id: ID!, $input: UpdateMovieInput!) {
    updateMovie(id: $id, input: $input) {
      movie {
        id
        title
        popularity
      }
    }
  }
`);

export const DeleteMovie = graphql(`
  mutation DeleteMovie($id: ID!) {
    deleteMovie(id: $id) {
      movie {
        id
        title
      }
    }
  }
`);
