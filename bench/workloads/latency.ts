import type { Bench } from '../bench.ts';
import type { RunningContestant } from '../contestants/contestant-process.ts';
import { percentile, spreadOf } from '../figures/statistics.ts';
import { runClosedLoop } from '../load/closed-loop.ts';
import { runOpenLoop } from '../load/open-loop.ts';
import { postRequest } from '../load/request.ts';
import type { LatencyFigures, LatencyResult } from '../results.ts';
import { prepareHit } from './fixed-question.ts';
import { thePage } from './operations.ts';
import { orderOfRound } from './throughput.ts';

const connections = 64;
/** Of what the slower of ours can: there a server keeps up, and what is seen is how evenly it answers. */
const shareOfSaturation = 0.5;
/** Of the offered rate: who can do less than this much more of it would only show a queue. */
const roomNeeded = 1.2;

/** @param rounds milliseconds, of each request. */
const figuresOf = (rounds: readonly Float64Array[]): LatencyFigures => {
  const spread = (share: number) => spreadOf(rounds.map((latenciesMs) => percentile(latenciesMs, share)));
  const all = rounds.flatMap((latenciesMs) => [...latenciesMs]);
  return { p50Ms: spread(0.5), p99Ms: spread(0.99), maxMs: spread(1), overallP99Ms: percentile(all, 0.99) };
};

/** Hits of the page at one fixed rate, which is offered to all who can answer it. */
export const runLatency = async (bench: Bench): Promise<LatencyResult> => {
  const { pace, say, results } = bench;
  const request = postRequest(thePage);

  const saturation = async (contestant: RunningContestant): Promise<number> => {
    const known = results.page?.[contestant.name]?.requestsPerSecond.median;
    if (known !== undefined) return known;
    const { check } = await prepareHit(bench, contestant, request);
    const { requestsPerSecond } = await runClosedLoop({
      port: contestant.port,
      connections,
      rampMs: pace.warmMs,
      measureMs: pace.measureMs,
      request: () => request,
      check,
      usage: contestant.usage,
      core: bench.serverCore,
    });
    return requestsPerSecond;
  };

  const ours = bench.contestants.filter(({ entrant }) => entrant.role === 'ours');
  if (ours.length === 0)
    throw new Error('The offered rate is half of what ours can: expected one of them to run.');
  let slower = Infinity;
  for (const contestant of ours) slower = Math.min(slower, await saturation(contestant));
  const requestsPerSecond = Math.floor(slower * shareOfSaturation);
  const measured: RunningContestant[] = [];
  const leftOut: RunningContestant[] = [];
  for (const contestant of bench.contestants) {
    const keepsUp =
      contestant.entrant.role !== 'peer' || (await saturation(contestant)) >= requestsPerSecond * roomNeeded;
    (keepsUp ? measured : leftOut).push(contestant);
  }

  const rounds = new Map(measured.map((contestant) => [contestant.name, [] as Float64Array[]]));
  for (let round = 1; round <= pace.latencyRounds; round += 1) {
    const said: string[] = [];
    for (const contestant of orderOfRound(measured, round)) {
      const { check } = await prepareHit(bench, contestant, request);
      const latenciesMs = await runOpenLoop({
        port: contestant.port,
        connections: connections * 4,
        requestsPerSecond,
        rampMs: pace.rampMs,
        measureMs: pace.latencyMs,
        request,
        check,
      });
      rounds.get(contestant.name)?.push(latenciesMs);
      said.push(`${contestant.name} ${percentile(latenciesMs, 0.99).toFixed(2)}`);
    }
    say(
      `  round ${round} of ${pace.latencyRounds}, ${requestsPerSecond} requests a second, p99 in ms: ${said.toSorted().join(', ')}`,
    );
  }
  return {
    requestsPerSecond,
    byContestant: Object.fromEntries([...rounds].map(([name, found]) => [name, figuresOf(found)])),
    leftOut: leftOut.map(({ name }) => name),
  };
};
