import { filmDetails, trendingFilms } from './client-operations.ts';

export interface ExampleOperation {
  readonly query: string;
  readonly variables?: string;
  /** For those that need somebody who is signed in; the token is for the reader to put in. */
  readonly headers?: string;
}

const signedIn = '{ "Authorization": "Bearer <accessToken>" }';

/** The tabs that GraphiQL opens with, in an order in which a newcomer can run them. A test does. */
export const exampleOperations: readonly ExampleOperation[] = [
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
    query: `# Videos, channels, films and courses together, and how each of them matches.
query SearchAll($query: String!, $after: String) {
  searchAll(query: $query, first: 10, after: $after) {
    totalCount
    edges {
      match
      node {
        __typename
        ... on Video { title channel { name } }
        ... on Channel { name handle }
        ... on Movie { title year }
        ... on Course { title summary }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
  searchSuggestions(prefix: "godf") { text type }
}
`,
    variables: '{ "query": "godfather", "after": null }',
  },
  {
    query: `# Says that somebody was shown what they searched for. What five or more search for is in popularSearches { query }.
mutation RecordASearch {
  recordSearch(query: "godfather") { counted }
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
    query: `# Asks for an account. The mail that follows has a link with a token; without SMTP_URL it is in the server's log.
# Or skip this and the next one: "npm run admin -- --email you@example.com" makes an admin, and prints the password.
mutation GetAnAccount($input: RegisterInput!) {
  register(input: $input) { email }
}
`,
    variables:
      '{ "input": { "email": "you@example.com", "password": "correct horse battery", "name": "You" } }',
  },
  {
    query: `# Makes the account, with the token of the mailed link.
mutation ConfirmMyAddress($token: String!) {
  verifyEmail(token: $token) { email }
}
`,
    variables: '{ "token": "" }',
  },
  {
    query: `# Signs in. Put the access token into the headers of the tabs that follow, in place of <accessToken>.
# It is good for 15 minutes: mutation { refresh(refreshToken: "…") { tokens { accessToken refreshToken } } } gives the next.
mutation SignIn($input: LoginInput!) {
  login(input: $input) {
    user { name roles permissions }
    tokens { accessToken accessTokenExpiresAt refreshToken sessionExpiresAt }
  }
}
`,
    variables:
      '{ "input": { "email": "you@example.com", "password": "correct horse battery", "rememberMe": true } }',
  },
  {
    query: `# Who I am, and where I am signed in. endSession(id: …) ends one of them, logoutEverywhere all.
query MyAccount {
  me { id email name locale roles permissions }
  mySessions { id device address lastActiveAt expiresAt isCurrent }
}
`,
    headers: signedIn,
  },
  {
    query: `# Keeps a film, says what I think of it (which moves its rating), and how far I am.
mutation KeepAFilm($id: ID!) {
  addFavourite(movieId: $id) { favourite { addedAt movie { title isFavourite } } }
  rateMovie(movieId: $id, rating: 9) { movie { rating votes myRating } }
  recordProgress(input: { movieId: $id, positionSeconds: 1800 }) { entry { progress { isFinished watchedAt } } }
}
`,
    variables: '{ "id": "TW92aWU6MDdjZjIxYzI2MThi" }',
    headers: signedIn,
  },
  {
    query: `# What is mine. Kept in the cache like everything else, and shown to nobody else.
query MyLibrary {
  continueWatching(first: 5) { nodes { movie { title } progress { positionSeconds durationSeconds } } }
  favourites(first: 5) { totalCount nodes { addedAt movie { title } } }
  myRatings(first: 5) { nodes { rating movie { title rating } } }
  preferences { playbackQuality autoplayNext subtitleLanguage }
}
`,
    headers: signedIn,
  },
  {
    query: `# Courses that are published. Needs some: "npm run seed:courses" brings a dozen.
query Courses($filter: CourseFilter, $first: Int, $after: String, $last: Int, $before: String) {
  courses(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    nodes { id title summary level language lessonCount instructor { name verified } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
`,
    variables: '{ "filter": { "category": "FILMMAKING" }, "first": 10 }',
  },
  {
    query: `# What a course consists of. A recording says where it is played from to those who are enrolled; of a preview, to everybody.
query ACourse($id: ID!) {
  course(id: $id) {
    title
    durationSeconds
    sections { title lessons { id title isPreview recordings { title url } } }
  }
  courseStatistics(courseId: $id) { enrolments completions averageProgress computedAt }
}
`,
    variables: '{ "id": "Q291cnNlOjVhZjE0MTM4MzdjYw" }',
  },
  {
    query: `# Takes a course, and completes its first lesson.
mutation TakeACourse($courseId: ID!, $lessonId: ID!) {
  enrol(courseId: $courseId) { enrolment { enrolledAt } }
  reportProgress(input: { lessonId: $lessonId, completed: true }) {
    enrolment { progress lessons { lesson { title } completedAt } }
  }
}
`,
    variables: '{ "courseId": "Q291cnNlOjVhZjE0MTM4MzdjYw", "lessonId": "TGVzc29uOmNjNmJmMWVhOGNlYQ" }',
    headers: signedIn,
  },
  {
    query: `# The courses that I take, and how far I am.
query MyCourses {
  myEnrolments(first: 10) {
    totalCount
    nodes { progress enrolledAt completedAt certificateId course { title instructor { name } } }
  }
}
`,
    headers: signedIn,
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
    query: `# A playlist of my own. addToPlaylist puts videos into it, moveInPlaylist changes their order.
mutation MakeAPlaylist {
  createPlaylist(input: { title: "For rainy days", visibility: UNLISTED }) {
    playlist { id title visibility videoCount }
  }
}
`,
    headers: signedIn,
  },
  {
    query: `# My playlists, private ones too. Others find the public ones in my channel.
query MyPlaylists {
  myPlaylists(first: 10) {
    totalCount
    nodes { id title visibility videoCount updatedAt }
  }
}
`,
    headers: signedIn,
  },
  {
    query: `# What is counted of a video: at once, and then whenever it changes, until you press stop. Put in the id of a video, from
# the tab before, and view it from another window: mutation { recordVideoView(id: "…") { counted } }
subscription WatchTheCounters($id: ID!) {
  videoCounters(videoId: $id) { views likes dislikes comments }
}
`,
    variables: '{ "id": "" }',
  },
  {
    query: `# Begins a video. Needs somebody who may publish, with a channel (createChannel): an admin may. Send the film to "upload.url"
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
    headers: signedIn,
  },
  {
    query: `# What I was told: new videos of channels that I follow, and what others do with what is mine. The count is exact at once,
# everywhere. markNotificationRead(id: …) and markAllNotificationsRead(until: …) take from it.
query WhatIAmTold {
  unreadNotificationCount
  notifications(first: 20) {
    totalCount
    nodes { id kind createdAt readAt actor { name } video { title } comment { text } channel { handle } }
    pageInfo { hasNextPage endCursor }
  }
  notificationPreferences { newVideos comments replies likes subscribers }
}
`,
    headers: signedIn,
  },
  {
    query: `# How my channel does. Needs somebody who has one (createChannel): an admin may. Without dates, "daily" is the last 28 days.
query MyDashboard($from: Date, $to: Date) {
  channelAnalytics {
    channel { handle name }
    totals { videos views likes comments subscribers }
    daily(from: $from, to: $to) { day views likes comments subscribersGained subscribersLost }
    monthly(months: 3) { month views likes comments }
    videos(period: LAST_90_DAYS, sort: ENGAGEMENT, first: 10) {
      totalCount
      nodes { views likes comments engagement video { title publishedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`,
    variables: '{ "from": null, "to": null }',
    headers: signedIn,
  },
  {
    query: `# Needs an admin: make one with "npm run admin -- --email you@example.com", and sign in.
mutation AddAFilm {
  createMovie(input: { title: "A Film of My Own", releaseDate: "2010-05-01", genres: ["drama"] }) {
    movie { id title year genres { name } }
  }
}
`,
    headers: signedIn,
  },
];
