import { parseArgs } from 'node:util';
import { StartupError } from '../../shared/startup-error.ts';

/** What `npm run seed` is asked for. */
export interface SeedRequest {
  readonly users: number;
  readonly views: number;
  readonly days: number;
  readonly seed: number;
  /** `undefined`: nobody can sign in as one of them. */
  readonly password: string | undefined;
}

export const usage = `Usage: npm run seed -- [--users N] [--views N] [--days D] [--seed S] [--password P]

  --users     people, 1 to 1,000,000; 1,000 by default
  --views     views of films by them and by nobody in particular, 0 to 100,000,000; 100,000 by default
  --days      the time in which they are, up to now, 1 to 365; 30 by default
  --seed      another one makes others, 0 to 4,294,967,295; 1 by default
  --password  lets you sign in as any of them; not in production

A run that was interrupted goes on where it was; one that is done adds nothing. See docs/seed.md.`;

const refuse = (sentence: string): never => {
  throw new StartupError(`${sentence}\n\n${usage}`);
};

const sizes = {
  users: { least: 1, most: 1_000_000, usual: 1_000 },
  views: { least: 0, most: 100_000_000, usual: 100_000 },
  days: { least: 1, most: 365, usual: 30 },
  seed: { least: 0, most: 2 ** 32 - 1, usual: 1 },
} as const;

const numbers = new Intl.NumberFormat('en-US');

const sizeOf = (name: keyof typeof sizes, text: string | undefined): number => {
  const { least, most, usual } = sizes[name];
  if (text === undefined) return usual;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  return refuse(
    `--${name}: expected a whole number from ${least} to ${numbers.format(most)}, but got "${text}".`,
  );
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        users: { type: 'string' },
        views: { type: 'string' },
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
  return {
    users: sizeOf('users', values.users),
    views: sizeOf('views', values.views),
    days: sizeOf('days', values.days),
    seed: sizeOf('seed', values.seed),
    password,
  };
};
