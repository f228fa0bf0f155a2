import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allResolvers } from '../../../src/domains.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { addSignedIn } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { addInstructor, addPublishedCourse, enrol } from '../../testkit/courses.ts';
import { fieldOf } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { commandsDuring } from '../../testkit/mongo-commands.ts';
import { addPlaylist, arrange } from '../../testkit/playlists.ts';
import { isPlanned, stagesOf } from '../../testkit/query-plans.ts';
import { choicesOf, listFieldsOf, selectionOf, type ListField } from '../../testkit/schema-lists.ts';
import { freshMongo } from '../../testkit/servers.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

/** How a list is asked for. Names with `$` are of what `beforeAll` has made. */
interface Asked {
  /** Around the field. Default: nothing. */
  readonly below?: (list: string) => string;
  /** Arguments besides choices and pages, in every way that an index has to serve. Default: none. */
  readonly filters?: readonly string[];
  /** Arguments with which it may sort what an index has selected, and why. */
  readonly sorts?: { readonly with: string; readonly why: string };
  /** That it reads nothing of Mongo, and why. */
  readonly readsNothing?: string;
}

const ofVideo = (list: string) => `video(id: $video) { ${list} }`;
const ofChannel = (list: string) => `channel(id: $channel) { ${list} }`;
const ofFilm = (list: string) => `movie(id: $film) { ${list} }`;
const ofPlaylist = (list: string) => `playlist(id: $playlist) { ${list} }`;
const inMemory = { below: (list: string) => list } as const;

/** Every list of the API. One that is missing here fails the first test: say how it is asked for, with all its filters. */
const lists: Readonly<Record<string, Asked>> = {
  'Query.auditTrail': {
    filters: [
      '',
      'filter: { subjectId: $other }',
      'filter: { actorId: $user }',
      'filter: { kind: VIDEO_REPORT_DISMISSED }',
    ],
  },
  'Query.continueWatching': {},
  'Query.courses': {
    filters: [
      '',
      'filter: { category: DESIGN }',
      'filter: { level: BEGINNER }',
      'filter: { instructor: $instructor }',
      'filter: { category: DESIGN, level: BEGINNER, language: "en" }',
      'filter: { search: "one" }',
    ],
    sorts: { with: 'search:', why: 'an index of words knows no order' },
  },
  'Query.favourites': {},
  'Query.genres': {},
  'Query.instructors': { filters: ['', 'filter: { verified: true }'] },
  'Query.managedCourses': { filters: ['', 'isPublished: true'] },
  'Query.movies': {
    filters: [
      '',
      'filter: { genre: "drama" }',
      'filter: { director: "steven-spielberg" }',
      'filter: { year: { min: 1990, max: 1999 }, rating: { min: 7 } }',
      'filter: { genre: "drama", year: { min: 1990 }, rating: { min: 7, max: 8 } }',
    ],
    sorts: {
      with: 'rating: {',
      why: 'of several ranges one is read by an index, which may be shorter than the order',
    },
  },
  'Query.myBlockedUsers': {},
  'Query.myChannelSubscriptions': {},
  'Query.myEnrolments': {},
  'Query.myPlaylists': {},
  'Query.myRatings': {},
  'Query.mySessions': {},
  'Query.myVideos': {},
  'Query.notifications': { filters: ['', 'onlyUnread: true'] },
  'Query.popularMovies': {},
  'Query.popularSearches': {},
  'Query.reports': {},
  'Query.search': {
    filters: ['query: "love"'],
    sorts: { with: 'query:', why: 'what matches the words is sorted by how well' },
  },
  'Query.searchAll': {
    filters: ['query: "love"', 'query: "love", types: [MOVIE]'],
    sorts: { with: 'query:', why: 'what matches the words is sorted by how well' },
  },
  'Query.searchSuggestions': { filters: ['prefix: "lov"'] },
  'Query.subscriptionFeed': {},
  'Query.trending': { filters: ['', 'genre: "drama"'] },
  'Query.trendingVideos': { filters: ['', 'category: "music"'] },
  'Query.users': {
    filters: ['', 'filter: { role: ADMIN }', 'filter: { isBanned: false }', 'filter: { email: "alma" }'],
    sorts: { with: 'email:', why: 'an address is that of one user' },
  },
  'Query.videoCategories': { readsNothing: 'a fixed list' },
  'Query.videos': {
    filters: [
      '',
      'filter: { category: "music" }',
      'filter: { channel: $channel }',
      'filter: { category: "music", channel: $channel }',
    ],
  },
  'Query.watchHistory': {},
  'Channel.playlists': { below: ofChannel },
  'Channel.videos': { below: ofChannel },
  'ChannelAnalytics.videos': { below: (list) => `channelAnalytics { ${list} }` },
  'Comment.replies': { below: (list) => ofVideo(`comments(first: 1) { nodes { ${list} } }`) },
  'Instructor.courses': { below: (list) => `course(id: $course) { instructor { ${list} } }` },
  'Movie.recommendations': { below: ofFilm },
  'Person.movies': { below: (list) => ofFilm(`directors { ${list} }`) },
  'Playlist.items': { below: ofPlaylist },
  'Playlist.videos': { below: ofPlaylist },
  'PublicProfile.playlists': { below: (list) => ofChannel(`owner { ${list} }`) },
  'Video.comments': { below: ofVideo },
};

