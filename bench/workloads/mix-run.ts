import { hash } from 'node:crypto';
import type { RunningContestant } from '../contestants/contestant-process.ts';
import { MixTally, type MixRead } from '../figures/mix-tally.ts';
import { headerOf, type Answer } from '../load/answer-reader.ts';
import { openClient } from '../load/client.ts';
import { postRequest } from '../load/request.ts';
import { dataOf } from '../load/verify.ts';
import type { MixFigures } from '../results.ts';
import type { MixStep } from './mix-sequence.ts';

const digest = (answer: Answer): string => hash('sha1', dataOf(answer));

/** Ours says it (RFC 9211). Of others, what asked nothing of Mongo came from their cache. */
const isHit = (answer: Answer, commands: number): boolean => {
  const status = headerOf(answer, 'cache-status');
  return status === undefined ? commands === 0 : /;\s*hit\b/.test(status);
};

/** Requests in their order. */
export interface Mix {
  /** The queries. */
  readonly requests: readonly Buffer[];
  /** Writes with all that they need. */
  readonly steps: readonly MixStep[];
}

/** Requests under way at once while caches are filled. */
const fillingConnections = 16;

/** Asks every query once. @returns the digests of the answers. */
export const fill = async ({ requests }: Mix, { port }: RunningContestant): Promise<readonly string[]> => {
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
export type MixOutcome =
  | { readonly kind: 'read'; readonly read: Omit<MixRead, 'truth'>; readonly ms: number }
  | { readonly kind: 'write'; readonly commands: number };

/** Goes through the mix, one request after the other. */
export const goThrough = async (
  { requests, steps }: Mix,
  contestant: RunningContestant,
): Promise<readonly MixOutcome[]> => {
  using client = await openClient(contestant.port);
  await contestant.countCommands();
  let total = await contestant.commands();
  const outcomes: MixOutcome[] = [];
  for (const step of steps) {
    const request = step.kind === 'read' ? (requests[step.query] as Buffer) : postRequest(step.request);
    const from = performance.now();
    const answer = await client.ask(request);
    const ms = performance.now() - from;
    const answered = digest(answer);
    const after = await contestant.commands();
    const commands = after - total;
    total = after;
    outcomes.push(
      step.kind === 'write'
        ? { kind: 'write', commands }
        : {
            kind: 'read',
            read: { query: step.query, answered, isHit: isHit(answer, commands), commands },
            ms,
          },
    );
  }
  return outcomes;
};

/** What was right, at the beginning and at each step. */
export interface Truth {
  readonly filled: readonly string[];
  readonly outcomes: readonly MixOutcome[];
}

export const tally = (outcomes: readonly MixOutcome[], truth: Truth): MixFigures => {
  const counts = new MixTally(truth.filled);
  for (const [index, outcome] of outcomes.entries()) {
    const right = truth.outcomes[index];
    if (outcome.kind === 'write') counts.write(outcome.commands);
    else if (right?.kind === 'read') counts.read({ ...outcome.read, truth: right.read.answered });
  }
  return counts.figures;
};

/**
 * Holds what caches were filled with against the referee's answers.
 * @throws Error when one is another.
 */
export const expectSameFill = (
  { requests }: Mix,
  contestant: RunningContestant,
  filled: readonly string[],
  truth: readonly string[],
): void => {
  const wrong = filled.findIndex((answered, query) => answered !== truth[query]);
  if (wrong === -1) return;
  throw new Error(`${contestant.name} does not answer what the referee does: ${String(requests[wrong])}`);
};
