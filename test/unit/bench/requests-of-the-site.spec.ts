import { describe, expect, it } from 'vitest';
import { shareOfWrites, siteRequests } from '../../../bench/workloads/site-requests.ts';
import { createAudience, createSite } from '../../../src/seed/index.ts';
import { filmsToView } from '../seed/films-to-view.ts';

const endAt = new Date('2026-01-01T00:00:00Z');
const { population } = createAudience({
  seed: 4,
  users: 50,
  views: 0,
  days: 1,
  endAt,
  films: filmsToView(3),
});
const site = createSite({
  seed: 4,
  population,
  days: 30,
  endAt,
  channels: 8,
  videos: 80,
  videoViews: 0,
  likes: 0,
  comments: 100,
  subscriptions: 0,
});
const viewers = Array.from({ length: 20 }, (_, place) => ({
  userId: `user-${place}`,
  authorization: `Bearer ${place}`,
}));
const commentIds = Array.from({ length: 100 }, (_, place) => site.remarks.idOf(place));
const count = 6_000;
const of = (seed: number) => siteRequests({ site, commentIds }, { count, seed, viewers });
const { queries, steps } = of(1);
const writes = steps.flatMap((step) => (step.kind === 'write' ? [step.request] : []));
const reads = steps.flatMap((step) => (step.kind === 'read' ? [step.query] : []));

describe('the requests of a site of videos', () => {
  it('are the same for the same seed', () => {
    expect(of(1)).toEqual({ queries, steps });
    expect(of(2).steps).not.toEqual(steps);
  });

  it('write one time in ten, in all ways, always as somebody', () => {
    expect(writes.length / count).toBeCloseTo(shareOfWrites, 1);
    const names = new Set(writes.map(({ query }) => /\{ (\w+)\(/.exec(query)?.[1]));
    expect(names).toEqual(
      new Set([
        'addComment',
        'likeComment',
        'publishVideo',
        'reactToVideo',
        'recordVideoView',
        'removeReaction',
        'subscribeToChannel',
        'unlistVideo',
        'unsubscribeFromChannel',
      ]),
    );
    for (const { authorization } of writes) expect(authorization).toBeDefined();
  });

  it('ask for all pages, signed in and not, some of them again and again', () => {
    const names = (signedIn: boolean) =>
      new Set(
        queries
          .filter(({ authorization }) => (authorization !== undefined) === signedIn)
          .map(({ operationName }) => operationName),
      );
    expect(names(false)).toEqual(new Set(['Category', 'Channel', 'Comments', 'Home', 'Search', 'Watch']));
    expect(names(true).has('Feed')).toBe(true);
    const counts = new Map<number, number>();
    for (const query of reads) counts.set(query, (counts.get(query) ?? 0) + 1);
    const [most = 0] = [...counts.values()].toSorted((a, b) => b - a);
    expect(most).toBeGreaterThan(20 * (reads.length / queries.length));
  });

  it('publish and unlist by turns, as whose video it is', () => {
    const shown = new Map<unknown, string>();
    for (const { query, variables, authorization } of writes) {
      const name = /\{ (publishVideo|unlistVideo)\(/.exec(query)?.[1];
      if (name === undefined || !variables || !('id' in variables)) continue;
      expect(shown.get(variables.id) ?? 'publishVideo').not.toBe(name);
      shown.set(variables.id, name);
      const place = Number(authorization?.slice('Bearer '.length));
      const key = Buffer.from(String(variables.id), 'base64url').toString().slice('Video:'.length);
      const video = Array.from({ length: 80 }, (_, index) => index).find(
        (index) => site.videos.idOf(index) === key,
      );
      expect(site.videos.channelOf(video ?? -1)).toBe(place);
    }
    expect(shown.size).toBeGreaterThan(5);
  });
});
