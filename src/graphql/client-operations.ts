/**
 * What clients of this API ask most, as they ask it: an answer is found by the text of its operation. GraphiQL's examples begin
 * with these, and the same are computed before anybody asks.
 */
export const filmDetails = `query FilmDetails($id: ID!) {
  movie(id: $id) {
    id
    title
    releaseDate
    runtimeMinutes
    mpaaRating
    rating
    votes
    posterPath
    genres { slug name }
    directors { slug name }
  }
}
`;

export const trendingFilms = `query TrendingFilms($window: TrendingWindow!, $after: String) {
  trending(window: $window, first: 20, after: $after) {
    edges { score node { id title year posterPath } }
    pageInfo { hasNextPage endCursor }
  }
}
`;

export const trendingInGenre = `query TrendingInGenre($window: TrendingWindow!, $genre: String!, $after: String) {
  trending(window: $window, genre: $genre, first: 10, after: $after) {
    edges { score node { id title year posterPath } }
    pageInfo { hasNextPage endCursor }
  }
}
`;
