import { toGlobalId } from '../../src/shared/resolving/global-id.ts';
import { createZipf, randomOf } from '../../src/seed/index.ts';
import type { BenchViewer } from '../contestants/contestant.ts';
import type { RequestParts } from '../load/request.ts';
import type { MixStep } from './mix-sequence.ts';
import type { SiteData } from './site-data.ts';

const card = 'id title durationSeconds publishedAt views channel { handle name }';
const home = `query Home {
  videos(first: 24) { nodes { ${card} } }
  videoCategories { slug name }
}`;
const category = `query Category($category: String!) {
  videos(filter: { category: $category }, first: 24) { totalCount nodes { ${card} } }
}`;
const feed = `query Feed { subscriptionFeed(first: 24) { nodes { ${card} } } }`;
/** Ids of comments are chance, and differ between servers that were told the same. */
const comment = 'text editedAt likes viewerHasLiked replyCount author { name }';
const watch = `query Watch($id: ID!) {
  video(id: $id) {
    id title description publishedAt durationSeconds category { name }
    views likes dislikes commentCount viewerReaction
    playback { contentType sizeBytes }
    channel { id handle name subscribers viewerIsSubscribed }
    comments(first: 20) { totalCount nodes { ${comment} replies(first: 3) { nodes { text author { name } } } } }
  }
}`;
const comments = `query Comments($id: ID!) {
  video(id: $id) { commentCount comments(first: 50, sort: OLDEST) { totalCount nodes { ${comment} } } }
}`;
const channel = `query Channel($handle: String!) {
  channel(handle: $handle) {
    id name description subscribers viewerIsSubscribed statistics { videoCount } owner { name }
    videos(first: 24) { totalCount nodes { id title durationSeconds publishedAt views } }
  }
}`;
const search = `query Search($query: String!) {
  searchAll(query: $query, first: 50) {
    totalCount
    nodes { __typename ... on Video { id title channel { name } } ... on Channel { id name } ... on Movie { id title } }
  }
}`;

const mutation = (name: string, given: string, asked: string, input: string): string =>
  `mutation Do(${given}) { ${name}(${input}) { ${asked} } }`;
const view = mutation('recordVideoView', '$id: ID!', 'video { views }', 'id: $id');
const react = mutation(
  'reactToVideo',
  '$id: ID!, $reaction: Reaction!',
  'video { likes viewerReaction }',
  'id: $id, reaction: $reaction',
);
const takeBack = mutation('removeReaction', '$id: ID!', 'video { likes viewerReaction }', 'id: $id');
const write = mutation('addComment', '$input: AddCommentInput!', 'comment { text }', 'input: $input');
const like = mutation('likeComment', '$id: ID!', 'comment { likes }', 'id: $id');
const follow = mutation('subscribeToChannel', '$id: ID!', 'channel { subscribers }', 'id: $id');
const leave = mutation('unsubscribeFromChannel', '$id: ID!', 'channel { subscribers }', 'id: $id');
const publish = mutation('publishVideo', '$id: ID!', 'video { status }', 'id: $id');
const unlist = mutation('unlistVideo', '$id: ID!', 'video { status }', 'id: $id');

/** Of a hundred requests, and of those of somebody who is signed in. */
const reads = { home: 24, category: 10, watch: 36, channel: 9, comments: 7, search: 6 } as const;
const readsOfViewers = { ...reads, feed: 8 } as const;
const writes = { view: 42, react: 24, comment: 14, likeComment: 8, follow: 9, publish: 3 } as const;

export const shareOfWrites = 0.1;
const shareSignedIn = 0.6;

/** Words of a title that somebody remembers: what they find fits on a page. */
const searchedWords = 3;

/** Comments that are liked: the latest. */
const likedComments = 400;

export interface SiteRequests {
  /** All that is read. */
  readonly queries: readonly RequestParts[];
  readonly steps: readonly MixStep[];
}

/**
 * What visitors of a site of videos ask for and do: the same for the same seed. Who they are and what they watch is
 * drawn by Zipf's law, nine in ten only look, three in five are signed in.
 * @param viewers of whom the first own the channels, by their places.
 */
