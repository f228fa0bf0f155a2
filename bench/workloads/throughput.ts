import type { Bench } from '../bench.ts';
import type { RunningContestant } from '../contestants/contestant-process.ts';
import type { ContestantName } from '../contestants/line-up.ts';
import { spreadOf } from '../figures/statistics.ts';
import type { Answer } from '../load/answer-reader.ts';
import { runClosedLoop, type Throughput } from '../load/closed-loop.ts';
import type { ByContestant, ThroughputFigures } from '../results.ts';

/** What one contestant is asked. */
export interface Run {
  /** @param round 0 while it warms up. */
  readonly request: (round: number) => () => Buffer;
  readonly check: (answer: Answer) => void;
  /** Told how long each answer of a round took, in milliseconds. */
  readonly noteMs?: (ms: number) => void;
}

/** In each round somebody else begins, and every other round goes backwards, so that nobody always follows the same. */
export const orderOfRound = <Member>(members: readonly Member[], round: number): readonly Member[] => {
  const shift = members.length === 0 ? 0 : round % members.length;
  const rotated = [...members.slice(shift), ...members.slice(0, shift)];
  return round % 2 === 0 ? rotated : rotated.toReversed();
};

/** Share of the servers' core that others may take in a round; the idle contestants take about a hundredth. */
const tolerableBusy = 0.08;

const figuresOf = (rounds: readonly Throughput[]): ThroughputFigures => {
  const spread = (field: keyof Throughput) => spreadOf(rounds.map((round) => round[field]));
  return {
    requestsPerSecond: spread('requestsPerSecond'),
    cpuMicrosPerRequest: spread('cpuMicrosPerRequest'),
    serverBusy: spread('serverBusy'),
    loadBusy: spread('loadBusy'),
    othersBusy: spread('othersBusy'),
  };
};

/**
 * Measures how much each can, in rounds in which all have their turn.
 * @param prepare called once for each, before it warms up.
 */
export const measureThroughput = async (
  { pace, serverCore, say }: Bench,
  contestants: readonly RunningContestant[],
  connections: number,
  prepare: (contestant: RunningContestant) => Promise<Run>,
): Promise<ByContestant<ThroughputFigures>> => {
  const runs = new Map<RunningContestant, Run>();
  const rounds = new Map<ContestantName, Throughput[]>();
  const loop = (contestant: RunningContestant, run: Run, round: number, rampMs: number, measureMs: number) =>
    runClosedLoop({
      port: contestant.port,
      connections,
      rampMs,
      measureMs,
      request: run.request(round),
      check: run.check,
      noteMs: round > 0 ? run.noteMs : undefined,
      usage: contestant.usage,
      core: serverCore,
    });
  let retriedMs = 0;
  /** Measured again while others take a part of the core; what they took least of counts. */
  const undisturbed = async (contestant: RunningContestant, run: Run, round: number): Promise<Throughput> => {
    let best: Throughput | undefined;
    for (let attempt = 0; attempt <= pace.retries; attempt += 1) {
      const beganMs = performance.now();
      const found = await loop(contestant, run, round, pace.rampMs, pace.measureMs);
      if (!best || found.othersBusy < best.othersBusy) best = found;
      if (attempt > 0) retriedMs += performance.now() - beganMs;
      if (best.othersBusy <= tolerableBusy || retriedMs > pace.retryBudgetMs) break;
    }
    return best as Throughput;
  };

  for (const contestant of contestants) {
    const run = await prepare(contestant);
    runs.set(contestant, run);
    rounds.set(contestant.name, []);
    await loop(contestant, run, 0, 0, pace.warmMs);
  }
  for (let round = 1; round <= pace.rounds; round += 1) {
    const said: string[] = [];
    for (const contestant of orderOfRound(contestants, round)) {
      const run = runs.get(contestant) as Run;
      const throughput = await undisturbed(contestant, run, round);
      rounds.get(contestant.name)?.push(throughput);
      said.push(`${contestant.name} ${Math.round(throughput.requestsPerSecond)}`);
    }
    say(`  round ${round} of ${pace.rounds}, requests a second: ${said.toSorted().join(', ')}`);
  }
  return Object.fromEntries([...rounds].map(([name, measured]) => [name, figuresOf(measured)]));
};
