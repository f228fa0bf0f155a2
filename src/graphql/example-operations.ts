/** The tabs that GraphiQL opens with. Held valid by a test. */
export const exampleOperations: readonly { readonly query: string; readonly variables?: string }[] = [
  {
    query: `# The most popular films. Press the play button,
# then again: the second answer comes from the cache.
query PopularFilms {
  popularMovies(first: 5) {
    nodes {
      title
      year
      rating
      votes
      directors { name }
      genres { name }
    }
  }
}
`,
  },
  {
    query: `# A list, narrowed, sorted and paged. Put endCursor into "after" for the next page.
query ScienceFictionOfTheEighties($after: String) {
  movies(
    filter: { genre: "science-fiction", year: { min: 1980, max: 1989 } }
    sort: { field: RATING, direction: DESC }
    first: 10
    after: $after
  ) {
    totalCount
    nodes { id title year rating }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: '{ "after": null }',
  },
  {
    query: `# Films and people whose title or name contains all the words.
query Search {
  search(query: "ford", first: 5) {
    totalCount
    edges {
      score
      node {
        __typename
        ... on Movie { title year }
        ... on Person { name movies(first: 3) { nodes { title year } } }
      }
    }
  }
}
`,
  },
  {
    query: `# Needs an admin: make one with "npm run admin -- --email you@example.com", sign in with
# mutation { login(input: { email: "…", password: "…" }) { tokens { accessToken } } }
# and put { "Authorization": "Bearer <accessToken>" } into the headers below.
mutation AddAFilm {
  createMovie(input: { title: "A Film of My Own", releaseDate: "2010-05-01", genres: ["drama"] }) {
    movie { id title year genres { name } }
  }
}
`,
  },
];
