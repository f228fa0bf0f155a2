import { describe, expect, test } from 'vitest';
import { readSeedArguments } from '../../../src/commands/seed/arguments.ts';

describe('the arguments of a seed', () => {
  test('have defaults', () => {
    const usual = { users: 1_000, views: 100_000, days: 30, seed: 1, password: undefined };
    expect(readSeedArguments([], false)).toEqual(usual);
    const few = ['--users', '10', '--views', '0', '--days', '7', '--seed', '3', '--password', 'x'];
    expect(readSeedArguments(few, false)).toEqual({
      users: 10,
      views: 0,
      days: 7,
      seed: 3,
      password: 'x',
    });
  });

  test.for([
    [['--users', '0'], '--users: expected a whole number from 1 to 1,000,000, but got "0".'],
    [['--views', '1e3'], '--views: expected a whole number from 0 to 100,000,000, but got "1e3".'],
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
