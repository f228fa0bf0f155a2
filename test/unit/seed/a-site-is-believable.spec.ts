import { describe, expect, test } from 'vitest';
import { createAudience, createSite, type SiteEvent } from '../../../src/seed/index.ts';
import { videoCategories } from '../../../src/modules/videos/categories.ts';
import { filmsToView } from './films-to-view.ts';

const endAt = new Date('2026-03-02T00:00:00Z');
const days = 28;
const users = 2_000;
const sizes = {
  channels: 60,
  videos: 1_200,
  videoViews: 90_000,
  likes: 20_000,
  comments: 12_000,
  subscriptions: 6_000,
};
const { population } = createAudience({
  seed: 11,
  users,
  views: 0,
  days,
  endAt,
  films: filmsToView(20),
});
const site = createSite({ ...sizes, seed: 11, days, endAt, population });
const all: readonly SiteEvent[] = [...site.events.from(0)].filter((event) => event !== undefined);
const of = <Kind extends SiteEvent['kind']>(kind: Kind) =>
  all.filter((event): event is Extract<SiteEvent, { kind: Kind }> => event.kind === kind);
const videos = Array.from({ length: sizes.videos }, (_, index) => site.videos.at(index));
const channels = Array.from({ length: sizes.channels }, (_, index) => site.channels.at(index));
const startMs = endAt.getTime() - days * 86_400_000;

const counted = <Key>(keys: Iterable<Key>): Map<Key, number> => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** Slope of a line through the logarithms of counts by rank: -1 is Zipf's law. */
const zipfSlope = (counts: readonly number[]): number => {
  const points = counts.map((count, rank): [number, number] => [Math.log(rank + 1), Math.log(count)]);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const top = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return top / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
};
const mostFirst = (keys: Iterable<number>): number[] => [...counted(keys).values()].toSorted((a, b) => b - a);

describe('channels', () => {
  test('are of users who came before, with a handle of their own that the API takes', () => {
    expect(new Set(channels.map(({ handle }) => handle)).size).toBe(sizes.channels);
    const categories = new Set(videoCategories.map(({ slug }) => slug));
    for (const { owner, handle, name, category, createdAt, id } of channels) {
      expect(handle).toMatch(/^[a-z0-9][a-z0-9_-]{1,28}[a-z0-9]$/);
      expect(id).toMatch(/^[0-9a-f]{12}$/);
      expect(name.length).toBeGreaterThan(3);
      expect(categories.has(category)).toBe(true);
      const { seniority } = population.at(owner);
      const came = startMs - seniority * 3 * 365 * 86_400_000;
      expect(createdAt.getTime()).toBeGreaterThanOrEqual(Math.floor(came));
      expect(createdAt.getTime()).toBeLessThanOrEqual(startMs);
    }
    expect(new Set(channels.map(({ category }) => category)).size).toBeGreaterThan(7);
  });

  test('publish and are followed to a very different degree', () => {
    const byChannel = mostFirst(videos.map(({ channel }) => channel));
    expect(byChannel[0]).toBeGreaterThan(5 * (byChannel.at(-1) ?? 1));
    const followers = mostFirst(of('subscription').map(({ channel }) => channel));
    expect(followers[0]).toBeGreaterThan(10 * (followers.at(-1) ?? 1));
    for (const { channel, user } of of('subscription')) expect(user).not.toBe(channels[channel]?.owner);
  });
});

