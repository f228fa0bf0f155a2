import { createSeededRandom } from '../../src/seed/index.ts';
import { caching, type Bench } from '../bench.ts';
import type { RunningContestant } from '../contestants/contestant-process.ts';
import { percentile } from '../figures/statistics.ts';
import { openClient } from '../load/client.ts';
import { postRequest, type RequestParts } from '../load/request.ts';
import { dataOf } from '../load/verify.ts';
import type { ByContestant, SignedInFigures } from '../results.ts';
import { readFilms } from './films.ts';
import { describe } from './mix.ts';
import { mixQueries } from './mix-queries.ts';
import { expectSameFill, fill, goThrough, tally, type Mix, type MixOutcome, type Truth } from './mix-run.ts';
import { signedInRequests } from './signed-in-requests.ts';

/** Viewers whose libraries are filled at once: each one's films must come in their order. */
const lanes = 8;

const fillLibraries = async (
  libraries: readonly (readonly RequestParts[])[],
  { port }: RunningContestant,
): Promise<void> => {
  const left = libraries.values();
  const work = async (): Promise<void> => {
    using client = await openClient(port);
    for (const parts of left) for (const part of parts) dataOf(await client.ask(postRequest(part)));
  };
  await Promise.all(Array.from({ length: lanes }, work));
};

const figuresOf = (
  outcomes: readonly MixOutcome[],
  truth: Truth,
  isViewers: (query: number) => boolean,
): SignedInFigures => {
  const reads = outcomes.filter((outcome) => outcome.kind === 'read');
  const hits = reads.filter(({ read }) => read.isHit);
  const ofViewers = (some: typeof reads): number => some.filter(({ read }) => isViewers(read.query)).length;
  const hitMs = hits.map(({ ms }) => ms);
  return {
    ...tally(outcomes, truth),
    viewerReads: ofViewers(reads),
    viewerHits: ofViewers(hits),
    hitP50Ms: percentile(hitMs, 0.5),
    hitP99Ms: percentile(hitMs, 0.99),
  };
};

/**
 * A hundred viewers, each with a library of their own, and others who are nobody in particular: homes, details with what the
 * viewer thinks of them, lists; positions and ratings come in between. The referee's answers are the truth, so an answer
 * that is stale, or another viewer's, is counted. Ours alone: the others' caches were never told of viewers.
 */
export const runSignedIn = async (bench: Bench): Promise<ByContestant<SignedInFigures>> => {
  const { pace, seed, say, authorization, viewers, referee } = bench;
  const films = await readFilms(bench);
  const { libraries, queries, steps } = signedInRequests({
    count: pace.mixRequests,
    seed,
    viewers,
    authorization,
    mixQueries: mixQueries(films, pace.mixShare, createSeededRandom(seed)),
    films,
  });
  const mix: Mix = { requests: queries.map(postRequest), steps };
  const isViewers = (query: number): boolean => queries[query]?.authorization !== undefined;
  say(`  ${viewers.length} viewers, ${queries.length} queries, ${steps.length} requests`);
  await fillLibraries(libraries, referee);
  const truth: Truth = { filled: await fill(mix, referee), outcomes: await goThrough(mix, referee) };
  const found: [string, SignedInFigures][] = [];
  const note = (name: string, outcomes: readonly MixOutcome[]): void => {
    const figures = figuresOf(outcomes, truth, isViewers);
    found.push([name, figures]);
    say(`  ${name}: ${describe(figures)}, p99 of hits ${figures.hitP99Ms.toFixed(2)} ms`);
  };
  note(referee.name, truth.outcomes);
  for (const contestant of caching(bench).filter(({ entrant }) => entrant.role === 'ours')) {
    await fillLibraries(libraries, contestant);
    expectSameFill(mix, contestant, await fill(mix, contestant), truth.filled);
    note(contestant.name, await goThrough(mix, contestant));
  }
  return Object.fromEntries(found);
};
