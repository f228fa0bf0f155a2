import { parseArgs } from 'node:util';
import type { SiteSizes } from '../../seed/index.ts';
import { StartupError } from '../../shared/startup-error.ts';

/** What `npm run seed` is asked for. */
export interface SeedRequest {
  readonly users: number;
  /** Of films. */
  readonly views: number;
  readonly days: number;
  readonly seed: number;
  /** `undefined`: no videos, and so no channels. */
  readonly site: SiteSizes | undefined;
  /** `undefined`: nobody can sign in as one of them. */
  readonly password: string | undefined;
}

export const usage = `Usage: npm run seed -- [--users N] [--views N] [--videos N] [--days D] [--seed S] [--password P]

  --users          people, 1 to 1,000,000; 1,000 by default
  --views          views of films by them and by nobody in particular, 0 to 100,000,000; 100,000 by default
  --videos         public videos, 0 to 1,000,000; 300 by default
  --channels       that publish them, at most one a user; one for 20 videos by default
  --video-views    views of videos; 70 a video by default
  --likes          likes and dislikes of videos, and likes of comments; 20 a video by default
  --comments       comments on videos, and answers to them; 6 a video by default
  --subscriptions  of users to channels; 4 a video by default
  --days           the time in which all that happens, up to now, 1 to 365; 30 by default
  --seed           another one makes others, 0 to 4,294,967,295; 1 by default
  --password       lets you sign in as any of them; not in production

A run that was interrupted goes on where it was; one that is done adds nothing. See docs/seed.md.`;

const refuse = (sentence: string): never => {
  throw new StartupError(`${sentence}\n\n${usage}`);
};

const mostEvents = 100_000_000;

const sizes = {
  users: { least: 1, most: 1_000_000, usual: 1_000 },
  views: { least: 0, most: mostEvents, usual: 100_000 },
  videos: { least: 0, most: 1_000_000, usual: 300 },
  days: { least: 1, most: 365, usual: 30 },
  seed: { least: 0, most: 2 ** 32 - 1, usual: 1 },
} as const;

interface Size {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  /** Why it cannot be more. */
  readonly since?: string;
}

const numbers = new Intl.NumberFormat('en-US');

const sizeOf = (name: string, text: string | undefined, { least, most, usual, since = '' }: Size): number => {
  if (text === undefined) return Math.min(usual, most);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  return refuse(
    `--${name}: expected a whole number from ${least} to ${numbers.format(most)}${since}, but got "${text}".`,
  );
};

type Given = Readonly<Partial<Record<string, string>>>;

const siteOptions = ['channels', 'video-views', 'likes', 'comments', 'subscriptions'] as const;

/** Of all who could do something, half: who has not done it yet must be found. */
const half = (pairs: number): number => Math.min(mostEvents, Math.floor(pairs / 2));

const siteOf = (given: Given, users: number): SiteSizes | undefined => {
  const videos = sizeOf('videos', given['videos'], sizes.videos);
  if (videos === 0) {
    const odd = siteOptions.find((name) => given[name] !== undefined && given[name] !== '0');
    return odd === undefined ? undefined : refuse(`--${odd}: expected none with --videos 0.`);
  }
  const size = (name: (typeof siteOptions)[number], bounds: Size): number =>
    sizeOf(name, given[name], bounds);
  const channels = size('channels', {
    least: 1,
    most: users,
    usual: Math.ceil(videos / 20),
    since: ', since each is of another user',
  });
  return {
    channels,
    videos,
    videoViews: size('video-views', { least: 0, most: mostEvents, usual: 70 * videos }),
    likes: size('likes', {
      least: 0,
      most: half(users * videos),
      usual: 20 * videos,
      since: ', since nobody likes a video twice',
    }),
    comments: size('comments', { least: 0, most: mostEvents, usual: 6 * videos }),
    subscriptions: size('subscriptions', {
      least: 0,
      most: half((users - 1) * channels),
      usual: 4 * videos,
      since: ', since nobody follows a channel twice',
    }),
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        users: { type: 'string' },
        views: { type: 'string' },
        videos: { type: 'string' },
        channels: { type: 'string' },
        'video-views': { type: 'string' },
        likes: { type: 'string' },
        comments: { type: 'string' },
        subscriptions: { type: 'string' },
        days: { type: 'string' },
        seed: { type: 'string' },
        password: { type: 'string' },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
};

/**
 * @param production no password is taken.
 * @throws StartupError with what was expected, and the usage.
 */
export const readSeedArguments = (args: readonly string[], production: boolean): SeedRequest => {
  const values = parse(args);
  const { password } = values;
  if (password !== undefined && production) {
    return refuse(
      '--password: expected none with NODE_ENV=production, where a password that many accounts share, and that is in the ' +
        'history of a shell, would be a way in for anybody. Leave it out: the people are made all the same.',
    );
  }
  const users = sizeOf('users', values.users, sizes.users);
  return {
    users,
    views: sizeOf('views', values.views, sizes.views),
    days: sizeOf('days', values.days, sizes.days),
    seed: sizeOf('seed', values.seed, sizes.seed),
    site: siteOf(values, users),
    password,
  };
};