const fields = listFieldsOf(await createSchema(allResolvers));
const mongodbUri = freshMongo();
const files = createMemoryObjectStore();

let running: RunningApp;
/** Reads that each request costs: who asks is looked up. */
let readsOfAsking = 0;
let who: Record<string, string>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  running = await startApp({ mongodbUri, objectStore: files, videoRankingEveryMs: 200 });
  const [alma, ben] = [
    await addSignedIn(mongodbUri, 'alma', ['VIEWER', 'ADMIN']),
    await addSignedIn(mongodbUri, 'ben', ['VIEWER', 'CREATOR']),
  ];
  who = { authorization: alma.authorization };
  const other = { authorization: ben.authorization };
  const does = async (of: Record<string, string>, mutation: string, variables = {}) => {
    const answer = await askAs(running, of, `mutation ${mutation}`, variables);
    expect(answer.codes).toEqual([]);
    return answer;
  };

  const found = await askAs(running, who, '{ popularMovies(first: 3) { nodes { id } } }');
  const { nodes: films } = fieldOf<{ nodes: { id: string }[] }>(found, 'popularMovies');
  for (const { id } of films)
    await does(
      who,
      `($id: ID!) { addFavourite(movieId: $id) { __typename } rateMovie(movieId: $id, rating: 9) { __typename }
        recordProgress(input: { movieId: $id, positionSeconds: 100 }) { __typename } recordView(movieId: $id) { __typename } }`,
      { id },
    );
  const instructor = await addInstructor(running, who, 'Alma');
  const courses = [
    await addPublishedCourse(running, who, 1, { title: 'One' }),
    await addPublishedCourse(running, who, 1, { title: 'Two' }),
  ];
  for (const { courseId } of courses) await enrol(running, who, courseId);
  const channel = await addChannel(running, who, 'alma');
  const others = await addChannel(running, other, 'ben');
  const videos: string[] = [];
  for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) {
    videos.push(await addPublicVideo(running, files, who, { title, category: 'music' }));
    const theirs = await addPublicVideo(running, files, other, { title, category: 'music' });
    await does(who, '($id: ID!) { reportVideo(id: $id, input: { reason: SPAM }) { __typename } }', {
      id: theirs,
    });
  }
  const open = await askAs(running, who, '{ reports(first: 2) { nodes { id } } }');
  for (const { id } of fieldOf<{ nodes: { id: string }[] }>(open, 'reports').nodes)
    await does(who, '($id: ID!) { resolveReport(id: $id, input: { resolution: DISMISS }) { __typename } }', {
      id,
    });
  await does(who, '($id: ID!) { subscribeToChannel(id: $id) { __typename } }', { id: others });
  await addSignedIn(mongodbUri, 'cy');
  await addSignedIn(mongodbUri, 'di');
  for (const name of ['cy', 'di'])
    await does(who, '($id: ID!) { blockUser(userId: $id) { __typename } }', {
      id: toGlobalId('User', `user-${name}`),
    });
  const comment = (text: string, replyTo?: string) =>
    does(who, '($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }', {
      input: { videoId: videos[0], text, replyTo },
    });
  await comment('First');
  const top = fieldOf<{ comment: { id: string } }>(await comment('Second'), 'addComment').comment.id;
  for (const text of ['An answer', 'Another']) await comment(text, top);
  await does(other, '($id: ID!) { subscribeToChannel(id: $id) { __typename } }', { id: channel });
  for (const id of videos)
    await does(other, '($id: ID!) { reactToVideo(id: $id, reaction: LIKE) { __typename } }', { id });
  const playlists = [
    await addPlaylist(running, who),
    await addPlaylist(running, who),
    await addPlaylist(running, who),
  ];
  for (const videoId of videos)
    await arrange(running, who, 'addToPlaylist', { playlistId: playlists[0], videoId });
  const hour = String(Math.floor(Date.now() / 3_600_000)).padStart(7, '0');
  await running.app.mongo
    .collection<{ _id: string; views: number }>('videoHours')
    .insertMany(videos.map((id, at) => ({ _id: `${hour}:${keyOf(id)}`, views: at + 1 })));
  const trending = async () =>
    JSON.stringify((await askAs(running, who, '{ trendingVideos { totalCount } }')).data);
  await waitFor(async () => !(await trending()).includes('0'), 'videos trend');
  readsOfAsking = (
    await commandsDuring(running.app.mongo, () => askAs(running, who, '{ __typename }'))
  ).filter(isPlanned).length;
  Object.assign(ids, {
    film: films[0]?.id,
    user: toGlobalId('User', alma.userId),
    other: toGlobalId('User', ben.userId),
    instructor,
    course: courses[0]?.courseId,
    channel,
    video: videos[0],
    playlist: playlists[0],
  });
}, 120_000);
afterAll(() => running[Symbol.asyncDispose]());

