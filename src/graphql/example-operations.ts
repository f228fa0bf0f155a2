import { filmDetails, trendingFilms } from './client-operations.ts';

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
    query: `# A film. Its details are kept for longer the more it is viewed.
${filmDetails}`,
    variables: '{ "id": "TW92aWU6MDdjZjIxYzI2MThi" }',
  },
  {
    query: `# What to see after a film, and why.
query Recommendations($id: ID!, $after: String) {
  movie(id: $id) {
    title
    recommendations(first: 5, after: $after) {
      edges { score node { id title year } reasons { kind names viewers } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`,
    variables: '{ "id": "TW92aWU6MDdjZjIxYzI2MThi", "after": null }',
  },
  {
    query: `# Says that a film is being watched. Once in ten minutes it counts, and the film trends.
mutation WatchAFilm($id: ID!) {
  recordView(movieId: $id) { counted movie { title views genres { name } } }
}
`,
    variables: '{ "id": "TW92aWU6MDdjZjIxYzI2MThi" }',
  },
  {
    query: `# What is viewed most of late, by day or by week. Empty until something was watched.
${trendingFilms}`,
    variables: '{ "window": "DAY", "after": null }',
  },
  {
    query: `# What people made, by category: videoCategories tells which there are.
query VideosOfACategory($after: String) {
  videos(filter: { category: "music" }, first: 10, after: $after) {
    totalCount
    nodes {
      id
      title
      durationSeconds
      publishedAt
      thumbnailUrl
      channel { handle name }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: '{ "after": null }',
  },
  {
    query: `# Begins a video. Needs somebody who may publish, with a channel (createChannel). Send the film to "upload.url"
# with the method and the headers that are answered, then call finishUpload, then publishVideo.
mutation RequestAnUpload {
  requestUpload(input: {
    title: "A Song of My Own"
    category: "music"
    fileName: "song.mp4"
    contentType: "video/mp4"
    sizeBytes: 1048576
  }) {
    video { id status isReady }
    upload { method url headers { name value } expiresAt }
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
