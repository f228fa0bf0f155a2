import { parseArgs } from 'node:util';
import { contestantNames, type ContestantName } from './contestants/line-up.ts';
import { workloadNames, type WorkloadName } from './workloads/names.ts';

export interface BenchOptions {
  /** Short rounds: shows whether all is well, not where the figures settle. */
  readonly quick: boolean;
  /** Whether the last line printed is one JSON object. */
  readonly json: boolean;
  /** Whether docs/benchmarks.md and its plot are written. */
  readonly write: boolean;
  /** Decides all choices. */
  readonly seed: number;
  /** In the order in which they run. */
  readonly workloads: readonly WorkloadName[];
  readonly contestants: readonly ContestantName[];
}

/** What the command was given cannot be understood. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

export const usage = `Usage: npm run bench -- [options]

  --quick              short rounds, under five minutes in all; without film-get and site, writes no docs
  --json               print one JSON object as the last line, with the ratios that are promised
  --write, --no-write  write docs/benchmarks.md and its plot (a full run of everything does)
  --only A,B           these workloads: ${workloadNames.join(', ')}
  --contestants A,B    these contestants: ${contestantNames.join(', ')}
  --seed N             the seed of all choices (1)
`;

/** What tells little that another does not, or takes a third of the time. */
const leftOutOfQuick: ReadonlySet<WorkloadName> = new Set(['film-get', 'site']);

const listOf = <Name extends string>(
  flag: string,
  given: string | undefined,
  known: readonly Name[],
): readonly Name[] => {
  if (given === undefined) return known;
  const wanted = given.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !known.some((one) => one === name));
  if (unknown.length > 0) {
    throw new ArgumentError(
      `--${flag}: expected some of ${known.join(', ')}, but got "${unknown.join(', ')}".`,
    );
  }
  return known.filter((name) => wanted.includes(name));
};

const parse = (given: readonly string[]) => {
  try {
    return parseArgs({
      args: [...given],
      allowNegative: true,
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        write: { type: 'boolean' },
        only: { type: 'string' },
        contestants: { type: 'string' },
        seed: { type: 'string', default: '1' },
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
export const readArguments = (given: readonly string[]): BenchOptions => {
  const values = parse(given);
  const seed = Number(values.seed);
  if (!/^\d+$/.test(values.seed) || seed >= 2 ** 32) {
    throw new ArgumentError(
      `--seed: expected a whole number from 0 to ${2 ** 32 - 1}, but got "${values.seed}".`,
    );
  }
  const isWhole = values.only === undefined && values.contestants === undefined;
  return {
    quick: values.quick,
    json: values.json,
    write: values.write ?? (isWhole && !values.quick),
    seed,
    workloads: listOf(
      'only',
      values.only,
      workloadNames.filter((name) => !values.quick || values.only !== undefined || !leftOutOfQuick.has(name)),
    ),
    contestants: listOf('contestants', values.contestants, contestantNames),
  };
};
