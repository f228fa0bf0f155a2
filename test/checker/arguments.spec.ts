import { expect, test } from 'vitest';
import { readArguments, usage } from './arguments.ts';

test('without arguments it checks the engine for a minute, with faults', () => {
  expect(readArguments([])).toMatchObject({
    seconds: 60,
    engine: 'marquee',
    delay: false,
    faults: ['instance-killed', 'instance-stopped'],
    json: false,
  });
});

test('takes what it is given', () => {
  const given = [
    '--seconds',
    '5',
    '--seed',
    '7',
    '--engine',
    'stock',
    '--delay',
    '--faults',
    'redis-killed,log-deleted',
    '--json',
  ];
  expect(readArguments(given)).toMatchObject({
    seconds: 5,
    seed: 7,
    engine: 'stock',
    delay: true,
    faults: ['redis-killed', 'log-deleted'],
    json: true,
  });
});

test.for([
  [['--seconds', 'soon'], '--seconds: expected a whole number from 1 to 86400, but got "soon".'],
  [['--engine', 'fast'], '--engine: expected one of marquee, stock, off, but got "fast".'],
  [['--faults', 'redis-killed,flood'], 'but got "flood".'],
  [['--readers', '0'], '--readers: expected a whole number from 1 to 1000, but got "0".'],
] as const)('says what was expected instead of %j', ([given, message]) => {
  expect(() => readArguments(given)).toThrow(message);
});

test('refuses what it does not know', () => {
  expect(() => readArguments(['--fast'])).toThrow('--fast');
});

test('all faults and none of them have names of their own', () => {
  expect(readArguments(['--faults', 'none']).faults).toEqual([]);
  const { faults } = readArguments(['--faults', 'all']);
  expect(new Set(faults).size).toBe(faults.length);
  for (const name of faults) expect(usage).toContain(`    ${name} `);
});
