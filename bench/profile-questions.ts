/** A request's body: an operation and its variables. */
export type Question = () => string;

const page = `query Page($filter: MovieFilter, $sort: MovieSort) {
  movies(filter: $filter, sort: $sort, first: 20) {
    nodes { id title year rating votes mpaaRating posterPath genres { slug name } directors { slug name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const film = `query Film($id: ID!, $films: Int) {
  movie(id: $id) {
    id title releaseDate year runtimeMinutes mpaaRating distributor source budgetUsd worldwideGrossUsd rating votes
    genres { slug name }
    directors { slug name movies(first: $films) { nodes { id title year rating } } }
  }
}`;

/** The same page of twenty films, over and over. */
export const asked = (): Question => {
  const body = JSON.stringify({ query: page, variables: { filter: {} } });
  return () => body;
};

const fields = ['POPULARITY', 'RATING', 'VOTES', 'RELEASE_DATE'];

/**
 * Pages of twenty films, and every fourth time the details of one, each with variables that were never sent before.
 * @param filmIds of films that exist.
 */
export const neverAsked = (filmIds: readonly string[]): Question => {
  let asked = 0;
  return () => {
    asked += 1;
    if (asked % 4 === 0) {
      const films = 1 + (Math.floor(asked / filmIds.length) % 100);
      return JSON.stringify({ query: film, variables: { id: filmIds[asked % filmIds.length], films } });
    }
    const filter = { rating: { min: (asked * 0.000_137) % 4 } };
    const sort = { field: fields[asked % fields.length], direction: 'DESC' };
    return JSON.stringify({ query: page, variables: { filter, sort } });
  };
};