describe('videos', () => {
  test('come one after the other, some within the time, each in a channel that was there', () => {
    let last = 0;
    for (const { publishedAt, channel, title, durationSeconds, id } of videos) {
      expect(publishedAt.getTime()).toBeGreaterThanOrEqual(last);
      expect(publishedAt.getTime()).toBeLessThan(endAt.getTime());
      expect(publishedAt.getTime()).toBeGreaterThanOrEqual(
        channels[channel]?.createdAt.getTime() ?? Infinity,
      );
      expect(title.length).toBeLessThanOrEqual(150);
      expect(title).not.toMatch(/[{}#]/);
      expect(durationSeconds).toBeGreaterThan(0);
      expect(id).toMatch(/^[\w-]{22}$/);
      last = publishedAt.getTime();
    }
    expect(videos.filter(({ publishedAt }) => publishedAt.getTime() >= startMs).length).toBeGreaterThan(200);
    expect(new Set(videos.map(({ title }) => title)).size).toBeGreaterThan(sizes.videos / 2);
  });

  test('are watched by Zipf’s law, none before it was published', () => {
    const slope = zipfSlope(mostFirst(of('view').map(({ video }) => video)).slice(0, 300));
    expect(slope).toBeGreaterThan(-1.15);
    expect(slope).toBeLessThan(-0.7);
    const tooEarly = [...of('view'), ...of('reaction')].filter(
      ({ video, at }) => (videos[video]?.publishedAt.getTime() ?? Infinity) > at.getTime(),
    );
    expect(tooEarly).toEqual([]);
  });
});

describe('what is done', () => {
  test('is in the order of its time, and heavier in the evening than by night', () => {
    const times = all.map(({ at }) => at.getTime());
    expect(times.filter((at, place) => at < (times[place - 1] ?? startMs))).toEqual([]);
    expect(times.at(-1)).toBeLessThan(endAt.getTime());
    const byHour = counted(of('view').map(({ at }) => at.getUTCHours()));
    expect((byHour.get(20) ?? 0) / (byHour.get(4) ?? 1)).toBeGreaterThan(8);
  });

  test('is as much as was asked for, and nobody does the same twice', () => {
    expect(of('view')).toHaveLength(sizes.videoViews);
    expect(of('comment')).toHaveLength(sizes.comments);
    expect(of('reaction').length + of('commentLike').length).toBe(sizes.likes);
    expect(of('subscription')).toHaveLength(sizes.subscriptions);
    const pairs = [
      of('reaction').map(({ video, user }) => `${video}:${user}`),
      of('commentLike').map(({ comment, user }) => `${comment}:${user}`),
      of('subscription').map(({ channel, user }) => `${channel}:${user}`),
    ];
    for (const some of pairs) expect(new Set(some).size).toBe(some.length);
    const dislikes = of('reaction').filter(({ value }) => value === 'DISLIKE').length;
    expect(dislikes / of('reaction').length).toBeGreaterThan(0.03);
    expect(dislikes / of('reaction').length).toBeLessThan(0.1);
  });

  test('is answered in threads under the same video, some of them long, some by whose video it is', () => {
    const comments = of('comment').map(({ comment }) => comment);
    const byIndex = new Map(comments.map((comment) => [comment.index, comment]));
    const answers = comments.filter(({ parent }) => parent !== undefined);
    expect(answers.length / comments.length).toBeGreaterThan(0.25);
    expect(answers.length / comments.length).toBeLessThan(0.5);
    for (const { index, parent, video } of answers) {
      expect(parent).toBeLessThan(index);
      expect(byIndex.get(parent ?? -1)).toMatchObject({ video, parent: undefined });
    }
    expect(mostFirst(answers.map(({ parent }) => parent ?? -1))[0]).toBeGreaterThan(6);
    const owners = answers.filter(({ user, video }) => videos[video]?.channel === user).length;
    expect(owners / answers.length).toBeGreaterThan(0.1);
    const texts = comments.slice(0, 500).map(site.remarks.textOf);
    for (const text of texts) expect(text).toMatch(/^[^#{}]{4,}$/);
    expect(new Set(texts).size).toBeGreaterThan(50);
    expect(new Set(comments.map(({ index }) => site.remarks.idOf(index))).size).toBe(sizes.comments);
  });

  test('likes comments that are there', () => {
    let written = 0;
    const tooEarly = all.filter((event) => {
      if (event.kind === 'comment') written += 1;
      return event.kind === 'commentLike' && event.comment >= written;
    });
    expect(tooEarly).toEqual([]);
    expect(of('commentLike').length / sizes.likes).toBeGreaterThan(0.2);
  });
});