export const siteRequests = (
  { site, commentIds }: SiteData,
  options: { readonly count: number; readonly seed: number; readonly viewers: readonly BenchViewer[] },
): SiteRequests => {
  const { count, seed, viewers } = options;
  const random = randomOf(seed, 'site requests');
  const { channels, videos } = site;
  const drawViewer = createZipf(viewers.length, random.fork());
  const shuffled = random.shuffled(viewers);
  const videoAt = createVideoDraw();
  const queries: RequestParts[] = [];
  const places = new Map<string, number>();
  const isUnlisted = new Set<number>();

  function createVideoDraw(): () => number {
    const byRank = Array.from({ length: videos.count }, (_, place) => place).toSorted(
      (a, b) => videos.rankOf(a) - videos.rankOf(b),
    );
    const draw = createZipf(videos.count, random.fork());
    return () => byRank[draw()] ?? 0;
  }
  const videoId = (place: number): string => toGlobalId('Video', videos.idOf(place));
  const read = (parts: RequestParts): MixStep => {
    const key = JSON.stringify(parts);
    let query = places.get(key);
    if (query === undefined) {
      query = queries.push(parts) - 1;
      places.set(key, query);
    }
    return { kind: 'read', query };
  };

  const readAs = (viewer: BenchViewer | undefined): RequestParts => {
    const as = viewer && { authorization: viewer.authorization };
    const of = (operationName: string, query: string, variables?: object): RequestParts => ({
      operationName,
      query,
      ...(variables && { variables }),
      ...as,
    });
    switch (random.weighted<keyof typeof readsOfViewers>(viewer ? readsOfViewers : { ...reads, feed: 0 })) {
      case 'home':
        return of('Home', home);
      case 'category':
        return of('Category', category, { category: channels.topicOf(channels.draw(random)).category });
      case 'watch':
        return of('Watch', watch, { id: videoId(videoAt()) });
      case 'channel':
        return of('Channel', channel, { handle: channels.at(channels.draw(random)).handle });
      case 'comments':
        return of('Comments', comments, { id: videoId(videoAt()) });
      case 'search': {
        const { title } = videos.at(videoAt());
        return of('Search', search, { query: title.split(' ').slice(0, searchedWords).join(' ') });
      }
      case 'feed':
        return of('Feed', feed);
    }
  };

  const writeAs = (viewer: BenchViewer, viewerPlace: number): RequestParts => {
    const of = (query: string, variables: object, who = viewer): RequestParts => ({
      operationName: 'Do',
      query,
      variables,
      authorization: who.authorization,
    });
    switch (random.weighted(writes)) {
      case 'view':
        return of(view, { id: videoId(videoAt()) });
      case 'react': {
        const id = videoId(videoAt());
        if (random.happens(0.1)) return of(takeBack, { id });
        return of(react, { id, reaction: random.happens(0.06) ? 'DISLIKE' : 'LIKE' });
      }
      case 'comment': {
        const text = `Remark ${random.below(1_000_000)}`;
        return of(write, { input: { videoId: videoId(videoAt()), text } });
      }
      case 'likeComment': {
        const id = commentIds[random.below(Math.min(likedComments, commentIds.length))] ?? '';
        return of(like, { id: toGlobalId('Comment', id) });
      }
      case 'follow': {
        const drawn = channels.draw(random);
        // Nobody follows their own.
        const place = drawn === viewerPlace ? (drawn + 1) % channels.count : drawn;
        if (place === viewerPlace) return of(view, { id: videoId(videoAt()) });
        const id = toGlobalId('Channel', channels.idOf(place));
        return of(random.happens(0.75) ? follow : leave, { id });
      }
      case 'publish': {
        // By whose it is: taken out of the lists, and shown again the next time.
        const place = random.below(videos.count);
        const owner = viewers[videos.channelOf(place)] ?? viewer;
        const wasUnlisted = isUnlisted.delete(place);
        if (!wasUnlisted) isUnlisted.add(place);
        return of(wasUnlisted ? publish : unlist, { id: videoId(place) }, owner);
      }
    }
  };

  const placeOf = new Map(viewers.map((viewer, place) => [viewer, place]));
  const steps = Array.from({ length: count }, (): MixStep => {
    const viewer = shuffled[drawViewer()] as BenchViewer;
    if (random.happens(shareOfWrites)) {
      return { kind: 'write', request: writeAs(viewer, placeOf.get(viewer) ?? 0) };
    }
    return read(readAs(random.happens(shareSignedIn) ? viewer : undefined));
  });
  return { queries, steps };
};
