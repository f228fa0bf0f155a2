import type { BenchViewer, ContestantSettings } from './contestants/contestant.ts';
import type { RunningContestant } from './contestants/contestant-process.ts';
import { referee, type ContestantName } from './contestants/line-up.ts';
import type { Pace } from './pace.ts';
import type { Results } from './results.ts';

/** What a workload has to work with. */
export interface Bench {
  /** Those who take part, in the order of the tables. */
  readonly contestants: readonly RunningContestant[];
  /** Who tells what is right. It runs also when it takes no part; not where only workloads run that start their own. */
  readonly referee: RunningContestant;
  readonly pace: Pace;
  /** That the contestants are pinned to. */
  readonly serverCore: number | undefined;
  readonly seed: number;
  /** Opens the mutations. */
  readonly authorization: string;
  /** Who is signed in beside. */
  readonly viewers: readonly BenchViewer[];
  redisUrlOf(name: ContestantName): string | undefined;
  /** @returns the address of a database that no contestant has. */
  mongodbUriOf(database: string): string;
  /**
   * Starts somebody on data of the workload's own, with the settings that all have; whoever asks ends it.
   * @param database see {@link mongodbUriOf}.
   */
  start(
    name: ContestantName,
    database: string,
    more: Pick<ContestantSettings, 'dataDir' | 'fieldLimits'>,
  ): Promise<RunningContestant>;
  /** Of the workloads that ran before. */
  readonly results: Partial<Results>;
  /** Tells what is going on. */
  readonly say: (line: string) => void;
}

export const contestantOf = ({ contestants }: Bench, name: ContestantName): RunningContestant | undefined =>
  contestants.find((one) => one.name === name);

/** Those who compute their answers, so all but the bare server. */
export const computing = ({ contestants }: Bench): readonly RunningContestant[] =>
  contestants.filter(({ entrant }) => entrant.role !== 'limit');

/** Those who keep answers. */
export const caching = ({ contestants }: Bench): readonly RunningContestant[] =>
  contestants.filter(({ entrant }) => entrant.cache !== 'none');

/** Those who have to be there for others: the bare server copies ours, and all are held against the referee. */
export const withThoseTheyNeed = (names: readonly ContestantName[]): ReadonlySet<ContestantName> =>
  new Set([...names, ...(names.includes('raw') ? (['marquee-memory'] as const) : []), referee]);
