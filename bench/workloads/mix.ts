import { createSeededRandom } from '../../src/seed/seeded-random.ts';
import { caching, type Bench } from '../bench.ts';
import { postRequest } from '../load/request.ts';
import type { ByContestant, MixFigures } from '../results.ts';
import { readFilms } from './films.ts';
import { mixQueries } from './mix-queries.ts';
import { expectSameFill, fill, goThrough, tally, type Mix, type MixOutcome, type Truth } from './mix-run.ts';
import { mixSequence } from './mix-sequence.ts';

export const describe = ({ reads, hits, needless, stale, commands, writes }: MixFigures): string =>
  `hits ${((100 * hits) / reads).toFixed(1)} %, needless ${((100 * needless) / reads).toFixed(1)} %, ` +
  `${stale} stale, ${(commands / (reads + writes)).toFixed(3)} commands to Mongo a request`;

/**
 * A few thousand queries by Zipf's law, with writes between them, over caches that are full: what is asked for the first
 * time is the matter of the misses. All go through the same sequence, each on its own database; the referee's answers
 * are the truth that the others are held against.
 */
export const runMix = async (bench: Bench): Promise<ByContestant<MixFigures>> => {
  const { pace, seed, say, authorization, referee } = bench;
  const films = await readFilms(bench);
  const queries = mixQueries(films, pace.mixShare, createSeededRandom(seed));
  const mix: Mix = {
    requests: queries.map(postRequest),
    steps: mixSequence(pace.mixRequests, queries.length, films, seed).map((step) =>
      step.kind === 'read' ? step : { ...step, request: { ...step.request, authorization } },
    ),
  };
  say(`  ${queries.length} queries, ${mix.steps.length} requests`);
  const truth: Truth = { filled: await fill(mix, referee), outcomes: await goThrough(mix, referee) };
  const found: [string, MixFigures][] = [];
  const note = (name: string, outcomes: readonly MixOutcome[]): void => {
    const figures = tally(outcomes, truth);
    found.push([name, figures]);
    say(`  ${name}: ${describe(figures)}`);
  };
  note(referee.name, truth.outcomes);
  for (const contestant of caching(bench)) {
    const filled = await fill(mix, contestant);
    expectSameFill(mix, contestant, filled, truth.filled);
    note(contestant.name, await goThrough(mix, contestant));
  }
  return Object.fromEntries(found);
};
