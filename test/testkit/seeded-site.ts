import type { Connection } from 'mongoose';
import { createAudience, createSite, type SiteEvent, type SiteSizes } from '../../src/seed/index.ts';

interface Stats {
  readonly _id: string;
  readonly [counter: string]: unknown;
}

const statsOf = async (mongo: Connection, collection: string, names: readonly string[]) => {
  const found = await mongo.collection<Stats>(collection).find().toArray();
  const counts = found.map((stats): [string, Record<string, unknown>] => [
    stats._id,
    Object.fromEntries(names.map((name) => [name, stats[name] ?? 0])),
  ]);
  // A counter that nothing was counted on need not be there.
  return new Map(counts.filter(([, own]) => Object.values(own).some((count) => count !== 0)));
};

const tally = (things: readonly (readonly [id: string, counter: string])[], names: readonly string[]) => {
  const sums = new Map<string, Record<string, number>>();
  for (const [id, counter] of things) {
    const own = sums.get(id) ?? Object.fromEntries(names.map((name) => [name, 0]));
    own[counter] = (own[counter] ?? 0) + 1;
    sums.set(id, own);
  }
  return sums;
};

const counters = {
  video: ['views', 'likes', 'dislikes', 'comments'],
  comment: ['likes', 'replies'],
  channel: ['subscribers'],
  user: ['subscriptions'],
} as const;

/** What the bases of counters say. */
export const countedIn = async (mongo: Connection) => ({
  videos: await statsOf(mongo, 'videoStats', counters.video),
  comments: await statsOf(mongo, 'commentStats', counters.comment),
  channels: await statsOf(mongo, 'channelStats', counters.channel),
  users: await statsOf(mongo, 'userStats', counters.user),
});

interface Written {
  readonly _id: string;
  readonly videoId: string;
  readonly parentId: string | null;
}

/** What they should say, by the documents that are counted. @param viewed ids of videos, one for each view. */
export const countsOfDocuments = async (mongo: Connection, viewed: readonly string[]) => {
  const comments = await mongo.collection<Written>('comments').find().toArray();
  const reactions = await mongo
    .collection<{ _id: string; videoId: string; value: string }>('reactions')
    .find()
    .toArray();
  const likes = await mongo.collection<{ _id: string; commentId: string }>('commentLikes').find().toArray();
  const subscriptions = await mongo
    .collection<{ _id: string; channelId: string; userId: string }>('channelSubscriptions')
    .find()
    .toArray();
  return {
    videos: tally(
      [
        ...viewed.map((id) => [id, 'views'] as const),
        ...reactions.map(({ videoId, value }) => [videoId, value === 'LIKE' ? 'likes' : 'dislikes'] as const),
        ...comments.map(({ videoId }) => [videoId, 'comments'] as const),
      ],
      counters.video,
    ),
    comments: tally(
      [
        ...likes.map(({ commentId }) => [commentId, 'likes'] as const),
        ...comments.flatMap(({ parentId }) => (parentId === null ? [] : [[parentId, 'replies'] as const])),
      ],
      counters.comment,
    ),
    channels: tally(
      subscriptions.map(({ channelId }) => [channelId, 'subscribers'] as const),
      counters.channel,
    ),
    users: tally(
      subscriptions.map(({ userId }) => [userId, 'subscriptions'] as const),
      counters.user,
    ),
  };
};

/** What a seed makes of its sizes, by the generator alone. */
export const siteOf = (options: {
  readonly seed: number;
  readonly users: number;
  readonly days: number;
  readonly sizes: SiteSizes;
  readonly endAt: Date;
}) => {
  const { seed, users, days, sizes, endAt } = options;
  // Films decide what users like, and not who they are.
  const films = [{ id: 'film', genreIds: [], popularity: 1, rating: null, runtimeMinutes: null }];
  const { population } = createAudience({ seed, users, views: 0, days, endAt, films });
  const site = createSite({ ...sizes, seed, days, endAt, population });
  const events: readonly SiteEvent[] = [...site.events.from(0)].filter((event) => event !== undefined);
  return { site, population, events };
};

const kindsByDay = {
  videoDays: counters.video,
  channelDays: [...counters.video, 'subscribersGained'],
  channelMonths: [...counters.video, 'subscribersGained'],
} as const;

/** What the counters by day and month say. */
export const countedByDay = async (mongo: Connection) => ({
  videoDays: await statsOf(mongo, 'videoDays', kindsByDay.videoDays),
  channelDays: await statsOf(mongo, 'channelDays', kindsByDay.channelDays),
  channelMonths: await statsOf(mongo, 'channelMonths', kindsByDay.channelMonths),
});

/** What they should say, by what the generator makes. */
export const daysOfEvents = ({ site, events }: ReturnType<typeof siteOf>) => {
  const channelOf = new Map(
    Array.from({ length: site.videos.count }, (_, place) => {
      const { id, channel } = site.videos.at(place);
      return [id, site.channels.idOf(channel)] as const;
    }),
  );
  const videos: [string, string][] = [];
  const channels: [string, string, string][] = [];
  const note = (event: SiteEvent, place: number, counter: string): void => {
    const id = site.videos.idOf(place);
    const day = event.at.toISOString().slice(0, 10);
    videos.push([`${id}:${day}`, counter]);
    channels.push([channelOf.get(id) ?? '', day, counter]);
  };
  for (const event of events) {
    if (event.kind === 'view') note(event, event.video, 'views');
    if (event.kind === 'reaction') note(event, event.video, event.value === 'LIKE' ? 'likes' : 'dislikes');
    if (event.kind === 'comment') note(event, event.comment.video, 'comments');
    if (event.kind === 'subscription') {
      const day = event.at.toISOString().slice(0, 10);
      channels.push([site.channels.idOf(event.channel), day, 'subscribersGained']);
    }
  }
  return {
    videoDays: tally(videos, kindsByDay.videoDays),
    channelDays: tally(
      channels.map(([id, day, counter]) => [`${id}:${day}`, counter]),
      kindsByDay.channelDays,
    ),
    channelMonths: tally(
      channels.map(([id, day, counter]) => [`${id}:${day.slice(0, 7)}`, counter]),
      kindsByDay.channelMonths,
    ),
  };
};
