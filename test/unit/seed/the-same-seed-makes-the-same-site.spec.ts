import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAudience, createSite, type SiteOptions } from '../../../src/seed/index.ts';
import { filmsToView } from './films-to-view.ts';

const films = filmsToView(8);
const endAt = new Date('2026-02-03T04:05:06Z');

const populationOf = (seed: number, users: number) =>
  createAudience({ seed, users, views: 0, days: 1, endAt, films }).population;

const options = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    users: fc.integer({ min: 2, max: 30 }),
    channels: fc.integer({ min: 1, max: 5 }),
    videos: fc.integer({ min: 1, max: 25 }),
    videoViews: fc.integer({ min: 0, max: 80 }),
    likes: fc.integer({ min: 0, max: 60 }),
    comments: fc.integer({ min: 0, max: 40 }),
    subscriptions: fc.integer({ min: 0, max: 20 }),
    days: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ users, channels, seed, ...rest }): SiteOptions => ({
    ...rest,
    seed,
    channels: Math.min(users, channels),
    endAt,
    population: populationOf(seed, users),
  }));

describe('a site', () => {
  test('is the same for the same seed and sizes, from whichever event on', () => {
    fc.assert(
      fc.property(options, fc.nat(), (given, draw) => {
        const [one, other] = [createSite(given), createSite(given)];
        const events = [...one.events.from(0)];
        expect(events).toHaveLength(one.events.count);
        const from = draw % (events.length + 1);
        expect([...other.events.from(from)]).toEqual(events.slice(from));
        for (let video = given.videos - 1; video >= 0; video -= 1) {
          expect(other.videos.at(video)).toEqual(one.videos.at(video));
        }
        for (let comment = given.comments - 1; comment >= 0; comment -= 1) {
          expect(other.remarks.videoOf(comment)).toBe(one.remarks.at(comment).video);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('leaves out what nobody is left for, and ends', () => {
    // Two people and a video: two can like it, and one of them follow the channel.
    const site = createSite({
      seed: 3,
      channels: 1,
      videos: 1,
      videoViews: 0,
      likes: 5,
      comments: 0,
      subscriptions: 4,
      days: 1,
      endAt,
      population: populationOf(3, 2),
    });
    const events = [...site.events.from(0)];
    expect(events).toHaveLength(9);
    expect(events.filter((event) => event?.kind === 'reaction')).toHaveLength(2);
    expect(events.filter((event) => event?.kind === 'subscription')).toHaveLength(1);
  });

  test('begins with the same channels, however many there are, and has others with another seed', () => {
    const of = (seed: number, channels: number) =>
      createSite({
        seed,
        channels,
        videos: 3,
        videoViews: 0,
        likes: 0,
        comments: 0,
        subscriptions: 0,
        days: 2,
        endAt,
        population: populationOf(seed, 40),
      }).channels;
    for (const index of [0, 1, 2]) expect(of(1, 3).at(index)).toEqual(of(1, 30).at(index));
    const ids = (seed: number) => Array.from({ length: 30 }, (_, index) => of(seed, 30).at(index));
    expect(new Set([...ids(1), ...ids(2)].map(({ id }) => id)).size).toBe(60);
    expect(new Set([...ids(1), ...ids(2)].map(({ handle }) => handle)).size).toBe(60);
  });

  test('refuses more channels than users, and to be empty', () => {
    const sizes = { videos: 1, videoViews: 0, likes: 0, comments: 0, subscriptions: 0, days: 1, endAt };
    const population = populationOf(1, 2);
    expect(() => createSite({ ...sizes, seed: 1, channels: 3, population })).toThrow(
      'expected a user for each of 3 channels, but got 2',
    );
    expect(() => createSite({ ...sizes, seed: 1, channels: 0, population })).toThrow(
      'expected a channel and a video at least, but got 0 and 1',
    );
  });
});