test('every list of the API is on the list', () => {
  expect(fields.map(({ coordinate }) => coordinate).toSorted()).toEqual(Object.keys(lists).toSorted());
});

/** The last page that an answer tells of: of the list itself, which lies the deepest. */
const pageOf = (value: unknown): { startCursor?: string | null; endCursor?: string | null } | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const inner of Object.values(value).toReversed()) {
    const found = pageOf(inner);
    if (found) return found;
  }
  return 'pageInfo' in value && typeof value.pageInfo === 'object' && value.pageInfo
    ? value.pageInfo
    : undefined;
};

const documentOf = (list: ListField, { below = inMemory.below }: Asked, args: string): string => {
  const call = args.trim() === '' ? list.field.name : `${list.field.name}(${args})`;
  const operation = below(`${call} ${selectionOf(list)}`);
  const variables = Object.keys(ids).filter((name) => operation.includes(`$${name}`));
  const declared = variables.map((name) => `$${name}: ID!`).join(', ');
  return `query ${declared === '' ? '' : `(${declared})`} { ${operation} }`;
};

/** Asks, and tells what read without an index. */
const faultsOf = async (list: ListField, asked: Asked, args: string) => {
  let data: unknown;
  const commands = await commandsDuring(running.app.mongo, async () => {
    const document = documentOf(list, asked, args);
    const answer = await askAs(running, who, document, ids);
    expect({ document, codes: answer.codes }).toEqual({ document, codes: [] });
    data = answer.data;
  });
  const reads = commands.filter(isPlanned);
  const faults: string[] = [];
  for (const read of reads) {
    const stages = await stagesOf(running.app.mongo, read);
    const looksForAny = read.command['limit'] === 1 && read.command['sort'] === undefined;
    if (looksForAny && Object.keys(read.command['filter'] ?? {}).length === 0) continue;
    const bad = stages.filter((stage) => stage === 'COLLSCAN' || stage === 'SORT');
    const said = JSON.stringify(read.command['filter'] ?? read.command['pipeline'] ?? {});
    for (const stage of bad)
      if (stage !== 'SORT' || asked.sorts === undefined || !args.includes(asked.sorts.with))
        faults.push(`${args}: ${stage} of ${read.collection} ${said}`);
    if (
      !/IXSCAN|IDHACK|COUNT_SCAN|DISTINCT_SCAN|CLUSTERED|TEXT_MATCH|EXPRESS/.test(stages.join()) &&
      bad.length === 0
    )
      faults.push(`${args}: ${stages.join()} of ${read.collection} ${said}`);
  }
  return { reads: reads.length - readsOfAsking, faults, page: pageOf(data) };
};

describe.for(fields.map((list): [string, ListField] => [list.coordinate, list]))(
  '%s',
  ([coordinate, list]) => {
    const asked = lists[coordinate] ?? {};
    test('reads by an index, sorted however, filtered however, on every page', async () => {
      const faults: string[] = [];
      let reads = 0;
      let walked = 0;
      const has = (name: string) => list.field.args.some((argument) => argument.name === name);
      for (const choice of choicesOf(list.field)) {
        for (const filter of asked.filters ?? ['']) {
          const args = `${filter} ${choice}`;
          const first = await faultsOf(list, asked, `${args} ${list.isPaged ? 'first: 1' : ''}`);
          const pages = [first];
          const cursor = JSON.stringify(first.page?.endCursor ?? '');
          if (has('after') && cursor !== '""') {
            const next = await faultsOf(list, asked, `${args} first: 1 after: ${cursor}`);
            const start = JSON.stringify(next.page?.startCursor ?? '');
            pages.push(next);
            walked += 1;
            if (has('before') && start !== '""')
              pages.push(await faultsOf(list, asked, `${args} last: 1 before: ${start}`));
          }
          faults.push(...pages.flatMap((page) => page.faults));
          reads += pages.reduce((sum, page) => sum + page.reads, 0);
        }
      }
      expect(faults).toEqual([]);
      expect(reads > 0).toBe(asked.readsNothing === undefined);
      // Behind a page lies another one, so that what a cursor asks is looked at too.
      expect(walked > 0).toBe(list.isPaged);
    });
  },
);
