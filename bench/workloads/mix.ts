import { hash } from 'node:crypto';
import { createSeededRandom } from '../../src/seed/seeded-random.ts';
import { caching, type Bench } from '../bench.ts';
import type { RunningContestant } from '../contestants/contestant-process.ts';
import { MixTally, type MixRead } from '../figures/mix-tally.ts';
import { headerOf, type Answer } from '../load/answer-reader.ts';
import { openClient } from '../load/client.ts';
import { postRequest } from '../load/request.ts';
import { dataOf } from '../load/verify.ts';
import type { ByContestant, MixFigures } from '../results.ts';
import { readFilms } from './films.ts';
import { mixQueries } from './mix-queries.ts';
import { mixSequence, type MixStep } from './mix-sequence.ts';

const digest = (answer: Answer): string => hash('sha1', dataOf(answer));

/** Ours says it (RFC 9211). Of others, what asked nothing of Mongo came from their cache. */
const isHit = (answer: Answer, commands: number): boolean => {
  const status = headerOf(answer, 'cache-status');
  return status === undefined ? commands === 0 : /;\s*hit\b/.test(status);
};

interface Mix {
  readonly requests: readonly Buffer[];
  readonly steps: readonly MixStep[];
  readonly authorization: string;
}

/** Requests under way at once while caches are filled. */
const fillingConnections = 16;

/** Asks every query once. @returns the digests of the answers. */
const fill = async ({ requests }: Mix, { port }: RunningContestant): Promise<readonly string[]> => {
  const answered: string[] = [];
  const left = requests.entries();
  const work = async (): Promise<void> => {
    using client = await openClient(port);
    for (const [query, request] of left) answered[query] = digest(await client.ask(request));
  };
  await Promise.all(Array.from({ length: fillingConnections }, work));
  return answered;
};

/** What came of one step. */
type MixOutcome =
  | { readonly kind: 'read'; readonly read: Omit<MixRead, 'truth'> }
  | { readonly kind: 'write'; readonly commands: number };

/** Goes through the mix, one request after the other. */
const goThrough = async (
  { requests, steps, authorization }: Mix,
  contestant: RunningContestant,
): Promise<readonly MixOutcome[]> => {
  using client = await openClient(contestant.port);
  await contestant.countCommands();
  let total = await contestant.commands();
  const outcomes: MixOutcome[] = [];
  for (const step of steps) {
    const request =
      step.kind === 'read'
        ? (requests[step.query] as Buffer)
        : postRequest({ ...step.request, authorization });
    const answer = await client.ask(request);
    const answered = digest(answer);
    const after = await contestant.commands();
    const commands = after - total;
    total = after;
    outcomes.push(
      step.kind === 'write'
        ? { kind: 'write', commands }
        : { kind: 'read', read: { query: step.query, answered, isHit: isHit(answer, commands), commands } },
    );
  }
  return outcomes;
};

/** What was right, at the beginning and at each step. */
interface Truth {
  readonly filled: readonly string[];
  readonly outcomes: readonly MixOutcome[];
}

const tally = (outcomes: readonly MixOutcome[], truth: Truth): MixFigures => {
  const counts = new MixTally(truth.filled);
  for (const [index, outcome] of outcomes.entries()) {
    const right = truth.outcomes[index];
    if (outcome.kind === 'write') counts.write(outcome.commands);
    else if (right?.kind === 'read') counts.read({ ...outcome.read, truth: right.read.answered });
  }
  return counts.figures;
};

const describe = ({ reads, hits, needless, stale, commands, writes }: MixFigures): string =>
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
    steps: mixSequence(pace.mixRequests, queries.length, films, seed),
    authorization,
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
    const wrong = filled.findIndex((answered, query) => answered !== truth.filled[query]);
    if (wrong !== -1) {
      throw new Error(
        `${contestant.name} does not answer what ${referee.name} does: ${String(mix.requests[wrong])}`,
      );
    }
    note(contestant.name, await goThrough(mix, contestant));
  }
  return Object.fromEntries(found);
};
