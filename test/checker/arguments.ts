import { parseArgs } from 'node:util';
import { allFaults } from './faults/all-faults.ts';
import { settingNames, settingTitles } from './faults/fault.ts';

export interface CheckOptions {
  /** How long reads are judged, the starting and ending apart. */
  readonly seconds: number;
  readonly seed: number;
  /** Whether the last line printed is one JSON object. */
  readonly json: boolean;
  readonly engine: Engine;
  /** Whether Mongo's replies are held back, which widens races. */
  readonly delay: boolean;
  readonly readers: number;
  readonly writers: number;
  /** Names of the faults that are made. */
  readonly faults: readonly string[];
}

const engines = ['marquee', 'stock', 'off'] as const;
export type Engine = (typeof engines)[number];

/** Without `--faults`: what happens to every server some day. */
const usualFaults = ['instance-killed', 'instance-stopped'];

/** What the command was given cannot be understood. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

const widest = Math.max(...allFaults.map(({ name }) => name.length));
const faultLines = settingNames.flatMap((setting) => [
  `  ${settingTitles[setting]}:`,
  ...allFaults
    .filter((fault) => fault.setting === setting)
    .map(({ name, what }) => `    ${name.padEnd(widest)}  ${what}`),
]);

export const usage = `Usage: npm run check -- [options]

  --seconds N    how long reads are judged (60)
  --seed N       the seed of all choices (drawn, and printed)
  --engine E     marquee, stock or off (marquee)
  --delay        hold back Mongo's replies by some milliseconds, which widens races
  --readers N    reads under way at once (32)
  --writers N    writes under way at once (6)
  --faults F     all, none, or names with commas between them (${usualFaults.join(',')})
  --json         print one JSON object as the last line

Faults; each is made once, in an order that the seed decides, then any of them, alone or two at once:
${faultLines.join('\n')}
`;

const wholeNumber = (
  name: string,
  given: string | undefined,
  fallback: number,
  least: number,
  most: number,
) => {
  if (given === undefined) return fallback;
  const number = Number(given);
  if (/^\d+$/.test(given) && number >= least && number <= most) return number;
  throw new ArgumentError(`--${name}: expected a whole number from ${least} to ${most}, but got "${given}".`);
};

const knownEngine = (given: string): Engine => {
  const engine = engines.find((known) => known === given);
  if (engine) return engine;
  throw new ArgumentError(`--engine: expected one of ${engines.join(', ')}, but got "${given}".`);
};

const knownFaults = (given: string | undefined): readonly string[] => {
  if (given === undefined) return usualFaults;
  const known = allFaults.map(({ name }) => name);
  if (given === 'all') return known;
  if (given === 'none') return [];
  const names = given.split(',');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return [...new Set(names)];
  throw new ArgumentError(
    `--faults: expected all, none, or names of ${known.join(', ')}, but got "${unknown.join(', ')}".`,
  );
};

const parse = (given: readonly string[]) => {
  try {
    return parseArgs({
      args: [...given],
      options: {
        seconds: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
        engine: { type: 'string', default: 'marquee' },
        delay: { type: 'boolean', default: false },
        readers: { type: 'string' },
        writers: { type: 'string' },
        faults: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
};

/**
 * @param given what stands after the name of the command.
 * @throws ArgumentError with a sentence that says what was expected.
 */
export const readArguments = (given: readonly string[]): CheckOptions => {
  const values = parse(given);
  return {
    seconds: wholeNumber('seconds', values.seconds, 60, 1, 86_400),
    seed: wholeNumber('seed', values.seed, Math.floor(Math.random() * 1_000_000), 0, 2 ** 32 - 1),
    json: values.json,
    engine: knownEngine(values.engine),
    delay: values.delay,
    readers: wholeNumber('readers', values.readers, 32, 1, 1000),
    writers: wholeNumber('writers', values.writers, 6, 1, 32),
    faults: knownFaults(values.faults),
  };
};
