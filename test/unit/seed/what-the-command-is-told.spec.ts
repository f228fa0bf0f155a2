import { describe, expect, test } from 'vitest';
import { readSeedArguments } from '../../../src/commands/seed/arguments.ts';

describe('the arguments of a seed', () => {
  test('have defaults', () => {
    expect(readSeedArguments([], false)).toEqual({
      users: 1_000,
      views: 100_000,
      days: 30,
      seed: 1,
      site: {
        channels: 15,
        videos: 300,
        videoViews: 21_000,
        likes: 6_000,
        comments: 1_800,
        subscriptions: 1_200,
      },
      password: undefined,
    });
    const few = [
      '--users',
      '10',
      '--views',
      '0',
      '--videos',
      '0',
      '--days',
      '7',
      '--seed',
      '3',
      '--password',
      'x',
    ];
    expect(readSeedArguments(few, false)).toEqual({
      users: 10,
      views: 0,
      days: 7,
      seed: 3,
      site: undefined,
      password: 'x',
    });
  });

  test('follow from the number of videos where they are not given', () => {
    expect(readSeedArguments(['--videos', '10000'], false).site).toEqual({
      channels: 500,
      videos: 10_000,
      videoViews: 700_000,
      likes: 200_000,
      comments: 60_000,
      subscriptions: 40_000,
    });
    const given = [
      '--videos',
      '40',
      '--channels',
      '3',
      '--likes',
      '7',
      '--comments',
      '0',
      '--video-views',
      '9',
    ];
    expect(readSeedArguments(given, false).site).toEqual({
      channels: 3,
      videos: 40,
      videoViews: 9,
      likes: 7,
      comments: 0,
      subscriptions: 160,
    });
    // A few people cannot do so much.
    const few = readSeedArguments(['--users', '3', '--videos', '100'], false).site;
    expect(few).toMatchObject({ channels: 3, likes: 150, subscriptions: 3 });
  });

  test.for([
    [['--users', '0'], '--users: expected a whole number from 1 to 1,000,000, but got "0".'],
    [['--views', '1e3'], '--views: expected a whole number from 0 to 100,000,000, but got "1e3".'],
    [['--videos', '-1'], '--videos'],
    [['--videos', '0', '--comments', '5'], '--comments: expected none with --videos 0.'],
    [
      ['--users', '9', '--channels', '10'],
      '--channels: expected a whole number from 1 to 9, since each is of another user, but got "10".',
    ],
    [
      ['--users', '10', '--videos', '10', '--likes', '51'],
      '--likes: expected a whole number from 0 to 50, since nobody likes a video twice, but got "51".',
    ],
    [
      ['--users', '11', '--channels', '2', '--subscriptions', '11'],
      '--subscriptions: expected a whole number from 0 to 10, since nobody follows a channel twice, but got "11".',
    ],
    [['--days', '366'], '--days: expected a whole number from 1 to 365, but got "366".'],
    [['--seed', 'x'], '--seed: expected a whole number from 0 to 4,294,967,295, but got "x".'],
    [['--user', '3'], "Unknown option '--user'"],
    [['courses'], "Unexpected argument 'courses'"],
  ] as const)('%j are refused, with what was expected and the usage', ([args, message]) => {
    expect(() => readSeedArguments(args, false)).toThrow(message);
    expect(() => readSeedArguments(args, false)).toThrow('Usage: npm run seed');
  });

  test('hold no password in production, and say why', () => {
    expect(() => readSeedArguments(['--password', 'secret'], true)).toThrow('would be a way in for anybody');
    expect(readSeedArguments(['--users', '3'], true).users).toBe(3);
  });
});
